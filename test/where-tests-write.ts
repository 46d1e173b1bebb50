import { accessSync, constants, readFileSync, statfsSync } from 'node:fs'

const MEMORY = '/dev/shm'
const ENOUGH_BYTES = 2 * 2 ** 30

/**
 * TMPDIR for the tests: memory where there is plenty and programs may run from it, for a disk that is waited for at
 * every sync, beside whatever else keeps it busy, proves nothing more. Else what it is anyway.
 */
export function whereTestsWrite(): { TMPDIR?: string } {
  return hasRoom() ? { TMPDIR: MEMORY } : {}
}

function hasRoom(): boolean {
  if (process.platform !== 'linux' || process.env.TMPDIR !== undefined) return false
  try {
    accessSync(MEMORY, constants.W_OK)
    const mount = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .find((line) => line.split(' ')[1] === MEMORY)
    const { bavail, bsize } = statfsSync(MEMORY)
    return (
      mount?.includes('noexec') === false &&
      bavail * bsize >= ENOUGH_BYTES &&
      process.availableMemory() >= 2 * ENOUGH_BYTES
    )
  } catch {
    return false
  }
}
