import type { PostgresClient } from './connect.ts'
import { quoteName } from './quote.ts'

/**
 * Has the server's own functions and operators found before those of any schema, until the transaction ends: a search
 * path that names pg_catalog behind another one would have whoever owns that act with the rights of the person who
 * connects. The rest of the path stays. Nothing else may be asked before.
 */
export async function putOwnNamesFirst(client: PostgresClient): Promise<void> {
  const rows = await client.query('SELECT pg_catalog.unnest(pg_catalog.current_schemas(false)) AS schema')
  const path = rows.map(({ schema }) => schema ?? '')
  if (!path.includes(OWN)) return
  const others = path.filter((schema) => schema !== OWN).map(quoteName)
  await client.query("SELECT pg_catalog.set_config('search_path', $1, true)", [others.join(', ')])
}

/** Where no search path names it, it goes first. */
const OWN = 'pg_catalog'
