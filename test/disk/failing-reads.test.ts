import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { afterEach, describe, expect, it } from 'vitest'
import { restore, reviewed, seal, useFolder } from '../hostile/make-deed.ts'
import { addedTo, failureOf, LONG } from './outcome.ts'

const ROWS = 'id,name\n1,a\n2,b\n'
const POLICY = reviewed({ t: ['id', 'name'] }, 'epochs: {rows: 1}')

const real = {
  openSync: fs.openSync,
  fstatSync: fs.fstatSync,
  stat: fs.promises.stat,
  readdir: fs.promises.readdir,
  open: fs.promises.open,
}

/** Lets the n-th look at a file by the main thread, counted from 1, fail with EIO; tells how many there were. */
function failRead(number: number): () => number {
  let calls = 0
  const next = (): void => {
    calls += 1
    if (calls === number) throw Object.assign(new Error('injected'), { code: 'EIO' })
  }
  const sync =
    <Given extends unknown[], Result>(act: (...given: Given) => Result) =>
    (...given: Given): Result => {
      next()
      return act(...given)
    }
  const later =
    <Given extends unknown[], Result>(act: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      next()
      return act(...given)
    }
  Object.assign(fs, { openSync: sync(real.openSync), fstatSync: sync(real.fstatSync) })
  Object.assign(fs.promises, {
    stat: later(real.stat as never),
    readdir: later(real.readdir as never),
    async open(...given: Parameters<typeof real.open>) {
      const reading =
        given[1] === undefined || given[1] === 'r' || (typeof given[1] === 'number' && (given[1] & 3) === 0)
      if (reading) next()
      const handle = await real.open(...given)
      if (reading) Object.assign(handle, { read: later(handle.read.bind(handle) as never) })
      return handle
    },
  })
  syncBuiltinESMExports()
  return () => calls
}

describe('a run whose n-th look at a file fails (B04)', () => {
  const folder = useFolder()
  const clear = (before: readonly string[]): void => {
    for (const path of addedTo(folder(), before))
      fs.rmSync(folder().at(path), { recursive: true, force: true })
  }
  afterEach(() => {
    const { openSync, fstatSync, ...promised } = real
    Object.assign(fs, { openSync, fstatSync })
    Object.assign(fs.promises, promised)
    syncBuiltinESMExports()
  })

  it.each(['file', 'folder'] as const)(
    'ends with 10 or succeeds, and leaves nothing, for every n (%s)',
    { timeout: 600_000 },
    async (form) => {
      const sources = [{ path: folder().write('t.csv', ROWS) }]
      const deed = folder().at('a.deed')
      const runs = {
        seal: () => seal(deed, sources, { policy: POLICY, form, readback: true }),
        restore: () => restore(deed, folder().at('out')),
      }
      let points = 0
      let refused = 0
      for (const [name, run] of Object.entries(runs)) {
        const before = folder().snapshot()
        // The first run loads modules, too.
        await run()
        clear(before)
        const calls = failRead(0)
        await run()
        const most = calls()
        failRead(0)
        clear(before)
        const step = LONG ? 1 : form === 'file' ? 3 : 9
        for (let number = 1 + (name === 'seal' ? 0 : 1); number <= most; number += step) {
          failRead(number)
          const failure = await failureOf(run)
          failRead(0)
          if (failure === undefined) {
            clear(before)
          } else {
            expect([name, number, failure.exit]).toEqual([name, number, 10])
            refused += 1
          }
          expect(folder().snapshot()).toEqual(before)
          points += 1
        }
        await run()
      }
      expect(refused).toBeGreaterThan(points / 2)
      if (LONG) process.stderr.write(`${points} looks failed, ${refused} of them ended the run\n`)
    },
  )
})
