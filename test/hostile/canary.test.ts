import { readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DatadeedError } from '../../src/errors.ts'
import { classifyExports, previewSeal } from '../../src/seal/index.ts'
import { inspectDeed, verifyDeed } from '../../src/verify/index.ts'
import { Desk } from '../cli/run-cli.ts'
import { readEntries } from '../deed/edit-deed.ts'
import { layOutKeys } from './command-line.ts'
import { findLeaks } from './leaks.ts'
import { CANARY, NOW, party, policy, refusal, restore, seal, sealRequest, useFolder } from './make-deed.ts'

const PARTS = [CANARY, '13800138000', 'CANARY']
const HEADER = 'id,mobile,note\n'
const GOOD = `${HEADER}1,13800138000,${CANARY}\n2,${CANARY},"${CANARY},\n${CANARY}"\n`

const BROKEN: Readonly<Record<string, string | Buffer>> = {
  'unclosed quote': `${HEADER}1,"${CANARY},b\n2,${CANARY},b\n`,
  'quote within': `${HEADER}1,${CANARY}"x,b\n`,
  'text behind a quote': `${HEADER}1,"${CANARY}"${CANARY},b\n`,
  'short row': `${HEADER}1,${CANARY}\n`,
  'long row': `${HEADER}1,${CANARY},b,${CANARY}\n`,
  NUL: `${HEADER}1,${CANARY}\u0000,b\n`,
  'bad byte': Buffer.concat([
    Buffer.from(`${HEADER}1,${CANARY}`),
    Buffer.of(0xff, 0xfe),
    Buffer.from(',b\n'),
  ]),
  'cut character': Buffer.concat([Buffer.from(`${HEADER}1,b,${CANARY}`), Buffer.of(0xe4, 0xb8)]),
  'title line': `${CANARY}\n${HEADER}1,a,b\n`,
  'total line': `${GOOD}${CANARY}\n`,
  'two tables': `${GOOD}\n${CANARY},x\n1,2\n`,
  'values for names': `13800138000,${CANARY},a@CANARY.example\n1,2,3\n`,
  'one value for a name twice': `id,13800138000,13800138000\n1,2,3\n`,
}

/** Strings that hold a cell, whole or in part, in any usual coding. */
function leaks(text: string | Uint8Array, needles: readonly string[] = PARTS): string[] {
  return findLeaks(text, needles)
}

/** Everything that an error would tell, its causes included. */
function told(error: unknown): string {
  const lines: string[] = []
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    lines.push(at.message, JSON.stringify(at), at instanceof DatadeedError ? at.hints.join('\n') : '')
  }
  return lines.join('\n')
}

describe('a cell of an export', () => {
  const folder = useFolder()

  it('is in no word about the export, and in no byte of its deed', async () => {
    const exports = [{ path: folder().write('t.csv', GOOD) }]
    const split = policy('epochs: {rows: 1}')
    const deed = folder().at('a.deed')
    const steps: unknown[] = []
    const more = { policy: split, readback: true, progress: (step: unknown) => steps.push(step) }
    const [seller, buyer] = [await party('seller'), await party('buyer')]
    const said = [
      await classifyExports({ exports, workers: 1 }),
      await previewSeal(await sealRequest(deed, exports, more)),
      await seal(deed, exports, more),
      await inspectDeed(deed),
      await verifyDeed({ deed, from: seller.card, key: buyer.key, now: NOW }),
      await restore(deed, folder().at('out')),
      steps,
    ]
    for (const each of said) expect(leaks(JSON.stringify(each))).toEqual([])
    expect(leaks(readFileSync(deed))).toEqual([])
    for (const { name, bytes } of await readEntries(deed)) expect(leaks(Buffer.from(bytes)), name).toEqual([])
    expect(leaks(readFileSync(folder().at('out', 't.csv')))).toEqual(PARTS)
  })

  it.each(Object.keys(BROKEN))('is in no word about an export that is refused: %s', async (fault) => {
    const path = folder().write('t.csv', BROKEN[fault] ?? '')
    const before = folder().snapshot()
    const error = await refusal(() => seal(folder().at('a.deed'), [{ path }]))
    expect(error.exitCode).toBe(3)
    expect(leaks(told(error))).toEqual([])
    expect(folder().snapshot()).toEqual(before)
  })

  it('is in no word about a late fault, in a slice of its own', async () => {
    const turning = policy('epochs: {rows: 1}')
    for (const row of [`3,${CANARY}`, `3,"${CANARY}`, `3,${CANARY}"x,b`, `3,a,b,${CANARY}`]) {
      const path = folder().write('t.csv', `${HEADER}${`1,a,${'b'.repeat(800)}\n`.repeat(400)}${row}\n`)
      const before = folder().snapshot()
      const error = await refusal(() => seal(folder().at('a.deed'), [{ path }], { policy: turning }))
      expect([3, 4]).toContain(error.exitCode)
      expect(leaks(told(error))).toEqual([])
      expect(folder().snapshot()).toEqual(before)
    }
  })
})

describe('the command line', () => {
  let desk: Desk
  beforeEach(() => {
    desk = new Desk()
  })
  afterEach(() => desk[Symbol.dispose]())

  it('tells neither cells nor keys, and moves no cursor', async () => {
    const words = await layOutKeys(desk)
    writeFileSync(desk.path('good.csv'), GOOD.replace('note', '"no\u001b]0;x\u0007te\u202e"'))
    writeFileSync(desk.path('bad.csv'), BROKEN['unclosed quote'] ?? '')
    const named = ['--name', 'good.csv=\u001b[2J\u202egood']
    const runs: (readonly [words: string[], exit: number])[] = [
      [['classify', desk.path('good.csv')], 0],
      [words.seal([desk.path('bad.csv')], desk.path('bad.deed')), 3],
      [[...words.seal([desk.path('bad.csv')], desk.path('bad.deed')), '--json'], 3],
      [[...words.seal([desk.path('good.csv')], desk.path('a.deed')), ...named], 0],
      [['inspect', desk.path('a.deed')], 0],
      [words.verify(desk.path('a.deed')), 0],
      [words.restore(desk.path('a.deed'), desk.path('out')), 0],
    ]
    for (const [line, exit] of runs) {
      const { stdout, stderr, exit: got } = await desk.run(line, { env: { DATADEED_DEBUG: '1' } })
      const shown = stdout + stderr
      expect([line[0], got, shown]).toEqual([line[0], exit, shown])
      expect(leaks(shown, [...PARTS, ...words.secrets]), line[0]).toEqual([])
      expect(
        shown.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u),
        shown,
      ).toBeNull()
    }
    expect(leaks(readFileSync(desk.path('a.deed')), [...PARTS, ...words.secrets])).toEqual([])
    expect(desk.files()).toEqual([
      'a.deed',
      'bad.csv',
      'buyer.card',
      'buyer.key',
      'good.csv',
      'out',
      'seller.card',
      'seller.key',
    ])
  })
})
