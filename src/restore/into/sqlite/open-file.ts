import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { DatadeedError } from '../../../errors.ts'
import {
  type FileSystem,
  type OutputFile,
  PartialOutput,
  realFileSystem,
  sweepPartials,
  syncFolder,
} from '../../../files/index.ts'
import { openDatabaseFile } from '../../../ingest/index.ts'
import { say } from '../../../messages/index.ts'
import { printable } from '../../../messages/printable.ts'
import { sqliteWriteFault } from './faults.ts'

/** A database file while it is written to, in one transaction. */
export interface WritableFile extends AsyncDisposable {
  readonly connection: DatabaseSync
  readonly leftovers: readonly string[]
  /** Whatever was written is the file's from here on. */
  commit(): Promise<{ readonly lasting: boolean }>
}

export interface FileRequest {
  readonly files?: FileSystem | undefined
  readonly dryRun?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Opens a database file for one transaction: one that exists, or a new one, which has its name only when it is whole.
 * @throws DatadeedError LOCKED, PATH, IO_WRITE, NOSPACE, FORMAT
 */
export async function openFile(path: string, request: FileRequest): Promise<WritableFile> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) return request.dryRun ? openNothing() : makeFile(path, request)
  if (found.isFile()) return openExisting(path, request)
  throw new DatadeedError('PATH', say().intoSqlite.notAFile({ path: printable(path) }))
}

/** For a look at a file that is not there. */
function openNothing(): WritableFile {
  const connection = openDatabaseFile(':memory:')
  return {
    connection,
    leftovers: [],
    commit: async () => ({ lasting: true }),
    async [Symbol.asyncDispose]() {
      connection.close()
    },
  }
}

function openExisting(path: string, { dryRun = false }: FileRequest): WritableFile {
  const connection = openDatabaseFile(path, { readOnly: dryRun })
  let open = true
  const close = (): void => {
    if (open) connection.close()
    open = false
  }
  try {
    // Others may read meanwhile; who writes is waited for a moment only.
    connection.exec('PRAGMA busy_timeout = 500')
    connection.exec('PRAGMA trusted_schema = OFF')
    connection.exec(dryRun ? 'BEGIN' : 'BEGIN IMMEDIATE')
    connection.prepare('SELECT count(*) FROM sqlite_schema').get()
  } catch (cause) {
    close()
    throw sqliteWriteFault(cause, path)
  }
  return {
    connection,
    leftovers: [],
    async commit() {
      try {
        connection.exec('COMMIT')
        close()
      } catch (cause) {
        throw sqliteWriteFault(cause, path)
      }
      return { lasting: true }
    },
    // A connection that is closed takes its transaction back.
    async [Symbol.asyncDispose]() {
      close()
    },
  }
}

async function makeFile(
  path: string,
  { files = realFileSystem, signal }: FileRequest,
): Promise<WritableFile> {
  const target = resolve(path)
  const folder = dirname(target)
  const leftovers = await sweepPartials(files, { folder, names: [target.slice(folder.length + 1)] })
  const output = new PartialOutput(target, 'file', files)
  let file: OutputFile | undefined
  let connection: DatabaseSync | undefined
  const close = async (): Promise<void> => {
    connection?.close()
    connection = undefined
    await file?.close()
  }
  try {
    file = await output.createFile()
    connection = openDatabaseFile(output.path)
    // The file is nobody's yet: there is nothing to take back, and it is synced once, when it is whole.
    for (const setting of ['journal_mode = OFF', 'synchronous = OFF', 'locking_mode = EXCLUSIVE']) {
      connection.exec(`PRAGMA ${setting}`)
    }
    connection.exec('BEGIN')
    const opened = connection
    const made = file
    return {
      connection: opened,
      leftovers,
      async commit() {
        try {
          opened.exec('COMMIT')
          opened.close()
          connection = undefined
        } catch (cause) {
          throw sqliteWriteFault(cause, path)
        }
        signal?.throwIfAborted()
        const synced = await made.sync()
        await made.close()
        await output.publish()
        const named = await syncFolder(files, folder, target)
        output.keep()
        return { lasting: synced === 'synced' && named === 'synced' }
      },
      async [Symbol.asyncDispose]() {
        await close()
        await output[Symbol.asyncDispose]()
      },
    }
  } catch (cause) {
    await close()
    await output[Symbol.asyncDispose]()
    throw sqliteWriteFault(cause, path)
  }
}
