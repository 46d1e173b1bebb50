import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { isPostgres } from '../postgres/index.ts'
import { type CsvOptions, openCsvExport } from './csv/open-csv-export.ts'
import { openJoinedCsv } from './csv/open-joined-csv.ts'
import type { DatabaseOptions } from './database/options.ts'
import { expectRows } from './expect-rows.ts'
import type { JoinedFiles } from './source/joined-files.ts'
import { unpackedName } from './source/open-source.ts'
import { isSqlite } from './sqlite/is-sqlite.ts'
import type { OpenedExport } from './table-source.ts'
import type { WorkbookOptions } from './xlsx/choose-sheets.ts'

/** How an export is to be read. */
export interface ExportOptions extends CsvOptions {
  /** Files of one shape that make one table; the operand then is only what they are called together. */
  readonly joined?: JoinedFiles | undefined
  /** Of an export of one table. */
  readonly expectRows?: number | undefined
  /** Of a database alone. */
  readonly database?: DatabaseOptions | undefined
  /** Of a workbook alone. */
  readonly workbook?: WorkbookOptions | undefined
  /** Ends the reading of kinds that must be read whole before their columns are known, */
  readonly signal?: AbortSignal | undefined
  /** which tell here how many bytes of how many have been read. */
  readonly opening?: ((bytes: number, total: number) => void) | undefined
}

/** A kind of export besides CSV, and what an operand looks like that names one. */
interface Kind {
  readonly claims: (operand: string) => boolean
  /** Its reader is loaded only when it is needed. */
  readonly load: () => Promise<(operand: string, options: ExportOptions) => Promise<OpenedExport>>
}

const KINDS: readonly Kind[] = [
  {
    claims: isPostgres,
    load: async () => (await import('./postgres/open-postgres-export.ts')).openPostgresExport,
  },
  { claims: isSqlite, load: async () => (await import('./sqlite/open-sqlite-export.ts')).openSqliteExport },
  { claims: isWorkbookName, load: async () => (await import('./xlsx/open-xlsx-export.ts')).openXlsxExport },
  {
    claims: isJsonName,
    load: async () => (await import('./jsonl/open-json-export.ts')).openJsonExport,
  },
]

/** Whether an operand names a database, of which tables can be chosen. */
export function isDatabase(operand: string): boolean {
  return isPostgres(operand) || isSqlite(operand)
}

/** Whether an operand is named like JSON lines or a JSON array, packed or not. */
export function isJsonName(operand: string): boolean {
  return /\.(?:jsonl|ndjson|json)$/i.test(unpackedName(operand))
}

/** Whether an operand is named like an Excel workbook; templates and those with macros are workbooks as well. */
export function isWorkbookName(operand: string): boolean {
  return /\.(?:xlsx|xlsm|xltx|xltm)$/i.test(operand)
}

/**
 * Opens an export of the kind that its name says; its reader refuses bytes that say otherwise. Whatever no other kind
 * claims is read as a CSV.
 * @throws DatadeedError as the kind's own reader does; USAGE for an option that does not concern it
 */
export async function openExport(operand: string, options: ExportOptions = {}): Promise<OpenedExport> {
  const opened = await openByKind(operand, options)
  if (options.expectRows === undefined) return opened
  const [only, ...more] = opened.tables
  if (only !== undefined && more.length === 0)
    return { ...opened, tables: [expectRows(only, options.expectRows)] }
  await opened[Symbol.asyncDispose]()
  throw new DatadeedError('USAGE', say().ingest.rowsOfMany({ path: printable(operand) }))
}

async function openByKind(operand: string, options: ExportOptions): Promise<OpenedExport> {
  if (options.joined !== undefined) return openJoined(options.joined, options)
  const kind = KINDS.find(({ claims }) => claims(operand))
  const open = kind === undefined ? openCsv : await kind.load()
  return open(operand, options)
}

async function openJoined(files: JoinedFiles, options: ExportOptions): Promise<OpenedExport> {
  if (!files.paths.every((path) => /\.(?:jsonl|ndjson)$/i.test(unpackedName(path))))
    return openJoinedCsv(files, options)
  const { openJoinedJson } = await import('./jsonl/open-json-export.ts')
  return openJoinedJson(files, options)
}

async function openCsv(path: string, options: ExportOptions): Promise<OpenedExport> {
  const source = await openCsvExport(path, options)
  return {
    path,
    tables: [source],
    notes: source.rereadable || isExpected(options) ? [] : [say().ingest.cutUnseen],
    [Symbol.asyncDispose]: () => source[Symbol.asyncDispose](),
  }
}

function isExpected({ expectRows: rows, expectSha256 }: ExportOptions): boolean {
  return rows !== undefined || expectSha256 !== undefined
}
