import { DatadeedError } from '../../errors.ts'
import {
  faultOf,
  findChainFaults,
  findMemoryFaults,
  findSignerFaults,
  type SeriesFault,
} from './check-chain.ts'
import { type Link, listLinks, type NamedLink, readLink } from './links.ts'
import { readSeen, rememberSeen } from './memory.ts'
import type { Removals } from './removals.ts'
import type { OpenedSeries } from './series.ts'
import { placeOf } from './signers.ts'

/** Every link of a series, and what is wrong with their chain. */
export interface ListedSeries {
  readonly series: OpenedSeries
  /** Those that can be read and are signed, oldest first. */
  readonly links: readonly Link[]
  /** By sequence. */
  readonly faults: readonly SeriesFault[]
  /** Names of what killed runs have left, or of runs that are still going. */
  readonly unfinished: readonly string[]
  /** Names of pruned deeds of which more is left than the chain needs. */
  readonly removing: readonly string[]
  /** Names in the folder that are none of the series'. */
  readonly foreign: readonly string[]
}

export interface ListRequest {
  readonly home: string
  readonly signal?: AbortSignal | undefined
  readonly warn: (sentence: string, hints?: readonly string[]) => void
}

/**
 * Reads all links of a series but their blocks, checks their chain, compares it with what this computer has seen, and
 * remembers what it sees now.
 * @throws DatadeedError IO_READ; what is wrong with a link is a finding
 */
export async function listSeries(
  series: OpenedSeries,
  { home, signal, warn }: ListRequest,
): Promise<ListedSeries> {
  const { links: names, unfinished, foreign } = await listLinks(series.folder)
  const first = await readLinks(series, names, signal)
  const { faults: ofSigners, refused } = findSignerFaults(first.links, series)
  // A prune that does not count has removed nothing: what it names is looked at without it.
  const away = new Set([...refused].map(({ name }) => name))
  const counted = names.filter(({ name }) => !away.has(name))
  const { links, unreadable } = away.size === 0 ? first : await readLinks(series, counted, signal)
  const id = series.paper.series
  const seen = await readSeen(home, id)
  const faults = [
    ...unreadable,
    ...ofSigners,
    ...findChainFaults(names, links, { first: series.sha256 }),
    ...findMemoryFaults(links, seen),
  ].sort((a, b) => a.sequence - b.sequence)
  await remember(series, links, { home, warn })
  const removing = links.filter(({ pruned }) => pruned?.done === false).map(({ name }) => name)
  return { series, links, faults, unfinished, removing, foreign }
}

async function readLinks(
  series: OpenedSeries,
  names: readonly NamedLink[],
  signal: AbortSignal | undefined,
): Promise<{ readonly links: Link[]; readonly unreadable: SeriesFault[] }> {
  const links: Link[] = []
  const unreadable: SeriesFault[] = []
  const removals: Removals = new Map()
  // Newest first: a prune stands behind the deeds that it names.
  for (const named of names.toReversed()) {
    signal?.throwIfAborted()
    const link = await readLink(series, named, removals).catch((error: unknown) => asFinding(error))
    if (link instanceof DatadeedError) unreadable.push(faultOf(named, 'unreadable', link))
    else links.push(link)
  }
  return { links: links.reverse(), unreadable }
}

/** Not to have remembered is no reason not to tell. */
async function remember(
  { paper, signers, anchor, sha256 }: OpenedSeries,
  links: readonly Link[],
  { home, warn }: ListRequest,
): Promise<void> {
  const newest = links.at(-1)
  const confirmed = signers[anchor]?.card
  // Whoever follows the confirmed card is known here from now on, however long ago that was.
  const issuer = newest !== undefined && placeOf(signers, newest.signer) > anchor ? newest.signer : confirmed
  if (issuer === undefined) return
  const { sequence, sha256: digest } = newest ?? { sequence: 0, sha256 }
  try {
    await rememberSeen(home, paper.series, { issuer: issuer.fingerprint, sequence, sha256: digest })
  } catch (error) {
    if (!(error instanceof DatadeedError)) throw error
    warn(error.message, error.hints)
  }
}

function asFinding(error: unknown): DatadeedError {
  if (error instanceof DatadeedError && error.code !== 'INTERNAL') return error
  throw error
}
