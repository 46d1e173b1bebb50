import type { OpenedKey } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Session } from './session.ts'

/** Where nobody is at the keyboard, a key should not be able to open what it seals. */
export function warnOfOpeningKey(path: string, { card }: OpenedKey, session: Session): void {
  if (card.open === undefined) return
  session.warn(say().backup.keyOpens({ key: printable(path) }), [say().backup.keyOpensHint])
}
