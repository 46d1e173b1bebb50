import { readUnverified } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import type { Card } from '../identity/index.ts'
import { dayOf, listSuccessions, readLife } from '../keys/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Session } from './session.ts'

/**
 * Tells that a seller's card is retired, or only opens; what it has sealed before stays right, however old it is.
 * @throws DatadeedError UNTRUSTED for a deed that says itself that it was sealed when the card was to seal nothing any more
 */
export async function assertSealedInTime(
  deed: string,
  from: Card,
  session: Pick<Session, 'home' | 'now' | 'warn'>,
): Promise<void> {
  const life = readLife(from, await listSuccessions(session.home), session.now)
  const { state, decryptOnlyFrom, retiredFrom, followedBy } = life
  if (decryptOnlyFrom === null || retiredFrom === null) return
  const name = printable(from.name)
  const sealed = await sealedAt(deed)
  if (sealed !== undefined && sealed >= decryptOnlyFrom) {
    const told = { name, date: dayOf(decryptOnlyFrom), sealed: dayOf(sealed) }
    throw new DatadeedError('UNTRUSTED', say().keys.sealedTooLate(told), {
      hints: [say().keys.sealedTooLateHint({ successor: printable(followedBy?.name ?? '') })],
    })
  }
  if (state === 'retired') session.warn(say().keys.sellerRetired({ name, date: dayOf(retiredFrom) }))
  else if (state === 'decrypt-only')
    session.warn(say().keys.sellerOnlyOpens({ name, date: dayOf(decryptOnlyFrom) }))
}

/** What is signed is compared later; what cannot be read is refused then. */
async function sealedAt(deed: string): Promise<Date | undefined> {
  try {
    return new Date((await readUnverified(deed)).manifest.created)
  } catch (error) {
    if (error instanceof DatadeedError && error.code !== 'INTERNAL') return undefined
    throw error
  }
}
