import { mkdir, readdir } from 'node:fs/promises'
import { readFault, reasonOf, writeFault } from './file-faults.ts'

/** Makes a folder for its owner alone, unless it is there. @throws DatadeedError NOSPACE, IO_WRITE */
export async function makeOwnFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw writeFault(path, cause)
  }
}

/** Names of what lies in a folder; none where there is no folder yet. @throws DatadeedError IO_READ */
export async function namesIn(path: string): Promise<string[]> {
  try {
    return await readdir(path)
  } catch (cause) {
    if (reasonOf(cause) === 'ENOENT') return []
    throw readFault(path, cause)
  }
}
