import type { Client } from 'pg'
import type { PostgresClient } from './connect.ts'

/** What COPY … FROM STDIN takes, piece by piece. */
export interface CopyIn {
  /** Resolves when the bytes are the caller's again. */
  write(bytes: Uint8Array): Promise<void>
  /** Behind the last bytes: the rows that the server says it has taken. */
  finish(): Promise<number>
}

/** Starts a COPY; the connection has nothing else to do until it has ended, or is abandoned. */
export async function copyFrom({ client }: PostgresClient, sql: string): Promise<CopyIn> {
  const { from } = await import('pg-copy-streams')
  const stream = client.query(from(sql))
  // A refusal may come between two pieces, when nobody waits for one.
  let failure: unknown
  let reject: (cause: unknown) => void = () => undefined
  stream.on('error', (cause) => {
    failure ??= cause
    reject(failure)
  })
  const attempt = (act: (done: () => void) => void): Promise<void> =>
    new Promise((resolve, refuse) => {
      reject = refuse
      if (failure === undefined) act(resolve)
      else refuse(failure)
    })
  return {
    write: (bytes) =>
      attempt((done) => {
        stream.write(bytes, (cause) => {
          if (cause) stream.emit('error', cause)
          else afterSent(client, done)
        })
      }),
    async finish() {
      await attempt((done) => {
        stream.once('finish', done)
        stream.end()
      })
      return stream.rowCount
    },
  }
}

/** `pg` keeps its socket to itself; what was written before an empty piece has been sent when that has been. */
function afterSent(client: Client, done: () => void): void {
  const { connection } = client as unknown as {
    connection: { stream: { write(bytes: Uint8Array, done: () => void): void } }
  }
  connection.stream.write(NOTHING, done)
}

const NOTHING = new Uint8Array(0)
