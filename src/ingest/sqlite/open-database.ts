import { open, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { DatabaseSync, DatabaseSyncOptions } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { DatadeedError } from '../../errors.ts'
import { ROW_BYTES } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { openSourceFile, type SourceFile } from '../source-file.ts'
import { faultOf } from './faults.ts'
import { MAGIC } from './is-sqlite.ts'

/** A database file, open for reading; `assertUnchanged` vouches for all that was read since. */
export interface OpenDatabase extends AsyncDisposable {
  readonly path: string
  readonly size: number
  readonly connection: DatabaseSync
  /** The encoding of its text. */
  readonly utf16: boolean
  /** @throws CHANGED */
  assertUnchanged(): Promise<void>
}

/** What a file that others made must not bring about: no function or table of it that does more than read. */
const SETTINGS = [
  'PRAGMA trusted_schema = OFF',
  'PRAGMA query_only = ON',
  'PRAGMA cell_size_check = ON',
  'PRAGMA mmap_size = 0',
  // What is sorted stays in memory: nothing of it lies in a temporary file.
  'PRAGMA temp_store = MEMORY',
  'BEGIN',
]

/**
 * Opens a database file as one that does not change (SQLite's `immutable`): no lock, no file made beside it, not a byte
 * of it written. That it did not change is proved by its size, times and identity, as of any export; what lies beside
 * it and belongs to it is refused.
 *
 * @throws DatadeedError FORMAT, DAMAGED, CHANGED, IO_READ
 */
export async function openDatabase(path: string): Promise<OpenDatabase> {
  const file = await openSourceFile(path)
  let connection: DatabaseSync | undefined
  try {
    await assertMagic(file)
    await assertNothingBeside(path)
    connection = connect(path)
    for (const setting of SETTINGS) connection.exec(setting)
    const [row] = connection.prepare('PRAGMA encoding').all()
    const utf16 = row?.encoding !== 'UTF-8'
    return new SqliteFile({ file, connection, utf16 })
  } catch (cause) {
    connection?.close()
    await file[Symbol.asyncDispose]()
    throw faultOf(cause, path)
  }
}

class SqliteFile implements OpenDatabase {
  readonly path: string
  readonly size: number
  readonly connection: DatabaseSync
  readonly utf16: boolean
  readonly #file: SourceFile

  constructor(opened: { file: SourceFile; connection: DatabaseSync; utf16: boolean }) {
    this.path = opened.file.path
    this.size = opened.file.size
    this.connection = opened.connection
    this.utf16 = opened.utf16
    this.#file = opened.file
  }

  async assertUnchanged(): Promise<void> {
    await this.#file.assertUnchanged()
    await assertNothingBeside(this.path)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.connection.close()
    await this.#file[Symbol.asyncDispose]()
  }
}

function connect(path: string): DatabaseSync {
  const location = pathToFileURL(resolve(path))
  location.search = '?immutable=1'
  return openDatabaseFile(location, { readOnly: true, limits: { length: ROW_BYTES } })
}

/** A connection that loads nothing into this process and lets nothing but SQL change the file. */
export function openDatabaseFile(location: string | URL, options: DatabaseSyncOptions = {}): DatabaseSync {
  const { DatabaseSync } = loadSqlite()
  return new DatabaseSync(location, { ...options, allowExtension: false, defensive: true })
}

/** Node 24 says on loading it that it may change; what is used of it has tests for every Node. */
function loadSqlite(): typeof import('node:sqlite') {
  const { emitWarning } = process
  process.emitWarning = () => undefined
  try {
    return process.getBuiltinModule('node:sqlite')
  } finally {
    process.emitWarning = emitWarning
  }
}

async function assertMagic(file: SourceFile): Promise<void> {
  const start = new Uint8Array(Math.min(MAGIC.length, file.size))
  await file.readInto(start, 0)
  if (Buffer.from(start).toString('latin1') === MAGIC) return
  const { databases } = say()
  const told = { path: printable(file.path) }
  throw file.size === 0
    ? new DatadeedError('EMPTY', databases.noTables(told), { hints: [databases.hintNoTables] })
    : new DatadeedError('FORMAT', databases.notSqlite(told), { hints: [databases.hintNotSqlite] })
}

/** The changes that a program has not yet put into the file, or had begun to make and must take back. */
async function assertNothingBeside(path: string): Promise<void> {
  const wal = await sizeOf(`${path}-wal`)
  const journal = await isHot(`${path}-journal`)
  if (wal === 0 && !journal) return
  const { databases } = say()
  const beside = printable(`${path}${wal === 0 ? '-journal' : '-wal'}`)
  throw new DatadeedError('CHANGED', databases.beside({ path: printable(path), beside }), {
    hints: [databases.hintBeside, databases.hintCopy({ path: printable(path) })],
  })
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  )
}

/** A journal that is done with may stay, empty or with zeros at its start. */
async function isHot(path: string): Promise<boolean> {
  if ((await sizeOf(path)) === 0) return false
  const handle = await open(path).catch(() => undefined)
  if (handle === undefined) return true
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1), 0, 1, 0)
    return bytesRead === 1 && buffer[0] !== 0
  } finally {
    await handle.close()
  }
}
