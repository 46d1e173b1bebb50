import { DatadeedError } from '../errors.ts'
import { assertCanOpen, type Card, type OpenedKey } from '../identity/index.ts'
import { ESCROW_HOLDERS } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { AccessRequest } from '../seal/index.ts'
import { findConfirmedCards } from './cards.ts'
import type { Session } from './session.ts'
import type { Values } from './values.ts'

/** The cards that --to, --may-grant and --holder name: each confirmed, by digits that may be given in any order. */
export interface SealCards {
  readonly addressees: readonly Card[]
  readonly grantors: readonly Card[]
  readonly holders: readonly Card[]
}

export async function findSealCards(values: Values, session: Session): Promise<SealCards> {
  const lists = ['to', 'may-grant', 'holder'].map((flag) => values.list(flag))
  const cards = await findConfirmedCards(lists.flat(), values.list('confirm'), session)
  const [to = 0, grant = 0] = lists.map(({ length }) => length)
  return {
    addressees: cards.slice(0, to),
    grantors: cards.slice(to, to + grant),
    holders: cards.slice(to + grant),
  }
}

/**
 * Who may open the deed besides its addressees, or before them.
 * @throws DatadeedError USAGE
 */
export function readAccessRequest(
  values: Values,
  { grantors, holders }: SealCards,
  seller: OpenedKey,
): AccessRequest {
  const [keeps, holds] = [values.on('keep-access'), values.on('hold')]
  if (keeps && holds) throw new DatadeedError('USAGE', say().access.keepOrHold)
  if ((keeps || holds) && seller.card.open === undefined) {
    const sentence = say().access.holdNeedsOpen({ name: printable(seller.card.name) })
    throw new DatadeedError('USAGE', sentence, { hints: [say().access.holdNeedsOpenHint] })
  }
  if (keeps || holds) assertCanOpen(seller)
  return {
    seller: holds ? 'holds' : keeps ? 'keeps' : undefined,
    grantors,
    escrow: readEscrow(values.text('escrow'), holders),
  }
}

function readEscrow(text: string | undefined, holders: readonly Card[]): AccessRequest['escrow'] {
  if (text === undefined && holders.length === 0) return undefined
  const [threshold, count] =
    /^(\d{1,2})-of-(\d{1,2})$/
      .exec(text ?? '')
      ?.slice(1)
      .map(Number) ?? []
  if (threshold === undefined || count === undefined)
    throw new DatadeedError('USAGE', say().access.escrowForm({ got: printable(text ?? '', 60) }))
  if (threshold < 2 || threshold > count || count > ESCROW_HOLDERS)
    throw new DatadeedError('USAGE', say().access.escrowNumbers({ most: ESCROW_HOLDERS }))
  const distinct = new Set(holders.map(({ fingerprint }) => fingerprint)).size
  if (distinct !== count || holders.length !== count)
    throw new DatadeedError('USAGE', say().access.escrowHolders({ wanted: count, got: distinct }))
  return { threshold, holders }
}
