import { reasonOf, writeFault } from './file-faults.ts'
import type { FileSystem } from './file-system.ts'

/** `unsupported`: the file system knows no such thing, so that nobody can say whether a power cut would spare it. */
export type Synced = 'synced' | 'unsupported'

export const NO_FILE_SYNC: ReadonlySet<string> = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])
// A folder that may be written to but not read cannot be opened for it.
export const NO_FOLDER_SYNC: ReadonlySet<string> = new Set([...NO_FILE_SYNC, 'EPERM', 'EISDIR', 'EACCES'])

/**
 * Asks once and never again: after a failed sync the system may call bytes lasting that it has dropped.
 * @throws DatadeedError NOSPACE, IO_WRITE
 */
export async function syncOnce(shown: string, sync: () => Promise<void>): Promise<Synced> {
  return syncing(shown, sync, NO_FILE_SYNC)
}

/** The names in a folder. @throws DatadeedError NOSPACE, IO_WRITE */
export async function syncFolder(files: FileSystem, path: string, shown = path): Promise<Synced> {
  return syncing(shown, () => files.syncFolder(path), NO_FOLDER_SYNC)
}

async function syncing(
  shown: string,
  sync: () => Promise<void>,
  unsupported: ReadonlySet<string>,
): Promise<Synced> {
  try {
    await sync()
    return 'synced'
  } catch (cause) {
    if (unsupported.has(reasonOf(cause))) return 'unsupported'
    throw writeFault(shown, cause)
  }
}
