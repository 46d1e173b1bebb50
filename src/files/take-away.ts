import { basename, dirname, join } from 'node:path'
import { reasonOf, writeFault } from './file-faults.ts'
import { type FileSystem, realFileSystem } from './file-system.ts'
import { partialName } from './leftovers.ts'
import { syncFolder } from './sync.ts'

/**
 * Takes a folder away with all that it holds: from its place in a single step, so that nobody meets a part of it there;
 * what a killed run leaves stands beside `beside` under a passing name, where `sweepPartials` finds it.
 * @throws DatadeedError IO_WRITE, NOSPACE
 */
export async function takeAway(
  folder: string,
  { beside, files = realFileSystem }: { readonly beside: string; readonly files?: FileSystem | undefined },
): Promise<void> {
  const passing = join(dirname(beside), partialName(basename(beside)))
  try {
    await files.rename(folder, passing)
  } catch (cause) {
    if (reasonOf(cause) === 'ENOENT') return
    throw writeFault(folder, cause)
  }
  await syncFolder(files, dirname(folder), folder)
  await files.removeTree(passing).catch((cause: unknown) => {
    throw writeFault(passing, cause)
  })
}
