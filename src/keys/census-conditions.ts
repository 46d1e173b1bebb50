import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { type CountedDeed, opensIn } from './census.ts'
import { DAY } from './key-age.ts'

/** What no deed may be. */
export type CensusCondition =
  | { readonly kind: 'opens-with'; readonly card: { readonly name: string; readonly fingerprint: string } }
  | { readonly kind: 'epoch-older-than'; readonly days: number }
  | { readonly kind: 'suite'; readonly suite: 'hybrid' | 'classic' }

/**
 * Understands `opens-with:CARD`, `epoch-older-than:180d` and `suite:classic`; `findCard` says which card a word means.
 * @throws DatadeedError USAGE, and what `findCard` throws
 */
export async function readCondition(
  text: string,
  findCard: (word: string) => Promise<{ readonly name: string; readonly fingerprint: string }>,
): Promise<CensusCondition> {
  const [, kind, value = ''] = /^([a-z-]+):(.+)$/s.exec(text) ?? []
  if (kind === 'opens-with') {
    const { name, fingerprint } = await findCard(value)
    return { kind, card: { name, fingerprint } }
  }
  if (kind === 'suite' && (value === 'classic' || value === 'hybrid')) return { kind, suite: value }
  const [, digits, unit] = /^([0-9]{1,5})(d|y)$/.exec(value) ?? []
  if (kind === 'epoch-older-than' && digits !== undefined)
    return { kind, days: Number(digits) * (unit === 'y' ? 365 : 1) }
  throw new DatadeedError('USAGE', say().census.noCondition({ got: printable(text) }), {
    hints: [say().census.noConditionHint],
  })
}

/** Whether a deed is what it may not be. A data key is older than so many days when they are over, to the second. */
export function holdsFor(condition: CensusCondition, deed: CountedDeed, now: Date): boolean {
  switch (condition.kind) {
    case 'opens-with':
      return opensIn(deed, condition.card.fingerprint).length > 0
    case 'epoch-older-than':
      return now.getTime() - deed.created.getTime() > condition.days * DAY
    case 'suite':
      return deed.suite === condition.suite
    default:
      return condition satisfies never
  }
}
