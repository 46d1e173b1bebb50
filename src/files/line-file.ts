import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { existsFault, reasonOf, writeFault } from './file-faults.ts'
import { NO_FILE_SYNC, NO_FOLDER_SYNC } from './sync.ts'

/**
 * A file that lines are added to and nothing is taken from but the torn end of one. Synchronous: it is used under a lock
 * that runs of one process share. What is appended is on the disk when `append` returns, or the file is as it was.
 */
export class LineFile implements Disposable {
  readonly #path: string
  readonly #file: number
  readonly #fresh: boolean

  /** @throws DatadeedError NOSPACE, IO_WRITE */
  constructor(path: string) {
    this.#path = path
    const flags = constants.O_RDWR | (constants.O_NOFOLLOW ?? 0)
    const opened = this.#guard(() => openOrCreate(path, flags))
    this.#file = opened.file
    this.#fresh = opened.fresh
  }

  get size(): number {
    return this.#guard(() => fstatSync(this.#file).size)
  }

  /** At most `most` bytes of the end. */
  readEnd(most: number): Uint8Array {
    return this.#guard(() => {
      const { size } = fstatSync(this.#file)
      const bytes = Buffer.alloc(Math.min(size, most))
      for (let at = 0; at < bytes.length; ) {
        const read = readSync(this.#file, bytes, at, bytes.length - at, size - bytes.length + at)
        if (read === 0) throw writeFault(this.#path, undefined)
        at += read
      }
      return bytes
    })
  }

  append(bytes: Uint8Array): void {
    const before = this.size
    try {
      this.#guard(() => {
        for (let at = 0; at < bytes.length; ) {
          const written = writeSync(this.#file, bytes, at, bytes.length - at, before + at)
          if (written <= 0) throw writeFault(this.#path, undefined)
          at += written
        }
      })
      this.#sync()
    } catch (error) {
      // Half a line must not stand there; where even that fails, the next writer finds it.
      try {
        ftruncateSync(this.#file, before)
      } catch {}
      throw error
    }
  }

  /** Cuts the end off; the caller has kept it elsewhere. */
  cut(size: number): void {
    this.#guard(() => ftruncateSync(this.#file, size))
    this.#sync()
  }

  [Symbol.dispose](): void {
    closeSync(this.#file)
  }

  #sync(): void {
    this.#guard(() => tolerant(NO_FILE_SYNC, () => fsyncSync(this.#file)))
    if (this.#fresh) syncFolderNow(dirname(this.#path))
  }

  #guard<Result>(act: () => Result): Result {
    try {
      return act()
    } catch (cause) {
      throw writeFault(this.#path, cause)
    }
  }
}

/** Makes the names in a folder lasting. @throws DatadeedError NOSPACE, IO_WRITE */
export function syncFolderNow(path: string): void {
  // Windows cannot open a folder, and keeps its names by itself.
  if (process.platform === 'win32') return
  try {
    tolerant(NO_FOLDER_SYNC, () => {
      const folder = openSync(path, constants.O_RDONLY)
      try {
        fsyncSync(folder)
      } finally {
        closeSync(folder)
      }
    })
  } catch (cause) {
    throw writeFault(path, cause)
  }
}

function openOrCreate(path: string, flags: number): { file: number; fresh: boolean } {
  try {
    return { file: openSync(path, flags), fresh: false }
  } catch (error) {
    if (reasonOf(error) !== 'ENOENT') throw error
  }
  const file = openSync(path, flags | constants.O_CREAT | constants.O_EXCL, 0o600)
  if (process.platform !== 'win32') fchmodSync(file, 0o600)
  return { file, fresh: true }
}

/** A file system that knows no syncing is no reason not to write. */
function tolerant(unsupported: ReadonlySet<string>, sync: () => void): void {
  try {
    sync()
  } catch (error) {
    if (!unsupported.has(reasonOf(error))) throw error
  }
}

/**
 * Writes a small new file for its owner alone, whole or not at all, over nothing that is there. Under a lock as well.
 * @throws DatadeedError EXISTS, NOSPACE, IO_WRITE
 */
export function writeOwnFileNow(path: string, content: Uint8Array | string): void {
  // A link that leads nowhere is something, too.
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) throw existsFault(path)
  const passing = `${path}.partial`
  try {
    rmSync(passing, { force: true })
    const file = openSync(passing, 'wx', 0o600)
    try {
      if (process.platform !== 'win32') fchmodSync(file, 0o600)
      writeFileSync(file, content)
      tolerant(NO_FILE_SYNC, () => fsyncSync(file))
    } finally {
      closeSync(file)
    }
    renameSync(passing, path)
  } catch (cause) {
    rmSync(passing, { force: true })
    throw writeFault(path, cause)
  }
}
