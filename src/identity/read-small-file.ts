import { type FileHandle, open } from 'node:fs/promises'
import { DatadeedError } from '../errors.ts'
import { readFault } from '../files/index.ts'

/** The beginning of a file, at most `most` bytes of it, and its mode. */
export interface SmallFile {
  readonly bytes: Uint8Array
  readonly mode: number
}

/**
 * Reads a small file whole; reading stops one byte past `most`, whatever the file claims, and calls `tooLarge`.
 * @throws DatadeedError IO_READ, and what `tooLarge` makes
 */
export async function readSmallFile(
  path: string,
  most: number,
  tooLarge: () => DatadeedError,
): Promise<SmallFile> {
  try {
    await using file = await open(path, 'r')
    const { mode } = await file.stat()
    const bytes = await readUpTo(file, most + 1)
    if (bytes.length > most) throw tooLarge()
    return { bytes, mode }
  } catch (cause) {
    if (cause instanceof DatadeedError) throw cause
    throw readFault(path, cause)
  }
}

/** Reads until the end or so many bytes, from the current position: pipes as well. */
async function readUpTo(file: FileHandle, most: number): Promise<Uint8Array> {
  const buffer = Buffer.alloc(most)
  let length = 0
  while (length < most) {
    const { bytesRead } = await file.read(buffer, length, most - length, null)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return buffer.subarray(0, length)
}
