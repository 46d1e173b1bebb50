import { rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { renderPreview, renderSealed } from '../../src/report/index.ts'
import { previewSeal, type SealRequest } from '../../src/seal/index.ts'
import { inspectDeed } from '../../src/verify/index.ts'
import { codeOf, policy, refusal, seal, sealRequest, useFolder } from '../hostile/make-deed.ts'

const PHONE = '13800138000'
const ROWS = 2000
/** Slices of twenty rows; the first fifty of them are the head that the first plan is made from. */
const SMALL = 'epochs: {rows: 20}'
const REVIEWED = [
  SMALL,
  'columns:',
  '  orders:',
  '    订单号: {type: order-id, compartment: behaviour, found: order-id}',
  '    下单日期: {type: date, compartment: general, found: date}',
  '    备注: {type: free-text, compartment: general, found: free-text}',
]

function orders(remark: (row: number) => string, header = '订单号,下单日期,备注'): string {
  const usual = ['常来', '少糖', '尽快', '']
  const lines = Array.from(
    { length: ROWS },
    (_, row) => `${row},2024-01-${10 + (row % 20)},${remark(row) || usual[row % 4]}\n`,
  )
  return `${header}\n${lines.join('')}`
}

const usual = orders(() => '')
const calledLate = orders((row) => (row === 1807 ? `请打${PHONE}` : ''))
const calledEarly = orders((row) => (row === 3 ? `请打${PHONE}` : ''))

describe('sealing what is no longer as it was reviewed', () => {
  const folder = useFolder()
  const deed = () => folder().at('a.deed')

  function request(csv: string, lines: readonly string[], phases: string[] = []) {
    const path = folder().write('orders.csv', csv)
    const progress: SealRequest['progress'] = ({ phase }) => {
      if (phases.at(-1) !== phase) phases.push(phase)
    }
    return [deed(), [{ path }], { policy: policy(...lines), progress, workers: 2 }] as const
  }

  it('goes through without a word where nothing has changed', async () => {
    const phases: string[] = []
    const report = await seal(...request(usual, REVIEWED, phases))
    expect(phases).toEqual(['classify', 'seal'])
    expect(report).toMatchObject({ drift: [], moved: [] })
  })

  it.each([
    ['in its first rows, before anything is sealed', calledEarly, ['classify']],
    ['in a late row, when all rows are read, before there is a deed', calledLate, ['classify', 'seal']],
  ])('stops for a column that became personal %s, and leaves nothing', async (_, csv, seen) => {
    const phases: string[] = []
    const asked = request(csv, REVIEWED, phases)
    const before = folder().snapshot()
    const error = await refusal(() => seal(...asked))
    expect([error.code, error.exitCode]).toEqual(['RULE', 14])
    expect(error.message).toContain('备注')
    expect(error.message + error.hints.join()).not.toContain(PHONE)
    expect(phases).toEqual(seen)
    expect(folder().snapshot()).toEqual(before)
  })

  it('stops in a dry run too, whichever row it is', async () => {
    const asked = await sealRequest(...request(calledLate, REVIEWED))
    expect(await codeOf(() => previewSeal(asked))).toBe('RULE')
  })

  it('is not alarmed by first rows that are not like the whole', async () => {
    // Mobiles at the head only: of all rows, few are.
    const mixed = orders((row) => (row < 1000 ? `1380013${8000 + row}` : `K${row}`))
    const { decisions } = (await previewSeal(await sealRequest(...request(mixed, [SMALL])))).tables[0] ?? {}
    const whole = decisions?.[2]
    expect(whole?.type).not.toBe('mobile')
    const entry = `{type: code, compartment: general, found: ${whole?.type}/${whole?.compartment}}`
    const phases: string[] = []
    const report = await seal(...request(mixed, [...REVIEWED.slice(0, -1), `    备注: ${entry}`], phases))
    expect(report.drift).toEqual([])
    expect(phases).toEqual(['classify', 'seal'])
  })

  it('seals it for the fewest where that was asked for, and reports it, from whichever row it is known', async () => {
    for (const csv of [calledEarly, calledLate]) {
      const asked = request(csv, [
        'compartments: {credential: {readers: [buyer]}}',
        ...REVIEWED,
        'unreviewed: seal-strict',
      ])
      const report = await seal(...asked)
      expect(report.drift).toEqual([
        {
          kind: 'type',
          table: 'orders',
          column: '备注',
          was: null,
          before: 'free-text',
          now: 'free-text-pii',
          compartment: 'special',
          outcome: 'strict',
        },
      ])
      expect(renderSealed(report)).toContain('"备注"')
      expect(renderSealed(report)).not.toContain(PHONE)
      const { manifest } = await inspectDeed(deed())
      expect(manifest.tables[0]?.columns[2]?.compartment).toBe('special')
      rmSync(deed())
    }
  })

  it('reports what is new and what is gone, in a dry run as well', async () => {
    const csv = '订单号,下单日期,电话\n1,2024-01-01,13800138000\n2,2024-01-02,13900139000\n'
    const asked = request(csv, [...REVIEWED, 'unreviewed: seal-strict'])
    const preview = await previewSeal(await sealRequest(...asked))
    const report = await seal(...asked)
    expect(report.drift).toEqual(preview.drift)
    expect(report.drift.map(({ kind, column, compartment }) => [kind, column, compartment])).toEqual([
      ['new', '电话', 'special'],
      ['gone', '备注', null],
    ])
    expect(renderPreview(preview)).toContain('"电话"')
  })

  it('reads no cell beforehand where names alone are compared', async () => {
    const phases: string[] = []
    const report = await seal(...request(calledEarly, [...REVIEWED, 'drift: names'], phases))
    expect(phases).toEqual(['seal'])
    expect(report.tables[0]?.columns[2]).toMatchObject({ type: 'free-text', compartment: 'general' })
    const [, ...other] = request('a,b\n1,2\n', [...REVIEWED, 'drift: names'])
    expect(await codeOf(() => seal(folder().at('b.deed'), ...other))).toBe('RULE')
  })
})
