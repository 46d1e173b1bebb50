import { DatadeedError } from '../errors.ts'
import { type CsvDialect, cutSlice, eachCell, headerFields, SliceRefused } from '../ingest/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

/** What a manifest says of a table's header line. */
interface NamedTable {
  readonly name: string
  readonly columns: readonly { readonly name: string }[]
  /** Whether a header line stands before the rows. */
  readonly header: boolean
}

/**
 * Requires that what stands before the rows names the table's columns and holds nothing else: a row hidden there, or a
 * quote left open, would give a file with other rows than the manifest counts (FORMAT.md section 5).
 * @throws DatadeedError DAMAGED
 */
export function assertPreamble(preamble: Uint8Array, dialect: CsvDialect, table: NamedTable): void {
  const fields = headerFields(preamble, dialect)
  const first = fields[0]
  const last = fields.at(-1)
  if (first === undefined || last === undefined) {
    if (table.header) throw foreign(table)
    return
  }
  const start = first.byteOffset - preamble.byteOffset
  const end = last.byteOffset + last.length - preamble.byteOffset
  const names = readNames(preamble.subarray(start, end), dialect)
  const same =
    table.header &&
    names?.length === table.columns.length &&
    table.columns.every(({ name }, index) => name === names[index])
  if (!same || !/^[\r\n\0]*$/.test(Buffer.from(preamble.subarray(end)).toString('latin1')))
    throw foreign(table)
}

/** The names of a header line; undefined where it is no sound line of this dialect. */
function readNames(line: Uint8Array, dialect: CsvDialect): string[] | undefined {
  try {
    const { rows, segments } = cutSlice(line, dialect, { number: 0, offset: 0, last: true })
    const cells = segments.filter(({ kind, column }) => kind === 'cells' && column < dialect.columns)
    return rows === 1
      ? cells.flatMap((segment) => Array.from(eachCell(segment), ({ text }) => text))
      : undefined
  } catch (error) {
    if (error instanceof SliceRefused) return undefined
    throw error
  }
}

function foreign(table: NamedTable): DatadeedError {
  return new DatadeedError('DAMAGED', say().restore.foreignPreamble({ table: printable(table.name) }), {
    hints: [say().restore.askSeller],
  })
}
