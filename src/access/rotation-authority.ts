import type { DeedAccess, Party } from '../deed/index.ts'
import type { Card } from '../identity/index.ts'
import { ROTATION_SUCCESSIONS } from '../limits.ts'

/** A paper by which one card follows another; who signed it was checked. */
export interface CardFollows {
  readonly from: Card
  readonly to: Card
  readonly bytes: Uint8Array
}

/**
 * By what a card may change the readers of a deed: nothing more, where it is the seller's or the manifest lets it grant; else
 * the successions that lead to it from such a card, oldest first. Undefined where nothing does.
 */
export function findAuthority(
  { manifest }: Pick<DeedAccess, 'manifest'>,
  { fingerprint }: Pick<Card, 'fingerprint'>,
  known: Iterable<CardFollows>,
): readonly CardFollows[] | undefined {
  const may = new Set([manifest.seller.fingerprint, ...manifest.grantors])
  const before = new Map([...known].map((each) => [each.to.fingerprint, each]))
  const way: CardFollows[] = []
  for (let at = fingerprint; !may.has(at); ) {
    const step = before.get(at)
    if (step === undefined || way.length === ROTATION_SUCCESSIONS) return undefined
    way.unshift(step)
    at = step.from.fingerprint
  }
  return way
}

/** Whether of each compartment somebody who reads it may change who does: else nobody can ever again. */
export function canBeChanged(
  deed: Pick<DeedAccess, 'manifest'>,
  compartments: readonly { readonly readers: readonly Party[] }[],
  known: readonly CardFollows[],
): boolean {
  return compartments.every(({ readers }) =>
    readers.some((reader) => findAuthority(deed, reader, known) !== undefined),
  )
}
