import { DatadeedError } from '../errors.ts'
import { faultOf, findChainFaults, findMemoryFaults, type SeriesFault } from './check-chain.ts'
import { type Link, listLinks, readLink } from './links.ts'
import { readSeen, rememberSeen } from './memory.ts'
import type { Removals } from './removals.ts'
import type { OpenedSeries } from './series.ts'

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
  const links: Link[] = []
  const unreadable: SeriesFault[] = []
  const removals: Removals = new Map()
  // Newest first: a prune stands behind the deeds that it names.
  for (const named of names.toReversed()) {
    signal?.throwIfAborted()
    const link = await readLink(series, named, removals).catch((error: unknown) => asFinding(error))
    if (link instanceof DatadeedError) {
      unreadable.push(faultOf(named, 'unreadable', link))
    } else links.push(link)
  }
  links.reverse()
  const id = series.paper.series
  const seen = await readSeen(home, id)
  const faults = [
    ...unreadable,
    ...findChainFaults(names, links, { first: series.sha256 }),
    ...findMemoryFaults(links, seen),
  ].sort((a, b) => a.sequence - b.sequence)
  await remember(series, links, { home, warn })
  const removing = links.filter(({ pruned }) => pruned?.done === false).map(({ name }) => name)
  return { series, links, faults, unfinished, removing, foreign }
}

/** Not to have remembered is no reason not to tell. */
async function remember(
  { paper, card, sha256 }: OpenedSeries,
  links: readonly Link[],
  { home, warn }: ListRequest,
): Promise<void> {
  const newest = links.at(-1) ?? { sequence: 0, sha256 }
  try {
    await rememberSeen(home, paper.series, {
      issuer: card.fingerprint,
      sequence: newest.sequence,
      sha256: newest.sha256,
    })
  } catch (error) {
    if (!(error instanceof DatadeedError)) throw error
    warn(error.message, error.hints)
  }
}

function asFinding(error: unknown): DatadeedError {
  if (error instanceof DatadeedError && error.code !== 'INTERNAL') return error
  throw error
}
