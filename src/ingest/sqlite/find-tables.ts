import type { DatabaseSync } from 'node:sqlite'
import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { Column } from '../../table.ts'
import { assertTablesFound, type DatabaseOptions, listNames, QUERY_NAME } from '../database/options.ts'
import { kindOfDeclared } from './affinity.ts'
import { queryFault } from './faults.ts'

/** What is read as one table. */
export interface Relation {
  readonly name: string
  readonly from: 'table' | 'view' | 'query'
  readonly columns: readonly Column[]
  /** As SQL that can stand behind FROM and before a bracket: names its columns c0, c1, … */
  readonly clause: string
  /** True where the same rows come in the same order each time: by rowid or primary key. */
  readonly ordered: boolean
}

interface Listed {
  readonly name: string
  readonly type: 'table' | 'view' | 'virtual' | 'shadow'
}

/** The tables that are asked for, or all ordinary ones, and what a person should know of the others. */
export function findRelations(
  connection: DatabaseSync,
  { tables, query }: DatabaseOptions,
  path: string,
): { readonly relations: readonly Relation[]; readonly notes: readonly string[] } {
  if (query !== undefined) return { relations: [readQuery(connection, query, path)], notes: [] }
  const listed = listAll(connection)
  if (tables === undefined || tables.length === 0) {
    const ordinary = listed.filter(({ type }) => type === 'table')
    if (ordinary.length === 0) {
      const { databases } = say()
      const views = listed.filter(({ type }) => type !== 'shadow').map(({ name }) => name)
      const hint =
        views.length === 0 ? databases.hintNoTables : databases.hintTables({ names: listNames(views) })
      throw new DatadeedError('EMPTY', databases.noTables({ path: printable(path) }), { hints: [hint] })
    }
    return {
      relations: ordinary.map((table) => readRelation(connection, table)),
      notes: noteOthers(listed, path),
    }
  }
  const found = tables.map((asked) => [asked, findListed(listed, asked)] as const)
  const missing = found.flatMap(([asked, table]) => (table === undefined ? [asked] : []))
  const readable = listed.filter(({ type }) => type !== 'shadow').map(({ name }) => name)
  assertTablesFound(path, missing, readable)
  const distinct = new Set(found.flatMap(([, table]) => (table === undefined ? [] : [table])))
  return { relations: [...distinct].map((table) => readRelation(connection, table)), notes: [] }
}

/** In the order in which they were created. */
export function listAll(connection: DatabaseSync): Listed[] {
  const types = new Map(
    connection
      .prepare("SELECT name, type FROM pragma_table_list WHERE schema = 'main'")
      .all()
      .map(({ name, type }) => [String(name), String(type) as Listed['type']]),
  )
  return connection
    .prepare("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY rowid")
    .all()
    .map(({ name }) => String(name))
    .filter((name) => !/^sqlite_/i.test(name))
    .flatMap((name): Listed[] => {
      const type = types.get(name)
      return type === undefined ? [] : [{ name, type }]
    })
}

/** SQLite's names differ by more than the case of ASCII letters. */
function findListed(listed: readonly Listed[], asked: string): Listed | undefined {
  const fold = (name: string): string => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  return listed.find(({ name }) => name === asked) ?? listed.find(({ name }) => fold(name) === fold(asked))
}

function noteOthers(listed: readonly Listed[], path: string): string[] {
  const { databases } = say()
  const told = { path: printable(path) }
  const of = (type: Listed['type']): string[] =>
    listed.filter((each) => each.type === type).map(({ name }) => name)
  const [views, virtual, shadow] = [of('view'), of('virtual'), of('shadow')]
  return [
    ...(views.length === 0 ? [] : [databases.viewsLeftOut({ ...told, names: listNames(views) })]),
    ...(virtual.length === 0 ? [] : [databases.virtualLeftOut({ ...told, names: listNames(virtual) })]),
    ...(shadow.length === 0 ? [] : [databases.shadowLeftOut({ ...told, names: listNames(shadow) })]),
  ]
}

/** Hidden columns of virtual tables (1) are parameters, no columns; generated ones (2, 3) are read. */
function readRelation(connection: DatabaseSync, { name, type }: Listed): Relation {
  const columns = connection
    .prepare('SELECT name, type FROM pragma_table_xinfo(?) WHERE hidden <> 1 ORDER BY cid')
    .all(name)
    .map((column, index) => describe(index, String(column.name), String(column.type ?? '') || null))
  const selected = columns.map((column) => quoteName(column.name)).join(', ')
  // An index that has all columns would be read in its own order.
  const plain = type === 'table' ? ' NOT INDEXED' : ''
  return {
    name,
    from: type === 'view' ? 'view' : 'table',
    columns,
    clause: `SELECT ${selected} FROM main.${quoteName(name)}${plain}`,
    ordered: type === 'table',
  }
}

/** A query that is one SELECT: it stands alone, and within brackets, which two of them or anything else could not. */
function readQuery(connection: DatabaseSync, query: string, path: string): Relation {
  try {
    const statement = connection.prepare(query)
    if (statement.expandedSQL !== statement.sourceSQL) throw hasParameters(path)
    const columns = statement.columns().map(({ name, type }, index) => describe(index, name, type))
    const clause = query.replace(/[\s;]+$/, '')
    const relation: Relation = { name: QUERY_NAME, from: 'query', columns, clause, ordered: false }
    connection.prepare(selectFrom(relation, 'c0'))
    return relation
  } catch (cause) {
    throw queryFault(cause, path)
  }
}

/** Nobody gives them values; SQLite would take NULL. */
function hasParameters(path: string): DatadeedError {
  const { databases } = say()
  const told = { path: printable(path), reason: databases.parameters }
  return new DatadeedError('USAGE', databases.badQuery(told), { hints: [databases.hintQuery] })
}

/** `selected` of the relation's rows; in it the columns are c0, c1, … */
export function selectFrom({ clause, columns }: Relation, selected: string): string {
  const names = columns.map(({ index }) => `c${index}`).join(', ')
  return `WITH rows_read (${names}) AS (${clause}\n) SELECT ${selected} FROM rows_read`
}

function describe(index: number, name: string, declared: string | null): Column {
  return { index, name, kind: kindOfDeclared(declared), declared }
}

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
