import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { PostgresClient } from '../../postgres/index.ts'
import { assertTablesFound, listNames } from '../database/options.ts'

/** A table or view as the catalog has it. */
export interface Listed {
  readonly oid: string
  readonly schema: string
  readonly relation: string
  /** As it is called in a deed and by --table: without its schema where that is `public`. */
  readonly name: string
  /** `pg_class.relkind`: r table, p partitioned table, v view, m materialized view, f foreign table. */
  readonly kind: string
  readonly isPartition: boolean
  readonly inPath: boolean
  readonly readable: boolean
  /** Of the table itself, on the server's disk; 0 for views and partitioned tables. */
  readonly bytes: number
}

const LIST = `
  SELECT c.oid, n.nspname AS schema, c.relname AS relation, c.relkind AS kind, c.relispartition AS partition,
         n.nspname = ANY (pg_catalog.current_schemas(false)) AS "inPath",
         pg_catalog.has_table_privilege(c.oid, 'SELECT')
           AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') AS readable,
         CASE WHEN c.relkind IN ('r', 'm') THEN pg_catalog.pg_table_size(c.oid) ELSE 0 END AS bytes
    FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"`

/**
 * The tables that are asked for, or all ordinary and partitioned ones of the search path.
 * @throws DatadeedError USAGE, EMPTY, IO_READ with all that the role has no right to read
 */
export async function findTables(
  client: PostgresClient,
  asked: readonly string[],
  path: string,
): Promise<{ readonly tables: readonly Listed[]; readonly notes: readonly string[] }> {
  const listed = await listRelations(client)
  const tables = asked.length === 0 ? ordinaryOf(listed) : chooseTables(listed, asked, path)
  const { postgres, databases } = say()
  if (tables.length === 0) {
    const hint = listed.length === 0 ? postgres.hintNoTables : databases.hintTables({ names: names(listed) })
    throw new DatadeedError('EMPTY', databases.noTables({ path: printable(path) }), { hints: [hint] })
  }
  const closed = tables.filter(({ readable }) => !readable)
  if (closed.length > 0) {
    throw new DatadeedError('IO_READ', postgres.noRightOn({ path: printable(path), names: names(closed) }), {
      hints: [postgres.hintNoRight],
    })
  }
  return { tables, notes: asked.length === 0 ? noteOthers(listed, path) : [] }
}

/** All tables and views but the server's own. */
export async function listRelations(client: PostgresClient): Promise<Listed[]> {
  return (await client.query(LIST)).map(asListed)
}

function asListed(row: Record<string, string | null>): Listed {
  const { oid, schema, relation, kind } = row
  const called = schema === 'public' ? relation : `${schema}.${relation}`
  return {
    oid: oid ?? '',
    schema: schema ?? '',
    relation: relation ?? '',
    name: called ?? '',
    kind: kind ?? '',
    isPartition: row.partition === 't',
    inPath: row.inPath === 't',
    readable: row.readable === 't',
    bytes: Number(row.bytes),
  }
}

/** A partition's rows are its table's. */
function ordinaryOf(listed: readonly Listed[]): Listed[] {
  return listed.filter(({ kind, isPartition, inPath }) => isOrdinary(kind) && !isPartition && inPath)
}

function isOrdinary(kind: string): boolean {
  return kind === 'r' || kind === 'p'
}

/** By its name in the search path, or with its schema. */
function chooseTables(listed: readonly Listed[], asked: readonly string[], path: string): Listed[] {
  const find = (name: string): Listed | undefined =>
    listed.find(({ relation, inPath }) => inPath && relation === name) ??
    listed.find(({ schema, relation }) => `${schema}.${relation}` === name)
  const missing = asked.filter((name) => find(name) === undefined)
  assertTablesFound(
    path,
    missing,
    listed.map(({ name }) => name),
  )
  return [...new Set(asked.flatMap((name) => find(name) ?? []))]
}

function noteOthers(listed: readonly Listed[], path: string): string[] {
  const { postgres, databases } = say()
  const told = { path: printable(path) }
  const views = listed.filter(({ kind, inPath }) => inPath && !isOrdinary(kind))
  const elsewhere = listed.filter(
    ({ kind, inPath, isPartition }) => !inPath && isOrdinary(kind) && !isPartition,
  )
  return [
    ...(views.length === 0 ? [] : [databases.viewsLeftOut({ ...told, names: names(views) })]),
    ...(elsewhere.length === 0 ? [] : [postgres.schemasLeftOut({ ...told, names: names(elsewhere) })]),
  ]
}

function names(listed: readonly Listed[]): string {
  return listNames(listed.map(({ name }) => name))
}
