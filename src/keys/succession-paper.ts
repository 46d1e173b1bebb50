import type { z } from 'zod'
import { SUCCESSION } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { type Card, parseCard } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { assertAlsoSigned, type OpenedPaper, openPaper } from '../papers/index.ts'

export { SUCCESSION }
export type SuccessionPaper = Readonly<z.output<typeof SUCCESSION.schema>>

/** A succession whose signatures were checked, the old card's and the new one's. */
export interface Succession {
  readonly from: Card
  readonly to: Card
  /** When it was signed, by the signer's clock. */
  readonly created: Date
  readonly activeFrom: Date
  readonly decryptOnlyFrom: Date
  readonly retiredFrom: Date
  /** Of the signed statement, hexadecimal. */
  readonly sha256: string
  readonly bytes: Uint8Array
}

/**
 * Reads a succession that `from` has signed. The new card must have signed it too: nobody names the card of somebody else
 * as their own next one.
 * @throws DatadeedError SIGNATURE, LIMIT, UNSUPPORTED; DAMAGED for dates out of order, or a card that cannot follow
 */
export function readSuccession(
  bytes: Uint8Array,
  { from, name }: { readonly from: Card; readonly name: string },
): Succession {
  const opened = openPaper(bytes, SUCCESSION, { from, name })
  return takeSuccession(opened, bytes, { from, name })
}

/** The same of a paper that was opened already. */
export function takeSuccession(
  { predicate, sha256 }: OpenedPaper<SuccessionPaper>,
  bytes: Uint8Array,
  { from, name }: { readonly from: Card; readonly name: string },
): Succession {
  const card = Buffer.from(JSON.stringify(predicate.successor))
  const to = parseCard(card, say().papers.theCardIn({ name }))
  if (to.fingerprint === from.fingerprint || to.role !== from.role) {
    throw new DatadeedError('DAMAGED', say().keys.cannotFollow({ name }))
  }
  assertAlsoSigned(bytes, to, name)
  const [created, activeFrom, decryptOnlyFrom, retiredFrom] = [
    predicate.created,
    predicate.activeFrom,
    predicate.decryptOnlyFrom,
    predicate.retiredFrom,
  ].map((text) => new Date(text)) as [Date, Date, Date, Date]
  // A card that may sign nothing any more cannot have signed this.
  if (created > decryptOnlyFrom || activeFrom > decryptOnlyFrom || decryptOnlyFrom > retiredFrom) {
    throw new DatadeedError('DAMAGED', say().keys.datesOutOfOrder({ name }))
  }
  return { from, to, created, activeFrom, decryptOnlyFrom, retiredFrom, sha256, bytes }
}
