import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { type ExportOptions, openExport } from '../../../src/ingest/index.ts'
import { BOUNDS, readTyped } from '../read-typed.ts'

const folder = mkdtempSync(join(tmpdir(), 'datadeed-sqlite-random-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Cell = string | bigint | number | Uint8Array | null

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
  fc.constantFrom('', '"', ',', '\n', '\r\n', '\ufffd', 'a\ufffd', '𠮷', '0x1', '1e5'),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  // SQLite keeps NaN as NULL.
  fc.double({ noNaN: true }),
  fc.uint8Array({ maxLength: 20 }),
)

/** What is known of a cell whose text was read: its kind, and the value that the text stands for. */
function standsFor([kind, text]: readonly [string, string | null], like: Cell): unknown {
  if (text === null) return null
  if (kind === 'bytes') return new Uint8Array(Buffer.from(text, 'hex'))
  if (kind === 'text') return text
  return typeof like === 'bigint' ? BigInt(text) : Number(text)
}

async function readAll(path: string, options: ExportOptions, sliceBytes: number) {
  await using opened = await openExport(path, options)
  const [table] = opened.tables
  return table === undefined ? [] : await readTyped(table, { ...BOUNDS, sliceBytes })
}

it('cells of any kind come back from a table and a query alike, in every encoding of a database', async () => {
  let made = 0
  const encodings = fc.constantFrom('UTF-8', 'UTF-16le', 'UTF-16be')
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(encodings, rows, fc.constantFrom(50, 4_000_000), async (encoding, cells, sliceBytes) => {
      made += 1
      const path = join(folder, `${made}.db`)
      const database = new DatabaseSync(path)
      database.exec(`PRAGMA encoding='${encoding}'; PRAGMA synchronous=OFF; CREATE TABLE t(a, b, c)`)
      const insert = database.prepare('INSERT INTO t VALUES (?, ?, ?)')
      database.exec('BEGIN')
      for (const row of cells) insert.run(...row)
      database.exec('COMMIT')
      database.close()
      const read = await readAll(path, {}, sliceBytes)
      expect(
        read.map((row, at) => row.map((got, column) => standsFor(got, cells[at]?.[column] ?? null))),
      ).toEqual(cells)
      // An integer and a real of the same value are told apart by their text.
      for (const [at, row] of read.entries())
        for (const [column, [kind, text]] of row.entries())
          if (kind === 'number') expect(/[.e]/.test(text ?? '')).toBe(typeof cells[at]?.[column] === 'number')
      expect(
        await readAll(path, { database: { query: 'SELECT a, b, c FROM t ORDER BY rowid' } }, sliceBytes),
      ).toEqual(read)
    }),
    { numRuns: 40 },
  )
})
