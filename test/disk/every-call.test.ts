import { readFileSync, rmSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import type { SealRequest } from '../../src/seal/index.ts'
import { type Call, refusing, spy } from '../files/faulty-file-system.ts'
import { CANARY, restore, reviewed, seal, useFolder } from '../hostile/make-deed.ts'
import { addedTo, assertNothingUnnamed, failureOf, LONG } from './outcome.ts'

const ROWS = `id,name\n1,${CANARY}\n2,b\n`
const POLICY = reviewed({ t: ['id', 'name'], u: ['id', 'name'] }, 'epochs: {rows: 1}')
const EXITS: Readonly<Record<string, number>> = {
  ENOSPC: 11,
  EDQUOT: 11,
  EFBIG: 11,
  EIO: 10,
  EACCES: 10,
  EXDEV: 10,
  EROFS: 10,
  EMFILE: 10,
}

interface Fault {
  readonly code: string
  readonly forEver: boolean
}
const ALL: readonly Fault[] = Object.keys(EXITS).flatMap((code) => [
  { code, forEver: false },
  { code, forEver: true },
])
const TWO: readonly Fault[] = [
  { code: 'ENOSPC', forEver: false },
  { code: 'EIO', forEver: true },
]

let points = 0
afterAll(() => {
  if (LONG) process.stderr.write(`${points} calls of the file system failed\n`)
})

/** The calls whose failure does not stop a run: looking for leftovers, and syncing where there is no such thing. */
function isOptional(call: Call, { code, forEver }: Fault, isLast: boolean): boolean {
  const optional = call === 'list' || (call === 'syncFolder' && code === 'EACCES')
  return optional && (!forEver || isLast)
}

/** Lets every call in turn fail: `run` must end with the right exit code and leave nothing that it does not name. */
async function failEachCall(
  calls: readonly Call[],
  faults: (number: number) => readonly Fault[],
  run: (
    files: ReturnType<typeof refusing>,
    expected: { number: number; exit: number | undefined },
  ) => Promise<void>,
): Promise<void> {
  for (const [index, call] of calls.entries()) {
    for (const fault of faults(index + 1)) {
      points += 1
      const exit = isOptional(call, fault, index === calls.length - 1) ? undefined : EXITS[fault.code]
      await run(refusing(index + 1, fault), { number: index + 1, exit })
    }
  }
}

const exports = (folder: ReturnType<ReturnType<typeof useFolder>>) => [
  { path: folder.write('t.csv', ROWS) },
  { path: folder.write('u.csv', ROWS) },
]

describe('a seal whose n-th call of the file system fails (C01, C03, C05-C12, C19)', () => {
  const folder = useFolder()
  const deed = () => folder().at('a.deed')

  // Each other call of the file form, and a sample of the folder form, which calls the same code; all in the long run.
  it.each([
    [
      'file',
      (number: number) =>
        LONG ? ALL : number % 2 === 0 ? TWO.slice((number / 2) % 2, ((number / 2) % 2) + 1) : [],
    ],
    [
      'folder',
      (number: number) => (LONG ? ALL : number % 12 === 0 ? TWO.slice(number % 24 === 0 ? 1 : 0, 2) : []),
    ],
  ] as const)(
    'leaves nothing that it does not name, for every n (%s)',
    { timeout: 3_600_000 },
    async (form, faults) => {
      const request: Partial<SealRequest> = { form, policy: POLICY, readback: LONG }
      const sources = exports(folder())
      const before = folder().snapshot()
      const { files, calls } = spy()
      await seal(deed(), sources, { ...request, files })
      rmSync(deed(), { recursive: true })
      await failEachCall(calls, faults, async (faulty, { number, exit }) => {
        const failure = await failureOf(() => seal(deed(), sources, { ...request, files: faulty }))
        // Whether the name is taken is looked at first, and fails as a read does.
        expect([number, failure?.exit]).toEqual([number, number === 1 ? 10 : exit])
        if (failure === undefined) {
          await restore(deed(), folder().at('out'))
          expect(readFileSync(folder().at('out', 't.csv'), 'utf8')).toBe(ROWS)
        } else assertNothingUnnamed(folder(), before, failure)
        for (const path of addedTo(folder(), before))
          rmSync(folder().at(path), { recursive: true, force: true })
      })
    },
  )
})

describe('a restore whose n-th call of the file system fails (G01, G03)', () => {
  const folder = useFolder()

  it.each(['new/out', 'out'])(
    'leaves nothing that it does not name, for every n (%s)',
    { timeout: 3_600_000 },
    async (name) => {
      const output = folder().at(name)
      const deed = folder().at('a.deed')
      await seal(deed, exports(folder()), { policy: POLICY })
      if (name === 'out') await restore(deed, output, { format: 'jsonl' })
      const before = folder().snapshot()
      const { files, calls } = spy()
      await restore(deed, output, { files })
      const clean = () => {
        for (const path of addedTo(folder(), before))
          rmSync(folder().at(path), { recursive: true, force: true })
      }
      clean()
      const some = (number: number) => TWO.slice(number % 2, (number % 2) + 1)
      const faults = LONG
        ? () => ALL
        : name === 'out'
          ? (number: number) => (number % 5 === 0 ? some(number) : [])
          : some
      await failEachCall(calls, faults, async (faulty, { exit }) => {
        const failure = await failureOf(() => restore(deed, output, { files: faulty }))
        expect(failure?.exit).toBe(exit)
        if (failure === undefined) expect(readFileSync(`${output}/t.csv`, 'utf8')).toBe(ROWS)
        else assertNothingUnnamed(folder(), before, failure)
        clean()
      })
    },
  )
})
