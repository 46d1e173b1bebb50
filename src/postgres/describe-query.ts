import type { Connection, Submittable } from 'pg'
import type { PostgresClient } from './connect.ts'

export interface QueryField {
  readonly name: string
  readonly type: number
  readonly modifier: number
}

/** The messages of a connection that are sent here: https://www.postgresql.org/docs/current/protocol-flow.html */
interface Protocol {
  parse(query: { text: string; name: string; types: readonly number[] }): void
  describe(what: { type: 'S'; name: string }): void
  sync(): void
}

/**
 * The columns that a query would give, by preparing it alone and not running it. More than one statement cannot be
 * prepared. Empty for a statement that gives no rows.
 */
export function describeQuery({ client }: PostgresClient, text: string): Promise<QueryField[]> {
  return new Promise((resolve, reject) => {
    let fields: QueryField[] = []
    const query: Submittable & Record<string, unknown> = {
      submit(connection: Connection) {
        const protocol = connection as unknown as Protocol
        protocol.parse({ text, name: '', types: [] })
        protocol.describe({ type: 'S', name: '' })
        protocol.sync()
      },
      handleRowDescription({ fields: found }: { fields: readonly Record<string, never>[] }) {
        fields = found.map(({ name, dataTypeID, dataTypeModifier }) => ({
          name: String(name),
          type: Number(dataTypeID),
          modifier: Number(dataTypeModifier),
        }))
      },
      handleError: reject,
      handleReadyForQuery: () => resolve(fields),
    }
    client.query(query)
  })
}
