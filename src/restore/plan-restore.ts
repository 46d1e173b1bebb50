import { changedColumns, isChanged, type VerifiedDeed } from '../deed/index.ts'
import { InternalError } from '../errors.ts'
import { type CsvDialect, ENCODINGS, joinHeader, neutraliseHeader, typedDialect } from '../ingest/index.ts'
import { assertPreamble } from './assert-preamble.ts'
import type { ChosenCompartments } from './choose-compartments.ts'
import { buildFileNames } from './file-names.ts'
import { outerNames } from './json-members.ts'
import { formatOf, hasPaths, objectShapeOf } from './object-shape.ts'
import { missingColumns, rowNumberName } from './opened-columns.ts'
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
  /** What stands behind them. */
  readonly tail: Uint8Array
  readonly format: RestoredTable['format']
  readonly kindsLost: boolean
  readonly fidelity: RestoredTable['fidelity']
  readonly missing: RestoredTable['missing']
  readonly changed: RestoredTable['changed']
  /** Names that got an apostrophe, by opened column. */
  readonly neutralised: readonly number[]
}

const LINE_ENDS = { lf: '\n', crlf: '\r\n', cr: '\r' } as const

/** Says for every table what of it comes back. Tables of which this key opens no column are left out. */
export function planRestore(
  deed: Pick<VerifiedDeed, 'manifest'>,
  opened: ReadonlySet<string>,
  {
    format,
    spreadsheetSafe = false,
    leftOut = [],
  }: Pick<RestoreRequest, 'format' | 'spreadsheetSafe'> & Partial<Pick<ChosenCompartments, 'leftOut'>>,
): RestorableTable[] {
  const { tables } = deed.manifest
  const formats = tables.map((table) => formatOf(table, format))
  const files = buildFileNames(
    tables.map(({ name }, number) => ({ name, extension: formats[number] ?? 'csv' })),
  )
  return tables.flatMap((table, number) => {
    const columns = table.columns.flatMap(({ name, compartment }, index) =>
      compartment !== null && opened.has(compartment) ? [{ index, name }] : [],
    )
    if (columns.length === 0) return []
    const written = formats[number] ?? 'csv'
    const safe = spreadsheetSafe && written === 'csv'
    const missing = missingColumns(table, opened, new Set(leftOut))
    const whole = missing.length === 0 && !table.columns.some(isChanged)
    const form = written !== 'csv' ? 'objects' : whole ? 'export' : 'columns'
    const closed = missing.some(({ because }) => because !== 'dropped')
    const names = table.columns.map(({ name }) => name)
    const taken = form === 'objects' && hasPaths(table) ? outerNames(names, table.name) : names
    const rowNumber = closed ? rowNumberName(taken) : undefined
    const dialect = dialectOf(table.source, table.columns.length)
    const header = table.source.kind !== 'csv' || table.source.header
    const own = Buffer.from(table.preamble, 'base64')
    assertPreamble(own, dialect, { ...table, header })
    const indexes = columns.map(({ index }) => index)
    const { result: preamble, counts } = safe
      ? neutraliseHeader(own, dialect, indexes)
      : { result: own, counts: [] }
    const heads = {
      objects: () => new Uint8Array(Buffer.from(written === 'json' ? '[' : '')),
      export: () => preamble,
      columns: () => (header ? joinHeader(preamble, dialect, indexes, rowNumber) : preamble),
    }
    const objects = form === 'objects' ? objectShapeOf(table, columns, written) : undefined
    return [
      {
        number,
        name: table.name,
        file: files[number] ?? `table-${number + 1}.${written}`,
        format: written,
        kindsLost: written === 'csv' && table.source.kind !== 'csv',
        shape: {
          dialect,
          columns,
          form,
          ...(objects === undefined ? {} : { objects }),
          ...(rowNumber === undefined ? {} : { rowNumber }),
          ...(safe ? { spreadsheetSafe: true as const } : {}),
        },
        neutralised: counts,
        head: heads[form](),
        tail: new Uint8Array(Buffer.from(written === 'json' ? '\n]\n' : '')),
        fidelity: form === 'export' ? table.fidelity.level : 'cell-exact',
        missing,
        changed: changedColumns(
          table.columns.filter(({ compartment }) => compartment !== null && opened.has(compartment)),
        ),
      },
    ]
  })
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
