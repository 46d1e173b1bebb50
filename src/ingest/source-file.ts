import type { BigIntStats } from 'node:fs'
import { constants } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

/** An export's bytes, open for reading only, that must stay what they were when they were opened. */
export interface SourceFile extends AsyncDisposable {
  /** For sentences. */
  readonly path: string
  /** Of what is read, unpacked; Infinity while the end has not been seen. */
  readonly size: number
  /** How the file itself is packed. */
  readonly compression?: 'gzip' | 'zstd' | undefined
  /** False where bytes can be read only once, ascending, but for the first few MiB. */
  readonly rereadable: boolean
  /** Of several files as one: which of them a byte is in, and where. */
  locate?(offset: number): { readonly file: SourceFile; readonly offset: number }
  /** Makes `size` known if the end lies before `offset`. */
  reach(offset: number): Promise<void>
  /** Fills `into` from `offset`. @throws CHANGED if the file ends before, IO_READ if the disk fails. */
  readInto(into: Uint8Array, offset: number): Promise<void>
  /** @throws CHANGED if size, times or identity differ from when it was opened. */
  assertUnchanged(): Promise<void>
}

/** What reading an export asks of the system; tests put a disk that fails in its place. */
export interface SourceDisk {
  readonly open: (path: string, flags: number) => Promise<SourceHandle>
  readonly stat: (path: string) => Promise<SourceStats>
}

/** What a file is known again by. */
type SourceStats = Pick<
  BigIntStats,
  'isFile' | 'isDirectory' | 'size' | 'mtimeNs' | 'ctimeNs' | 'ino' | 'dev'
>

export interface SourceHandle {
  read(into: Uint8Array, at: number, length: number, position: number): Promise<{ bytesRead: number }>
  stat(options: { bigint: true }): Promise<SourceStats>
  close(): Promise<void>
}

const DISK: SourceDisk = { open, stat: (path) => stat(path, { bigint: true }) }

/** @throws FORMAT if it is no regular file, IO_READ if it cannot be opened. */
export async function openSourceFile(path: string, disk: SourceDisk = DISK): Promise<SourceFile> {
  const handle = await openQuietly(path, disk)
  try {
    const before = await handle.stat({ bigint: true })
    if (before.isDirectory()) throw new DatadeedError('IO_READ', say().ingest.isDirectory(named(path)))
    if (!before.isFile()) throw notAFile(path)
    return new OpenSourceFile(path, { disk, handle, before })
  } catch (cause) {
    await closeQuietly(handle)
    throw cause instanceof DatadeedError ? cause : cannotRead(path, cause)
  }
}

/** Opening a FIFO would wait for a writer for ever, hence the look before and the flag against a swap after it. */
async function openQuietly(path: string, disk: SourceDisk): Promise<SourceHandle> {
  try {
    const found = await disk.stat(path)
    if (!found.isFile() && !found.isDirectory()) throw notAFile(path)
    return await disk.open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (cause) {
    throw cause instanceof DatadeedError ? cause : cannotRead(path, cause)
  }
}

/** What was read has been proved by then: a deed that stands must not end as a failure. */
async function closeQuietly(handle: SourceHandle): Promise<void> {
  await handle.close().catch(() => {})
}

class OpenSourceFile implements SourceFile {
  readonly path: string
  readonly size: number
  readonly rereadable = true
  readonly #disk: SourceDisk
  readonly #handle: SourceHandle
  readonly #before: SourceStats

  constructor(path: string, opened: { disk: SourceDisk; handle: SourceHandle; before: SourceStats }) {
    this.path = path
    this.size = Number(opened.before.size)
    this.#disk = opened.disk
    this.#handle = opened.handle
    this.#before = opened.before
  }

  async reach(): Promise<void> {}

  async readInto(into: Uint8Array, offset: number): Promise<void> {
    let filled = 0
    while (filled < into.length) {
      const got = await this.#readOnce(into.subarray(filled), offset + filled)
      if (got === 0) throw changedWhileRead(this.path)
      filled += got
    }
  }

  async assertUnchanged(): Promise<void> {
    const now = await this.#statAgain(() => this.#handle.stat({ bigint: true }))
    const atPath = await this.#statAgain(() => this.#disk.stat(this.path))
    for (const later of [now, atPath]) {
      if (!isUnchanged(later, this.#before)) throw changedWhileRead(this.path)
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await closeQuietly(this.#handle)
  }

  async #readOnce(into: Uint8Array, offset: number): Promise<number> {
    try {
      return (await this.#handle.read(into, 0, into.length, offset)).bytesRead
    } catch (cause) {
      throw cannotRead(this.path, cause)
    }
  }

  async #statAgain(statIt: () => Promise<SourceStats>): Promise<SourceStats> {
    try {
      return await statIt()
    } catch (cause) {
      const gone = reasonOf(cause) === 'ENOENT' || reasonOf(cause) === 'ENOTDIR'
      throw gone ? changedWhileRead(this.path, cause) : cannotRead(this.path, cause)
    }
  }
}

/** ctime as well: any program can set mtime back to what it was, none can set ctime. */
function isUnchanged(later: SourceStats, before: SourceStats): boolean {
  return (['size', 'mtimeNs', 'ctimeNs', 'ino', 'dev'] as const).every(
    (trait) => later[trait] === before[trait],
  )
}

function named(path: string): { path: string } {
  return { path: printable(path) }
}

function notAFile(path: string): DatadeedError {
  return new DatadeedError('FORMAT', say().ingest.notAFile(named(path)), {
    hints: [say().ingest.hintCopyFirst],
  })
}

export function changedWhileRead(path: string, cause?: unknown): DatadeedError {
  return new DatadeedError('CHANGED', say().ingest.changed(named(path)), {
    hints: [say().ingest.hintChanged],
    cause,
  })
}

export function cannotRead(path: string, cause: unknown): DatadeedError {
  const sentence = say().ingest.cannotRead({ ...named(path), reason: reasonOf(cause) })
  return new DatadeedError('IO_READ', sentence, { cause })
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
}
