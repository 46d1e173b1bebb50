import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { renderSealed } from '../../src/report/index.ts'
import { previewSeal, type SealProgress, type SealReport, type SealRequest } from '../../src/seal/index.ts'
import { inspectDeed } from '../../src/verify/index.ts'
import { codeOf, listAll, policy, restore, seal, sealRequest, useFolder } from '../hostile/make-deed.ts'

const PHONE = '13800138000'
const ROWS = 2000
/** Slices of twenty rows; the first fifty slices are the head that the first plan is made from. */
const SMALL = 'epochs: {rows: 20}'

/** A list of orders whose remarks are harmless but for one row of a late slice. */
function orders(row: number, remark: string): string {
  const remarks = ['常来', '少糖', '尽快', '']
  const lines = Array.from({ length: ROWS }, (_, number) => {
    const said = number === row ? remark : remarks[number % 4]
    return `${number},2024-01-${10 + (number % 20)},${said}\n`
  })
  return `订单号,下单日期,备注\n${lines.join('')}`
}

const LATE = 90 * 20 + 7
const CALLED = orders(LATE, `请打${PHONE}`)

describe('sealing by the first rows', () => {
  const folder = useFolder()
  const deed = () => folder().at('a.deed')
  const sealed = () => readFileSync(deed())
  const partials = () => listAll(folder().path).filter((path) => path.includes('.partial-'))

  async function sealWatched(
    csv: string,
    more: Partial<SealRequest> = {},
    watch: (step: SealProgress) => void = () => {},
  ): Promise<{ report: SealReport; phases: string[] }> {
    const path = folder().write('t.csv', csv)
    const phases: string[] = []
    const progress = (step: SealProgress): void => {
      if (phases.at(-1) !== step.phase) phases.push(step.phase)
      watch(step)
    }
    return { report: await seal(deed(), [{ path }], { policy: policy(SMALL), progress, ...more }), phases }
  }

  async function compartmentsOf(): Promise<(string | null)[]> {
    const { manifest } = await inspectDeed(deed())
    return manifest.tables[0]?.columns.map(({ compartment }) => compartment) ?? []
  }

  it('goes through where no later row says otherwise', async () => {
    const { report, phases } = await sealWatched(orders(LATE, '常来'))
    expect(phases).toEqual(['classify', 'seal'])
    expect(report.moved).toEqual([])
    expect(await compartmentsOf()).toEqual(['behaviour', 'general', 'general'])
  })

  it('begins anew, once, when a late slice puts a column elsewhere', async () => {
    const { report, phases } = await sealWatched(CALLED, { readback: true, workers: 2 })
    expect(phases).toEqual(['classify', 'seal', 'seal-again', 'read-back'])
    expect(report.moved).toEqual([{ table: 't', column: '备注', from: 'general', to: 'identity' }])
    expect(renderSealed(report)).toContain('“备注”')
    expect(report.tables[0]?.columns[2]).toMatchObject({ type: 'free-text-pii', compartment: 'identity' })
    expect(await compartmentsOf()).toEqual(['behaviour', 'general', 'identity'])
    await restore(deed(), folder().at('out'))
    expect(readFileSync(folder().at('out', 't.csv'), 'utf8')).toBe(CALLED)
  })

  it.each(['file', 'folder'] as const)('keeps nothing of the first try: %s', async (form) => {
    let first: { path: string; blocks: Buffer[] } | undefined
    const seen = new Set<string>()
    const blocksBelow = (path: string): Buffer[] =>
      form === 'file'
        ? [readFileSync(path)]
        : listAll(path)
            .filter((name) => name.endsWith('.blocks'))
            .map((name) => readFileSync(name))
    await sealWatched(CALLED, { form }, ({ phase, rows }) => {
      if (phase !== 'classify')
        for (const path of partials()) seen.add(path.replace(/(partial-[^/]+).*/, '$1'))
      const path = partials()[0] ?? ''
      if (phase === 'seal' && rows === ROWS) first = { path, blocks: blocksBelow(path) }
      if (phase === 'seal-again') expect(partials()).not.toContain(first?.path)
    })
    expect(seen.size).toBe(2)
    expect(partials()).toEqual([])
    // Blocks are salted and keyed anew: no piece of the first try's is in the deed.
    const written = Buffer.concat(blocksBelow(deed()))
    const before = Buffer.concat(first?.blocks ?? [])
    expect(before.length).toBeGreaterThan(100_000)
    const pieces = Array.from({ length: 400 }, (_, piece) => 8192 + piece * 200)
    const kept = pieces.filter((at) => {
      const piece = before.subarray(at, at + 32)
      return piece.length === 32 && !isText(piece) && written.includes(piece)
    })
    expect(kept).toEqual([])
    for (const needle of [PHONE, '请打']) expect(written.includes(Buffer.from(needle))).toBe(false)
  })

  it('tells no cell of what made it begin anew', async () => {
    const { report } = await sealWatched(CALLED)
    const { manifest } = await inspectDeed(deed())
    const told = [JSON.stringify(report), renderSealed(report), JSON.stringify(manifest)].join('\n')
    for (const needle of [PHONE, '请打']) expect(told).not.toContain(needle)
    expect(sealed().includes(PHONE)).toBe(false)
  })

  it('leaves to the policy what it decides', async () => {
    const entry = '{type: free-text, compartment: general, found: free-text-pii}'
    const decides = policy(SMALL, 'columns:', `  "*": {备注: ${entry}}`)
    const { report, phases } = await sealWatched(CALLED, { policy: decides })
    expect(phases).toEqual(['classify', 'seal'])
    expect(report.moved).toEqual([])
    expect(await compartmentsOf()).toEqual(['behaviour', 'general', 'general'])
  })

  it('does not begin anew where unreviewed columns go into the strictest compartment anyway', async () => {
    const { report, phases } = await sealWatched(CALLED, { policy: policy(SMALL, 'unreviewed: seal-strict') })
    expect(phases).toEqual(['classify', 'seal'])
    expect(report.moved).toEqual([])
    // The type is still what all rows say.
    expect(report.tables[0]?.columns[2]?.type).toBe('free-text-pii')
  })

  it('begins anew where a column is blank in the first rows only', async () => {
    const mobiles = Array.from({ length: ROWS }, (_, row) => `${row},${row < 1500 ? '' : `1391234${row}`}\n`)
    const { report } = await sealWatched(`订单号,v\n${mobiles.join('')}`)
    expect(report.moved).toEqual([{ table: 't', column: 'v', from: 'general', to: 'contact' }])
  })

  it('ends in the columns that reading every row first would have planned', async () => {
    const path = folder().write('t.csv', CALLED)
    const whole = orders(3, `请打${PHONE}`)
    const exports = [
      { path },
      { path: folder().write('u.csv', whole) },
      { path: folder().write('e.csv', 'a,b\n') },
    ]
    const preview = await previewSeal(await sealRequest(deed(), exports))
    const report = await seal(deed(), exports, { workers: 2 })
    expect(report.tables.map(({ columns }) => columns)).toEqual(preview.tables.map(({ columns }) => columns))
    expect(report.moved).toEqual([{ table: 't', column: '备注', from: 'general', to: 'identity' }])
  })

  it('leaves nothing when it is stopped, or its source changes, the second time', async () => {
    const path = folder().write('t.csv', CALLED)
    const before = folder().snapshot()
    const stop = new AbortController()
    const reason = new Error('stopped')
    const stopping = seal(deed(), [{ path }], {
      policy: policy(SMALL),
      signal: stop.signal,
      progress: ({ phase }) => phase === 'seal-again' && stop.abort(reason),
    })
    await expect(stopping).rejects.toBe(reason)
    expect(folder().snapshot()).toEqual(before)
    const progress: SealRequest['progress'] = ({ phase, rows }) => {
      if (phase === 'seal-again' && rows === 20) folder().write('t.csv', `${CALLED}1,2,3\n`)
    }
    expect(await codeOf(() => seal(deed(), [{ path }], { policy: policy(SMALL), progress }))).toBe('CHANGED')
    expect(listAll(folder().path)).toEqual([path])
  })

  it('names the place of a fault in the first rows, and of one behind them', async () => {
    for (const line of [5, 1900]) {
      const lines = CALLED.split('\n')
      lines[line - 1] = '1,2'
      const path = folder().write('t.csv', lines.join('\n'))
      await expect(seal(deed(), [{ path }])).rejects.toMatchObject({
        code: 'SHAPE',
        message: expect.stringMatching(new RegExp(`\\b${line}\\b`)),
      })
    }
  })
})

/** Names and headers of the container are the same in both. */
function isText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0 || (byte >= 0x20 && byte < 0x7f))
}
