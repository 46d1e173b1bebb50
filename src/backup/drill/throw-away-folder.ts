import { lstat, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { randomBytes, toHex } from '../../crypto/index.ts'
import { DatadeedError } from '../../errors.ts'
import { holdLock, namesIn, realFileSystem, writeFault } from '../../files/index.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { MakeRequest, ThrowAway } from './throw-away.ts'

const NAME = /^datadeed-drill-[0-9a-f]{16}$/
const LOCK = 'lock'

/**
 * Makes a folder with a name that nobody can know, for its owner alone, and holds a lock in it: by that, whoever comes
 * later sees whether its drill is still going on.
 * @throws DatadeedError NOSPACE, IO_WRITE
 */
export async function makeFolder(
  kind: 'folder' | 'sqlite',
  parent: string,
  { warn }: MakeRequest,
): Promise<ThrowAway> {
  await sweepFolders(parent, warn)
  const name = `datadeed-drill-${toHex(randomBytes(8))}`
  const folder = join(parent, name)
  try {
    await realFileSystem.createFolder(folder)
    await realFileSystem.protectFolder(folder)
  } catch (cause) {
    throw writeFault(folder, cause)
  }
  await using stack = new AsyncDisposableStack()
  stack.defer(() => rm(folder, { recursive: true, force: true }).catch(() => undefined))
  const lock = await holdLock(join(folder, LOCK), { waitMs: 0 })
  stack.defer(() => lock[Symbol.dispose]())
  const made = stack.move()
  return {
    kind,
    operand: kind === 'folder' ? join(folder, 'restored') : `sqlite:${join(folder, `${name}.sqlite`)}`,
    async delete() {
      await removeFolder(folder)
      await made.disposeAsync()
    },
    [Symbol.asyncDispose]: () => made.disposeAsync(),
  }
}

/** The lock goes last: as long as there is something to be found, it says whether it may be taken away. */
async function removeFolder(folder: string): Promise<void> {
  try {
    for (const name of await namesIn(folder)) {
      if (!name.startsWith(LOCK)) await rm(join(folder, name), { recursive: true, force: true })
    }
    await rm(folder, { recursive: true, force: true })
  } catch (cause) {
    const sentence = say().drill.notDeleted({ place: printable(folder) })
    throw new DatadeedError('IO_WRITE', sentence, { hints: [say().drill.notDeletedHint], cause })
  }
}

/** Takes away what killed drills of this computer have left; what may belong to one that is going on stays. */
async function sweepFolders(parent: string, warn: MakeRequest['warn']): Promise<void> {
  const names = await namesIn(parent).catch(() => [])
  for (const name of names.filter((each) => NAME.test(each))) {
    const folder = join(parent, name)
    if (!(await isOurs(folder))) continue
    try {
      using lock = await holdLock(join(folder, LOCK), { waitMs: 0 })
      if (lock.takenOver !== undefined) {
        await removeFolder(folder)
        warn(say().drill.swept({ place: printable(folder) }))
      }
    } catch (error) {
      if (!(error instanceof DatadeedError)) throw error
      // One that is going on is no news.
      if (error.code !== 'LOCKED') warn(error.message, error.hints)
    }
  }
}

/** No link, not of somebody else, and with the lock of a drill. */
async function isOurs(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined)
  if (found?.isDirectory() !== true) return false
  if (process.getuid !== undefined && found.uid !== process.getuid()) return false
  return (await lstat(join(folder, LOCK)).catch(() => undefined))?.isFile() === true
}
