import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { parse } from 'csv-parse/sync'
import { type IntoReport, type IntoRequest, restoreInto } from '../../../src/restore/index.ts'
import { type Folder, party, type policy, seal } from '../../hostile/make-deed.ts'
import { startPostgres, type TestServer } from '../../postgres/start-postgres.ts'

export type Rows = readonly (readonly (string | null)[])[]

/** The buyer restores a deed of the seller into a database. */
export async function into(
  deed: string,
  target: string,
  more: Partial<IntoRequest> = {},
): Promise<IntoReport> {
  const [seller, buyer] = [await party('seller'), await party('buyer')]
  return restoreInto({
    ...{ deed, from: seller.card, key: buyer.key, into: target, existing: 'refuse', workers: 1 },
    ...more,
  })
}

/** Seals tables of texts and NULLs; `quoted` ones have quotes about every text. */
export async function sealTables(
  folder: Folder,
  name: string,
  tables: Readonly<Record<string, Rows>>,
  { quoted = [], ...more }: { quoted?: readonly string[]; policy?: ReturnType<typeof policy> } = {},
): Promise<string> {
  const deed = folder.at(`${name}.deed`)
  const exports = Object.entries(tables).map(([table, rows]) => ({
    path: folder.write(`${table}.csv`, csvOf(rows, quoted.includes(table))),
    ...({ encoding: 'utf-8', delimiter: ',', header: true } as const),
  }))
  await seal(deed, exports, more)
  return deed
}

/** A CSV in which null is empty without quotes. */
function csvOf(rows: Rows, quoted: boolean): string {
  const field = (cell: string | null): string => {
    if (cell === null) return ''
    return quoted || cell === '' || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  }
  return rows.map((row) => `${row.map(field).join(',')}\n`).join('')
}

/** Cells that programs trip over; null is NULL. */
export const HOSTILE: readonly (string | null)[] = [
  ...[null, '', ' ', 'NULL', '\\N', '\\.', '\\', '\\\\', "'", '"', '""', 'a"b', ',', 'a,b', '\t', 'a\tb'],
  ...['\n', '\r', '\r\n', 'a\nb', 'a\rb', 'a\r\nb', '\\.\n', 'x\n\\.\ny', '007', '+1', '1.50', '0x1F', '1e5'],
  ...['true', '2025-1-5', '王小明', '𠮷👍🏽', 'שלום', '\u202eabc', '\ufeff', '\ufffd', 'é', '\u0001\u007f'],
  "'); DROP TABLE t;--",
]

/** A cell of more than 1 MiB. */
export const LONG = `${'长'.repeat(180_000)}"${'x'.repeat(520_000)}`

/** A server for one test file, and a new database in it for whoever asks. */
export class Databases implements Disposable {
  readonly server: TestServer | undefined = startPostgres()
  #made = 0

  make(options = ''): { readonly name: string; readonly address: string } {
    if (this.server === undefined) throw new Error('no server')
    this.#made += 1
    const name = `into${this.#made}`
    const { host, port } = this.server
    this.server.psql(`CREATE DATABASE ${name} ${options}`)
    return { name, address: `postgres://shopkeeper@:${port}/${name}?host=${encodeURIComponent(host)}` }
  }

  psql(sql: string, database: string): string {
    return this.server?.psql(sql, database).toString().trimEnd() ?? ''
  }

  /** What the server says the rows are. */
  copied(table: string, database: string): Rows {
    return parse(this.server?.psql(`COPY ${table} TO STDOUT (FORMAT csv)`, database) ?? '', {
      cast: (text, { quoting }) => (text === '' && !quoting ? null : text),
      skip_empty_lines: false,
    }) as unknown as Rows
  }

  [Symbol.dispose](): void {
    this.server?.[Symbol.dispose]()
  }
}

/** What SQLite says the rows are. */
export function selected(table: string, path: string): Rows {
  using database = new DatabaseSync(path, { readOnly: true })
  const statement = database.prepare(`SELECT * FROM "${table}"`)
  statement.setReturnArrays(true)
  return statement.all() as unknown as Rows
}

export function bytesOf(path: string): string {
  return readFileSync(path, 'latin1')
}
