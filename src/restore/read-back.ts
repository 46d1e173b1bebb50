import { closeSync, constants, openSync, readSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { DatadeedError } from '../errors.ts'
import { readFault } from '../files/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { inOrder } from '../workers.ts'
import type { PendingFile } from './output-folder.ts'
import type { RestoreThreads } from './restore-threads.ts'

/** A piece of a file as it was written. */
export interface WrittenPiece {
  /** Where it stands for now. */
  readonly path: string
  readonly position: number
  readonly length: number
  /** Against faults of the disk and of the way to it; what the rows are to be, the plainRoots have proven before. */
  readonly crc32: number
}

/** What was read again of what was written. */
export interface ReadBack {
  readonly bytes: number
  readonly seconds: number
}

/** A file whose pieces are remembered as they are written: each of some MiB of rows. */
export class RememberedFile {
  readonly pieces: WrittenPiece[] = []
  readonly #file: PendingFile
  #length = 0

  constructor(file: PendingFile) {
    this.#file = file
  }

  get name(): string {
    return this.#file.name
  }

  /** @param sum - CRC-32 of the bytes, where a thread has made it already */
  async write(bytes: Uint8Array, sum: number = crc32(bytes)): Promise<void> {
    const { path } = this.#file
    const { length } = bytes
    await this.#file.write(bytes)
    this.pieces.push({ path, position: this.#length, length, crc32: sum })
    this.#length += length
  }
}

/**
 * Reads every written file again before it gets its name, in the threads that wrote its rows.
 * @throws DatadeedError IO_WRITE for a file that holds something else than was written, IO_READ
 */
export async function readBack(
  files: readonly RememberedFile[],
  pool: RestoreThreads,
  signal: AbortSignal | undefined,
): Promise<ReadBack> {
  const started = performance.now()
  const pieces = files.flatMap((file) => file.pieces.map((piece) => ({ name: file.name, piece })))
  const results = inOrder(pieces, pool.size + 1, async ({ name, piece }) => ({
    name,
    piece,
    result: await pool.run({ piece }),
  }))
  let bytes = 0
  for await (const { name, piece, result } of results) {
    signal?.throwIfAborted()
    if (result !== true) {
      const { readBackDiffers, hintReadBack } = say().restore
      throw new DatadeedError('IO_WRITE', readBackDiffers({ file: printable(name) }), {
        hints: [hintReadBack],
      })
    }
    bytes += piece.length
  }
  return { bytes, seconds: (performance.now() - started) / 1000 }
}

const LARGEST_KEPT = 16 * 1024 * 1024
let kept = Buffer.alloc(0)

/**
 * Whether a piece of a file is read as it was written; for threads, each of which has a buffer of its own.
 * @throws DatadeedError IO_READ
 */
export function isAsItWasWritten({ path, position, length, crc32: expected }: WrittenPiece): boolean {
  const buffer = kept.length >= length ? kept : Buffer.allocUnsafeSlow(length)
  if (length <= LARGEST_KEPT) kept = buffer
  const bytes = buffer.subarray(0, length)
  try {
    const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
    try {
      let filled = 0
      for (let got = -1; filled < length && got !== 0; filled += got) {
        got = readSync(file, bytes, filled, length - filled, position + filled)
      }
      return filled === length && crc32(bytes) === expected
    } finally {
      closeSync(file)
    }
  } catch (cause) {
    throw readFault(path, cause)
  }
}
