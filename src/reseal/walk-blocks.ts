import type { CompartmentKeys } from '../deed/index.ts'
import { openPlainRoots, PlainRoot, type SliceBlocks, sliceBlocks, type VerifiedDeed } from '../deed/index.ts'
import { InternalError } from '../errors.ts'
import { defaultWorkerCount, inOrder, startWorkers, type WorkerPool, workerScript } from '../workers.ts'
import type { ResealJob, ResealResult } from './reseal-job.ts'

export type ResealThreads = WorkerPool<ResealJob, ResealResult>

/** They load while the deed is opened. */
export function startResealThreads(workers = defaultWorkerCount()): ResealThreads {
  const script = workerScript(import.meta.url, 'reseal-worker')
  const threads = startWorkers<null, ResealJob, ResealResult>(script, workers, 2)
  threads.prepare(null)
  return threads
}

/** Those that were started before, which stay with whoever did; else threads of this run's own. */
export function threadsOf({
  threads,
  workers,
}: {
  readonly threads?: ResealThreads | undefined
  readonly workers?: number | undefined
}): ResealThreads {
  if (threads === undefined) return startResealThreads(workers)
  return { size: threads.size, run: (job) => threads.run(job), async [Symbol.asyncDispose]() {} }
}

/** The keys of a deed by compartment, and its id: 16 raw bytes. */
export interface DeedKeys {
  readonly deedId: Uint8Array
  readonly keys: ReadonlyMap<number, CompartmentKeys>
}

export interface BlockWalk {
  readonly threads: ResealThreads
  /** The deed that does, or shall, hold the same. */
  readonly other: DeedKeys
  /** What to seal a block with; absent where both deeds are there already. */
  readonly keysFor?: (place: { readonly compartment: number; readonly epoch: number }) => ResealJob['keys']
  /** Told of each slice, in order, of all its blocks. */
  readonly done: (slice: SliceBlocks, results: readonly ResealResult[]) => Promise<void>
  readonly signal?: AbortSignal | undefined
}

/** plainRoots of a table, by compartment: of the deed that was opened, and of the same segments in the other one. */
export interface BothRoots {
  readonly roots: ReadonlyMap<number, PlainRoot>
  readonly otherRoots: ReadonlyMap<number, PlainRoot>
}

/**
 * Opens every block of a table through all its checks.
 * @throws DatadeedError the first fault in the order of the blocks
 */
export async function walkBlocks(
  deed: VerifiedDeed,
  table: number,
  { keys, ...walk }: BlockWalk & { readonly keys: DeedKeys['keys'] },
): Promise<BothRoots> {
  const { threads, other, signal } = walk
  const roots = openPlainRoots(deed, table, keys)
  const otherRoots = new Map(
    Array.from(roots.keys(), (compartment) => {
      const place = { macKey: macKeyOf(other, compartment), deedId: other.deedId, table, compartment }
      return [compartment, new PlainRoot(place)] as const
    }),
  )
  const slices = inOrder(sliceBlocks(deed, table, keys), threads.size + 1, async (slice) => {
    const jobs = slice.blocks.map((block): ResealJob => {
      const { compartment } = block.place
      const { deedId } = other
      return {
        block,
        other: { deedId, macKey: macKeyOf(other, compartment) },
        keys: walk.keysFor?.(block.place),
      }
    })
    return { slice, results: await Promise.all(jobs.map((job) => threads.run(job))) }
  })
  for await (const { slice, results } of slices) {
    signal?.throwIfAborted()
    for (const [position, { leaves, otherLeaves }] of results.entries()) {
      const compartment = slice.blocks[position]?.place.compartment ?? 0
      for (const leaf of leaves) roots.get(compartment)?.add(leaf)
      for (const leaf of otherLeaves) otherRoots.get(compartment)?.add(leaf)
    }
    await walk.done(slice, results)
  }
  return { roots, otherRoots }
}

function macKeyOf({ keys }: DeedKeys, compartment: number): Uint8Array {
  const macKey = keys.get(compartment)?.macKey
  if (macKey === undefined)
    throw new InternalError('two deeds of the same content have the same compartments')
  return macKey
}
