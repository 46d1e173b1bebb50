import type { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { DatadeedError, InternalError } from '../../../errors.ts'
import { readInserted, typedDialect } from '../../../ingest/index.ts'
import { say } from '../../../messages/index.ts'
import { printable } from '../../../messages/printable.ts'
import type { TargetTable } from '../../compare/target-table.ts'
import type { NameRules } from '../map-names.ts'
import type { PlannedTable } from '../plan-tables.ts'
import type { IntoRequest } from '../request.ts'
import type { DatabaseTarget, TableLoad } from '../target.ts'
import { COLUMN_LIST, isForeignList, listColumns, makeList, unlistColumns } from './column-list.ts'
import { sqliteWriteFault } from './faults.ts'
import { openInserting } from './insert-rows.ts'
import { openFile, type WritableFile } from './open-file.ts'
import { quoteName } from './quote.ts'

/** SQLite takes names that differ by the case of ASCII letters alone for one. https://www.sqlite.org/limits.html */
export const NAMES: NameRules = {
  mostBytes: 1024,
  fold: (name) => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  isReserved: (folded) => folded.startsWith('sqlite_') || folded === COLUMN_LIST,
}
const MOST_COLUMNS = 2000

/** @throws DatadeedError LOCKED, PATH, IO_WRITE, NOSPACE, FORMAT */
export async function openSqliteTarget(
  path: string,
  request: Pick<IntoRequest, 'existing' | 'files' | 'dryRun' | 'signal'> & { readonly deedId: string },
): Promise<DatabaseTarget> {
  return new SqliteTarget(path, await openFile(path, request), request)
}

class SqliteTarget implements DatabaseTarget {
  readonly kind = 'sqlite'
  readonly names = NAMES
  readonly mostColumns = MOST_COLUMNS
  readonly form = 'cells'
  readonly leftovers: readonly string[]
  readonly #path: string
  readonly #file: WritableFile
  readonly #connection: DatabaseSync
  readonly #opened: Pick<IntoRequest, 'existing'> & { readonly deedId: string }

  constructor(
    path: string,
    file: WritableFile,
    opened: Pick<IntoRequest, 'existing'> & { readonly deedId: string },
  ) {
    this.#path = path
    this.#file = file
    this.#connection = file.connection
    this.leftovers = file.leftovers
    this.#opened = opened
  }

  typeOf({ deed }: PlannedTable['columns'][number]): string {
    return deed === null ? 'INTEGER' : 'TEXT'
  }

  async look(tables: readonly PlannedTable[]): Promise<void> {
    const taken = this.#asked(() => this.#findTaken(tables))
    const foreign = this.#asked(() => isForeignList(this.#connection)) ? [COLUMN_LIST] : []
    const inTheWay = taken.filter(({ type }) => this.#opened.existing === 'refuse' || type !== 'table')
    const names = [...inTheWay.map(({ name }) => name), ...foreign]
    if (names.length === 0) return
    const told = { path: printable(this.#path), tables: names.map((name) => printable(name)) }
    throw new DatadeedError('EXISTS', say().into.tablesExist(told), { hints: [say().into.hintTablesExist] })
  }

  async make(tables: readonly PlannedTable[]): Promise<void> {
    const { existing, deedId } = this.#opened
    this.#asked(() => {
      makeList(this.#connection)
      for (const table of tables) {
        const name = `main.${quoteName(table.table)}`
        if (existing === 'replace') {
          this.#connection.exec(`DROP TABLE IF EXISTS ${name}`)
          unlistColumns(this.#connection, table.table)
        }
        const declared = table.columns.map((column) => `${quoteName(column.column)} ${this.typeOf(column)}`)
        this.#connection.exec(`CREATE TABLE ${name} (${declared.join(', ')})`)
        listColumns(this.#connection, table, deedId)
      }
    })
  }

  async load(table: PlannedTable): Promise<TableLoad> {
    const insert = this.#asked(() => openInserting(this.#connection, table))
    let rows = 0
    return {
      write: async (slice) => {
        this.#asked(() => insert(slice))
        rows += slice.rows
        await nextTurn()
      },
      finish: async (given) => {
        if (given !== rows) throw new InternalError('a database took other rows than it was given')
      },
    }
  }

  readBack({ table, columns }: PlannedTable): TargetTable {
    const own = columns.map(({ column }, index) => ({ index, name: column }))
    const selected = columns.map(({ column }) => quoteName(column)).join(', ')
    const sql = `SELECT ${selected} FROM main.${quoteName(table)} NOT INDEXED`
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

  #findTaken(tables: readonly PlannedTable[]): { readonly name: string; readonly type: string }[] {
    const names = new Set(tables.map(({ table }) => NAMES.fold(table)))
    return this.#connection
      .prepare('SELECT name, type FROM main.sqlite_schema')
      .all()
      .map(({ name, type }) => ({ name: String(name), type: String(type) }))
      .filter(({ name }) => names.has(NAMES.fold(name)))
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
