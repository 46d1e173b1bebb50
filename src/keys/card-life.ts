import type { Card } from '../identity/index.ts'
import type { Succession } from './succession-paper.ts'
import type { Successions } from './successions.ts'

export const CARD_STATES = ['pre-active', 'active', 'decrypt-only', 'retired'] as const
export type CardState = (typeof CARD_STATES)[number]

/** What this installation knows of a card's years, at one time. */
export interface CardLife {
  readonly state: CardState
  /** When it was made: signed where a predecessor vouches for it, else the word of whoever gave the card. */
  readonly created: Date
  readonly createdIsSigned: boolean
  readonly activeFrom: Date | null
  readonly decryptOnlyFrom: Date | null
  readonly retiredFrom: Date | null
  readonly follows: Named | null
  readonly followedBy: Named | null
}

interface Named {
  readonly name: string
  readonly fingerprint: string
}

/** A date counts from its very second on. */
export function readLife(card: Card, successions: Successions, now: Date): CardLife {
  const after = successions.get(card.fingerprint)
  const before = [...successions.values()].find(({ to }) => to.fingerprint === card.fingerprint)
  return {
    state: stateAt(now, before, after),
    created: new Date(before?.to.created ?? card.created),
    createdIsSigned: before !== undefined,
    activeFrom: before?.activeFrom ?? null,
    decryptOnlyFrom: after?.decryptOnlyFrom ?? null,
    retiredFrom: after?.retiredFrom ?? null,
    follows: before === undefined ? null : named(before.from),
    followedBy: after === undefined ? null : named(after.to),
  }
}

function stateAt(now: Date, before: Succession | undefined, after: Succession | undefined): CardState {
  if (after !== undefined && now >= after.retiredFrom) return 'retired'
  if (after !== undefined && now >= after.decryptOnlyFrom) return 'decrypt-only'
  return before !== undefined && now < before.activeFrom ? 'pre-active' : 'active'
}

function named({ name, fingerprint }: Card): Named {
  return { name, fingerprint }
}
