import type { Card } from '../../identity/index.ts'
import {
  type AgeLimits,
  type KeyAge as JudgedAge,
  judgeAge,
  readLife,
  type Successions,
} from '../../keys/index.ts'
import type { Link } from '../series/links.ts'
import type { OpenedSeries } from '../series/series.ts'
import { placeOf } from '../series/signers.ts'

/** A key of the series and how old it is; `age` is null where its card is not trusted here, so that nobody can say. */
export interface KeyAge {
  readonly part: 'signs' | 'reads'
  readonly name: string
  readonly fingerprint: string
  readonly age: (JudgedAge & { readonly made: Date }) | null
}

/** Of the card that has signed the newest link, and of those that the newest deed was sealed to, as the next one will be. */
export function keyAges(
  { signers, paper }: OpenedSeries,
  links: readonly Link[],
  at: {
    readonly now: Date
    /** To look the readers' cards up by fingerprint. */
    readonly trusted: readonly Card[]
    readonly successions: Successions
    /** Absent: the usual ones. */
    readonly keyLimits?: AgeLimits | undefined
  },
): KeyAge[] {
  const judge = (card: Card, part: KeyAge['part']): KeyAge['age'] => {
    const { created: made } = readLife(card, at.successions, at.now)
    const use = part === 'signs' ? 'signing' : 'reader'
    return { ...judgeAge(made, use, { now: at.now, limits: at.keyLimits }), made }
  }
  const newest = links.at(-1)
  const named = links.findLast(({ content }) => content !== null)?.content?.readers ?? paper.readers
  const readers = named.map(({ name, fingerprint }): KeyAge => {
    const card = at.trusted.find((each) => each.fingerprint === fingerprint)
    return { part: 'reads', name, fingerprint, age: card === undefined ? null : judge(card, 'reads') }
  })
  const { card } = signers[newest === undefined ? 0 : placeOf(signers, newest.signer)] ?? signers[0]
  const { name, fingerprint } = card
  return [{ part: 'signs', name, fingerprint, age: judge(card, 'signs') }, ...readers]
}
