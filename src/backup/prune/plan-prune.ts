import { join } from 'node:path'
import { DatadeedError } from '../../errors.ts'
import { realFileSystem } from '../../files/index.ts'
import type { Card } from '../../identity/index.ts'
import { PRUNED_DEEDS } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { readDrills } from '../drill/drill-reports.ts'
import { verifyDeed } from '../look/verify-series.ts'
import { faultOf, type SeriesFault } from '../series/check-chain.ts'
import type { Link } from '../series/links.ts'
import { type ListedSeries, type ListRequest, listSeries } from '../series/list-series.ts'
import type { OpenedSeries } from '../series/series.ts'
import { chooseKept, findOddTimes, type Retention, type Rule } from './choose-kept.ts'
import { findHeld, findNamed } from './named-deeds.ts'

/** Why a deed stays whatever the rules say; in this order the first one is told. */
const GUARDS = ['hold', 'newest', 'drill', 'form'] as const
export type KeptBy = Rule | (typeof GUARDS)[number] | 'time' | 'unnamed'

/** Which deeds a prune is to remove: those that no rule keeps, or those that a person names. */
export type PruneChoice =
  | { readonly by: 'rules'; readonly retention: Retention }
  | { readonly by: 'name'; readonly sequences: readonly number[] }

export interface PlanPruneRequest extends ListRequest {
  readonly choice: PruneChoice
  /** Numbers of deeds that stay, or of marks whose deed stays. */
  readonly hold: readonly number[]
  /** Whose reports of drills are believed, beside the readers of the series. */
  readonly trusted: readonly Card[]
  readonly now: Date
  readonly progress?: ((bytes: number, total: number) => void) | undefined
}

export interface PrunePlan {
  readonly listed: ListedSeries
  readonly choice: PruneChoice
  /** Those whose content is there, oldest first. */
  readonly deeds: readonly { readonly link: Link; readonly kept: readonly KeptBy[] }[]
  /** Of these, those that nothing keeps. */
  readonly removed: readonly Link[]
  /** What is wrong with deeds that are newer than the newest good one. */
  readonly damaged: readonly SeriesFault[]
}

/**
 * Says of every deed of a series why it stays, or that its content goes. Nothing is removed before the newest deed, or the
 * newest that is good, was read from its first block to its last; it and whatever is newer stays.
 * @throws DatadeedError the first fault of a chain that is not whole; DAMAGED without any good deed; USAGE for a number that is
 * no deed's; RULE for a named deed that has to stay; LIMIT
 */
export async function planPrune(series: OpenedSeries, request: PlanPruneRequest): Promise<PrunePlan> {
  const { choice, hold, now, warn } = request
  const listed = await listSeries(series, request)
  assertWhole(listed)
  const deeds = listed.links.filter(({ kind, pruned }) => kind === 'deed' && pruned === null)
  const kept = new Map<number, Set<KeptBy>>(deeds.map(({ sequence }) => [sequence, new Set()]))
  const keep = (sequence: number | undefined, by: KeptBy): void => {
    if (sequence !== undefined) kept.get(sequence)?.add(by)
  }
  for (const sequence of findHeld(listed.links, hold, warn)) keep(sequence, 'hold')
  keep(deeds.at(-1)?.sequence, 'newest')
  keep(await findDrilled(series, deeds, request), 'drill')
  for (const { sequence, name } of deeds)
    if ((await realFileSystem.find(join(series.folder, name)))?.kind !== 'folder') keep(sequence, 'form')
  if (choice.by === 'name') {
    const named = findNamed(listed.links, choice.sequences, warn)
    for (const { sequence } of deeds) if (!named.has(sequence)) keep(sequence, 'unnamed')
  } else {
    for (const [sequence, by] of keptByRules(listed.links, choice.retention, now)) keep(sequence, by)
  }
  const isFree = ({ sequence }: Link): boolean => kept.get(sequence)?.size === 0
  if (choice.by === 'name') assertFree(deeds, kept)
  const damaged: SeriesFault[] = []
  if (deeds.some(isFree)) {
    const good = await findNewestGood(series, deeds, { ...request, damaged })
    for (const { sequence } of deeds) if (sequence >= good) keep(sequence, 'newest')
    if (choice.by === 'name') assertFree(deeds, kept)
  }
  const removed = deeds.filter(isFree)
  if (removed.length > PRUNED_DEEDS)
    throw new DatadeedError('LIMIT', say().prune.tooMany({ got: removed.length, most: PRUNED_DEEDS }))
  const planned = deeds.map((link) => ({ link, kept: [...(kept.get(link.sequence) ?? [])] }))
  return { listed, choice, deeds: planned, removed, damaged }
}

