import { DatadeedError } from '../../../errors.ts'
import { say } from '../../../messages/index.ts'
import { printable } from '../../../messages/printable.ts'
import { type PostgresClient, putOwnNamesFirst, quoteName } from '../../../postgres/index.ts'

/**
 * For the transaction alone, whatever the database, the role or the server prefers: how values are read and written, no
 * limit of time for a long load, but one for waiting in line, and a commit that lasts.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  client_encoding: 'UTF8',
  standard_conforming_strings: 'on',
  datestyle: 'ISO, YMD',
  timezone: 'UTC',
  row_security: 'off',
  lock_timeout: '10s',
  idle_in_transaction_session_timeout: '0',
  transaction_timeout: '0',
  synchronous_commit: 'on',
  // Rows are read back in the order in which they were loaded, whoever else reads the table.
  synchronize_seqscans: 'off',
}

/** The first release with all that is used here. */
const OLDEST = 100_000

/** What of a server and a schema is needed later. */
export interface BegunTransaction {
  readonly serverVersion: string
  /** Of the schema. */
  readonly oid: string
  readonly schema: string
  /** Of the database, among all there are. */
  readonly identity: string
}

/**
 * Begins the one transaction, and finds the schema.
 * @throws DatadeedError UNSUPPORTED, ENCODING, USAGE for a schema that is not there, LOCKED while another restore goes on
 */
export async function begin(
  client: PostgresClient,
  { path, schema: asked }: { readonly path: string; readonly schema?: string | undefined },
): Promise<BegunTransaction> {
  await client.query('BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE')
  await putOwnNamesFirst(client)
  await client.query('SET LOCAL statement_timeout = 0')
  await client.query(
    `SELECT pg_catalog.set_config(s.name, v.value, true)
       FROM ROWS FROM (pg_catalog.unnest($1::pg_catalog.text[]), pg_catalog.unnest($2::pg_catalog.text[]))
         AS v(name, value)
       JOIN pg_catalog.pg_settings AS s ON pg_catalog.lower(s.name) = v.name`,
    [Object.keys(SETTINGS), Object.values(SETTINGS)],
  )
  const [server] = await client.query(
    `SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding,
            pg_catalog.current_schema() AS schema`,
  )
  const version = Number(server?.version)
  assertUsable(path, version, server?.encoding ?? '')
  const schema = asked ?? server?.schema ?? ''
  const [found] = await client.query('SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = $1', [schema])
  if (found?.oid === undefined || found.oid === null) throw noSchema(path, asked)
  await lock(client, { path, oid: found.oid })
  // Nothing of ours is looked up by a name alone; what triggers of the schema look up is looked for there.
  await client.query(`SET LOCAL search_path = ${quoteName(schema)}`)
  const serverVersion = `${Math.floor(version / 10_000)}.${version % 10_000}`
  return { serverVersion, oid: found.oid, schema, identity: await identify(client, path) }
}

/** A cluster's own number, where the server tells it, else how it was named; and the database within it. */
async function identify(client: PostgresClient, path: string): Promise<string> {
  const [row] = await client.query(
    `SELECT d.oid, pg_catalog.has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE') AS told
       FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database()`,
  )
  const [cluster] =
    row?.told === 't'
      ? await client.query('SELECT system_identifier AS number FROM pg_catalog.pg_control_system()')
      : []
  return `postgres ${cluster?.number ?? path} ${row?.oid}`
}

/** Marks the locks as this program's. */
const LOCK_SPACE = 0x64646464

/** Held until the transaction ends: restores into one schema come one after the other. */
async function lock(client: PostgresClient, { path, oid }: { path: string; oid: string }): Promise<void> {
  const [row] = await client.query(
    'SELECT pg_catalog.pg_try_advisory_xact_lock($1, ($2::int8 - 2147483648)::int4) AS got',
    [LOCK_SPACE, oid],
  )
  if (row?.got === 't') return
  throw new DatadeedError('LOCKED', say().intoPostgres.anotherRestore({ path: printable(path) }), {
    hints: [say().intoPostgres.hintAnotherRestore],
  })
}

function assertUsable(path: string, version: number, encoding: string): void {
  const words = say().intoPostgres
  const told = { path: printable(path), encoding: printable(encoding, 40) }
  if (!(version >= OLDEST)) throw new DatadeedError('UNSUPPORTED', words.tooOld(told))
  if (encoding === 'UTF8') return
  throw new DatadeedError('ENCODING', words.notUtf8(told), { hints: [words.hintNotUtf8] })
}

function noSchema(path: string, asked: string | undefined): DatadeedError {
  const words = say().intoPostgres
  const told = { path: printable(path), schema: printable(asked ?? '', 63) }
  return asked === undefined
    ? new DatadeedError('USAGE', words.noSchemaAtAll(told), { hints: [words.hintSchema] })
    : new DatadeedError('USAGE', words.noSchema(told), { hints: [words.hintNoSchema] })
}
