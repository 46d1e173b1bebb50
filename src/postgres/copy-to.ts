import type { PostgresClient } from './connect.ts'

/** What COPY … TO STDOUT sends, piece by piece. */
export interface CopyOut {
  /** The next bytes, of any length; undefined behind the last. */
  next(): Promise<Uint8Array | undefined>
  /** After the last bytes: the rows that the server says it sent. */
  countRows(): Promise<number>
}

/** Starts a COPY; the connection has nothing else to do until it has ended, or is abandoned. */
export async function copyTo({ client }: PostgresClient, sql: string): Promise<CopyOut> {
  const { to } = await import('pg-copy-streams')
  const stream = client.query(to(sql))
  const pieces = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
  return {
    async next() {
      const { done, value } = await pieces.next()
      return done === true ? undefined : value
    },
    async countRows() {
      // Answered only once the server is done with the COPY, and the stream has heard how many rows it had.
      await client.query('SELECT 1')
      return stream.rowCount
    },
  }
}
