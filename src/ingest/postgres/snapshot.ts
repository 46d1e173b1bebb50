import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import {
  type CopyOut,
  connect,
  copyTo,
  findParameters,
  type Parameters,
  type PostgresClient,
  postgresFault,
  putOwnNamesFirst,
} from '../../postgres/index.ts'

const BEGIN = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'

/**
 * How values are written, whatever the database, the role or the server prefers; and no limit of time for a long table.
 * `lc_monetary` stays what it is: under another one, `money` would be read as other amounts.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  client_encoding: 'UTF8',
  datestyle: 'ISO, YMD',
  intervalstyle: 'iso_8601',
  timezone: 'UTC',
  extra_float_digits: '3',
  bytea_output: 'hex',
  xmloption: 'content',
  // Rows that a policy hides would be missing in silence: the server refuses instead.
  row_security: 'off',
  idle_in_transaction_session_timeout: '0',
  transaction_timeout: '0',
}

/** The first release that has partitions, and snapshots of replicas. */
const OLDEST = 100_000

/** A COPY that goes on, on a connection of its own. */
export interface Copying {
  readonly out: CopyOut
  /** Keeps the connection for the next, if this one has ended well; ends it in the middle otherwise. */
  finish(well: boolean): void
}

/**
 * A database as it is at one moment. One transaction holds the snapshot from opening to closing; what is read, is read on
 * a second connection that shares it, and that can be broken off without losing it.
 */
export class Snapshot implements AsyncDisposable {
  readonly path: string
  readonly serverVersion: string
  readonly holder: PostgresClient
  readonly #parameters: Parameters
  readonly #id: string
  #reader: PostgresClient | undefined

  private constructor(opened: {
    path: string
    serverVersion: string
    holder: PostgresClient
    parameters: Parameters
    id: string
  }) {
    this.path = opened.path
    this.serverVersion = opened.serverVersion
    this.holder = opened.holder
    this.#parameters = opened.parameters
    this.#id = opened.id
  }

  /** @throws USAGE, IO_READ, ENCODING, UNSUPPORTED */
  static async open(operand: string): Promise<Snapshot> {
    const parameters = findParameters(operand)
    const holder = await connect(parameters, operand)
    try {
      await holder.query(BEGIN)
      await set(holder)
      const [row] = await holder.query(
        `SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding`,
      )
      const version = Number(row?.version)
      assertUsable(operand, version, row?.encoding ?? '')
      const [exported] = await holder.query('SELECT pg_catalog.pg_export_snapshot() AS id')
      const serverVersion = `${Math.floor(version / 10_000)}.${version % 10_000}`
      return new Snapshot({ path: operand, serverVersion, holder, parameters, id: exported?.id ?? '' })
    } catch (cause) {
      await holder[Symbol.asyncDispose]()
      throw postgresFault(cause, operand)
    }
  }

  async copy(sql: string): Promise<Copying> {
    const reader = this.#reader ?? (await this.#connectReader())
    this.#reader = undefined
    const out = await copyTo(reader, sql)
    const finish = (well: boolean): void => {
      if (well && this.#reader === undefined) this.#reader = reader
      else reader.abandon()
    }
    return { out, finish }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#reader?.[Symbol.asyncDispose]()
    await this.holder[Symbol.asyncDispose]()
  }

  async #connectReader(): Promise<PostgresClient> {
    const reader = await connect(this.#parameters, this.path)
    try {
      await reader.query(BEGIN)
      await reader.query(`SET TRANSACTION SNAPSHOT '${this.#id.replaceAll("'", "''")}'`)
      await set(reader)
      return reader
    } catch (cause) {
      reader.abandon()
      throw postgresFault(cause, this.path)
    }
  }
}

/** For the transaction alone; what a server does not know yet is left out. */
async function set(client: PostgresClient): Promise<void> {
  await putOwnNamesFirst(client)
  await client.query('SET LOCAL statement_timeout = 0')
  const names = Object.keys(SETTINGS)
  const values = Object.values(SETTINGS)
  await client.query(
    `SELECT pg_catalog.set_config(s.name, v.value, true)
       FROM ROWS FROM (pg_catalog.unnest($1::pg_catalog.text[]), pg_catalog.unnest($2::pg_catalog.text[]))
         AS v(name, value)
       JOIN pg_catalog.pg_settings AS s ON pg_catalog.lower(s.name) = v.name`,
    [names, values],
  )
}

function assertUsable(path: string, version: number, encoding: string): void {
  const { postgres } = say()
  const told = { path: printable(path) }
  if (!(version >= OLDEST)) throw new DatadeedError('UNSUPPORTED', postgres.tooOld(told))
  if (encoding !== 'SQL_ASCII') return
  throw new DatadeedError('ENCODING', postgres.noEncoding(told), { hints: [postgres.hintNoEncoding] })
}
