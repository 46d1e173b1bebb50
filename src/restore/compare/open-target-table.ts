import { open } from 'node:fs/promises'
import type { ManifestTable } from '../../deed/index.ts'
import { InternalError } from '../../errors.ts'
import { readFault } from '../../files/index.ts'
import {
  type ExportOptions,
  isJsonName,
  isWorkbookName,
  type OpenedExport,
  openExport,
  type TableSource,
} from '../../ingest/index.ts'
import type { RestorableTable } from '../plan-restore.ts'
import type { FoundTable } from './find-target-tables.ts'
import type { CompareRequest } from './report.ts'

/** How it is to be read. */
type ReadingRequest = Pick<CompareRequest, 'encoding' | 'delimiter' | 'signal'>

export interface OpenedTable extends AsyncDisposable {
  readonly source: TableSource
}

/**
 * Opens the table of a target to read its rows: a CSV that begins as a restore writes it in the deed's own dialect,
 * others in what is found or said.
 * @throws DatadeedError as openExport does
 */
export async function openTargetTable(
  { operand, kind, name }: FoundTable,
  table: ManifestTable,
  { written, request }: { readonly written: RestorableTable | undefined; readonly request: ReadingRequest },
): Promise<OpenedTable> {
  const { signal } = request
  const opened =
    kind === 'database'
      ? await openExport(operand, { database: { tables: [name] }, signal })
      : await openExport(operand, { ...(await textOptions(operand, table, { written, request })), signal })
  return { source: only(opened), [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose]() }
}

async function textOptions(
  path: string,
  { source }: ManifestTable,
  { written, request }: { readonly written: RestorableTable | undefined; readonly request: ReadingRequest },
): Promise<Pick<ExportOptions, 'encoding' | 'delimiter' | 'header'>> {
  if (isJsonName(path) || isWorkbookName(path)) return {}
  const { encoding, delimiter } = request
  const header = source.kind !== 'csv' || source.header
  const own = { encoding, delimiter, header }
  const asked = encoding !== undefined || delimiter !== undefined
  if (asked || written === undefined || written.format !== 'csv') return own
  if (!(await beginsWith(path, written.head))) return own
  const { dialect } = written.shape
  return { encoding: dialect.encoding, delimiter: dialect.delimiter, header }
}

async function beginsWith(path: string, head: Uint8Array): Promise<boolean> {
  try {
    await using file = await open(path, 'r')
    const start = Buffer.alloc(head.length)
    const { bytesRead } = await file.read(start, 0, head.length, 0)
    return bytesRead === head.length && start.equals(head)
  } catch (cause) {
    throw readFault(path, cause)
  }
}

/** A workbook of several sheets is compared by its first. */
function only({ tables }: OpenedExport): TableSource {
  const [first] = tables
  if (first === undefined) throw new InternalError('an export was opened without a table')
  return first
}
