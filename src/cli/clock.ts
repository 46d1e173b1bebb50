import { say } from '../messages/index.ts'
import type { Session } from './session.ts'

/** No right clock shows an earlier day than that of the first release, or one for which this release is far too old. */
const EARLIEST = new Date('2026-01-01T00:00:00Z')
const LATEST = new Date('2036-01-01T00:00:00Z')

/** Warns where the time that is signed, or that an expiry is compared with, can hardly be true. */
export function warnOfOddClock({ now, warn }: Session): void {
  if (now >= EARLIEST && now < LATEST) return
  warn(say().cli.oddClock({ today: now.toISOString().slice(0, 10) }), [say().cli.hintOddClock])
}
