import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Manifest } from './manifest.ts'
import {
  ACCESS,
  ACCESS_SIGNATURES,
  blocksEntry,
  FIXED_ENTRIES,
  indexEntry,
  keysEntry,
  MANIFEST,
  MIMETYPE,
  parseEntryName,
  README,
  ROTATED,
  SIGNATURES,
} from './names.ts'

type Place = readonly [group: number, table: number, part: number]

const GROUPS: Readonly<Record<string, number>> = {
  [MIMETYPE]: 0,
  [README]: 1,
  [MANIFEST]: 3,
  [ACCESS]: 4,
  [ACCESS_SIGNATURES]: 6,
  [SIGNATURES]: 8,
}
const DATA_GROUP = 2
const KEYS_GROUP = 5
const ROTATED_GROUP = 7

/** Whether `next` may stand right behind `before`; age files keep the manifest's order, which no name shows. */
export function mayFollow(before: string, next: string): boolean {
  const [left, right] = [placeOf(before), placeOf(next)]
  if (left[0] === KEYS_GROUP && right[0] === KEYS_GROUP) return before !== next
  return comparePlaces(left, right) < 0
}

/** Brings the names of a folder into the order of section 2; age files by name. */
export function sortEntries<Entry extends { readonly name: string }>(entries: readonly Entry[]): Entry[] {
  const placed = entries.map((entry) => ({ entry, place: placeOf(entry.name) }))
  placed.sort((a, b) => comparePlaces(a.place, b.place) || compareText(a.entry.name, b.entry.name))
  return placed.map(({ entry }) => entry)
}

/** All entries of the deed that a manifest describes, in order. */
export function entriesOf(manifest: Pick<Manifest, 'tables' | 'compartments'>): string[] {
  const data = manifest.tables.flatMap(({ parts }, table) => [
    ...Array.from({ length: parts }, (_, part) => blocksEntry(table, part)),
    indexEntry(table),
  ])
  const keys = manifest.compartments.map(({ name }) => keysEntry(name))
  return [MIMETYPE, README, ...data, MANIFEST, ACCESS, ...keys, ACCESS_SIGNATURES, SIGNATURES]
}

/** Whether these are the entries that stay of a deed in a series when its content is removed. */
export function isPruned(names: readonly string[]): boolean {
  return names.length === 2 && names.includes(MANIFEST) && names.includes(SIGNATURES)
}

/** What is wrong with the entries' names and order, as far as it shows without the manifest. */
export function findLayoutFaults(names: readonly string[]): DatadeedError[] {
  if (isPruned(names))
    return [new DatadeedError('DAMAGED', say().deed.pruned, { hints: [say().deed.prunedHint] })]
  const faults: DatadeedError[] = []
  const known: string[] = []
  const seen = new Set<string>()
  for (const name of names) {
    const foreign = findForeign(name)
    if (foreign !== undefined) faults.push(foreign)
    else if (seen.has(name)) faults.push(new DatadeedError('DAMAGED', say().deed.doubledEntry({ name })))
    else known.push(name)
    seen.add(name)
  }
  faults.push(...FIXED_ENTRIES.filter((name) => !seen.has(name)).map(missingEntry))
  const misplaced = known.find((name, at) => at > 0 && !mayFollow(known[at - 1] ?? '', name))
  if (misplaced !== undefined) faults.push(misplacedEntry(misplaced))
  return faults
}

/**
 * What differs between the entries that are there and those that the manifest describes. Beside a rotated access statement
 * the age files of the first one are of no use any more: each may be gone.
 */
export function findEntryFaults(
  names: readonly string[],
  manifest: Manifest,
  ordered: boolean,
): DatadeedError[] {
  const have = new Set(names)
  const rotated = have.has(ROTATED)
  const expected = entriesOf(manifest)
    .flatMap((name) => (rotated && name === SIGNATURES ? [ROTATED, name] : [name]))
    .filter((name) => have.has(name) || !rotated || parseEntryName(name).kind !== 'keys')
  const want = new Set(expected)
  const faults = [
    ...expected.filter((name) => !have.has(name)).map(missingEntry),
    ...names
      .filter((name) => !want.has(name))
      .map((name) => new DatadeedError('DAMAGED', say().deed.additionalEntry({ name: printable(name) }))),
  ]
  const misplaced = names.find((name, at) => name !== expected[at])
  if (ordered && faults.length === 0 && misplaced !== undefined) faults.push(misplacedEntry(misplaced))
  return faults
}

function missingEntry(name: string): DatadeedError {
  const sentence = name === SIGNATURES ? say().deed.unfinished : say().deed.missingEntry({ name })
  return new DatadeedError('DAMAGED', sentence, { hints: [say().deed.askAgainHint] })
}

function misplacedEntry(name: string): DatadeedError {
  return new DatadeedError('DAMAGED', say().deed.misplacedEntry({ name: printable(name) }))
}

function findForeign(name: string): DatadeedError | undefined {
  try {
    parseEntryName(name)
    return undefined
  } catch (error) {
    if (error instanceof DatadeedError) return error
    throw error
  }
}

function placeOf(name: string): Place {
  const entry = parseEntryName(name)
  switch (entry.kind) {
    case 'fixed':
      return [GROUPS[entry.name] ?? 0, 0, 0]
    case 'blocks':
      return [DATA_GROUP, entry.table, entry.part]
    case 'index':
      return [DATA_GROUP, entry.table, Number.POSITIVE_INFINITY]
    case 'keys':
      return [KEYS_GROUP, 0, 0]
    case 'rotated':
      return [ROTATED_GROUP, 0, 0]
    default:
      return entry satisfies never
  }
}

function comparePlaces(left: Place, right: Place): number {
  for (const [at, value] of left.entries()) {
    const other = right[at] ?? 0
    if (value !== other) return value < other ? -1 : 1
  }
  return 0
}

function compareText(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
