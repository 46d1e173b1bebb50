import type { DatabaseSync } from 'node:sqlite'
import type { NameRules } from '../map-names.ts'
import type { TakenTable } from '../taken-tables.ts'
import type { AcceptingColumn } from '../types/type-columns.ts'
import { quoteName } from './quote.ts'

/** Names of a row's number that no column of the table has. */
const ROW_IDS = ['_rowid_', 'rowid', 'oid']

/** What of a file has one of these names already, and what its columns take of texts. */
export function findTaken(
  connection: DatabaseSync,
  names: ReadonlySet<string>,
  fold: NameRules['fold'],
): TakenTable[] {
  const kinds = new Map(
    connection
      .prepare("SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = 'main'")
      .all()
      .map((row) => [String(row.name), row]),
  )
  return connection
    .prepare('SELECT name, type FROM main.sqlite_schema')
    .all()
    .map(({ name, type }) => ({ name: String(name), type: String(type) }))
    .filter(({ name }) => names.has(fold(name)))
    .map(({ name, type }): TakenTable => {
      const kind = kinds.get(name)
      const ordinary = type === 'table' && kind?.type === 'table'
      const columns = ordinary ? readColumns(connection, name, kind.strict === 1) : []
      return {
        name,
        replaceable: ordinary,
        appendable: ordinary && kind.wr === 0 && findRowId(connection, name) !== undefined,
        columns,
      }
    })
}

function readColumns(connection: DatabaseSync, table: string, strict: boolean): TakenTable['columns'] {
  const found = connection
    .prepare('SELECT name, type, pk, hidden, dflt_value, "notnull" AS filled FROM pragma_table_xinfo(?)')
    .all(table)
  const keys = found.filter(({ pk }) => Number(pk) > 0)
  return found.map((column) => {
    const declared = String(column.type ?? '')
    // An alias of the row's number: rows that are added could not be told from others by it.
    const numbers = keys.length === 1 && Number(column.pk) > 0 && /^integer$/i.test(declared)
    const closed = Number(column.hidden) !== 0 || numbers
    return {
      name: String(column.name),
      declared,
      accepts: closed ? undefined : acceptsOf(declared, strict),
      needed: Number(column.filled) === 1 && column.dflt_value === null && !numbers,
    }
  })
}

/** By the affinity of a declared type: https://www.sqlite.org/datatype3.html section 3.1 */
function acceptsOf(declared: string, strict: boolean): AcceptingColumn['accepts'] | undefined {
  const name = declared.toUpperCase()
  if (strict) {
    if (name === 'INT' || name === 'INTEGER') return ['bigint']
    return name === 'TEXT' || name === 'ANY' ? [] : undefined
  }
  if (name.includes('INT')) return ['decimal']
  if (/CHAR|CLOB|TEXT|BLOB/.test(name) || name === '') return []
  return /REAL|FLOA|DOUB/.test(name) ? undefined : ['decimal']
}

/** A name for the number of a row; undefined where columns have taken all of them. */
export function findRowId(connection: DatabaseSync, table: string): string | undefined {
  const found = connection.prepare('SELECT name FROM pragma_table_xinfo(?)').all(table)
  const names = new Set(found.map(({ name }) => String(name).toLowerCase()))
  return ROW_IDS.find((name) => !names.has(name))
}

/** The highest number of a row, as text; undefined for a table without rows. */
export function findLastRow(connection: DatabaseSync, table: string, rowId: string): string | undefined {
  const [row] = connection
    .prepare(`SELECT CAST(max(${rowId}) AS TEXT) AS last FROM main.${quoteName(table)}`)
    .all()
  return typeof row?.last === 'string' ? row.last : undefined
}
