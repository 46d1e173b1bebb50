import { constants } from 'node:fs'
import { chmod, link, lstat, mkdir, open, rename, rm, unlink } from 'node:fs/promises'
import { reasonOf } from './file-faults.ts'

/** A file that is being written. */
export interface NewFile {
  /** Writes some of the bytes at a position and says how many. */
  write(bytes: Uint8Array, position: number): Promise<number>
  sync(): Promise<void>
  close(): Promise<void>
}

/** All that writing a deed asks of the file system; a port, so that tests can make every call of it fail. */
export interface DeedFiles {
  exists(path: string): Promise<boolean>
  /** Creates a file that was not there, readable by its owner only. */
  createFile(path: string): Promise<NewFile>
  createFolder(path: string): Promise<void>
  syncFolder(path: string): Promise<void>
  /** Gives a file or folder its name, never over another. */
  publish(from: string, to: string, form: 'file' | 'folder'): Promise<void>
  remove(path: string): Promise<void>
}

const OWNER_FILE = 0o600
const OWNER_FOLDER = 0o700
// File systems without hard links: FAT, some network shares, some containers.
const NO_LINKS: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EINVAL',
  'EMLINK',
])
// A folder cannot be synced everywhere; Windows cannot even open one.
const NO_FOLDER_SYNC: ReadonlySet<string> = new Set([
  'EINVAL',
  'ENOTSUP',
  'EOPNOTSUPP',
  'EPERM',
  'EISDIR',
  'EACCES',
])

export const realFiles: DeedFiles = {
  async exists(path) {
    try {
      await lstat(path)
      return true
    } catch (error) {
      if (reasonOf(error) === 'ENOENT') return false
      throw error
    }
  },

  async createFile(path) {
    const file = await open(path, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, OWNER_FILE)
    // The umask may have taken bits away.
    if (process.platform !== 'win32') await file.chmod(OWNER_FILE)
    return {
      async write(bytes, position) {
        return (await file.write(bytes, 0, bytes.length, position)).bytesWritten
      },
      sync: () => file.sync(),
      close: () => file.close(),
    }
  },

  async createFolder(path) {
    await mkdir(path, { mode: OWNER_FOLDER })
    if (process.platform !== 'win32') await chmod(path, OWNER_FOLDER)
  },

  async syncFolder(path) {
    if (process.platform === 'win32') return
    const folder = await open(path, constants.O_RDONLY)
    try {
      await folder.sync()
    } catch (error) {
      if (!NO_FOLDER_SYNC.has(reasonOf(error))) throw error
    } finally {
      await folder.close()
    }
  },

  /**
   * A file: a second name and then the first one's removal, which cannot go over a file that came up meanwhile; without
   * hard links, a look and a rename. A folder: a look and a rename, which no system does over a folder that holds
   * anything.
   */
  async publish(from, to, form) {
    if (form === 'file' && (await linked(from, to))) return unlink(from)
    if (await realFiles.exists(to)) throw Object.assign(new Error('exists'), { code: 'EEXIST' })
    await rename(from, to)
  },

  async remove(path) {
    await rm(path, { recursive: true, force: true })
  },
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if (NO_LINKS.has(reasonOf(error))) return false
    throw error
  }
}
