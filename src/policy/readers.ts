import { COMPARTMENTS } from '../classify/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Fault } from './faults.ts'
import { findNearest } from './nearest.ts'
import type { Policy } from './policy.ts'

/** A card that the deed is addressed to. */
export interface Addressee {
  readonly name: string
  readonly fingerprint: string
}

/**
 * Who reads each compartment, as fingerprints in the order of the addressees. A compartment that the policy does not
 * name, or names without readers, is read by everybody addressed.
 */
export function resolveReaders(
  policy: Policy | undefined,
  cards: {
    readonly addressees: readonly Addressee[]
    readonly trusted: readonly Addressee[]
    readonly report: (fault: Fault) => void
  },
): Map<string, readonly string[]> {
  const { addressees, report } = cards
  const known = uniqueCards([...addressees, ...cards.trusted])
  const everybody = uniqueCards(addressees).map(({ fingerprint }) => fingerprint)
  const resolved = new Map<string, readonly string[]>(COMPARTMENTS.map((name) => [name, everybody]))
  for (const [compartment, { readers, line }] of policy?.compartments ?? []) {
    if (readers === undefined) {
      resolved.set(compartment, everybody)
      continue
    }
    const chosen = new Set<string>()
    for (const reader of readers) {
      const found = findCards(reader, known)
      if (found.length === 1 && found[0] !== undefined) chosen.add(found[0].fingerprint)
      else report({ line, ...unresolved(compartment, reader, { count: found.length, known }) })
    }
    resolved.set(
      compartment,
      known.map(({ fingerprint }) => fingerprint).filter((fingerprint) => chosen.has(fingerprint)),
    )
  }
  return resolved
}

/** Those of the cards that a compartment of the policy names as its readers. */
export function findNamedReaders<Card extends Addressee>(policy: Policy, cards: readonly Card[]): Card[] {
  const words = [...policy.compartments.values()].flatMap(({ readers = [] }) => readers)
  const named = new Set(words.flatMap((word) => findCards(word, cards)).map(({ fingerprint }) => fingerprint))
  return cards.filter(({ fingerprint }) => named.has(fingerprint))
}

function uniqueCards(cards: readonly Addressee[]): Addressee[] {
  const unseen = new Set(cards.map(({ fingerprint }) => fingerprint))
  return cards.filter(({ fingerprint }) => unseen.delete(fingerprint))
}

/** A fingerprint is unique; a name may be shared by two cards. Groups and spaces of a fingerprint do not matter. */
function findCards(reader: string, cards: readonly Addressee[]): readonly Addressee[] {
  const bare = (text: string) => text.replace(/[\s-]/g, '').toLowerCase()
  const byFingerprint = cards.filter(({ fingerprint }) => bare(fingerprint) === bare(reader))
  return byFingerprint.length > 0 ? byFingerprint.slice(0, 1) : cards.filter(({ name }) => name === reader)
}

function unresolved(
  compartment: string,
  reader: string,
  among: { readonly count: number; readonly known: readonly Addressee[] },
): Fault {
  const names = { compartment: printable(compartment), reader: printable(reader) }
  if (among.count > 1) return { what: say().policy.readerAmbiguous(names) }
  const nearest = findNearest(
    reader,
    among.known.map(({ name }) => name),
  )
  return {
    what: say().policy.readerUnknown({
      ...names,
      nearest: nearest === undefined ? undefined : printable(nearest),
    }),
    hint: say().policy.readerUnknownHint,
  }
}

/** Most protected first, for compartments with equally few readers. */
const STRICTNESS: readonly string[] = ['special', 'credential', 'financial', 'identity', 'contact']

/** The compartment that the fewest can open; among equals the most protected one. */
export function strictestCompartment(readers: ReadonlyMap<string, readonly string[]>): string {
  const rank = (name: string) => {
    const place = STRICTNESS.indexOf(name)
    return place < 0 ? STRICTNESS.length : place
  }
  const names = [...readers.keys()].sort(
    (a, b) =>
      (readers.get(a)?.length ?? 0) - (readers.get(b)?.length ?? 0) || rank(a) - rank(b) || (a < b ? -1 : 1),
  )
  return names[0] ?? 'special'
}
