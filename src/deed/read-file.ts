import { closeSync, constants, fstatSync, openSync, read as readCallback } from 'node:fs'
import { promisify } from 'node:util'
import { DatadeedError } from '../errors.ts'
import { readFault } from '../files/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

const read = promisify(readCallback)

/** A regular file, open for reading by this and other threads. */
export interface OpenedFile {
  readonly path: string
  readonly fd: number
  readonly size: number
}

/**
 * Opens a regular file. `O_NONBLOCK`: a pipe in its place must not hold us up before it is refused.
 * @param links whether the path itself may be a link; never within a deed
 * @throws DatadeedError IO_READ; DAMAGED for a link or anything else that is no regular file
 */
export function openRegularFile(path: string, links: 'follow' | 'refuse'): OpenedFile {
  // Windows has neither flag; its links within a deed are found when the folder is listed.
  const noFollow = links === 'refuse' ? (constants.O_NOFOLLOW ?? 0) : 0
  let fd: number
  try {
    fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | noFollow)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ELOOP') throw notRegular(path)
    throw readFault(path, cause)
  }
  try {
    const found = fstatSync(fd)
    if (found.isFile()) return { path, fd, size: found.size }
    throw notRegular(path)
  } catch (cause) {
    closeSync(fd)
    throw readFault(path, cause)
  }
}

/**
 * Reads exactly `length` bytes from `position`.
 * @throws DatadeedError IO_READ, DAMAGED if the file ends before
 */
export async function readExactly(file: OpenedFile, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(length)
  await readInto(file, position, bytes)
  return bytes
}

/** The same into memory that is there already. */
export async function readInto(file: OpenedFile, position: number, bytes: Uint8Array): Promise<void> {
  const { length } = bytes
  for (let at = 0; at < length; ) {
    const { bytesRead } = await read(file.fd, bytes, at, length - at, position + at).catch(
      (cause: unknown) => {
        throw readFault(file.path, cause)
      },
    )
    if (bytesRead === 0)
      throw new DatadeedError('DAMAGED', say().deed.cutShort({ path: printable(file.path) }))
    at += bytesRead
  }
}

export function notRegular(path: string): DatadeedError {
  return new DatadeedError('DAMAGED', say().deed.notRegular({ path: printable(path) }))
}
