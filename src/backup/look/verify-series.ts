import { join } from 'node:path'
import { randomBytes } from '../../crypto/index.ts'
import { checkBlockDigests, examineDeed } from '../../deed/index.ts'
import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { fetchBlocks, fetchFrame } from '../remote/fetch-blocks.ts'
import { fetchDeed } from '../remote/fetch-deed.ts'
import type { Remote } from '../remote/rclone.ts'
import { faultOf, type SeriesFault } from '../series/check-chain.ts'
import { type Link, signerOf } from '../series/links.ts'
import { type ListedSeries, type ListRequest, listSeries } from '../series/list-series.ts'
import type { OpenedSeries } from '../series/series.ts'

/** Which blocks are read: all of them, about so many of a hundred, or one part of several that together are all. */
export type Subset =
  | { readonly kind: 'all' }
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'part'; readonly part: number; readonly of: number }

export interface SeriesVerification extends ListedSeries {
  /** Deeds of which everything but the left out blocks was read. */
  readonly deeds: number
  readonly blocks: { readonly read: number; readonly all: number; readonly bytes: number }
  /** Bytes that came from a remote, papers and manifests included; null for a folder. */
  readonly fetched: number | null
}

export interface VerifySeriesRequest extends ListRequest {
  readonly subset: Subset
  readonly progress?: ((bytes: number, total: number) => void) | undefined
}

/**
 * Proves a series without any key: the chain, and every deed as `verify` does, with all blocks or some of them. All faults
 * are reported.
 * @throws DatadeedError IO_READ
 */
export async function verifySeries(
  series: OpenedSeries,
  request: VerifySeriesRequest,
): Promise<SeriesVerification> {
  const { subset } = request
  const listed = await listSeries(series, request)
  // Of a pruned one all that is left was read by now.
  const deeds = listed.links.filter(({ kind, pruned }) => kind === 'deed' && pruned === null)
  const total = deeds.reduce((sum, { content }) => sum + (content?.bytes ?? 0), 0)
  const count = { read: 0, all: 0, bytes: 0 }
  const faults: SeriesFault[] = []
  let before = 0
  for (const deed of deeds) {
    const found = await verifyDeed(series, deed, {
      ...request,
      count,
      // To have read nothing would prove nothing.
      atLeastOne: subset.kind === 'percent' && deed === deeds.at(-1) && count.read === 0,
      progress: (bytes) => request.progress?.(before + bytes, total),
    })
    for (const error of found) faults.push(faultOf(deed, 'damaged', error))
    before += deed.content?.bytes ?? 0
  }
  const all = [...listed.faults, ...faults].sort((a, b) => a.sequence - b.sequence)
  const fetched = series.remote?.fetched ?? null
  return { ...listed, faults: all, deeds: deeds.length, blocks: count, fetched }
}

interface DeedWork {
  readonly subset: Subset
  readonly count: { read: number; all: number; bytes: number }
  /** Whether a block is read even where chance takes none. */
  readonly atLeastOne?: boolean
  readonly signal?: AbortSignal | undefined
  readonly progress: (bytes: number) => void
}

/** All that is wrong with one deed, as far as it shows without a key. @throws DatadeedError IO_READ */
export async function verifyDeed(series: OpenedSeries, link: Link, work: DeedWork): Promise<DatadeedError[]> {
  const { remote } = series
  if (remote === undefined || work.subset.kind === 'all') {
    await using _fetched = await fetchDeed(series, link)
    return await checkDeed(series, link, work)
  }
  try {
    await using _fetched = await fetchFrame(remote, link.name, join(series.folder, link.name))
    return await checkDeed(series, link, { ...work, fetchFrom: remote })
  } catch (error) {
    // Of a name that is no entry's no path is made, so that nothing else can be said of the deed.
    if (error instanceof DatadeedError && error.code === 'PATH') return [error]
    throw error
  }
}

async function checkDeed(
  series: OpenedSeries,
  link: Link,
  { subset, count, atLeastOne, signal, progress, fetchFrom }: DeedWork & { readonly fetchFrom?: Remote },
): Promise<DatadeedError[]> {
  const into = join(series.folder, link.name)
  await using examined = await examineDeed(into, { from: signerOf(series, link).card })
  const errors = examined.failures.map(({ error }) => error)
  if (examined.manifest !== undefined && examined.manifest.sha256 !== link.sha256)
    errors.push(new DatadeedError('DAMAGED', say().backup.changedMeanwhile))
  if (examined.blocks === undefined) return errors
  const { indexes } = examined.blocks
  const all = indexes.reduce((sum, index) => sum + (index?.length ?? 0), 0)
  const one = atLeastOne ? Math.floor(drawn() * all) : undefined
  const choose = chooseBlocks(subset, link.sequence)
  const chosen = (block: number): boolean => choose(block) || block === one
  if (fetchFrom !== undefined) await fetchBlocks(fetchFrom, link.name, { into, indexes, chosen })
  let bytes = 0
  const only = (block: number): boolean => {
    count.all += 1
    return chosen(block)
  }
  const onBlocks = (step: { readonly blocks: number; readonly bytes: number }): void => {
    bytes += step.bytes
    count.read += step.blocks
    count.bytes += step.bytes
    progress(bytes)
  }
  return [...errors, ...(await checkBlockDigests(examined.blocks, { signal, only, onBlocks }))]
}

/**
 * By its number in the deed, whether a block is read; asked twice, it says the same. The parts of a deed begin elsewhere in
 * each, so that small deeds share.
 */
export function chooseBlocks(subset: Subset, sequence: number): (block: number) => boolean {
  if (subset.kind === 'all') return () => true
  if (subset.kind === 'part') return (block) => (block + sequence) % subset.of === subset.part - 1
  const taken: boolean[] = []
  return (block) => {
    taken[block] ??= drawn() * 100 < subset.percent
    return taken[block]
  }
}

/** From 0 to 1. */
function drawn(): number {
  return Buffer.from(randomBytes(4)).readUInt32BE() / 2 ** 32
}
