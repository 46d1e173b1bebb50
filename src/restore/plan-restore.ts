import { isChanged, type VerifiedDeed } from '../deed/index.ts'
import { InternalError } from '../errors.ts'
import { type CsvDialect, ENCODINGS, joinHeader, neutraliseHeader, typedDialect } from '../ingest/index.ts'
import { assertPreamble } from './assert-preamble.ts'
import { buildFileNames } from './file-names.ts'
import type { RestoredTable, RestoreRequest } from './request.ts'
import type { TableShape } from './restore-job.ts'

/** A table of which this key opens something, and how its file is written. */
export interface RestorableTable {
  /** Position in the manifest. */
  readonly number: number
  readonly name: string
  readonly file: string
  readonly shape: TableShape
  /** What stands before the rows. */
  readonly head: Uint8Array
  readonly fidelity: RestoredTable['fidelity']
  readonly missing: RestoredTable['missing']
  /** Names that got an apostrophe, by opened column. */
  readonly neutralised: readonly number[]
}

const LINE_ENDS = { lf: '\n', crlf: '\r\n', cr: '\r' } as const

/** Says for every table what of it comes back. Tables of which this key opens no column are left out. */
export function planRestore(
  deed: VerifiedDeed,
  opened: ReadonlySet<string>,
  { format, spreadsheetSafe = false }: Pick<RestoreRequest, 'format' | 'spreadsheetSafe'>,
): RestorableTable[] {
  const { tables } = deed.manifest
  const files = buildFileNames(
    tables.map(({ name }) => name),
    format,
  )
  return tables.flatMap((table, number) => {
    const columns = table.columns.flatMap(({ name, compartment }, index) =>
      compartment !== null && opened.has(compartment) ? [{ index, name }] : [],
    )
    if (columns.length === 0) return []
    const missing = table.columns.flatMap(({ name, compartment, action }): RestoredTable['missing'] => {
      if (action === 'drop') return [{ name, because: 'dropped' }]
      return compartment !== null && opened.has(compartment) ? [] : [{ name, because: 'closed' }]
    })
    const whole = missing.length === 0 && !table.columns.some(isChanged)
    const closed = missing.some(({ because }) => because === 'closed')
    const rowNumber = closed ? rowNumberName(table.columns.map(({ name }) => name)) : undefined
    const dialect = dialectOf(table.source, table.columns.length)
    const header = table.source.kind !== 'csv' || table.source.header
    const form = format === 'jsonl' ? 'jsonl' : whole ? 'export' : 'columns'
    const own = Buffer.from(table.preamble, 'base64')
    assertPreamble(own, dialect, { ...table, header })
    const indexes = columns.map(({ index }) => index)
    const { result: preamble, counts } = spreadsheetSafe
      ? neutraliseHeader(own, dialect, indexes)
      : { result: own, counts: [] }
    const heads = {
      jsonl: () => new Uint8Array(0),
      export: () => preamble,
      columns: () => (header ? joinHeader(preamble, dialect, indexes, rowNumber) : preamble),
    }
    return [
      {
        number,
        name: table.name,
        file: files[number] ?? `table-${number + 1}.${format}`,
        shape: {
          dialect,
          columns,
          form,
          ...(rowNumber === undefined ? {} : { rowNumber }),
          ...(spreadsheetSafe ? { spreadsheetSafe } : {}),
        },
        neutralised: counts,
        head: heads[form](),
        fidelity: form === 'export' ? table.fidelity.level : 'cell-exact',
        missing,
      },
    ]
  })
}

/** `datadeed_row`, or with a number behind it where the table has such a column already. */
function rowNumberName(names: readonly string[]): string {
  for (let again = 1; ; again++) {
    const name = again === 1 ? 'datadeed_row' : `datadeed_row_${again}`
    if (!names.includes(name)) return name
  }
}

function dialectOf(
  source: VerifiedDeed['manifest']['tables'][number]['source'],
  columns: number,
): CsvDialect {
  if (source.kind !== 'csv') return typedDialect(columns)
  const encoding = ENCODINGS.find((known) => known === source.encoding)
  if (encoding === undefined)
    throw new InternalError('a manifest passed its checks with an encoding that exports cannot have')
  return { encoding, delimiter: source.delimiter, lineEnd: LINE_ENDS[source.lineEnd], columns }
}
