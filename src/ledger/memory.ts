import { DatadeedError } from '../errors.ts'
import { REASON_CHARACTERS } from '../limits.ts'
import { say } from '../messages/index.ts'
import { ledgerPaths } from './append-line.ts'
import type { Facts } from './facts.ts'
import { findLedgerKey } from './ledger-key.ts'
import type { LedgerLine } from './line.ts'
import { readWholeLedger } from './read-ledger.ts'

/** Two clocks may differ by so much before a deed counts as issued in the future. */
const CLOCK_SKEW_MS = 15 * 60_000

/** What a deed says of itself that decides whether it may be imported. */
export interface ImportedDeed {
  readonly deedId: string
  readonly series: string | null
  readonly sequence: number | null
  /** RFC 3339. */
  readonly created: string
  readonly expires: string | null
  /** Fingerprint of the seller's card: names of series are each seller's own. */
  readonly seller: string
}

export interface ImportRequest {
  readonly home: string
  readonly deed: ImportedDeed
  /** What tells this database from all others; undefined for one that is only now made. Never written as it is. */
  readonly target: string | undefined
  readonly now: Date
  /** Why a person wants it all the same. */
  readonly anyway?: string | undefined
}

/**
 * Whether a deed may go into a database: not twice, nothing older than what is in there, not past its end, not before its
 * beginning. Restoring to a folder is no import and asks nothing. Answers with what the ledger is to be told.
 * @throws DatadeedError REPLAYED, EXPIRED, POSTDATED; DAMAGED or IO_READ where the ledger cannot be asked
 */
export async function assertMayImport(request: ImportRequest): Promise<Facts> {
  const { deed, now, anyway, home, target } = request
  if (anyway !== undefined) assertReason(anyway)
  const refusals = [...findDateRefusals(deed, now), ...(await findReplays(request))]
  const [first] = refusals
  if (first !== undefined && anyway === undefined) throw first
  return {
    ...(target === undefined ? {} : targetFacts(home, target)),
    ...(first === undefined || anyway === undefined ? {} : { reason: anyway }),
  }
}

/** What the ledger is told of a database that has been made only now. The run has written its intent before. */
export function targetFacts(home: string, target: string): Facts {
  const key = findLedgerKey(ledgerPaths(home).key)
  return key === undefined ? {} : { target: key.digestOf(target) }
}

/** The highest number of a deed's series that this installation has seen, where it is higher than the deed's own. */
export async function findNewer(
  home: string,
  { series, sequence, seller }: Pick<ImportedDeed, 'series' | 'sequence' | 'seller'>,
): Promise<number | undefined> {
  if (series === null || sequence === null) return undefined
  let highest = sequence
  await readWholeLedger(home, ({ facts }) => {
    if (isOfSeries(facts, series, seller)) highest = Math.max(highest, facts.sequence ?? 0)
  })
  return highest > sequence ? highest : undefined
}

function findDateRefusals({ created, expires }: ImportedDeed, now: Date): DatadeedError[] {
  const { expired, postdated, anywayHint, clockHint } = say().ledger
  const late = expires !== null && new Date(expires) < now
  const early = new Date(created).getTime() > now.getTime() + CLOCK_SKEW_MS
  return [
    ...(late ? [new DatadeedError('EXPIRED', expired({ date: expires }), { hints: [anywayHint] })] : []),
    ...(early
      ? [new DatadeedError('POSTDATED', postdated({ date: created }), { hints: [clockHint, anywayHint] })]
      : []),
  ]
}

async function findReplays({ home, deed, target }: ImportRequest): Promise<DatadeedError[]> {
  const key = target === undefined ? undefined : findLedgerKey(ledgerPaths(home).key)
  if (target === undefined || key === undefined) return []
  const imports = await findImports(home, key.digestOf(target))
  const { imported, importedNewer, anywayHint } = say().ledger
  const same = imports.findLast(({ facts }) => facts.deedId === deed.deedId)
  if (same !== undefined) {
    return [
      new DatadeedError('REPLAYED', imported({ date: same.time, line: same.sequence }), {
        hints: [anywayHint],
      }),
    ]
  }
  const { series, sequence, seller } = deed
  if (series === null || sequence === null) return []
  const newer = imports.findLast(
    ({ facts }) => isOfSeries(facts, series, seller) && (facts.sequence ?? 0) > sequence,
  )
  if (newer === undefined) return []
  const numbers = { sequence, newer: newer.facts.sequence ?? 0, date: newer.time }
  return [new DatadeedError('REPLAYED', importedNewer(numbers), { hints: [anywayHint] })]
}

/**
 * The imports into a target that came to an end, or may have: an outcome stands in the ledger just before the database is
 * told to keep what it was given, and is taken back by a failure of the same run.
 */
async function findImports(home: string, target: string): Promise<LedgerLine[]> {
  const imports = new Map<string, LedgerLine>()
  await readWholeLedger(home, (line) => {
    if (line.event === 'outcome' && line.facts.target === target) imports.set(line.run, line)
    if (line.event === 'failed') imports.delete(line.run)
  })
  return [...imports.values()]
}

function isOfSeries({ series, cards }: Facts, name: string, seller: string): boolean {
  if (series !== name) return false
  return cards?.some(({ part, fingerprint }) => part === 'seller' && fingerprint === seller) ?? false
}

/** @throws DatadeedError USAGE for a reason to go on that says nothing, or too much */
export function assertReason(reason: string): void {
  const { length } = reason
  if (reason.trim() !== '' && length <= REASON_CHARACTERS) return
  throw new DatadeedError('USAGE', say().ledger.badReason({ got: length, most: REASON_CHARACTERS }))
}
