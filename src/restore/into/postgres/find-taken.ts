import type { PostgresClient } from '../../../postgres/index.ts'

/** What has one of our names already. */
export interface TakenName {
  readonly name: string
  /** Whether it is an ordinary or partitioned table; else a view, a sequence, a type, … */
  readonly isTable: boolean
}

const TAKEN = `
  SELECT c.relname AS name, c.relkind IN ('r', 'p') AS "isTable"
    FROM pg_catalog.pg_class AS c
   WHERE c.relnamespace = $1 AND c.relname = ANY ($2::pg_catalog.text[])
  UNION ALL
  SELECT t.typname, false
    FROM pg_catalog.pg_type AS t
   WHERE t.typnamespace = $1 AND t.typname = ANY ($2::pg_catalog.text[]) AND t.typrelid = 0
   ORDER BY 1`

export async function findTaken(
  client: PostgresClient,
  schema: string,
  names: readonly string[],
): Promise<TakenName[]> {
  const rows = await client.query(TAKEN, [schema, [...names]])
  return rows.map(({ name, isTable }) => ({ name: name ?? '', isTable: isTable === 't' }))
}
