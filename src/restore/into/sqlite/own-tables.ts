import type { DatabaseSync } from 'node:sqlite'
import { randomBytes, toHex } from '../../../crypto/index.ts'
import type { PlannedTable } from '../plan-tables.ts'
import { quoteName } from './quote.ts'

/** SQLite has no comments: this table of ours says what every restored column is. */
const COLUMN_LIST = 'datadeed_columns'
/** And this one tells the file from all others, wherever it is moved to. */
const FILE_ID = 'datadeed_file'

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  [COLUMN_LIST]: [
    ...['table_name', 'column_name', 'deed_table', 'deed_column'],
    ...['type', 'compartment', 'changed', 'deed_id'],
  ],
  [FILE_ID]: ['id'],
}

/** @param folded in lower case */
export function isOwnTable(folded: string): boolean {
  return Object.hasOwn(FIELDS, folded)
}

/** What has one of our names and is another's; a view is, whatever it shows. */
export function findForeign(connection: DatabaseSync): string[] {
  const list = connection.prepare(
    "SELECT type FROM pragma_table_list WHERE schema = 'main' AND name = ? COLLATE NOCASE",
  )
  return Object.entries(FIELDS).flatMap(([table, fields]) => {
    const [known] = list.all(table)
    if (known === undefined) return []
    const found = connection.prepare('SELECT name FROM pragma_table_info(?)').all(table)
    const names = new Set(found.map(({ name }) => String(name)))
    return known.type === 'table' && fields.every((field) => names.has(field)) ? [] : [table]
  })
}

/** Undefined where nothing was restored into the file yet. */
export function findFileId(connection: DatabaseSync): string | undefined {
  const [known] = connection.prepare('SELECT 1 FROM sqlite_schema WHERE name = ? COLLATE NOCASE').all(FILE_ID)
  if (known === undefined || findForeign(connection).length > 0) return undefined
  const [row] = connection.prepare(`SELECT id FROM main.${quoteName(FILE_ID)}`).all()
  return typeof row?.id === 'string' ? row.id : undefined
}

export function newFileId(): string {
  return toHex(randomBytes(16))
}

/** Makes what is not there yet. */
export function makeOwnTables(connection: DatabaseSync, fileId: string): void {
  for (const [table, fields] of Object.entries(FIELDS)) {
    const declared = fields.map((field) => `${quoteName(field)} TEXT`).join(', ')
    connection.exec(`CREATE TABLE IF NOT EXISTS main.${quoteName(table)} (${declared})`)
  }
  const name = quoteName(FILE_ID)
  connection
    .prepare(`INSERT INTO main.${name} (id) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM main.${name})`)
    .run(fileId)
}

export function listColumns(connection: DatabaseSync, table: PlannedTable, deedId: string): void {
  const fields = FIELDS[COLUMN_LIST] ?? []
  const places = fields.map(() => '?').join(', ')
  const statement = connection.prepare(
    `INSERT INTO main.${quoteName(COLUMN_LIST)} (${fields.join(', ')}) VALUES (${places})`,
  )
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
