import { z } from 'zod'
import { time } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { type Card, parseCard } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { assertAlsoSigned, type OpenedPaper, openPaper, type PaperKind, paperHead } from '../papers/index.ts'

/** A card names the one that follows it (docs/keys.md). */
export const SUCCESSION = {
  predicateType: 'urn:datadeed:succession:v1',
  schema: z.strictObject({
    ...paperHead,
    /** The end of the issuer's ledger before it was signed. */
    ledgerHead: z.string().nullable(),
    /** The new card, as its file has it: here its name and dates are signed. */
    successor: z.looseObject({}),
    /** The new card's. */
    activeFrom: time,
    /** The old card's: no more signatures, nothing more sealed to it. */
    decryptOnlyFrom: time,
    /** The old card's: this paper brings no more trust. */
    retiredFrom: time,
  }),
} as const satisfies PaperKind<z.ZodType<z.infer<z.ZodObject<typeof paperHead>>>>

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
