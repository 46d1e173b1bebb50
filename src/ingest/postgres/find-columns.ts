import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import {
  describeQuery,
  type PostgresClient,
  postgresFault,
  quoteName,
  sqlStateOf,
} from '../../postgres/index.ts'
import type { Column } from '../../table.ts'
import { QUERY_NAME } from '../database/options.ts'
import type { Listed } from './find-tables.ts'
import { kindOfType } from './kinds.ts'

/** What is read as one table. */
export interface Relation {
  readonly name: string
  readonly from: 'table' | 'view' | 'query'
  readonly columns: readonly Column[]
  /** One SELECT. */
  readonly sql: string
  readonly bytes: number
}

/** Domains stand for the type below them. */
const BASE_TYPES = `
  WITH RECURSIVE base (oid, below) AS (
    SELECT t.oid, t.oid FROM pg_catalog.pg_type AS t WHERE t.oid = ANY ($1::pg_catalog.oid[])
    UNION ALL
    SELECT b.oid, t.typbasetype FROM base AS b JOIN pg_catalog.pg_type AS t ON t.oid = b.below WHERE t.typtype = 'd')
  SELECT b.oid, t.typname AS name FROM base AS b JOIN pg_catalog.pg_type AS t ON t.oid = b.below
   WHERE t.typtype <> 'd' AND t.typnamespace = 'pg_catalog'::pg_catalog.regnamespace`

const COLUMNS = `
  SELECT a.attrelid AS table, a.attname AS name, a.atttypid AS type,
         pg_catalog.format_type(a.atttypid, a.atttypmod) AS declared
    FROM pg_catalog.pg_attribute AS a
   WHERE a.attrelid = ANY ($1::pg_catalog.oid[]) AND a.attnum > 0 AND NOT a.attisdropped
   ORDER BY a.attrelid, a.attnum`

const FORMAT_TYPES = `
  SELECT pg_catalog.format_type(t.oid, t.modifier) AS declared
    FROM ROWS FROM (pg_catalog.unnest($1::pg_catalog.oid[]), pg_catalog.unnest($2::pg_catalog.int4[]))
         WITH ORDINALITY AS t(oid, modifier, place)
   ORDER BY t.place`

/** The columns of tables and views, in their order. */
export async function describeTables(client: PostgresClient, tables: readonly Listed[]): Promise<Relation[]> {
  const rows = await client.query(COLUMNS, [tables.map(({ oid }) => oid)])
  const kinds = await readKinds(
    client,
    rows.map(({ type }) => type ?? ''),
  )
  return tables.map(({ oid, schema, relation, name, kind, bytes }) => {
    const columns = rows
      .filter(({ table }) => table === oid)
      .map((row, index): Column => {
        return { index, name: row.name ?? '', kind: kinds(row.type ?? ''), declared: row.declared ?? null }
      })
    const selected = columns.map((column) => quoteName(column.name)).join(', ')
    // Tables that inherit from it are tables of their own; partitions are not.
    const only = kind === 'r' ? 'ONLY ' : ''
    return {
      name,
      from: kind === 'v' || kind === 'm' ? 'view' : 'table',
      columns,
      sql: `SELECT ${selected} FROM ${only}${quoteName(schema)}.${quoteName(relation)}`,
      bytes,
    }
  })
}

/** @throws DatadeedError USAGE for what is not one SELECT */
export async function describeOneQuery(
  client: PostgresClient,
  query: string,
  path: string,
): Promise<Relation> {
  const fields = await describeQuery(client, query).catch((cause: unknown) => {
    throw queryFault(cause, path)
  })
  if (fields.length === 0) throw badQuery(path, say().databases.givesNoRows)
  const types = fields.map(({ type }) => String(type))
  const kinds = await readKinds(client, types)
  const declared = await client.query(FORMAT_TYPES, [types, fields.map(({ modifier }) => modifier)])
  const columns = fields.map(({ name, type }, index): Column => {
    return { index, name, kind: kinds(String(type)), declared: declared[index]?.declared ?? null }
  })
  return { name: QUERY_NAME, from: 'query', columns, sql: query.replace(/[\s;]+$/, ''), bytes: 0 }
}

async function readKinds(client: PostgresClient, types: readonly string[]) {
  const rows = await client.query(BASE_TYPES, [[...new Set(types)]])
  const names = new Map(rows.map(({ oid, name }) => [oid, name ?? '']))
  return (type: string) => kindOfType(names.get(type) ?? '')
}

/** What the server says of a query before it has read a cell: names, and places in the query. */
function queryFault(cause: unknown, path: string): unknown {
  return cause instanceof Error && sqlStateOf(cause) !== undefined
    ? badQuery(path, cause.message, cause)
    : cause
}

/** The same while it ran: its words may hold a cell, so that only their class is told. */
export function runningFault(cause: unknown, path: string): unknown {
  const state = sqlStateOf(cause)
  if (state === undefined || !QUERYS_OWN.test(state)) return postgresFault(cause, path)
  return badQuery(path, say().databases.failedRunning({ code: `PostgreSQL ${state}` }), cause)
}

/** Classes of errors that lie in a query: of data, of what a reading transaction may not do, of its syntax. */
const QUERYS_OWN = /^(?:22|25|42(?!501))/

function badQuery(path: string, reason: string, cause?: unknown): DatadeedError {
  const { databases } = say()
  const told = { path: printable(path), reason: printable(reason, 200) }
  return new DatadeedError('USAGE', databases.badQuery(told), { hints: [databases.hintQuery], cause })
}
