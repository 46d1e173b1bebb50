import { DatadeedError, InternalError } from '../../../errors.ts'
import { readCopied, typedDialect } from '../../../ingest/index.ts'
import { say } from '../../../messages/index.ts'
import { printable } from '../../../messages/printable.ts'
import {
  connect,
  copyFrom,
  copyTo,
  findParameters,
  type PostgresClient,
  postgresWriteFault,
} from '../../../postgres/index.ts'
import type { TargetTable } from '../../compare/target-table.ts'
import type { NameRules } from '../map-names.ts'
import type { PlannedTable } from '../plan-tables.ts'
import type { IntoRequest } from '../request.ts'
import type { DatabaseTarget, TableLoad } from '../target.ts'
import { type BegunTransaction, begin } from './begin.ts'
import { findTaken } from './find-taken.ts'
import { makeTable, nameTable } from './make-tables.ts'
import { quoteName } from './quote.ts'

/** Columns that every table has of the server's own. */
const SYSTEM_COLUMNS = new Set(['tableoid', 'xmin', 'cmin', 'xmax', 'cmax', 'ctid'])

/** https://www.postgresql.org/docs/current/limits.html */
export const NAMES: NameRules = {
  mostBytes: 63,
  fold: (name) => name,
  isReserved: (name) => SYSTEM_COLUMNS.has(name),
}
const MOST_COLUMNS = 1600

/** @throws DatadeedError USAGE, IO_READ for a database that cannot be reached, ENCODING, UNSUPPORTED, LOCKED */
export async function openPostgresTarget(
  operand: string,
  request: Pick<IntoRequest, 'schema' | 'existing'> & { readonly deedId: string },
): Promise<DatabaseTarget> {
  const client = await connect(findParameters(operand), operand)
  try {
    const begun = await begin(client, { path: operand, schema: request.schema })
    return new PostgresTarget(operand, client, { ...request, ...begun })
  } catch (cause) {
    await client[Symbol.asyncDispose]()
    throw postgresWriteFault(cause, operand)
  }
}

type Opened = BegunTransaction &
  Pick<IntoRequest, 'existing'> & { readonly deedId: string; readonly schema: string }

class PostgresTarget implements DatabaseTarget {
  readonly kind = 'postgres'
  readonly names = NAMES
  readonly mostColumns = MOST_COLUMNS
  readonly form = 'copy'
  readonly leftovers: readonly string[] = []
  readonly #path: string
  readonly #client: PostgresClient
  readonly #opened: Opened

  constructor(path: string, client: PostgresClient, opened: Opened) {
    this.#path = path
    this.#client = client
    this.#opened = opened
  }

  typeOf({ deed }: PlannedTable['columns'][number]): string {
    return deed === null ? 'bigint' : 'text'
  }

  async look(tables: readonly PlannedTable[]): Promise<void> {
    const { existing, oid } = this.#opened
    const names = tables.map(({ table }) => table)
    const taken = await this.#asked(() => findTaken(this.#client, oid, names))
    const inTheWay = taken.filter(({ isTable }) => existing === 'refuse' || !isTable)
    if (inTheWay.length === 0) return
    const told = { path: printable(this.#path), tables: inTheWay.map(({ name }) => printable(name)) }
    throw new DatadeedError('EXISTS', say().into.tablesExist(told), { hints: [say().into.hintTablesExist] })
  }

  async make(tables: readonly PlannedTable[]): Promise<void> {
    const { schema, deedId, existing } = this.#opened
    for (const table of tables) {
      const name = nameTable(schema, table.table)
      await this.#asked(async () => {
        if (existing === 'replace') await this.#client.query(`DROP TABLE IF EXISTS ${name}`)
        await makeTable(
          this.#client,
          { name, columns: table.columns },
          { table, deedId, typeOf: this.typeOf },
        )
      })
    }
  }

  async load(table: PlannedTable): Promise<TableLoad> {
    const columns = this.#columnsOf(table)
    const sql = `COPY ${this.#nameOf(table)} (${columns}) FROM STDIN (FORMAT csv, ENCODING 'UTF8')`
    const copy = await this.#asked(() => copyFrom(this.#client, sql))
    return {
      write: ({ bytes }) => this.#asked(() => copy.write(bytes)),
      finish: async (rows) => {
        const got = await this.#asked(() => copy.finish())
        if (got !== rows) throw new InternalError('a server took other rows than it was sent')
      },
    }
  }

  readBack(table: PlannedTable): TargetTable {
    const columns = table.columns.map(({ column }, index) => ({ index, name: column }))
    const sql = `SELECT ${this.#columnsOf(table)} FROM ONLY ${this.#nameOf(table)}`
    const source = {
      path: this.#path,
      copy: async (text: string) => ({
        out: await copyTo(this.#client, text),
        // What was broken off in the middle cannot be gone on with; the transaction ends with it.
        finish: (well: boolean) => (well ? undefined : this.#client.abandon()),
      }),
    }
    const { serverVersion } = this.#opened
    return {
      path: this.#path,
      name: table.table,
      size: 0,
      dialect: typedDialect(columns.length),
      preambleLines: 0,
      columns,
      description: { kind: 'postgres', from: 'table', serverVersion },
      slices: (request) => readCopied(source, { columns, sql }, request),
      assertUnchanged: async () => undefined,
    }
  }

  async commit(): Promise<{ readonly lasting: boolean }> {
    try {
      await this.#client.query('COMMIT')
      return { lasting: true }
    } catch (cause) {
      throw commitFault(cause, this.#path)
    }
  }

  /** A server rolls back what was not committed. */
  [Symbol.asyncDispose](): Promise<void> {
    return Promise.resolve(this.#client[Symbol.asyncDispose]())
  }

  #nameOf({ table }: PlannedTable): string {
    return nameTable(this.#opened.schema, table)
  }

  #columnsOf({ columns }: PlannedTable): string {
    return columns.map(({ column }) => quoteName(column)).join(', ')
  }

  async #asked<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    try {
      return await ask()
    } catch (cause) {
      throw postgresWriteFault(cause, this.#path)
    }
  }
}

/** Where the connection ends between asking for it and hearing of it, nobody here knows what the server did. */
function commitFault(cause: unknown, path: string): unknown {
  const fault = postgresWriteFault(cause, path)
  if (!(fault instanceof DatadeedError) || fault.code !== 'IO_WRITE') return fault
  const words = say().intoPostgres
  return new DatadeedError('IO_WRITE', words.commitUnknown({ path: printable(path) }), {
    hints: [words.hintCommitUnknown],
    cause,
  })
}
