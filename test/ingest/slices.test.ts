import { appendFile, mkdtemp, rename, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSlices } from '../../src/ingest/csv/slices.ts'
import {
  type CsvDialect,
  cutSlice,
  joinSlice,
  openCsvExport,
  type SliceRequest,
} from '../../src/ingest/index.ts'
import { openSourceFile } from '../../src/ingest/source-file.ts'
import { ROW_BYTES } from '../../src/limits.ts'
import { randomCsv } from './random-csv.ts'

let folder = ''
let path = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'datadeed-'))
  path = join(folder, 'export.csv')
})
afterAll(() => rm(folder, { recursive: true }))

/** By column, the cells of all slices in one; and all slices joined again. */
async function readAll(dialect: CsvDialect, request: SliceRequest) {
  const cells = new Map<number, Uint8Array[]>()
  const joined: Uint8Array[] = []
  let rows = 0
  let offset = 0
  await using file = await openSourceFile(path)
  for await (const slice of readSlices(file, 0, dialect, request)) {
    const cut = cutSlice(slice.bytes, dialect, slice)
    expect(slice.offset).toBe(offset)
    expect(slice.number).toBe(joined.length)
    expect(cut.rows).toBe(slice.rowEnds)
    expect(slice.last).toBe(offset + slice.bytes.length === file.size)
    joined.push(joinSlice(cut, dialect))
    for (const { column, kind, bytes } of cut.segments) {
      if (kind === 'cells') cells.set(column, [...(cells.get(column) ?? []), bytes])
    }
    rows += cut.rows
    offset += slice.bytes.length
    slice.release()
  }
  const byColumn = [...cells].map(([column, pieces]) => [column, Buffer.concat(pieces).toString('hex')])
  return { rows, slices: joined.length, bytes: Buffer.concat(joined), byColumn }
}

describe('slices', () => {
  it('of any size, from reads of any size, hold the same cells and bytes', async () => {
    const bounds = fc.record({
      sliceBytes: fc.integer({ min: 1, max: 80 }),
      sliceRows: fc.integer({ min: 1, max: 6 }),
      readBytes: fc.integer({ min: 1, max: 90 }),
    })
    await fc.assert(
      fc.asyncProperty(randomCsv, bounds, async ({ bytes, dialect, rows }, request) => {
        await writeFile(path, bytes)
        const small = await readAll(dialect, request)
        const whole = await readAll(dialect, { sliceBytes: 1 << 20, sliceRows: 1 << 20 })
        const again = await readAll(dialect, { ...request, readBytes: 7 })
        expect(small.bytes.equals(bytes)).toBe(true)
        expect(small.rows).toBe(rows.length)
        expect(small.byColumn).toEqual(whole.byColumn)
        expect(again).toEqual(small)
      }),
      { seed: 3, numRuns: 400 },
    )
  }, 20_000)

  it('end at the first row end after sliceBytes, and hold at most sliceRows rows', async () => {
    const dialect: CsvDialect = { encoding: 'utf-8', delimiter: ',', lineEnd: '\n', columns: 2 }
    await writeFile(path, '1,a\n2,b\n3,c\n4,d\n5,e\n')
    expect((await readAll(dialect, { sliceBytes: 4, sliceRows: 100 })).slices).toBe(5)
    expect((await readAll(dialect, { sliceBytes: 5, sliceRows: 100 })).slices).toBe(3)
    expect((await readAll(dialect, { sliceBytes: 100, sliceRows: 4 })).slices).toBe(2)
    expect((await readAll(dialect, { sliceBytes: 100, sliceRows: 5 })).slices).toBe(1)
    expect((await readAll(dialect, { sliceBytes: 100, sliceRows: 6 })).slices).toBe(1)
  })

  it('keep their bytes until they are released, and give them back once', async () => {
    const dialect: CsvDialect = { encoding: 'utf-8', delimiter: ',', lineEnd: '\n', columns: 1 }
    await writeFile(path, Array.from({ length: 50 }, (_, at) => `row ${at}\n`).join(''))
    await using file = await openSourceFile(path)
    const held: Uint8Array[] = []
    for await (const slice of readSlices(file, 0, dialect, { sliceBytes: 10, sliceRows: 1, readBytes: 16 })) {
      expect(slice.bytes.buffer).toBeInstanceOf(SharedArrayBuffer)
      if (slice.number % 2 === 0) held.push(slice.bytes)
      else {
        slice.release()
        slice.release()
      }
    }
    expect(held.map((bytes) => Buffer.from(bytes).toString())).toEqual(
      Array.from({ length: 25 }, (_, at) => `row ${at * 2}\n`),
    )
  })

  it('stop when the run is aborted', async () => {
    await writeFile(path, 'id,v\n1,2\n')
    await using source = await openCsvExport(path)
    const slices = source.slices({ sliceBytes: 10, sliceRows: 10, signal: AbortSignal.abort() })
    await expect(slices.next()).rejects.toThrow()
  })

  it('can be read twice, for a second pass', async () => {
    await writeFile(path, `id,v\n${'1,2\n'.repeat(100)}`)
    await using source = await openCsvExport(path)
    const digest = async () => {
      const pieces: Buffer[] = []
      for await (const slice of source.slices({ sliceBytes: 20, sliceRows: 100 })) {
        pieces.push(Buffer.from(slice.bytes))
        slice.release()
      }
      return Buffer.concat(pieces).toString()
    }
    expect(await digest()).toBe(await digest())
    await source.assertUnchanged()
  })

  it('of an export without rows are none', async () => {
    await writeFile(path, 'id,v\n')
    await using source = await openCsvExport(path)
    expect((await source.slices({ sliceBytes: 10, sliceRows: 10 }).next()).done).toBe(true)
  })
})

describe('a row without end', () => {
  it('is handed over, so that the line of its quote can be named, and then refused', async () => {
    await writeFile(path, `id,v\n1,2\n3,"${'x'.repeat(ROW_BYTES + (4 << 20))}`)
    await using source = await openCsvExport(path)
    const slices = source.slices({ sliceBytes: 1 << 20, sliceRows: 10 })
    const { value: slice } = await slices.next()
    if (slice === undefined) throw new Error('no slice')
    expect(slice.bytes.length).toBeLessThan(ROW_BYTES + (2 << 20))
    expect(() => cutSlice(slice.bytes, source.dialect, slice)).toThrow(
      expect.objectContaining({
        fault: expect.objectContaining({ kind: 'unclosed-quote', line: 2, character: 3 }),
      }),
    )
    await expect(slices.next()).rejects.toMatchObject({ code: 'LIMIT' })
  })
})

describe('a file that changes while it is read', () => {
  const changes: readonly (readonly [string, () => Promise<void>])[] = [
    ['grows', () => appendFile(path, '9,9\n')],
    ['shrinks', () => truncate(path, 100)],
    ['is written again', () => utimes(path, 1, 1)],
    [
      'is replaced by its like',
      async () => {
        await writeFile(`${path}.new`, rows)
        await rename(`${path}.new`, path)
      },
    ],
    ['is removed', () => rm(path)],
  ]
  const rows = `id,v\n${'1,2\n'.repeat(100_000)}`
  for (const [name, change] of changes) {
    it(`is refused if it ${name}`, async () => {
      await writeFile(path, rows)
      await using source = await openCsvExport(path)
      const read = async () => {
        for await (const slice of source.slices({ sliceBytes: 1000, sliceRows: 1000 })) {
          if (slice.number === 0) await change()
          expect(slice.last).toBe(false)
          slice.release()
        }
      }
      await expect(read()).rejects.toMatchObject({ code: 'CHANGED' })
    })
  }
})
