import { DatadeedError } from '../../../errors.ts'
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
  quoteName,
} from '../../../postgres/index.ts'
import type { TargetTable } from '../../compare/target-table.ts'
import type { NameRules } from '../map-names.ts'
import type { PlannedTable } from '../plan-tables.ts'
import type { IntoRequest } from '../request.ts'
import { settleTaken } from '../taken-tables.ts'
import type { DatabaseTarget, FoundTables, TableLoad } from '../target.ts'
import { tookOthers } from '../took-others.ts'
import type { ColumnType, TypeChoice } from '../types/choose-type.ts'
import { type BegunTransaction, begin } from './begin.ts'
import { findTaken } from './find-taken.ts'
import { makeTable, nameTable } from './make-tables.ts'

/** Columns that every table has of the server's own. */
const SYSTEM_COLUMNS = new Set(['tableoid', 'xmin', 'cmin', 'xmax', 'cmax', 'ctid'])

/** https://www.postgresql.org/docs/current/limits.html */
export const NAMES: NameRules = {
  mostBytes: 63,
  fold: (name) => name,
  isReserved: (name) => SYSTEM_COLUMNS.has(name),
}
const MOST_COLUMNS = 1600

const CHOICE: TypeChoice = [
  ['boolean', 'word'],
  ['boolean', 'letter'],
  ['integer', 'bigint'],
  ['numeric', 'numeric'],
  ['date', 'date'],
  ['timestamp', 'timestamp'],
]

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
  readonly choice: TypeChoice = CHOICE
  readonly isNew = false
  readonly identity: string
  readonly leftovers: readonly string[] = []
  readonly #path: string
  readonly #client: PostgresClient
  readonly #opened: Opened
  #found: FoundTables = new Map()

  constructor(path: string, client: PostgresClient, opened: Opened) {
    this.#path = path
    this.#client = client
    this.#opened = opened
    this.identity = opened.identity
  }

  nameType(type: ColumnType): string {
    return type === 'integer' ? 'bigint' : type
  }

  async look(tables: readonly PlannedTable[]): Promise<FoundTables> {
    const { existing, oid } = this.#opened
    const names = tables.map(({ table }) => table)
    const taken = await this.#asked(() => findTaken(this.#client, oid, names))
    this.#found = settleTaken(tables, taken, { path: this.#path, existing, names: NAMES })
    return this.#found
  }

  async make(tables: readonly PlannedTable[]): Promise<void> {
    const { deedId } = this.#opened
    await this.#asked(async () => {
      for (const table of tables) {
        const found = this.#found.get(table.number)
        if (found?.columns !== undefined) continue
        const name = this.#nameOf(table)
        if (found !== undefined) await this.#client.query(`DROP TABLE ${name}`)
        await makeTable(this.#client, name, { table, deedId, nameType: this.nameType })
      }
    })
  }

  async load(table: PlannedTable): Promise<TableLoad> {
    const columns = this.#columnsOf(table)
    const sql = `COPY ${this.#nameOf(table)} (${columns}) FROM STDIN (FORMAT csv, ENCODING 'UTF8')`
    const copy = await this.#asked(() => copyFrom(this.#client, sql))
    return {
      write: ({ bytes }) => this.#asked(() => copy.write(bytes)),
      finish: async (rows) => {
        const got = await this.#asked(() => copy.finish())
        if (got !== rows) throw tookOthers(this.#path, { table: table.table, rows, got })
      },
    }
  }

  readBack(table: PlannedTable): TargetTable {
    const own = this.#found.get(table.number)?.columns
    const columns = table.columns.map(({ column, type }, index) => {
      const boolean = own === undefined ? type === 'boolean' : own[index]?.declared === 'boolean'
      return { index, name: column, kind: boolean ? ('boolean' as const) : ('text' as const) }
    })
    // What this transaction wrote has its number.
    const ours = own === undefined ? '' : ' WHERE xmin::text::bigint = pg_catalog.txid_current() % 4294967296'
    const sql = `SELECT ${this.#columnsOf(table)} FROM ONLY ${this.#nameOf(table)}${ours}`
    const source = {
      path: this.#path,
      copy: async (text: string) => {
        // Triggers that wait for the commit could change what was looked at before it.
        await this.#asked(() => this.#client.query('SET CONSTRAINTS ALL IMMEDIATE'))
        return {
          out: await copyTo(this.#client, text),
          // What was broken off in the middle cannot be gone on with; the transaction ends with it.
          finish: (well: boolean) => (well ? undefined : this.#client.abandon()),
        }
      },
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
