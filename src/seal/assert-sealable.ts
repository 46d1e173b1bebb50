import { DatadeedError, InternalError } from '../errors.ts'
import type { Card } from '../identity/index.ts'
import { AGE_STANZAS, DEAL_ID_CHARACTERS } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Plan } from '../policy/index.ts'
import type { SealRequest } from './request.ts'

/**
 * What no reader would take, or nobody could be given keys of, is refused before hours go into sealing it.
 * @throws DatadeedError USAGE, LIMIT
 */
export function assertSealable(plan: Plan, request: SealRequest): void {
  if ((request.dealId?.length ?? 0) > DEAL_ID_CHARACTERS) {
    throw new DatadeedError('LIMIT', say().seal.dealIdTooLong({ most: DEAL_ID_CHARACTERS }))
  }
  const escrow = request.access?.escrow
  for (const holder of escrow?.holders ?? []) recipientOf(holder, request.suite)
  for (const { readers } of plan.compartments) {
    if (readers.length + (escrow === undefined ? 0 : 1) > AGE_STANZAS) {
      throw new DatadeedError('LIMIT', say().crypto.ageTooManyStanzas({ most: AGE_STANZAS }))
    }
    for (const fingerprint of readers) recipientOf(readerCard(fingerprint, request), request.suite)
  }
}

export function readerCard(fingerprint: string, { seller, addressees, trusted }: SealRequest): Card {
  const card = [...addressees, ...trusted, seller.card].find((known) => known.fingerprint === fingerprint)
  if (card === undefined) throw new InternalError('the plan names a reader whose card nobody gave')
  return card
}

/** @throws DatadeedError USAGE for a card that only signs */
export function recipientOf(card: Card, suite: SealRequest['suite']): string {
  if (card.open !== undefined) return card.open[suite]
  throw new DatadeedError('USAGE', say().seal.readerCannotOpen({ name: printable(card.name) }), {
    hints: [say().seal.readerCannotOpenHint],
  })
}
