import { type CsvOptions, openCsvExport } from './csv/open-csv-export.ts'
import type { OpenedExport } from './table-source.ts'

/** How an export is to be read; what does not concern its kind is refused. */
export type ExportOptions = CsvOptions

/**
 * Opens an export of whatever kind its name says and its first bytes agree with.
 * @throws DatadeedError as the kind's own reader does
 */
export async function openExport(path: string, options: ExportOptions = {}): Promise<OpenedExport> {
  const source = await openCsvExport(path, options)
  return {
    path,
    tables: [source],
    notes: [],
    [Symbol.asyncDispose]: () => source[Symbol.asyncDispose](),
  }
}
