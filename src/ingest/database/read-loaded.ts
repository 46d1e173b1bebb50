import type { DatabaseSync } from 'node:sqlite'
import type { Column } from '../../table.ts'
import { type CopySource, copySlices } from '../postgres/open-postgres-export.ts'
import { readSlices } from '../sqlite/read-rows.ts'
import type { SliceRequest, SourceSlice } from '../table-source.ts'

/** Rows of a table that a database has not committed yet, on the connection that alone can see them. */
export interface LoadedRows {
  readonly columns: readonly Column[]
  /** One SELECT, of these columns. */
  readonly sql: string
}

/** As the slices of a PostgreSQL export. @throws IO_READ, LIMIT */
export function readCopied(
  source: CopySource,
  { columns, sql }: LoadedRows,
  request: SliceRequest,
): AsyncGenerator<SourceSlice> {
  return copySlices(source, { columns, from: 'table', sql, bytes: 0 }, request)
}

/** As the slices of an SQLite export. @throws DAMAGED, ENCODING, VALUE, LIMIT, IO_READ */
export function readInserted(
  connection: DatabaseSync,
  { path, utf16, columns, sql }: LoadedRows & { readonly path: string; readonly utf16: boolean },
  request: SliceRequest,
): AsyncGenerator<SourceSlice> {
  const nothing = async (): Promise<void> => undefined
  const database = {
    ...{ path, connection, utf16, size: 0 },
    assertUnchanged: nothing,
    [Symbol.asyncDispose]: nothing,
  }
  const relation = { name: path, from: 'table', columns, clause: sql, ordered: true } as const
  return readSlices(database, relation, request, (rows) => rows)
}
