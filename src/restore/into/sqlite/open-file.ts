import { stat } from 'node:fs/promises'
import type { DatabaseSync } from 'node:sqlite'
import { DatadeedError } from '../../../errors.ts'
import { openDatabaseFile } from '../../../ingest/index.ts'
import { say } from '../../../messages/index.ts'
import { printable } from '../../../messages/printable.ts'
import { sqliteWriteFault } from './faults.ts'
import { type FileRequest, NewFile } from './new-file.ts'

/** A database file while it is written to, in one transaction. */
export interface WritableFile extends AsyncDisposable {
  readonly connection: DatabaseSync
  /** Unfinished files beside it; known when it has begun. */
  readonly leftovers: readonly string[]
  /** Before the first change: until then nothing of it is written anywhere. */
  begin(): Promise<void>
  /** Whatever was written is the file's from here on. */
  commit(): Promise<{ readonly lasting: boolean }>
}

/**
 * Opens a database file for one transaction: one that exists, or a new one, which has its name only when it is whole.
 * @throws DatadeedError LOCKED, PATH, IO_WRITE, NOSPACE, FORMAT
 */
export async function openFile(path: string, request: FileRequest): Promise<WritableFile> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) return new NewFile(path, request)
  if (found.isFile()) return openExisting(path, request)
  throw new DatadeedError('PATH', say().intoSqlite.notAFile({ path: printable(path) }))
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
    begin: async () => undefined,
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
