import { randomBytes, toHex } from '../../crypto/index.ts'
import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import {
  connect,
  findParameters,
  type PostgresClient,
  postgresWriteFault,
  quoteName,
} from '../../postgres/index.ts'
import type { MakeRequest, ThrowAway } from './throw-away.ts'

/** Tells schemas of drills from any that only have such a name. */
const COMMENT = 'datadeed drill: may be dropped'
const NAME = '^datadeed_drill_[0-9a-f]{16}$'

/**
 * Makes a schema with a name that nobody can know, in which only its owner may look, and holds a lock of the server's for
 * it as long as it is needed.
 * @throws DatadeedError IO_READ for a database that cannot be reached; IO_WRITE
 */
export async function makeSchema(database: string, { warn }: MakeRequest): Promise<ThrowAway> {
  const id = toHex(randomBytes(8))
  const schema = `datadeed_drill_${id}`
  await using stack = new AsyncDisposableStack()
  const client = stack.use(await connectFor(database))
  try {
    await sweepSchemas(client, database, warn)
    await client.query('SELECT pg_advisory_lock($1::int8)', [lockOf(id)])
    // In one query that is one transaction: there is no such schema without its mark.
    await client.query(
      `CREATE SCHEMA ${quoteName(schema)}; REVOKE ALL ON SCHEMA ${quoteName(schema)} FROM PUBLIC;
       COMMENT ON SCHEMA ${quoteName(schema)} IS '${COMMENT}'`,
    )
  } catch (cause) {
    throw postgresWriteFault(cause, database)
  }
  let there = true
  const drop = async (): Promise<void> => {
    if (!there) return
    await dropSchema(client, database, schema)
    there = false
  }
  stack.defer(() => drop().catch(() => undefined))
  const made = stack.move()
  return {
    kind: 'postgres',
    operand: database,
    schema,
    async delete() {
      await drop()
      await made.disposeAsync()
    },
    [Symbol.asyncDispose]: () => made.disposeAsync(),
  }
}

async function connectFor(database: string): Promise<PostgresClient> {
  const client = await connect(findParameters(database), database)
  // Nothing of anybody's is called by a name alone, and nothing waits without end for a lock.
  await client.query("SET search_path = pg_catalog; SET lock_timeout = '10s'")
  return client
}

/** Over the connection that has been idle all the time; where it broke meanwhile, over another. */
async function dropSchema(client: PostgresClient, database: string, schema: string): Promise<void> {
  const sql = `DROP SCHEMA IF EXISTS ${quoteName(schema)} CASCADE`
  try {
    await client.query(sql).catch(async () => {
      await using other = await connectFor(database)
      await other.query(sql)
    })
  } catch (cause) {
    const place = printable(`${database} ${schema}`)
    const hints = [say().drill.notDroppedHint({ schema })]
    throw new DatadeedError('IO_WRITE', say().drill.notDeleted({ place }), { hints, cause })
  }
}

/** What killed drills have left: the server gives their locks back when their connections end. */
async function sweepSchemas(
  client: PostgresClient,
  database: string,
  warn: MakeRequest['warn'],
): Promise<void> {
  const found = await client.query(
    `SELECT nspname AS name FROM pg_namespace
      WHERE nspname ~ $1 AND obj_description(oid, 'pg_namespace') = $2 AND pg_has_role(nspowner, 'USAGE')`,
    [NAME, COMMENT],
  )
  for (const { name } of found) {
    const lock = [lockOf((name ?? '').slice(-16))]
    const [row] = await client.query('SELECT pg_try_advisory_lock($1::int8) AS got', lock)
    if (row?.got !== 't' || name === null || name === undefined) continue
    try {
      await dropSchema(client, database, name)
      warn(say().drill.swept({ place: printable(`${database} ${name}`) }))
    } catch (error) {
      if (!(error instanceof DatadeedError)) throw error
      warn(error.message, error.hints)
    }
    await client.query('SELECT pg_advisory_unlock($1::int8)', lock)
  }
}

/** The random part of the name as the number that the server locks by. */
function lockOf(id: string): string {
  return String(BigInt.asIntN(64, BigInt(`0x${id}`)))
}
