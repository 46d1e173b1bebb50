import { constantTimeEqual } from '../crypto/index.ts'
import { DatadeedError, InternalError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { defaultWorkerCount, inOrder, startWorkers, type WorkerPool, workerScript } from '../workers.ts'
import { sliceBlocks } from './block-jobs.ts'
import { plainRootCommitment } from './commitments.ts'
import type { CompartmentKeys } from './compartment-keys.ts'
import { addTotals, NO_TOTAL, type Total, type TotalTask } from './control-totals.ts'
import { type ControlTotal, readAllTotals, totalTask } from './facts.ts'
import type { BlockJob } from './open-block-job.ts'
import { PlainRoot } from './plain-root.ts'
import { type ProvenOpening, ProvenOpeningHandle } from './proven-opening.ts'
import type { VerifiedDeed } from './verified-deed.ts'

export interface ProveOptions {
  readonly threads: ProofThreads
  readonly signal?: AbortSignal | undefined
  readonly progress?:
    | ((step: { readonly table: string; readonly bytes: number; readonly rows: number }) => void)
    | undefined
}

/** What a thread tells of a block that passed all its checks. */
export interface BlockProof {
  readonly leaves: readonly Uint8Array[]
  /** Of the columns that were to be summed up. */
  readonly totals: readonly Total[]
}

/** Threads that open blocks for their proof. */
export type ProofThreads = WorkerPool<BlockJob, BlockProof>

/** They load while whatever comes before the proof is done. */
export function startProofThreads(workers = defaultWorkerCount()): ProofThreads {
  const script = workerScript(import.meta.url, 'block-worker')
  const threads = startWorkers<null, BlockJob, BlockProof>(script, workers, 2)
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
  const { faults } = await proveTables(deed, { keys, totals: [] }, options)
  return faults
}

/**
 * As proveBlocks, and sums up the columns of which the opened compartments state a control total. `proven` is there if
 * nothing is at fault.
 * @throws DatadeedError DAMAGED, LIMIT for facts that cannot be read
 */
export async function proveOpening(
  deed: VerifiedDeed,
  keys: ReadonlyMap<number, CompartmentKeys>,
  options: ProveOptions,
): Promise<{ readonly faults: readonly DatadeedError[]; readonly proven?: ProvenOpening }> {
  const totals = readAllTotals(deed.manifest, keys)
  const { faults, tables } = await proveTables(deed, { keys, totals }, options)
  return faults.length > 0 ? { faults } : { faults, proven: new ProvenOpeningHandle(deed, tables, totals) }
}

/** What was proven of a table, by compartment. */
interface ProvenTable {
  readonly rows: number
  readonly roots: ReadonlyMap<number, Uint8Array>
  readonly totals: readonly Total[]
}

async function proveTables(
  deed: VerifiedDeed,
  {
    keys,
    totals,
  }: { readonly keys: ReadonlyMap<number, CompartmentKeys>; readonly totals: readonly ControlTotal[] },
  options: ProveOptions,
): Promise<{ faults: DatadeedError[]; tables: ProvenTable[] }> {
  const faults: DatadeedError[] = []
  const tables: ProvenTable[] = []
  let bytes = 0
  for (const [table, { name, columns }] of deed.manifest.tables.entries()) {
    const progress = (read: number, rows: number): void => {
      bytes += read
      options.progress?.({ table: name, bytes, rows })
    }
    const tasks = totals
      .filter((total) => total.table === table)
      .map(({ column }) => totalTask(column, columns[column] ?? {}))
    const { threads: pool, signal } = options
    const { faults: found, ...proven } = await proveTable(deed, table, {
      keys,
      pool,
      signal,
      progress,
      tasks,
    })
    for (const fault of found) faults.push(fault)
    tables.push(proven)
  }
  return { faults, tables }
}

async function proveTable(
  deed: VerifiedDeed,
  table: number,
  work: {
    readonly keys: ReadonlyMap<number, CompartmentKeys>
    readonly pool: ProofThreads
    readonly signal: AbortSignal | undefined
    readonly progress: (bytes: number, rows: number) => void
    readonly tasks: readonly TotalTask[]
  },
): Promise<ProvenTable & { readonly faults: readonly DatadeedError[] }> {
  const faults: DatadeedError[] = []
  const roots = openPlainRoots(deed, table, work.keys)
  const totals = new Map(work.tasks.map(({ column }) => [column, NO_TOTAL]))
  const blocks = sliceBlocks(deed, table, work.keys, work.tasks)
  const slices = inOrder(blocks, work.pool.size + 1, async (slice) => ({
    slice,
    proofs: await Promise.all(slice.blocks.map((job) => work.pool.run(job).catch(asFault))),
  }))
  let rows = 0
  for await (const { slice, proofs } of slices) {
    work.signal?.throwIfAborted()
    for (const [position, proof] of proofs.entries()) {
      const job = slice.blocks[position]
      const compartment = job?.place.compartment ?? 0
      if (proof instanceof DatadeedError) {
        faults.push(proof)
        roots.delete(compartment)
      } else {
        for (const leaf of proof.leaves) roots.get(compartment)?.add(leaf)
        for (const [at, { column }] of (job?.totals ?? []).entries()) {
          totals.set(column, addTotals(totals.get(column) ?? NO_TOTAL, proof.totals[at] ?? NO_TOTAL))
        }
      }
    }
    rows += slice.rows
    work.progress(
      slice.blocks.reduce((sum, { length }) => sum + length, 0),
      rows,
    )
  }
  const digests = new Map(Array.from(roots, ([compartment, root]) => [compartment, root.digest()]))
  faults.push(...compareDigests(deed, table, digests))
  return {
    faults,
    rows,
    roots: digests,
    totals: work.tasks.map(({ column }) => totals.get(column) ?? NO_TOTAL),
  }
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
  return compareDigests(
    deed,
    table,
    new Map(Array.from(roots, ([compartment, root]) => [compartment, root.digest()])),
  )
}

function compareDigests(
  deed: VerifiedDeed,
  table: number,
  roots: ReadonlyMap<number, Uint8Array>,
): DatadeedError[] {
  const described = deed.manifest.tables[table]
  return Array.from(roots).flatMap(([compartment, root]) => {
    const name = deed.manifest.compartments[compartment]?.name
    const stated = described?.plainRoots.find((entry) => entry.compartment === name)
    if (described === undefined || name === undefined || stated === undefined) {
      throw new InternalError('a plainRoot was begun for a compartment that the table does not use')
    }
    const commitment = plainRootCommitment(root)
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
