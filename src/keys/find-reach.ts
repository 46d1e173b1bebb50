import { type CountedDeed, opensIn } from './census.ts'

/** What a card can do with a deed, or has done with it. */
export interface Reach {
  readonly deed: string
  /** Of a deed that is one of a series of backups: its number. */
  readonly sequence: number | null
  /** Whose it is, where that was verified. */
  readonly seller: string | null
  /** Names of the others who open something of it by themselves. */
  readonly others: readonly string[]
  /** Compartments that it opens by itself. */
  readonly opens: readonly string[]
  /** Whether it was sealed to this card, whoever reads it now. */
  readonly wasReader: boolean
  readonly signed: boolean
  /** Whether the deed says that it was sealed before somebody else may have had the key; null where that is not known. */
  readonly before: boolean | null
  readonly mayGrant: boolean
  readonly hasGranted: boolean
  readonly holdsShare: boolean
}

/** Of the deeds, those that a card reaches in any way. */
export function findReach(deeds: readonly CountedDeed[], fingerprint: string, since: Date | null): Reach[] {
  return deeds
    .map(
      (deed): Reach => ({
        deed: deed.deed,
        sequence: deed.series?.sequence ?? null,
        seller: deed.verified ? deed.seller.name : null,
        others: othersOf(deed, fingerprint),
        opens: opensIn(deed, fingerprint),
        wasReader: deed.addressees.includes(fingerprint),
        signed: deed.seller.fingerprint === fingerprint,
        before: since === null ? null : deed.created < since,
        mayGrant: deed.grantors.includes(fingerprint),
        hasGranted: deed.issuers.some((issuer) => issuer.fingerprint === fingerprint),
        holdsShare: deed.holders.some((holder) => holder.fingerprint === fingerprint),
      }),
    )
    .filter(
      ({ opens, signed, mayGrant, hasGranted, holdsShare }) =>
        opens.length > 0 || signed || mayGrant || hasGranted || holdsShare,
    )
}

/** A card that opens several compartments, or by several statements, once. */
function othersOf({ compartments }: CountedDeed, fingerprint: string): string[] {
  const readers = compartments.flatMap((each) => each.readers)
  const others = readers.filter((reader) => !reader.escrow && reader.fingerprint !== fingerprint)
  return [...new Map(others.map((reader) => [reader.fingerprint, reader.name])).values()]
}
