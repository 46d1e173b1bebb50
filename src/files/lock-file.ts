import {
  closeSync,
  constants,
  linkSync,
  openSync,
  readSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { NO_LINKS, reasonOf, writeFault } from './file-faults.ts'
import { isOver, readHolder, thisProcess } from './processes.ts'

/** A lock is held while a line gets to the disk; on a busy one, with many in line, that can take seconds. */
const WAIT_MS = 10_000
const LOOK_EVERY_MS = 10
/** What names a process takes some 120. */
const HOLDER_BYTES = 1024

/** What a lock was taken over from. */
export interface TakenOver {
  /** The process that had it and is no more. */
  readonly pid: number
}

/**
 * Does `work` while no other process does: a file beside what it protects says who holds the lock. `work` is synchronous,
 * so that runs within one process cannot meet either. A lock whose process is over is taken; one that may be alive never.
 * @throws DatadeedError LOCKED if it is still held after a short wait; NOSPACE, IO_WRITE
 */
export async function withLock<Result>(
  path: string,
  work: (takenOver: TakenOver | undefined) => Result,
  { waitMs = WAIT_MS }: { readonly waitMs?: number } = {},
): Promise<Result> {
  const until = performance.now() + waitMs
  let dead: TakenOver | undefined
  for (;;) {
    // Somebody else may be quicker to have it then; it is told all the same.
    dead = takeIfOver(path) ?? dead
    if (claim(path)) {
      try {
        return work(dead)
      } finally {
        release(path)
      }
    }
    if (performance.now() >= until) throw locked(path)
    // Not all waiters look at the same moments.
    await wait(LOOK_EVERY_MS * (0.5 + Math.random()))
  }
}

/** The content comes with the name: nobody ever sees a lock that does not say whose it is. */
export function claim(path: string): boolean {
  const here = thisProcess()
  // Containers that share a folder have the same numbers.
  const own = `${path}-${here.machine}-${here.pid}`
  const content = `${JSON.stringify(here)}\n`
  try {
    // Of a killed run with the same number, or somebody's link: never written through.
    rmSync(own, { force: true })
    writeFileSync(own, content, { flag: 'wx', mode: 0o600 })
    try {
      linkSync(own, path)
      return true
    } finally {
      unlinkSync(own)
    }
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === 'EEXIST') return false
    if (!NO_LINKS.has(reason)) throw writeFault(path, error)
  }
  return claimWithoutLinks(path, content)
}

function claimWithoutLinks(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (reasonOf(error) === 'EEXIST') return false
    throw writeFault(path, error)
  }
}

export function release(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // Whoever comes next finds it held by this process, and takes it when that is over.
  }
}

/**
 * Takes away the lock of a process that is over. Two that find it at once must not take away each other's new one, so
 * that taking away has a lock of its own, which nobody takes away: who is killed in that moment leaves it to a person.
 */
export function takeIfOver(path: string): TakenOver | undefined {
  if (holderOver(path) === undefined) return undefined
  const taking = `${path}-taking`
  if (!claimWithoutLinks(taking, `${JSON.stringify(thisProcess())}\n`)) return undefined
  try {
    const dead = holderOver(path)
    if (dead !== undefined) unlinkSync(path)
    return dead
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return undefined
    throw writeFault(path, error)
  } finally {
    release(taking)
  }
}

function holderOver(path: string): TakenOver | undefined {
  const holder = readHolder(readIfThere(path))
  return holder !== undefined && isOver(holder) ? { pid: holder.pid } : undefined
}

/** The beginning of a lock, without waiting for what a pipe in its place would say. */
function readIfThere(path: string): string {
  try {
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const bytes = Buffer.alloc(HOLDER_BYTES)
      return bytes.toString('utf8', 0, readSync(file, bytes, 0, HOLDER_BYTES, null))
    } finally {
      closeSync(file)
    }
  } catch {
    return ''
  }
}

export function locked(path: string): DatadeedError {
  const holder = readHolder(readIfThere(path))
  const { lockHeld, lockHeldElsewhere, lockStuck, lockHint, lockDeleteHint } = say().files
  const shown = { path: printable(path) }
  if (holder === undefined || holder.machine !== thisProcess().machine) {
    return new DatadeedError('LOCKED', lockHeldElsewhere(shown), { hints: [lockDeleteHint(shown)] })
  }
  if (isOver(holder)) {
    const taking = { path: printable(`${path}-taking`) }
    return new DatadeedError('LOCKED', lockStuck(shown), { hints: [lockDeleteHint(taking)] })
  }
  return new DatadeedError('LOCKED', lockHeld({ ...shown, pid: holder.pid }), { hints: [lockHint] })
}
