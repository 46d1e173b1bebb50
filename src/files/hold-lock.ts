import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { claim, locked, release, type TakenOver, takeIfOver } from './lock-file.ts'

const LOOK_EVERY_MS = 50

/** What this process holds: a lock names a process, and cannot tell two runs within one apart. */
const held = new Set<string>()

/** A lock that is held until it is disposed. */
export interface HeldLock extends Disposable {
  /** Whom it was taken over from, if its holder was over. */
  readonly takenOver: TakenOver | undefined
}

/**
 * As withLock, for work of hours: nobody else has the lock until this one is given back.
 * @throws DatadeedError LOCKED if it is still held after the wait; NOSPACE, IO_WRITE
 */
export async function holdLock(path: string, { waitMs }: { readonly waitMs: number }): Promise<HeldLock> {
  const place = resolve(path)
  const until = performance.now() + waitMs
  let takenOver: TakenOver | undefined
  for (;;) {
    if (!held.has(place)) {
      takenOver = takeIfOver(place) ?? takenOver
      if (claim(place)) {
        held.add(place)
        return {
          takenOver,
          [Symbol.dispose]() {
            held.delete(place)
            release(place)
          },
        }
      }
    }
    if (performance.now() >= until) throw locked(place)
    await wait(LOOK_EVERY_MS * (0.5 + Math.random()))
  }
}
