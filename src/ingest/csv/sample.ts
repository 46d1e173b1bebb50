import { CsvError, parse } from 'csv-parse/sync'
import { InternalError } from '../../errors.ts'
import { findUtf8 } from '../encoding/decode.ts'
import { type CutSlice, cutSlice } from './cut-slice.ts'
import type { CsvDialect, Delimiter } from './dialect.ts'
import { eachCell } from './each-cell.ts'

/** Rows of the sample that csv-parse reads too: more would cost a short run more than all its other checks. */
const COMPARED_ROWS = 200

/** Rows as csv-parse reads them, ragged ones included, at most `rows`; undefined if it finds broken quotes. */
export function findRecords(
  text: Uint8Array,
  delimiter: Delimiter,
  { blankIsRow, rows = -1 }: { readonly blankIsRow: boolean; readonly rows?: number },
): string[][] | undefined {
  try {
    return parse(Buffer.from(text), {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: !blankIsRow,
      to: rows,
    })
  } catch (cause) {
    if (cause instanceof CsvError) return undefined
    throw cause
  }
}

/**
 * Cuts the sample (whole rows of the export, source bytes) and compares the cells of its first rows with what csv-parse
 * reads. `openCsvExport` calls it, so no export is classified or sealed without it.
 *
 * @throws SliceRefused if the sample is no good CSV, InternalError if the two readers differ
 */
export function assertSampleAgrees(sample: Uint8Array, dialect: CsvDialect, offset = 0): void {
  const slice = cutSlice(sample, dialect, { number: 0, offset, last: true })
  const rows = Math.min(slice.rows, COMPARED_ROWS)
  // A row more than are compared: were there none, the two would not agree on how many there are.
  const records = findRecords(findUtf8(sample, dialect.encoding) ?? new Uint8Array(0), dialect.delimiter, {
    blankIsRow: dialect.columns === 1,
    rows: COMPARED_ROWS + 1,
  })
  if (records?.length !== Math.min(slice.rows, COMPARED_ROWS + 1)) throw disagreement(`rows ${slice.rows}`)
  for (const [column, cells] of cellsByColumn(slice, rows).entries()) {
    for (const [row, text] of cells.entries()) {
      if (records[row]?.[column] !== text) throw disagreement(`row ${row + 1}, column ${column + 1}`)
    }
  }
  if (records.some((record) => record.length !== dialect.columns)) throw disagreement('columns')
}

function cellsByColumn(slice: CutSlice, rows: number): string[][] {
  return slice.segments
    .filter((segment) => segment.kind === 'cells')
    .map((segment) => Array.from(eachCell(segment).take(rows), (cell) => cell.text))
}

function disagreement(where: string): InternalError {
  return new InternalError(`the slicer and csv-parse read the sample differently: ${where}`)
}
