import { basename, dirname, resolve } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import {
  type FileSystem,
  type OutputFile,
  PartialOutput,
  realFileSystem,
  sweepPartials,
  syncFolder,
} from '../../../files/index.ts'
import { openDatabaseFile } from '../../../ingest/index.ts'
import { sqliteWriteFault } from './faults.ts'
import type { WritableFile } from './open-file.ts'

export interface FileRequest {
  readonly files?: FileSystem | undefined
  readonly dryRun?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}

/** The file is nobody's yet: a journal beside it would serve nobody, and it is synced once, when it is whole. */
const SETTINGS = ['journal_mode = MEMORY', 'synchronous = OFF', 'locking_mode = EXCLUSIVE']

/** A database file that is made, under a passing name until it is whole. */
export class NewFile implements WritableFile {
  connection: DatabaseSync = openDatabaseFile(':memory:')
  leftovers: readonly string[] = []
  readonly #path: string
  readonly #files: FileSystem
  readonly #signal: AbortSignal | undefined
  readonly #output: PartialOutput
  #file: OutputFile | undefined
  #open = true

  constructor(path: string, { files = realFileSystem, signal }: FileRequest) {
    this.#path = path
    this.#files = files
    this.#signal = signal
    this.#output = new PartialOutput(resolve(path), 'file', files)
  }

  async begin(): Promise<void> {
    const { target, path } = this.#output
    const place = { folder: dirname(target), names: [basename(target)] }
    this.leftovers = await sweepPartials(this.#files, place)
    this.#file = await this.#output.createFile()
    this.connection.close()
    this.#open = false
    try {
      this.connection = openDatabaseFile(path)
      this.#open = true
      for (const setting of SETTINGS) this.connection.exec(`PRAGMA ${setting}`)
      this.connection.exec('BEGIN')
    } catch (cause) {
      throw sqliteWriteFault(cause, this.#path)
    }
  }

  async commit(): Promise<{ readonly lasting: boolean }> {
    try {
      this.connection.exec('COMMIT')
      this.#close()
    } catch (cause) {
      throw sqliteWriteFault(cause, this.#path)
    }
    this.#signal?.throwIfAborted()
    const { target } = this.#output
    const synced = await this.#file?.sync()
    await this.#file?.close()
    await this.#output.publish()
    const named = await syncFolder(this.#files, dirname(target), target)
    this.#output.keep()
    return { lasting: synced === 'synced' && named === 'synced' }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#close()
    await this.#file?.close()
    await this.#output[Symbol.asyncDispose]()
  }

  #close(): void {
    if (this.#open) this.connection.close()
    this.#open = false
  }
}
