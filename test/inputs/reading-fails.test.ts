import {
  appendFileSync,
  copyFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { DatadeedError } from '../../src/errors.ts'
import { openCsvExport, type SourceDisk } from '../../src/ingest/index.ts'
import { classifyExports } from '../../src/seal/index.ts'
import { reviewed, seal, useFolder } from '../hostile/make-deed.ts'
import { systemError, watchedDisk } from './disks.ts'

const LONG = process.env.DATADEED_TEST_LONG !== undefined
/** More than the sample that an export is opened by, so that later reads are needed. */
const ROWS = `id,name\n${Array.from({ length: 10_000 }, (_, row) => `${row},the name ${row}\n`).join('')}`
const REVIEWED = reviewed({ t: ['id', 'name'] })

const folder = useFolder()
/** A time that a program can set back to the nanosecond. */
const WRITTEN = 1_750_000_000

function source(): string {
  const path = folder().write('t.csv', ROWS)
  utimesSync(path, WRITTEN, WRITTEN)
  return path
}

type Use = (path: string, disk: SourceDisk) => Promise<unknown>

/** All that sealing does with an export: it is opened and read to its end. */
async function read(path: string, disk: SourceDisk): Promise<void> {
  await using export_ = await openCsvExport(path, { disk })
  const bounds = { sliceBytes: 50_000, sliceRows: 100_000 }
  for await (const slice of export_.slices(bounds)) slice.release()
}

const sealIt: Use = (path, disk) => seal(folder().at('a.deed'), [{ path, disk }], { policy: REVIEWED })
const classifyIt: Use = (path, disk) => classifyExports({ exports: [{ path, disk }], workers: 1 })

async function outcomeOf(act: () => Promise<unknown>): Promise<string> {
  try {
    await act()
    return 'done'
  } catch (error) {
    if (error instanceof DatadeedError) return `${error.code} ${error.exitCode}`
    throw error
  }
}

describe('B04 a disk that fails at one byte of an export', () => {
  const places = [0, 1, 7, 8, 4096, 131_071, 131_072, 131_073, 150_000, ROWS.length - 1]
  const sample = LONG ? places : [131_073]
  it.each<[string, Use, number[]]>([
    ['read', read, places],
    ['sealed', sealIt, sample],
    ['classified', classifyIt, sample],
  ])('is told as a failure to read, never as a shorter file: %s', async (_, use, bytes) => {
    const path = source()
    const before = folder().snapshot()
    for (const badFrom of bytes) {
      expect(await outcomeOf(() => use(path, watchedDisk({ badFrom }))), `${badFrom}`).toBe('IO_READ 10')
      expect(folder().snapshot()).toEqual(before)
    }
  })
})

describe('B04 a call to the disk that fails, whichever it is,', () => {
  it.each<[string, 'once' | 'for ever', Use, number]>([
    ['read', 'once', read, 1],
    ['read', 'for ever', read, 1],
    ['sealed', 'once', sealIt, LONG ? 1 : 5],
    ['sealed', 'for ever', sealIt, LONG ? 1 : 7],
  ])('leaves nothing: %s, %s', async (_, how, use, step) => {
    const path = source()
    const clean = folder().snapshot()
    const outcomes = new Set<string>()
    for (let failing = 1; ; failing += step) {
      let calls = 0
      const failed: string[] = []
      const disk = watchedDisk({
        before: (call) => {
          calls++
          if (calls !== failing && !(how === 'for ever' && calls > failing)) return
          failed.push(call)
          throw systemError('EIO')
        },
      })
      const outcome = await outcomeOf(() => use(path, disk))
      outcomes.add(outcome)
      if (outcome !== 'done') expect(folder().snapshot(), failed.join()).toEqual(clean)
      // A close that fails comes after all has been read and proved.
      else expect(failed.every((call) => call === 'close')).toBe(true)
      rmSync(folder().at('a.deed'), { force: true })
      if (calls < failing) break
    }
    expect(outcomes).toEqual(new Set(['IO_READ 10', 'done']))
  })
})

describe('an export that changes while it is read', () => {
  const other = ROWS.replace('name 7\n', 'NAME 7\n')

  /** Under the same times, as far as a program can set them. */
  function withOldTimes(path: string, write: () => void): void {
    write()
    utimesSync(path, WRITTEN, WRITTEN)
    expect(statSync(path, { bigint: true }).mtimeNs).toBe(BigInt(WRITTEN) * 1_000_000_000n)
  }

  function replace(path: string, write: (to: string) => void): void {
    write(`${path}.new`)
    renameSync(`${path}.new`, path)
  }

  const changes: readonly (readonly [string, (path: string) => void])[] = [
    ['B05 grows', (path) => appendFileSync(path, '9,9\n')],
    ['B06 shrinks', (path) => truncateSync(path, ROWS.length - 10)],
    ['B06 becomes empty', (path) => truncateSync(path, 0)],
    [
      'B07 is replaced by a file of its size and time',
      (path) => withOldTimes(path, () => replace(path, (to) => writeFileSync(to, other))),
    ],
    [
      'B07 is replaced by its own copy',
      (path) => withOldTimes(path, () => replace(path, (to) => copyFileSync(path, to))),
    ],
    [
      'B07 is written over in place, its time set back',
      (path) => withOldTimes(path, () => writeFileSync(path, other)),
    ],
    ['B07 is removed', (path) => rmSync(path)],
  ]

  /** Runs `use` again and again, with the change before the third call to the disk, the fourth, and so on. */
  async function changeEverywhere(use: Use, change: (path: string) => void, step: number): Promise<number> {
    let places = 0
    // The first look and the opening come before anything is known of the file.
    for (let at = 4; ; at += step) {
      const path = source()
      // File systems keep time in steps of some milliseconds; a change within the step of the writing is not seen.
      await setTimeout(20)
      let calls = 0
      const disk = watchedDisk({
        before: (call) => {
          if (call !== 'close' && ++calls === at) change(path)
        },
      })
      const outcome = await outcomeOf(() => use(path, disk))
      if (calls < at) {
        expect(outcome).toBe('done')
        return places
      }
      expect(outcome, `call ${at}`).toBe('CHANGED 3')
      expect(
        folder()
          .snapshot()
          .filter((line) => !line.startsWith('t.csv')),
      ).toEqual([])
      places++
    }
  }

  it.each(changes)('is refused, at whichever call it is: %s', async (_, change) => {
    expect(await changeEverywhere(read, change, 1)).toBeGreaterThan(5)
  })

  it.each(LONG ? changes : changes.slice(5, 6))('is not sealed: %s', async (_, change) => {
    expect(await changeEverywhere(sealIt, change, LONG ? 1 : 4)).toBeGreaterThan(0)
  })
})
