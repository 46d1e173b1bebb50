import type { VerifiedDeed } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { assertCardOpens, type Card } from '../identity/index.ts'
import { AGE_STANZAS } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { LeftOutBecause } from './request.ts'

/** A card as reports and statements name it. */
export interface Party {
  readonly name: string
  readonly fingerprint: string
}

export interface ReadersChoice {
  /** Confirmed cards that shall open the new deed; absent: those that open the old one. */
  readonly to?: readonly Card[] | undefined
  /** Cards that are trusted here. */
  readonly known: readonly Card[]
  /** Whoever reseals. */
  readonly own: readonly Card[]
  /** By a card's fingerprint, the trusted card that follows it. */
  readonly followers: ReadonlyMap<string, Card>
  /** Fingerprints of cards that are refused here. */
  readonly compromised: ReadonlySet<string>
}

export interface ChosenReaders {
  /** By compartment. */
  readonly readers: readonly (readonly Card[])[]
  readonly addressees: readonly Card[]
  /** Fingerprints. */
  readonly grantors: readonly string[]
  readonly leftOut: readonly (Party & { readonly because: LeftOutBecause })[]
  readonly followed: readonly { readonly was: Party; readonly by: Party }[]
}

/**
 * Who opens which compartment of the new deed. A reader of the old one, or the card that follows theirs, opens what they
 * could open before. A card that is named and new to the deed takes the place of those who are left out, and opens what
 * they could open together. A compromised card is never chosen.
 * @throws DatadeedError USAGE for a compartment that nobody would open, or a card that nobody makes room for; LIMIT
 */
export function chooseReaders(deed: VerifiedDeed, choice: ReadersChoice): ChosenReaders {
  const before = readersOf(deed)
  const parties = distinct(before.flat())
  const heirs = new Map(parties.map((party) => [party.fingerprint, findHeir(party, choice)] as const))
  const heirOf = ({ fingerprint }: Party): Card | undefined => {
    const heir = heirs.get(fingerprint)
    return heir !== undefined && 'card' in heir ? heir.card : undefined
  }
  const leftOut = parties.flatMap((party) => {
    const heir = heirs.get(party.fingerprint)
    return heir !== undefined && 'because' in heir ? [{ ...party, because: heir.because }] : []
  })
  const isLeft = (party: Party): boolean => heirOf(party) === undefined
  const heard = new Set(parties.map((party) => heirOf(party)?.fingerprint))
  const newcomers = distinct((choice.to ?? []).filter(({ fingerprint }) => !heard.has(fingerprint)))
  const readers = before.map((list) =>
    distinct([...list.flatMap((party) => heirOf(party) ?? []), ...(list.some(isLeft) ? newcomers : [])]),
  )
  const all = distinct(readers.flat())
  assertPlaces(deed, { readers, newcomers: newcomers.filter((card) => !all.includes(card)) })
  const kept = addresseesOf(deed).flatMap((party) => {
    const heir = findHeir(party, choice)
    return 'card' in heir ? [heir.card] : []
  })
  return {
    readers,
    addressees: choice.to !== undefined ? distinct(choice.to) : kept.length > 0 ? distinct(kept) : all,
    grantors: all
      .filter((card) => deed.manifest.grantors.some((grantor) => isHeirOf(card, grantor, choice)))
      .map(({ fingerprint }) => fingerprint),
    leftOut,
    followed: parties.flatMap((was) => {
      const by = heirOf(was)
      if (by === undefined || by.fingerprint === was.fingerprint) return []
      return [{ was, by: { name: by.name, fingerprint: by.fingerprint } }]
    }),
  }
}

/** By compartment; the escrow, which is no card, left out. */
function readersOf({ access, granted }: VerifiedDeed): Party[][] {
  const escrow = access.escrow?.reader
  return access.compartments.map(({ name, readers }) =>
    distinct([
      ...readers.filter(({ fingerprint }) => fingerprint !== escrow),
      ...granted.grants.flatMap(({ compartments }) =>
        compartments.filter((each) => each.name === name).flatMap((each) => each.readers),
      ),
    ]).map(({ name: called, fingerprint }) => ({ name: called, fingerprint })),
  )
}

/** Whom the old deed is for. Where its readers were changed, who went by that is replaced by who came. */
function addresseesOf({ manifest, access, firstAccess }: VerifiedDeed): Party[] {
  if (access.rotated === undefined) return [...manifest.addressees]
  const [then, now] = [firstAccess.access, access].map(
    ({ compartments }) =>
      new Map(compartments.flatMap((each) => each.readers).map((each) => [each.fingerprint, each])),
  )
  const stayed = manifest.addressees.filter(
    ({ fingerprint }) => now?.has(fingerprint) || !then?.has(fingerprint),
  )
  return [...stayed, ...[...(now?.values() ?? [])].filter(({ fingerprint }) => !then?.has(fingerprint))]
}

type Heir = { readonly card: Card } | { readonly because: LeftOutBecause }

/** The card under which a reader goes on. */
function findHeir({ fingerprint }: Party, { to, known, own, followers, compromised }: ReadersChoice): Heir {
  if (compromised.has(fingerprint)) return { because: 'compromised' }
  const follower = followers.get(fingerprint)
  const line = follower === undefined ? [fingerprint] : [follower.fingerprint, fingerprint]
  const pool = to ?? [...known, ...own]
  for (const wanted of line) {
    const card = pool.find((each) => each.fingerprint === wanted && !compromised.has(wanted))
    if (card !== undefined) return { card }
  }
  return { because: to === undefined ? 'unknown' : 'not-named' }
}

function isHeirOf(card: Card, fingerprint: string, { followers, compromised }: ReadersChoice): boolean {
  if (compromised.has(fingerprint)) return false
  return card.fingerprint === fingerprint || followers.get(fingerprint)?.fingerprint === card.fingerprint
}

function assertPlaces(
  { manifest }: VerifiedDeed,
  {
    readers,
    newcomers,
  }: { readonly readers: readonly (readonly Card[])[]; readonly newcomers: readonly Card[] },
): void {
  const words = say().reseal
  const closed = manifest.compartments.flatMap(({ name }, at) => (readers[at]?.length === 0 ? [name] : []))
  if (closed.length > 0) {
    throw new DatadeedError('USAGE', words.nobodyOpens({ names: closed }), { hints: [words.nobodyOpensHint] })
  }
  if (newcomers.length > 0) {
    const names = newcomers.map(({ name }) => printable(name))
    throw new DatadeedError('USAGE', words.noRoomFor({ names }), { hints: [words.noRoomForHint] })
  }
  for (const list of readers) {
    for (const card of list) assertCardOpens(card)
    if (list.length > AGE_STANZAS)
      throw new DatadeedError('LIMIT', say().crypto.ageTooManyStanzas({ most: AGE_STANZAS }))
  }
}

function distinct<Each extends Party>(parties: readonly Each[]): Each[] {
  return [...new Map(parties.map((party) => [party.fingerprint, party])).values()]
}
