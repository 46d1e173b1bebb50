import { DatadeedError } from '../../src/errors.ts'
import { connect, findParameters } from '../../src/postgres/index.ts'

/** How a connection came out: as whom and how protected, or why not, with all that a person is told. */
export interface Attempted {
  readonly user?: string | null | undefined
  readonly tls?: boolean
  readonly failure?: DatadeedError
  readonly said?: string
}

/** Connects with an environment of its own, and asks the server what came of it. */
export async function connectTo(operand: string, env: Readonly<Record<string, string>>): Promise<Attempted> {
  const before = process.env
  process.env = { PATH: before.PATH, ...env }
  try {
    await using client = await connect(findParameters(operand), operand)
    const [row] = await client.query(
      'SELECT current_user AS name, ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()',
    )
    return { user: row?.name, tls: row?.ssl === 't' }
  } catch (failure) {
    if (!(failure instanceof DatadeedError)) throw failure
    return { failure, said: [failure.message, ...failure.hints].join('\n') }
  } finally {
    process.env = before
  }
}
