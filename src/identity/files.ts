import { type FileHandle, open, rename, unlink } from 'node:fs/promises'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

const OWNER_ONLY = 0o600

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

/**
 * Writes a new file and syncs it; one that exists, even as a dangling link, is never touched, and a failed one is removed.
 * `ownerOnly` sets mode 0600 whatever the umask; Windows takes the folder's permissions.
 * @throws DatadeedError EXISTS, NOSPACE, IO_WRITE
 */
export async function writeNewFile(
  path: string,
  content: Uint8Array | string,
  access: 'owner-only' | 'shared',
): Promise<void> {
  const file = await openNew(path, access === 'owner-only' ? OWNER_ONLY : 0o644)
  try {
    await using handle = file
    if (access === 'owner-only') await handle.chmod(OWNER_ONLY)
    await handle.writeFile(content)
    await handle.sync()
  } catch (cause) {
    await unlink(path).catch(() => undefined)
    throw writeFault(path, cause)
  }
}

/** Puts content under a name at once: readers see the old file or the new one, never a part. */
export async function replaceFile(path: string, content: Uint8Array | string): Promise<void> {
  const partial = `${path}.${process.pid}.partial`
  await unlink(partial).catch(() => undefined)
  await writeNewFile(partial, content, 'owner-only')
  try {
    await rename(partial, path)
  } catch (cause) {
    await unlink(partial).catch(() => undefined)
    throw writeFault(path, cause)
  }
}

export function readFault(path: string, cause: unknown): DatadeedError {
  const place = { path: printable(path), reason: reasonOf(cause) }
  return new DatadeedError('IO_READ', say().identity.unreadable(place), { cause })
}

export function writeFault(path: string, cause: unknown): DatadeedError {
  const shown = printable(path)
  const reason = reasonOf(cause)
  if (reason === 'EEXIST') {
    const hints = [say().identity.existsHint]
    return new DatadeedError('EXISTS', say().identity.exists({ path: shown }), { hints, cause })
  }
  if (reason === 'ENOSPC' || reason === 'EDQUOT' || reason === 'EFBIG') {
    return new DatadeedError('NOSPACE', say().identity.noSpace({ path: shown }), { cause })
  }
  return new DatadeedError('IO_WRITE', say().identity.unwritable({ path: shown, reason }), { cause })
}

/** The system's short name of the failure, such as ENOENT. */
export function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' ? code : 'unknown'
}

async function openNew(path: string, mode: number): Promise<FileHandle> {
  try {
    return await open(path, 'wx', mode)
  } catch (cause) {
    throw writeFault(path, cause)
  }
}
