import { type CsvOptions, openCsvExport } from './csv/open-csv-export.ts'
import type { OpenedExport } from './table-source.ts'

/** How an export is to be read. */
export type ExportOptions = CsvOptions

/** A kind of export besides CSV, and what an operand looks like that names one. */
interface Kind {
  readonly claims: (operand: string) => boolean
  /** Its reader is loaded only when it is needed. */
  readonly load: () => Promise<(operand: string, options: ExportOptions) => Promise<OpenedExport>>
}

const KINDS: readonly Kind[] = []

/**
 * Opens an export of the kind that its name says; its reader refuses bytes that say otherwise. Whatever no other kind
 * claims is read as a CSV.
 * @throws DatadeedError as the kind's own reader does
 */
export async function openExport(operand: string, options: ExportOptions = {}): Promise<OpenedExport> {
  const kind = KINDS.find(({ claims }) => claims(operand))
  const open = kind === undefined ? openCsv : await kind.load()
  return open(operand, options)
}

async function openCsv(path: string, options: ExportOptions): Promise<OpenedExport> {
  const source = await openCsvExport(path, options)
  return {
    path,
    tables: [source],
    notes: [],
    [Symbol.asyncDispose]: () => source[Symbol.asyncDispose](),
  }
}
