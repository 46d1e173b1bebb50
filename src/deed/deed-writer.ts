import { basename, dirname, resolve } from 'node:path'
import { sha256, toHex } from '../crypto/index.ts'
import { InternalError } from '../errors.ts'
import {
  existsFault,
  type FileSystem,
  PartialOutput,
  readFault,
  realFileSystem,
  sweepPartials,
  syncFolder,
} from '../files/index.ts'
import { BLOCKS_FILE_BYTES } from '../limits.ts'
import type { EntryWriter } from './entry-writer.ts'
import { openFolderWriter } from './folder-writer.ts'
import { encodeIndex, type IndexRecord } from './index-records.ts'
import { mayFollow } from './layout.ts'
import type { EntryDigest } from './manifest-schema.ts'
import { blocksEntry, indexEntry, SIGNATURES } from './names.ts'
import { openZipWriter } from './zip-writer.ts'

/** A sealed block as it comes to the writer, slice by slice and within a slice by compartment. */
export interface BlockToWrite
  extends Pick<IndexRecord, 'slice' | 'compartment' | 'epoch' | 'rows' | 'sha256'> {
  readonly ciphertext: Uint8Array
}

/**
 * Writes a deed beside its final name, entry by entry in the order of FORMAT.md section 2. Unless it is published,
 * disposing it leaves nothing behind.
 */
export interface DeedWriter extends AsyncDisposable {
  /** Where the deed stands until it is published; openContainer can read it there once signatures.json is written. */
  readonly partialPath: string
  /** Unfinished deeds of this name, of other runs that were killed or are still going. */
  readonly leftovers: readonly string[]
  /** Digests of all entries so far but the blocks files, in order. */
  readonly entries: readonly EntryDigest[]
  /** @throws DatadeedError NOSPACE, IO_WRITE, as all that follow */
  writeEntry(name: string, bytes: Uint8Array): Promise<void>
  beginTable(table: number): Promise<void>
  /** Where the block came to stand. */
  appendBlock(block: BlockToWrite): Promise<Pick<IndexRecord, 'part' | 'offset' | 'length'>>
  /** Writes the table's index. */
  endTable(): Promise<{ readonly parts: number }>
  /** Bytes of the file, or of the folder's files together. */
  readonly length: number
  /** Makes all that was written lasting; publish does it too. */
  sync(): Promise<void>
  /**
   * Gives the whole deed its name, never over another file or folder. Tells whether it outlasts a power cut, as far as
   * the file system knows.
   * @throws DatadeedError EXISTS too
   */
  publish(): Promise<{ readonly lasting: boolean }>
}

export interface DeedWriterOptions {
  readonly form: 'file' | 'folder'
  readonly signal?: AbortSignal | undefined
  readonly files?: FileSystem | undefined
}

/**
 * Begins a deed. Nothing is made if something has the name already.
 * @throws DatadeedError EXISTS, NOSPACE, IO_WRITE
 */
export async function createDeedWriter(finalPath: string, options: DeedWriterOptions): Promise<DeedWriter> {
  const { form, files = realFileSystem, signal } = options
  const path = resolve(finalPath)
  const taken = await files.find(path).catch((cause: unknown) => {
    throw readFault(finalPath, cause)
  })
  if (taken !== undefined) throw existsFault(finalPath)
  const leftovers = await sweepPartials(files, { folder: dirname(path), names: [basename(path)] })
  await using opening = new AsyncDisposableStack()
  const output = opening.use(new PartialOutput(path, form, files))
  const container = await (form === 'file' ? openZipWriter(output) : openFolderWriter(output, files))
  opening.move()
  return new AtomicDeedWriter({ output, files, container, signal, leftovers })
}

interface Destination {
  readonly output: PartialOutput
  readonly files: FileSystem
  readonly container: EntryWriter
  readonly signal: AbortSignal | undefined
  readonly leftovers: readonly string[]
}

interface OpenTable {
  readonly number: number
  readonly records: IndexRecord[]
  part: number
  offset: number
}

class AtomicDeedWriter implements DeedWriter {
  readonly #to: Destination
  readonly #entries: EntryDigest[] = []
  #last: string | undefined
  #table: OpenTable | undefined
  #state: 'writing' | 'complete' = 'writing'
  #lasting = true

  constructor(destination: Destination) {
    this.#to = destination
  }

  get partialPath(): string {
    return this.#to.output.path
  }

  get leftovers(): readonly string[] {
    return this.#to.leftovers
  }

  get length(): number {
    return this.#to.container.length
  }

  get entries(): readonly EntryDigest[] {
    return this.#entries
  }

  async writeEntry(name: string, bytes: Uint8Array): Promise<void> {
    await this.#begin(name)
    await this.#to.container.append(bytes)
    await this.#to.container.end()
    this.#entries.push({ name, size: bytes.length, sha256: toHex(sha256(bytes)) })
    if (name !== SIGNATURES) return
    await this.#to.container.finish()
    this.#state = 'complete'
  }

  async beginTable(table: number): Promise<void> {
    if (this.#table !== undefined) throw new InternalError('a table was begun within another')
    this.#table = { number: table, records: [], part: -1, offset: 0 }
  }

  async appendBlock(block: BlockToWrite): Promise<Pick<IndexRecord, 'part' | 'offset' | 'length'>> {
    const table = this.#openTable()
    const { ciphertext, slice, compartment, epoch, rows, sha256 } = block
    if (table.part < 0 || table.offset + ciphertext.length > BLOCKS_FILE_BYTES) await this.#nextPart(table)
    await this.#to.container.append(ciphertext)
    const place = { part: table.part, offset: table.offset, length: ciphertext.length }
    table.records.push({ slice, compartment, epoch, rows, sha256, ...place })
    table.offset += ciphertext.length
    this.#to.signal?.throwIfAborted()
    return place
  }

  async endTable(): Promise<{ readonly parts: number }> {
    const { number, part, records } = this.#openTable()
    if (part >= 0) await this.#to.container.end()
    this.#table = undefined
    await this.writeEntry(indexEntry(number), encodeIndex(records))
    return { parts: part + 1 }
  }

  async sync(): Promise<void> {
    if (this.#state !== 'complete') throw new InternalError('a deed is not complete without its signatures')
    if ((await this.#to.container.sync()) !== 'synced') this.#lasting = false
  }

  async publish(): Promise<{ readonly lasting: boolean }> {
    const { files, output, container, signal } = this.#to
    await this.sync()
    await container.close()
    signal?.throwIfAborted()
    await output.publish()
    // A name that may not outlive a power cut is no deed: disposing takes it back.
    const named = await syncFolder(files, dirname(output.target), output.target)
    output.keep()
    return { lasting: this.#lasting && named === 'synced' }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#to.container.close().catch(() => undefined)
    await this.#to.output[Symbol.asyncDispose]()
  }

  async #begin(name: string): Promise<void> {
    this.#to.signal?.throwIfAborted()
    const late = this.#state !== 'writing' || (this.#last !== undefined && !mayFollow(this.#last, name))
    if (late) throw new InternalError(`the entry ${name} does not belong behind ${this.#last}`)
    this.#last = name
    await this.#to.container.begin(name)
  }

  async #nextPart(table: OpenTable): Promise<void> {
    if (table.part >= 0) await this.#to.container.end()
    table.part += 1
    table.offset = 0
    await this.#begin(blocksEntry(table.number, table.part))
  }

  #openTable(): OpenTable {
    if (this.#table === undefined) throw new InternalError('a block came for no table')
    return this.#table
  }
}
