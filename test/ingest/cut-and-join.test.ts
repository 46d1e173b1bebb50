import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRecords } from '../../src/ingest/csv/sample.ts'
import { findUtf8 } from '../../src/ingest/encoding/decode.ts'
import { assertByteExact, cutSlice, eachCell, joinSlice } from '../../src/ingest/index.ts'
import { randomCsv } from './random-csv.ts'

const whole = { number: 0, offset: 0, last: true }

function cellsOf(slice: ReturnType<typeof cutSlice>): string[][] {
  return slice.segments
    .filter((segment) => segment.kind === 'cells')
    .map((segment) => Array.from(eachCell(segment), (cell) => cell.text))
}

describe('cutting a slice and joining it again', () => {
  it('gives the same bytes for every table, delimiter, line end, quoting and encoding', () => {
    fc.assert(
      fc.property(randomCsv, ({ bytes, dialect, rows }) => {
        const slice = cutSlice(bytes, dialect, whole)
        expect(slice.rows).toBe(rows.length)
        expect(Buffer.from(joinSlice(slice, dialect)).equals(bytes)).toBe(true)
        assertByteExact(bytes, slice, dialect)
      }),
      { seed: 1, numRuns: 3000 },
    )
  })

  it('gives the cells that were written, and that csv-parse reads', () => {
    fc.assert(
      fc.property(randomCsv, ({ bytes, dialect, rows }) => {
        const columns = cellsOf(cutSlice(bytes, dialect, whole))
        const transposed = rows.map((_, row) => columns.map((column) => column[row]))
        expect(transposed).toEqual(rows)
        const text = findUtf8(bytes, dialect.encoding) ?? new Uint8Array(0)
        expect(findRecords(text, dialect.delimiter, { blankIsRow: dialect.columns === 1 })).toEqual(rows)
      }),
      { seed: 2, numRuns: 2000 },
    )
  })
})
