import type { PostgresClient } from '../../../postgres/index.ts'
import type { TakenTable } from '../taken-tables.ts'
import type { Fit } from '../types/fits.ts'

const TAKEN = `
  SELECT c.relname AS name, c.oid, c.relkind AS kind
    FROM pg_catalog.pg_class AS c
   WHERE c.relnamespace = $1 AND c.relname = ANY ($2::pg_catalog.text[])
  UNION ALL
  SELECT t.typname, t.oid, ''
    FROM pg_catalog.pg_type AS t
   WHERE t.typnamespace = $1 AND t.typname = ANY ($2::pg_catalog.text[]) AND t.typrelid = 0
   ORDER BY 1`

/** By way of JSON, since older releases have no generated columns. */
const COLUMNS = `
  SELECT a.attrelid AS table, a.attname AS name,
         pg_catalog.format_type(a.atttypid, a.atttypmod) AS declared,
         coalesce(pg_catalog.to_jsonb(a) ->> 'attgenerated', '') <> '' OR a.attidentity = 'a' AS closed,
         a.attnotnull AND NOT a.atthasdef AND a.attidentity = '' AS needed
    FROM pg_catalog.pg_attribute AS a
   WHERE a.attrelid = ANY ($1::pg_catalog.oid[]) AND a.attnum > 0 AND NOT a.attisdropped`

/** What columns that are there already take of texts; others might change or cut them. */
const ACCEPTS: Readonly<Record<string, readonly Fit[]>> = {
  text: [],
  'character varying': [],
  integer: ['integer'],
  bigint: ['bigint'],
  numeric: ['numeric'],
  date: ['date'],
  'timestamp without time zone': ['timestamp'],
  boolean: ['word', 'letter'],
}

/** What of a schema has one of these names already. */
export async function findTaken(
  client: PostgresClient,
  schema: string,
  names: readonly string[],
): Promise<TakenTable[]> {
  const taken = await client.query(TAKEN, [schema, [...names]])
  const columns = await client.query(COLUMNS, [taken.map(({ oid }) => oid)])
  return taken.map(({ name, oid, kind }) => ({
    name: name ?? '',
    replaceable: kind === 'r' || kind === 'p',
    appendable: kind === 'r',
    columns: columns
      .filter(({ table }) => table === oid)
      .map((column) => ({
        name: column.name ?? '',
        declared: column.declared ?? '',
        accepts: column.closed === 't' ? undefined : ACCEPTS[column.declared ?? ''],
        needed: column.needed === 't',
      })),
  }))
}
