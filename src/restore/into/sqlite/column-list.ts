import type { DatabaseSync } from 'node:sqlite'
import type { PlannedTable } from '../plan-tables.ts'
import { quoteName } from './quote.ts'

/** SQLite has no comments: this table of ours says what every restored column is. */
export const COLUMN_LIST = 'datadeed_columns'

const FIELDS = [
  'table_name',
  'column_name',
  'deed_table',
  'deed_column',
  'type',
  'compartment',
  'changed',
  'deed_id',
] as const

/** Whether the file has a table of that name that is another's. */
export function isForeignList(connection: DatabaseSync): boolean {
  const found = connection.prepare('SELECT name FROM pragma_table_info(?)').all(COLUMN_LIST)
  const names = new Set(found.map(({ name }) => String(name)))
  return found.length > 0 && !FIELDS.every((field) => names.has(field))
}

export function makeList(connection: DatabaseSync): void {
  const declared = FIELDS.map((field) => `${quoteName(field)} TEXT`).join(', ')
  connection.exec(`CREATE TABLE IF NOT EXISTS main.${quoteName(COLUMN_LIST)} (${declared})`)
}

export function listColumns(connection: DatabaseSync, table: PlannedTable, deedId: string): void {
  const places = FIELDS.map(() => '?').join(', ')
  const statement = connection.prepare(`INSERT INTO main.${quoteName(COLUMN_LIST)} VALUES (${places})`)
  for (const { deed, name, column, described } of table.columns) {
    const { type = 'row-number', compartment = null, how = null } = described ?? {}
    const own = deed === null ? null : name
    statement.run(table.table, column, table.name, own, type, compartment, how, deedId)
  }
}

/** Of a table that is replaced. */
export function unlistColumns(connection: DatabaseSync, table: string): void {
  connection
    .prepare(`DELETE FROM main.${quoteName(COLUMN_LIST)} WHERE table_name = ? COLLATE NOCASE`)
    .run(table)
}
