import { constants } from 'node:fs'
import { chmod, link, lstat, mkdir, open, readdir, rename, rm, rmdir, unlink } from 'node:fs/promises'
import { reasonOf } from './file-faults.ts'

/** What stands at a path: a link itself, not what it leads to. */
export interface Found {
  readonly kind: 'file' | 'folder' | 'other'
  /** The same for the same file under any name, and for no other file. */
  readonly identity: string
}

/** A file that is being written. */
export interface NewFile {
  /** Writes some of the bytes at a position and says how many. */
  write(bytes: Uint8Array, position: number): Promise<number>
  /** Its owner's only, whatever the umask took away; Windows takes the folder's permissions. */
  protect(): Promise<void>
  sync(): Promise<void>
  close(): Promise<void>
}

/**
 * All that writing asks of the system, call by call; a port, so that tests can make every call of it fail. Rejects with
 * the system's own errors.
 */
export interface FileSystem {
  find(path: string): Promise<Found | undefined>
  /** Names of what lies in a folder. */
  list(path: string): Promise<string[]>
  /** Creates a file that was not there; `shared` files are as readable as the umask lets them be. */
  createFile(path: string, access: 'owner-only' | 'shared'): Promise<NewFile>
  createFolder(path: string): Promise<void>
  protectFolder(path: string): Promise<void>
  syncFolder(path: string): Promise<void>
  /** Gives a file a second name that was not taken. */
  link(from: string, to: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  removeFile(path: string): Promise<void>
  /** Only if it is empty. */
  removeFolder(path: string): Promise<void>
  /** With all that it holds; nothing may be there at all. */
  removeTree(path: string): Promise<void>
}

const OWNER_FILE = 0o600
const OWNER_FOLDER = 0o700
const SHARED_FILE = 0o644
const windows = process.platform === 'win32'

export const realFileSystem: FileSystem = {
  async find(path) {
    try {
      const found = await lstat(path, { bigint: true })
      const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other'
      return { kind, identity: `${found.dev}:${found.ino}:${found.birthtimeNs}` }
    } catch (error) {
      if (reasonOf(error) === 'ENOENT') return undefined
      throw error
    }
  },

  list: (path) => readdir(path),

  async createFile(path, access) {
    const flags = constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0)
    const file = await open(path, flags, access === 'shared' ? SHARED_FILE : OWNER_FILE)
    return {
      async write(bytes, position) {
        return (await file.write(bytes, 0, bytes.length, position)).bytesWritten
      },
      async protect() {
        if (!windows) await file.chmod(OWNER_FILE)
      },
      sync: () => file.sync(),
      close: () => file.close(),
    }
  },

  async createFolder(path) {
    await mkdir(path, { mode: OWNER_FOLDER })
  },

  async protectFolder(path) {
    if (!windows) await chmod(path, OWNER_FOLDER)
  },

  async syncFolder(path) {
    // Windows cannot open a folder, and keeps its names by itself.
    if (windows) return
    const folder = await open(path, constants.O_RDONLY)
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  },

  link: (from, to) => link(from, to),
  rename: (from, to) => rename(from, to),
  removeFile: (path) => unlink(path),
  removeFolder: (path) => rmdir(path),
  removeTree: (path) => rm(path, { recursive: true, force: true }),
}
