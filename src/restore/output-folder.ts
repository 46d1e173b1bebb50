import { constants } from 'node:fs'
import { type FileHandle, link, lstat, mkdir, open, rename, rmdir, unlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { randomBytes } from '../crypto/index.ts'
import { DatadeedError, type ErrorCode } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

/** A file of the output that does not have its name yet. */
export interface PendingFile {
  readonly name: string
  write(bytes: Uint8Array): Promise<void>
}

/**
 * The folder that a restore fills. Files carry `.partial` names and mode 0600 until `publish`; disposing without it
 * leaves the folder as it was.
 */
export interface OutputFolder extends AsyncDisposable {
  create(name: string): Promise<PendingFile>
  publish(): Promise<void>
}

/**
 * Opens or makes the folder and makes sure that none of the names is taken.
 * @throws DatadeedError EXISTS, PATH for a folder that is a link or no folder, IO_WRITE, NOSPACE
 */
export async function openOutputFolder(path: string, names: readonly string[]): Promise<OutputFolder> {
  const folder = resolve(path)
  const made = await makeFolder(folder)
  const identity = await folderIdentity(folder)
  for (const name of names) {
    if (await exists(join(folder, name))) {
      throw new DatadeedError('EXISTS', say().restore.fileExists({ path: printable(join(path, name)) }), {
        hints: [say().restore.chooseFolder],
      })
    }
  }
  const suffix = `.partial-${Buffer.from(randomBytes(6)).toString('hex')}`
  const pending: { handle: FileHandle; partial: string; target: string }[] = []
  const published: string[] = []
  let done = false
  const assertSame = async (): Promise<void> => {
    if ((await folderIdentity(folder)) === identity) return
    throw new DatadeedError('PATH', say().restore.folderSwapped({ path: printable(path) }))
  }

  return {
    async create(name) {
      await assertSame()
      // Sentences name a file as it will be called, never by its passing name.
      const target = join(folder, name)
      const partial = target + suffix
      const flags = constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0)
      const handle = await guarded(target, () => open(partial, flags, 0o600))
      pending.push({ handle, partial, target })
      return {
        name,
        async write(bytes) {
          for (let at = 0; at < bytes.length; ) {
            const { bytesWritten } = await guarded(target, () => handle.write(bytes, at, bytes.length - at))
            at += bytesWritten
          }
        },
      }
    },
    async publish() {
      for (const { handle, target } of pending) {
        await guarded(target, () => handle.sync())
        await guarded(target, () => handle.close())
      }
      await assertSame()
      for (const { partial, target } of pending) {
        await guarded(target, () => moveWithoutOverwriting(partial, target))
        published.push(target)
      }
      await syncFolder(folder)
      done = true
    },
    async [Symbol.asyncDispose]() {
      if (done) return
      for (const { handle, partial } of pending) {
        await handle.close().catch(() => undefined)
        await unlink(partial).catch(() => undefined)
      }
      for (const target of published) await unlink(target).catch(() => undefined)
      await removeFolders(made)
    },
  }
}

/** The folders that had to be made, deepest first; none of them stays if the last cannot be made. */
async function makeFolder(folder: string): Promise<string[]> {
  const made: string[] = []
  const missing: string[] = []
  for (let at = folder; at !== dirname(at) && !(await exists(at)); at = dirname(at)) missing.unshift(at)
  try {
    for (const each of missing) {
      await guarded(each, () => mkdir(each, { mode: 0o700 }))
      made.unshift(each)
    }
  } catch (error) {
    await removeFolders(made)
    throw error
  }
  const stat = await guarded(folder, () => lstat(folder))
  if (!stat.isDirectory()) {
    throw new DatadeedError('PATH', say().restore.notAFolder({ path: printable(folder) }), {
      hints: [say().restore.chooseFolder],
    })
  }
  return made
}

/** Those that are empty, deepest first. */
async function removeFolders(made: readonly string[]): Promise<void> {
  for (const each of made) await rmdir(each).catch(() => undefined)
}

async function folderIdentity(folder: string): Promise<string> {
  const stat = await guarded(folder, () => lstat(folder))
  return `${stat.dev}:${stat.ino}:${stat.isDirectory()}`
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}

/** A hard link fails where the name is taken, a rename would replace it; file systems without links get the rename. */
async function moveWithoutOverwriting(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error
    if (await exists(to)) throw Object.assign(new Error('taken'), { code: 'EEXIST' })
    await rename(from, to)
    return
  }
  await unlink(from)
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await guarded(folder, () => open(folder, 'r'))
  try {
    await guarded(folder, () => handle.sync())
  } finally {
    await handle.close()
  }
}

const CODES: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'NOSPACE',
  EDQUOT: 'NOSPACE',
  EFBIG: 'NOSPACE',
  EEXIST: 'EXISTS',
  ENOTDIR: 'PATH',
  ELOOP: 'PATH',
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

async function guarded<T>(path: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (cause) {
    if (cause instanceof DatadeedError) throw cause
    const reason = codeOf(cause)
    const code = CODES[reason] ?? 'IO_WRITE'
    throw new DatadeedError(code, say().restore.cannotWrite({ path: printable(path), reason }), {
      cause,
      hints: [code === 'NOSPACE' ? say().restore.freeSpace : say().restore.nothingLeft],
    })
  }
}
