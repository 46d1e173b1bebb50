import type { Client } from 'pg'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { connectFault, mayTryOtherwise } from './faults.ts'
import type { Parameters } from './find-parameters.ts'
import { findPassword } from './password-file.ts'
import type { Attempt } from './tls.ts'

/** An open connection; closing it never waits for what the server still sends. */
export interface PostgresClient extends AsyncDisposable {
  readonly client: Client
  /** Rows as texts, exactly as the server writes them; null for NULL. */
  query(sql: string, values?: readonly unknown[]): Promise<Record<string, string | null>[]>
  /** Ends the connection at once, in the middle of whatever goes on. */
  abandon(): void
}

/**
 * Connects, in the ways and in the order that `sslmode` allows.
 * @param path the database as the person named it, for sentences
 * @throws DatadeedError IO_READ, with what to look at
 */
export async function connect(parameters: Parameters, path: string): Promise<PostgresClient> {
  const { planAttempts } = await import('./tls.ts')
  const attempts = planAttempts(parameters)
  let failure: unknown
  for (const attempt of attempts) {
    try {
      return asPostgresClient(await open(parameters, attempt, path))
    } catch (cause) {
      failure = cause
      if (!mayTryOtherwise(cause)) break
    }
  }
  throw connectFault(failure, path)
}

async function open(parameters: Parameters, ssl: Attempt, path: string): Promise<Client> {
  const { default: PgClient } = await import('pg/lib/client.js')
  const client = new PgClient({
    host: parameters.host,
    port: parameters.port,
    user: parameters.user,
    database: parameters.dbname,
    // Asked for only by a server that wants one.
    password: () => passwordFor(parameters, path),
    ssl,
    application_name: 'datadeed',
    client_encoding: 'UTF8',
    // One of two connections is idle while a long table is read.
    keepAlive: true,
    keepAliveInitialDelayMillis: 60_000,
    connectionTimeoutMillis: parameters.timeoutSeconds * 1000,
    types: { getTypeParser: () => (text: string) => text },
    ...(parameters.options === undefined ? {} : { options: parameters.options }),
  })
  // Whatever waits for an answer is told as well; without a listener it would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (cause) {
    destroy(client)
    throw cause
  }
}

function passwordFor(parameters: Parameters, path: string): string {
  const found = findPassword(parameters)
  if ('password' in found) return found.password
  const { postgres } = say()
  const hints = {
    missing: postgres.hintPasswordFile,
    'no-line': postgres.hintPasswordLine,
    'open-to-others': postgres.hintPasswordMode({ file: printable(found.path) }),
  }
  const told = { path: printable(path), file: printable(found.path) }
  throw new DatadeedError('IO_READ', postgres.passwordMissing[found.because](told), {
    hints: [hints[found.because], postgres.hintPasswordElse],
  })
}

function asPostgresClient(client: Client): PostgresClient {
  return {
    client,
    query: async (text, values = []) => (await client.query({ text, values: [...values] })).rows,
    abandon: () => destroy(client),
    async [Symbol.asyncDispose]() {
      await Promise.race([client.end().catch(() => undefined), afterMs(1000)])
      destroy(client)
    },
  }
}

function afterMs(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}

/** `pg` keeps its socket to itself. */
function destroy(client: Client): void {
  const { connection } = client as unknown as { connection: { stream: { destroy(): void } } }
  connection.stream.destroy()
}
