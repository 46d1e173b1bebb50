import type { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { InternalError } from '../../../errors.ts'
import { readInserted, typedDialect } from '../../../ingest/index.ts'
import type { TargetTable } from '../../compare/target-table.ts'
import type { NameRules } from '../map-names.ts'
import type { PlannedTable } from '../plan-tables.ts'
import type { IntoRequest } from '../request.ts'
import { settleTaken } from '../taken-tables.ts'
import type { DatabaseTarget, FoundTables, TableLoad } from '../target.ts'
import { tookOthers } from '../took-others.ts'
import type { ColumnType, TypeChoice } from '../types/choose-type.ts'
import { sqliteWriteFault } from './faults.ts'
import { findLastRow, findRowId, findTaken } from './find-taken.ts'
import { openInserting } from './insert-rows.ts'
import { openFile, type WritableFile } from './open-file.ts'
import {
  findFileId,
  findForeign,
  isOwnTable,
  listColumns,
  makeOwnTables,
  newFileId,
  unlistColumns,
} from './own-tables.ts'
import { quoteName } from './quote.ts'

/** SQLite takes names that differ by the case of ASCII letters alone for one. https://www.sqlite.org/limits.html */
export const NAMES: NameRules = {
  mostBytes: 1024,
  fold: (name) => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  isReserved: (folded) => folded.startsWith('sqlite_') || isOwnTable(folded),
}
const MOST_COLUMNS = 2000

const CHOICE: TypeChoice = [
  ['integer', 'bigint'],
  ['numeric', 'decimal'],
]

/** A table of another's that has the name of one of our own. */
const FOREIGN = { replaceable: false, appendable: false, columns: [] } as const

/** @throws DatadeedError LOCKED, PATH, IO_WRITE, NOSPACE, FORMAT */
export async function openSqliteTarget(
  path: string,
  request: Pick<IntoRequest, 'existing' | 'files' | 'dryRun' | 'signal'> & { readonly deedId: string },
): Promise<DatabaseTarget> {
  const file = await openFile(path, request)
  try {
    return new SqliteTarget(path, file, request)
  } catch (cause) {
    await file[Symbol.asyncDispose]()
    throw sqliteWriteFault(cause, path)
  }
}

class SqliteTarget implements DatabaseTarget {
  readonly kind = 'sqlite'
  readonly names = NAMES
  readonly mostColumns = MOST_COLUMNS
  readonly form = 'cells'
  readonly choice = CHOICE
  readonly isNew: boolean
  readonly identity: string
  readonly #fileId: string
  #found: FoundTables = new Map()
  /** By the number of a table that rows are added to: what tells these from the others. */
  readonly #added = new Map<number, string>()
  readonly #path: string
  readonly #file: WritableFile
  readonly #opened: Pick<IntoRequest, 'existing'> & { readonly deedId: string }

  constructor(
    path: string,
    file: WritableFile,
    opened: Pick<IntoRequest, 'existing'> & { readonly deedId: string },
  ) {
    this.#path = path
    this.#file = file
    this.#opened = opened
    const known = findFileId(this.#connection)
    this.isNew = known === undefined
    this.#fileId = known ?? newFileId()
    this.identity = `sqlite ${this.#fileId}`
  }

  get leftovers(): readonly string[] {
    return this.#file.leftovers
  }

  get #connection(): DatabaseSync {
    return this.#file.connection
  }

  nameType(type: ColumnType): string {
    return type.toUpperCase()
  }

  async look(tables: readonly PlannedTable[]): Promise<FoundTables> {
    const names = new Set(tables.map(({ table }) => NAMES.fold(table)))
    const taken = this.#asked(() => [
      ...findTaken(this.#connection, names, NAMES.fold),
      ...findForeign(this.#connection).map((name) => ({ ...FOREIGN, name })),
    ])
    const { existing } = this.#opened
    this.#found = settleTaken(tables, taken, { path: this.#path, existing, names: NAMES })
    return this.#found
  }

  async make(tables: readonly PlannedTable[]): Promise<void> {
    await this.#file.begin()
    this.#asked(() => {
      makeOwnTables(this.#connection, this.#fileId)
      for (const table of tables) this.#makeTable(table)
    })
  }

  async load(table: PlannedTable): Promise<TableLoad> {
    const found = this.#found.get(table.number)?.columns
    const isDecimal = (column: number): boolean =>
      found === undefined
        ? table.columns[column]?.type === 'numeric'
        : found[column]?.accepts.includes('decimal') === true
    const insert = this.#asked(() => openInserting(this.#connection, table, isDecimal))
    let rows = 0
    return {
      write: async (slice) => {
        this.#asked(() => insert(slice))
        rows += slice.rows
        await nextTurn()
      },
      finish: async (given) => {
        if (given !== rows) throw tookOthers(this.#path, { table: table.table, rows: given, got: rows })
      },
    }
  }

  readBack({ number, table, columns }: PlannedTable): TargetTable {
    const own = columns.map(({ column }, index) => ({ index, name: column }))
    const selected = columns.map(({ column }) => quoteName(column)).join(', ')
    const added = this.#added.get(number)
    const sql = `SELECT ${selected} FROM main.${quoteName(table)} NOT INDEXED${added ?? ''}`
    const place = { path: this.#path, utf16: this.#isUtf16(), columns: own, sql }
    return {
      path: this.#path,
      name: table,
      size: 0,
      dialect: typedDialect(columns.length),
      preambleLines: 0,
      columns: own,
      description: { kind: 'sqlite', from: 'table' },
      slices: (request) => readInserted(this.#connection, place, request),
      assertUnchanged: async () => undefined,
    }
  }

  commit(): Promise<{ readonly lasting: boolean }> {
    return this.#file.commit()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return Promise.resolve(this.#file[Symbol.asyncDispose]())
  }

  #makeTable(table: PlannedTable): void {
    const found = this.#found.get(table.number)
    if (found?.columns !== undefined) {
      this.#added.set(table.number, this.#onlyAdded(table.table))
    } else {
      const name = `main.${quoteName(table.table)}`
      if (found !== undefined) {
        this.#connection.exec(`DROP TABLE ${name}`)
        unlistColumns(this.#connection, table.table)
      }
      const declared = table.columns.map(({ column, type }) => `${quoteName(column)} ${this.nameType(type)}`)
      this.#connection.exec(`CREATE TABLE ${name} (${declared.join(', ')})`)
    }
    listColumns(this.#connection, table, this.#opened.deedId)
  }

  /** SQLite numbers rows upwards, behind the highest that there is. */
  #onlyAdded(table: string): string {
    const rowId = findRowId(this.#connection, table)
    if (rowId === undefined) throw new InternalError('a table without a name for its rows was found fit')
    const last = findLastRow(this.#connection, table, rowId)
    return last === undefined ? '' : ` WHERE ${rowId} > ${last}`
  }

  #isUtf16(): boolean {
    const [row] = this.#connection.prepare('PRAGMA main.encoding').all()
    return row?.encoding !== 'UTF-8'
  }

  #asked<Answer>(ask: () => Answer): Answer {
    try {
      return ask()
    } catch (cause) {
      throw sqliteWriteFault(cause, this.#path)
    }
  }
}
