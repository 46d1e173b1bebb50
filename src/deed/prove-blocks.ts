import { constantTimeEqual } from '../crypto/index.ts'
import { DatadeedError, InternalError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { defaultWorkerCount, inOrder, startWorkers, type WorkerPool, workerScript } from '../workers.ts'
import { sliceBlocks } from './block-jobs.ts'
import { plainRootCommitment } from './commitments.ts'
import type { CompartmentKeys } from './keys.ts'
import type { BlockJob } from './open-block-job.ts'
import { PlainRoot } from './plain-root.ts'
import type { VerifiedDeed } from './verified-deed.ts'

export interface ProveOptions {
  readonly threads: ProofThreads
  readonly signal?: AbortSignal | undefined
  readonly progress?:
    | ((step: { readonly table: string; readonly bytes: number; readonly rows: number }) => void)
    | undefined
}

/** Threads that open blocks for their proof. */
export type ProofThreads = WorkerPool<BlockJob, readonly Uint8Array[]>

/** They load while whatever comes before the proof is done. */
export function startProofThreads(workers = defaultWorkerCount()): ProofThreads {
  const script = workerScript(import.meta.url, 'block-worker')
  const threads = startWorkers<null, BlockJob, readonly Uint8Array[]>(script, workers, 2)
  threads.prepare(null)
  return threads
}

/**
 * Opens every block of the given compartments through all checks of a block, and compares each table's plainRoot with
 * its commitment. Returns every fault; none means that all of it can be restored.
 */
export async function proveBlocks(
  deed: VerifiedDeed,
  keys: ReadonlyMap<number, CompartmentKeys>,
  options: ProveOptions,
): Promise<DatadeedError[]> {
  const faults: DatadeedError[] = []
  let bytes = 0
  for (const [table, { name }] of deed.manifest.tables.entries()) {
    const progress = (read: number, rows: number): void => {
      bytes += read
      options.progress?.({ table: name, bytes, rows })
    }
    faults.push(
      ...(await proveTable(deed, table, { keys, pool: options.threads, signal: options.signal, progress })),
    )
  }
  return faults
}

async function proveTable(
  deed: VerifiedDeed,
  table: number,
  work: {
    readonly keys: ReadonlyMap<number, CompartmentKeys>
    readonly pool: ProofThreads
    readonly signal: AbortSignal | undefined
    readonly progress: (bytes: number, rows: number) => void
  },
): Promise<DatadeedError[]> {
  const faults: DatadeedError[] = []
  const roots = openPlainRoots(deed, table, work.keys)
  const slices = inOrder(sliceBlocks(deed, table, work.keys), work.pool.size + 1, async (slice) => ({
    slice,
    proofs: await Promise.all(slice.blocks.map((job) => work.pool.run(job).catch(asFault))),
  }))
  let rows = 0
  for await (const { slice, proofs } of slices) {
    work.signal?.throwIfAborted()
    for (const [position, proof] of proofs.entries()) {
      const compartment = slice.blocks[position]?.place.compartment ?? 0
      if (proof instanceof DatadeedError) {
        faults.push(proof)
        roots.delete(compartment)
      } else {
        for (const leaf of proof) roots.get(compartment)?.add(leaf)
      }
    }
    rows += slice.rows
    work.progress(
      slice.blocks.reduce((sum, { length }) => sum + length, 0),
      rows,
    )
  }
  return [...faults, ...comparePlainRoots(deed, table, roots)]
}

/** An unfinished plainRoot for each compartment that the table uses and that there are keys for. */
export function openPlainRoots(
  deed: VerifiedDeed,
  table: number,
  keys: ReadonlyMap<number, CompartmentKeys>,
): Map<number, PlainRoot> {
  const used = new Set(deed.manifest.tables[table]?.plainRoots.map(({ compartment }) => compartment))
  const roots = new Map<number, PlainRoot>()
  for (const [compartment, { macKey }] of keys) {
    const name = deed.manifest.compartments[compartment]?.name
    if (name === undefined || !used.has(name)) continue
    roots.set(compartment, new PlainRoot({ macKey, deedId: deed.deedId, table, compartment }))
  }
  return roots
}

/** Faults of the finished roots against the manifest's commitments. */
export function comparePlainRoots(
  deed: VerifiedDeed,
  table: number,
  roots: ReadonlyMap<number, PlainRoot>,
): DatadeedError[] {
  const described = deed.manifest.tables[table]
  return Array.from(roots).flatMap(([compartment, root]) => {
    const name = deed.manifest.compartments[compartment]?.name
    const stated = described?.plainRoots.find((entry) => entry.compartment === name)
    if (described === undefined || name === undefined || stated === undefined) {
      throw new InternalError('a plainRoot was begun for a compartment that the table does not use')
    }
    const commitment = plainRootCommitment(root.digest())
    if (constantTimeEqual(commitment, Buffer.from(stated.commitment, 'hex'))) return []
    const params = { table: printable(described.name), compartment: name }
    return [
      new DatadeedError('DAMAGED', say().deed.plainRootDiffers(params), {
        hints: [say().deed.askAgainHint],
      }),
    ]
  })
}

function asFault(error: unknown): DatadeedError {
  if (error instanceof DatadeedError && error.code !== 'INTERNAL') return error
  throw error
}
