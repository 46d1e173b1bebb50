import {
  type CompartmentKeys,
  comparePlainRoots,
  openPlainRoots,
  type SliceBlocks,
  sliceBlocks,
  type VerifiedDeed,
} from '../../deed/index.ts'
import { faultToError, type SourceSlice } from '../../ingest/index.ts'
import { SLICE_BYTES } from '../../limits.ts'
import { inOrder } from '../../workers.ts'
import type { HashedSlice, TargetResult, Wanting } from './compare-job.ts'
import type { CompareThreads } from './compare-threads.ts'
import type { TableMatch } from './target-table.ts'

export interface Sides {
  readonly deed: VerifiedDeed
  /** Of the opened compartments, by position in the manifest. */
  readonly keys: ReadonlyMap<number, CompartmentKeys>
  readonly match: TableMatch
  readonly threads: CompareThreads
  readonly signal?: AbortSignal | undefined
  /** Of each reading anew: rows of the deed, and bytes of the target, that have been read. */
  readonly progress?: ((step: { readonly rows: number; readonly bytes: number }) => void) | undefined
}

/** A slice of one side with its hashes. */
export interface ReadSlice {
  readonly side: Side
  /** Rows of the side before this slice. */
  readonly rowsBefore: number
  readonly rows: number
  /** Of the target's slice. */
  readonly bytes: number
  readonly hashes: Uint8Array
  /** By wanted row and column. */
  readonly cells: Float64Array
  /** The same as texts, where they were asked for. */
  readonly texts: readonly (readonly (string | null)[])[]
  readonly wanted: Uint32Array
}

export type Side = 'deed' | 'target'

/** Rows of either side, from 0 and ascending, of which the cells are wanted one by one. */
export type WantedRows = Readonly<Record<Side, Uint32Array>>

const NONE = new Uint32Array(0)
const NOTHING: WantedRows = { deed: NONE, target: NONE }

/**
 * Reads both sides once, always the one that has come less far, so that rows of the same place come near each other. Every
 * block of the deed passes all its checks in this very reading, and its plainRoots are compared at the end.
 * @throws DatadeedError DAMAGED and whatever else is wrong with either side; CHANGED if the target changed meanwhile
 */
export async function* readSides(
  sides: Sides,
  wanted: WantedRows = NOTHING,
  as: Wanting = 'hashes',
): AsyncGenerator<ReadSlice> {
  const open = { deed: readDeed(sides, wanted.deed, as), target: readTarget(sides, wanted.target, as) }
  const read = { deed: 0, target: 0 }
  let bytes = 0
  const going = new Set<Side>(['deed', 'target'])
  try {
    while (going.size > 0) {
      const [first = 'deed', second] = going
      const side = second !== undefined && read[second] < read[first] ? second : first
      const next = await open[side].next()
      if (next.done) {
        going.delete(side)
        continue
      }
      sides.signal?.throwIfAborted()
      read[side] += next.value.rows
      bytes += next.value.bytes
      sides.progress?.({ rows: read.deed, bytes })
      yield next.value
    }
  } finally {
    await Promise.allSettled([open.deed.return(undefined), open.target.return(undefined)])
  }
}

async function* readDeed(
  { deed, keys, match, threads }: Sides,
  wanted: Uint32Array,
  as: Wanting,
): AsyncGenerator<ReadSlice> {
  const roots = openPlainRoots(deed, match.table, keys)
  const jobs = placed(sliceBlocks(deed, match.table, keys), wanted)
  const results = inOrder(jobs, threads.size + 1, async ({ slice: { slice, rows, blocks }, ...place }) => {
    const job = {
      side: 'deed',
      slice,
      rows,
      rowsBefore: place.rowsBefore,
      blocks,
      wanted: place.wanted,
      as,
    } as const
    return { place, result: (await threads.run(job)) as HashedSlice }
  })
  for await (const { place, result } of results) {
    for (const { compartment, leaves } of result.leaves) {
      for (const leaf of leaves) roots.get(compartment)?.add(leaf)
    }
    yield asRead('deed', place, { ...result, size: 0 })
  }
  const [fault] = comparePlainRoots(deed, match.table, roots)
  if (fault !== undefined) throw fault
}

async function* readTarget(
  { match, threads, signal }: Sides,
  wanted: Uint32Array,
  as: Wanting,
): AsyncGenerator<ReadSlice> {
  const { target } = match
  const bounds = { sliceBytes: SLICE_BYTES, sliceRows: Number.MAX_SAFE_INTEGER, signal }
  const jobs = placedAsync(target.slices(bounds), wanted)
  const results = inOrder(jobs, threads.size + 1, async ({ slice, ...place }) => {
    const { number, offset, last, bytes, tags = [] } = slice
    const job = {
      side: 'target',
      slice: number,
      offset,
      last,
      bytes,
      tags,
      wanted: place.wanted,
      as,
    } as const
    const size = bytes.length
    const result = (await threads.run(job).finally(() => slice.release())) as TargetResult
    return { slice, size, place, result }
  })
  let { path, preambleLines: linesBefore } = target
  for await (const { slice, size, place, result } of results) {
    if (slice.begins !== undefined) ({ path, linesBefore } = slice.begins)
    if ('fault' in result) throw faultToError(result.fault, linesBefore, path)
    linesBefore += result.lineEnds
    yield asRead('target', place, { ...result, size })
  }
  await target.assertUnchanged()
}

interface Placed {
  readonly rowsBefore: number
  readonly wanted: Uint32Array | undefined
}

function* placed(
  slices: Iterable<SliceBlocks>,
  wanted: Uint32Array,
): Generator<Placed & { slice: SliceBlocks }> {
  const places = new Places(wanted)
  for (const slice of slices) yield { slice, ...places.next(slice.rows) }
}

async function* placedAsync(
  slices: AsyncIterable<SourceSlice>,
  wanted: Uint32Array,
): AsyncGenerator<Placed & { slice: SourceSlice }> {
  const places = new Places(wanted)
  for await (const slice of slices) yield { slice, ...places.next(slice.rowEnds) }
}

/** Gives each slice its share of the wanted rows. */
class Places {
  readonly #wanted: Uint32Array
  #rows = 0
  #at = 0

  constructor(wanted: Uint32Array) {
    this.#wanted = wanted
  }

  next(rows: number): Placed {
    const rowsBefore = this.#rows
    const from = this.#at
    this.#rows += rows
    while (this.#at < this.#wanted.length && this.#wanted[this.#at]! < this.#rows) this.#at += 1
    if (from === this.#at) return { rowsBefore, wanted: undefined }
    return { rowsBefore, wanted: this.#wanted.slice(from, this.#at).map((row) => row - rowsBefore) }
  }
}

function asRead(
  side: Side,
  { rowsBefore, wanted = NONE }: Placed,
  { rows, size, hashes, cells, texts }: HashedSlice & { readonly size: number },
): ReadSlice {
  return { side, rowsBefore, rows, bytes: size, hashes, cells, texts, wanted }
}
