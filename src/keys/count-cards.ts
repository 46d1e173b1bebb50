import type { Card } from '../identity/index.ts'
import { type CardLife, readLife } from './card-life.ts'
import { type CountedDeed, opensIn } from './census.ts'
import { type AgeLimits, judgeAge, type KeyAge } from './key-age.ts'
import type { Successions } from './successions.ts'

/** A card as deeds name it, and what is known of it here. */
export interface CountedCard {
  readonly name: string
  readonly fingerprint: string
  /** Deeds of which it opens something by itself. */
  readonly opens: number
  readonly signed: number
  /** Null for a card that is not trusted here: of its dates nothing is known. */
  readonly known: { readonly life: CardLife; readonly age: KeyAge } | null
}

/** Every card that has signed one of the deeds or opens something of one; its age is that of a reader's where it opens. */
export function countCards(
  deeds: readonly CountedDeed[],
  {
    trusted,
    successions,
    now,
    limits,
  }: {
    readonly trusted: readonly Card[]
    readonly successions: Successions
    readonly now: Date
    readonly limits?: AgeLimits | undefined
  },
): CountedCard[] {
  const named = new Map<string, string>()
  for (const { seller, compartments } of deeds) {
    named.set(seller.fingerprint, seller.name)
    for (const { readers } of compartments)
      for (const reader of readers) if (!reader.escrow) named.set(reader.fingerprint, reader.name)
  }
  return [...named].map(([fingerprint, name]): CountedCard => {
    const opens = deeds.filter((deed) => opensIn(deed, fingerprint).length > 0).length
    const signed = deeds.filter(({ seller }) => seller.fingerprint === fingerprint).length
    const card = trusted.find((each) => each.fingerprint === fingerprint)
    if (card === undefined) return { name, fingerprint, opens, signed, known: null }
    const life = readLife(card, successions, now)
    const age = judgeAge(life.created, opens > 0 ? 'reader' : 'signing', { now, limits })
    return { name: card.name, fingerprint, opens, signed, known: { life, age } }
  })
}
