import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import type { Link } from '../series/links.ts'
import type { ListRequest } from '../series/list-series.ts'

type Warn = ListRequest['warn']

/**
 * Numbers of the deeds that are under hold; a mark's number holds the deed that it names. A hold that comes too late is
 * told, and one of a number that is no deed's or mark's refused: it would hold nothing.
 * @throws DatadeedError USAGE
 */
export function findHeld(links: readonly Link[], hold: readonly number[], warn: Warn): Set<number> {
  assertKnown(hold, (sequence) => links.some((link) => link.sequence === sequence && link.deed !== null))
  const held = new Set<number>()
  for (const link of links) {
    if (link.deed === null || !hold.includes(link.sequence)) continue
    const by = findPruned(links, link.deed.sequence)
    if (by === undefined) held.add(link.deed.sequence)
    else warn(say().prune.heldTooLate({ sequence: link.deed.sequence, by }))
  }
  return held
}

/**
 * Numbers of the deeds that are named for removal. One that was pruned before is passed over, so that the same command can be
 * given twice.
 * @throws DatadeedError USAGE
 */
export function findNamed(links: readonly Link[], named: readonly number[], warn: Warn): Set<number> {
  assertKnown(named, (sequence) => links.some((link) => link.sequence === sequence && link.kind === 'deed'))
  const free = new Set<number>()
  for (const sequence of named) {
    const by = findPruned(links, sequence)
    if (by === undefined) free.add(sequence)
    else warn(say().prune.prunedBefore({ sequence, by }))
  }
  return free
}

function assertKnown(numbers: readonly number[], isKnown: (sequence: number) => boolean): void {
  const unknown = numbers.filter((sequence) => !isKnown(sequence))
  if (unknown.length === 0) return
  throw new DatadeedError('USAGE', say().prune.noDeed({ numbers: unknown }), {
    hints: [say().prune.noDeedHint],
  })
}

function findPruned(links: readonly Link[], sequence: number): number | undefined {
  return links.find((link) => link.kind === 'deed' && link.sequence === sequence)?.pruned?.by
}