function assertWhole({ faults }: ListedSeries): void {
  const [fault] = faults
  if (fault === undefined) return
  const sentence = say().prune.notWhole({ why: fault.error.message })
  throw new DatadeedError(fault.error.code, sentence, {
    cause: fault.error,
    hints: [say().prune.notWholeHint],
  })
}

/** What the rules keep, by the number of a deed; where the time of a deed or of a mark of it is odd, nobody can say. */
function* keptByRules(
  links: readonly Link[],
  retention: Retention,
  now: Date,
): Generator<readonly [number, Rule | 'time']> {
  const odd = findOddTimes(links, now)
  const there = new Set(links.filter(({ pruned }) => pruned === null).map(({ sequence }) => sequence))
  const snapshots = links.flatMap(({ sequence, created, deed }) =>
    deed !== null && there.has(deed.sequence) ? [{ sequence, created, deed: deed.sequence }] : [],
  )
  for (const { sequence, deed } of snapshots) if (odd.has(sequence)) yield [deed, 'time']
  const believed = snapshots.filter(({ sequence }) => !odd.has(sequence))
  for (const [deed, rules] of chooseKept(believed, retention)) for (const rule of rules) yield [deed, rule]
}

/** The deed of the newest drill that was passed, of those that are there. */
async function findDrilled(
  series: OpenedSeries,
  deeds: readonly Link[],
  request: PlanPruneRequest,
): Promise<number | undefined> {
  const { drills } = await readDrills(series, request)
  const passed = drills.filter(({ verdict }) => verdict === 'passed')
  const newest = passed.findLast(({ manifest }) => deeds.some(({ sha256 }) => sha256 === manifest))
  return deeds.find(({ sha256 }) => sha256 === newest?.manifest)?.sequence
}

/** The number of the newest deed of which everything is as it was signed; every block of it is read now. */
async function findNewestGood(
  series: OpenedSeries,
  deeds: readonly Link[],
  { signal, warn, progress, damaged }: PlanPruneRequest & { readonly damaged: SeriesFault[] },
): Promise<number> {
  for (const deed of deeds.toReversed()) {
    const [fault] = await verifyDeed(series, deed, {
      subset: { kind: 'all' },
      count: { read: 0, all: 0, bytes: 0 },
      signal,
      progress: (bytes) => progress?.(bytes, deed.content?.bytes ?? 0),
    })
    if (fault === undefined) return deed.sequence
    damaged.push(faultOf(deed, 'damaged', fault))
    warn(say().prune.damaged({ name: deed.name, why: fault.message }), [say().backup.damagedHint])
  }
  throw new DatadeedError('DAMAGED', say().prune.noGood, { hints: [say().prune.notWholeHint] })
}

/** A person who names a deed is told of all that cannot go; nothing of what was named is removed then. */
function assertFree(deeds: readonly Link[], kept: ReadonlyMap<number, ReadonlySet<KeptBy>>): void {
  const stays = deeds.flatMap(({ sequence }) => {
    const by = kept.get(sequence)
    const guard = by?.has('unnamed') ? undefined : GUARDS.find((each) => by?.has(each))
    return guard === undefined ? [] : [{ sequence, guard }]
  })
  const guards = new Set(stays.map(({ guard }) => guard))
  if (stays.length === 0) return
  const hints = [...guards].map((guard) => say().prune.guardHints[guard])
  throw new DatadeedError('RULE', say().prune.mustStay({ deeds: stays }), { hints })
}
