import type { BigIntStats } from 'node:fs'
import { constants } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

/** An export's file, open for reading only, that must stay what it was when it was opened. */
export interface SourceFile extends AsyncDisposable {
  readonly path: string
  readonly size: number
  /** Fills `into` from `offset`. @throws CHANGED if the file ends before. */
  readInto(into: Uint8Array, offset: number): Promise<void>
  /** @throws CHANGED if size, modification time or identity differ from when it was opened. */
  assertUnchanged(): Promise<void>
}

/** @throws FORMAT if it is no regular file, IO_READ if it cannot be opened. */
export async function openSourceFile(path: string): Promise<SourceFile> {
  const handle = await openQuietly(path)
  try {
    const before = await handle.stat({ bigint: true })
    if (before.isDirectory()) throw new DatadeedError('IO_READ', say().ingest.isDirectory(named(path)))
    if (!before.isFile()) throw notAFile(path)
    return new OpenSourceFile(path, handle, before)
  } catch (cause) {
    await handle.close()
    throw cause instanceof DatadeedError ? cause : cannotRead(path, cause)
  }
}

/** Opening a FIFO would wait for a writer for ever, hence the look before and the flag against a swap after it. */
async function openQuietly(path: string): Promise<FileHandle> {
  try {
    const found = await stat(path)
    if (!found.isFile() && !found.isDirectory()) throw notAFile(path)
    return await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (cause) {
    throw cause instanceof DatadeedError ? cause : cannotRead(path, cause)
  }
}

class OpenSourceFile implements SourceFile {
  readonly path: string
  readonly size: number
  readonly #handle: FileHandle
  readonly #before: BigIntStats

  constructor(path: string, handle: FileHandle, before: BigIntStats) {
    this.path = path
    this.size = Number(before.size)
    this.#handle = handle
    this.#before = before
  }

  async readInto(into: Uint8Array, offset: number): Promise<void> {
    let filled = 0
    while (filled < into.length) {
      const got = await this.#readOnce(into.subarray(filled), offset + filled)
      if (got === 0) throw changed(this.path)
      filled += got
    }
  }

  async assertUnchanged(): Promise<void> {
    const now = await this.#statAgain(() => this.#handle.stat({ bigint: true }))
    const atPath = await this.#statAgain(() => stat(this.path, { bigint: true }))
    for (const later of [now, atPath]) {
      const same =
        later.size === this.#before.size &&
        later.mtimeNs === this.#before.mtimeNs &&
        later.ino === this.#before.ino &&
        later.dev === this.#before.dev
      if (!same) throw changed(this.path)
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#handle.close()
  }

  async #readOnce(into: Uint8Array, offset: number): Promise<number> {
    try {
      return (await this.#handle.read(into, 0, into.length, offset)).bytesRead
    } catch (cause) {
      throw cannotRead(this.path, cause)
    }
  }

  async #statAgain(statIt: () => Promise<BigIntStats>): Promise<BigIntStats> {
    try {
      return await statIt()
    } catch (cause) {
      throw changed(this.path, cause)
    }
  }
}

function named(path: string): { path: string } {
  return { path: printable(path) }
}

function notAFile(path: string): DatadeedError {
  return new DatadeedError('FORMAT', say().ingest.notAFile(named(path)), {
    hints: [say().ingest.hintCopyFirst],
  })
}

function changed(path: string, cause?: unknown): DatadeedError {
  return new DatadeedError('CHANGED', say().ingest.changed(named(path)), {
    hints: [say().ingest.hintChanged],
    cause,
  })
}

function cannotRead(path: string, cause: unknown): DatadeedError {
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
  return new DatadeedError('IO_READ', say().ingest.cannotRead({ ...named(path), reason }), { cause })
}
