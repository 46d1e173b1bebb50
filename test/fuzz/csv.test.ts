import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SliceRefused } from '../../src/ingest/csv/fault.ts'
import { findRecords } from '../../src/ingest/csv/sample.ts'
import { cutSlice, DELIMITERS, eachCell } from '../../src/ingest/index.ts'
import { readChangedBytes } from './properties.ts'
import { READERS } from './readers/index.ts'

describe('an export that somebody changed', () => {
  it('comes back byte for byte with the cells that csv-parse reads, or is refused by a code', async () => {
    const outcomes = await readChangedBytes(await READERS.csv!(), { seed: 151, numRuns: 500 })
    for (const outcome of ['accepted', 'ENCODING', 'SYNTAX', 'SHAPE', 'FORMAT', 'EMPTY', 'VALUE'] as const) {
      expect(outcomes.get(outcome)).toBeGreaterThan(0)
    }
  })
})

describe('text that is nearly CSV', () => {
  it('has the cells that csv-parse reads wherever the slicer takes it', () => {
    let accepted = 0
    const piece = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('a', '', ' ', 'é', '"a"', '""', '"a""b"', '"a\r\nb"', '1,5') },
      { weight: 6, arbitrary: fc.constantFrom(',', ';', '\t', '|', '\n', '\r\n', '\r') },
      {
        weight: 1,
        arbitrary: fc.constantFrom('"', '\ufeff', '\\"', '\u2028', '#', '\u00a0', '\v', '\f', "'"),
      },
    )
    const check = (pieces: readonly string[], delimiter: (typeof DELIMITERS)[number], columns: number) => {
      const text = Buffer.from(pieces.join(''))
      const rows = rowsOf(text, delimiter, columns)
      if (rows === undefined) return
      accepted += rows.length
      expect(findRecords(text, delimiter, { blankIsRow: columns === 1 })).toEqual(rows)
    }
    const property = fc.property(
      fc.array(piece, { maxLength: 12 }),
      fc.constantFrom(...DELIMITERS),
      fc.integer({ min: 1, max: 3 }),
      check,
    )
    fc.assert(property, { seed: 152, numRuns: 8000 })
    expect(accepted).toBeGreaterThan(1000)
  })
})

/** By row, or undefined where the slicer refuses. */
function rowsOf(
  text: Buffer,
  delimiter: (typeof DELIMITERS)[number],
  columns: number,
): string[][] | undefined {
  const dialect = { encoding: 'utf-8', delimiter, lineEnd: '\n', columns } as const
  try {
    const { rows, segments } = cutSlice(text, dialect, { number: 0, offset: 0, last: true })
    const cells = segments
      .filter(({ kind }) => kind === 'cells')
      .map((segment) => Array.from(eachCell(segment), (cell) => cell.text))
    return Array.from({ length: rows }, (_, row) => cells.map((column) => column[row] ?? ''))
  } catch (error) {
    if (error instanceof SliceRefused) return undefined
    throw error
  }
}
