import type { SampleCollector } from '../classify/index.ts'
import { randomBytes } from '../crypto/index.ts'
import { addTotals, type DeedWriter, NO_TOTAL, PlainRoot, type Total } from '../deed/index.ts'
import { freeBuffer } from '../free-buffer.ts'
import type { SliceFault, SourceSlice } from '../ingest/index.ts'
import type { WorkerPool } from '../workers.ts'
import type { DataKeys } from './data-keys.ts'
import { type EpochBounds, EpochClock, sliceBounds } from './epochs.ts'
import type { SealableTable } from './plan-tables.ts'
import type { SealProgress } from './request.ts'
import { runSlices } from './run-slices.ts'
import type { SliceJob, SliceResult } from './slice-job.ts'
import type { TableDigests } from './table-digests.ts'

const SALT_BYTES = 24

/** What came of one table. */
export interface TableOutcome {
  readonly rows: number
  readonly slices: number
  readonly parts: number
  /** By changed column of the table: cells that were not of the form that its action is made for. */
  readonly odd: readonly number[]
  /** Of the columns that were summed up, in the order of the table's `totals`. */
  readonly totals: readonly Total[]
  /** plainRoot by compartment, for those the table uses. */
  readonly plainRoots: ReadonlyMap<number, Uint8Array>
}

interface SealingRun {
  readonly deedId: Uint8Array
  readonly keys: DataKeys
  readonly epochs: EpochBounds
  readonly writer: DeedWriter
  readonly pool: WorkerPool<SliceJob, SliceResult>
  /** By the table's number, for those that are still to be judged: what the threads read on the way. */
  readonly readings: ReadonlyMap<number, SampleCollector>
  readonly digests?: TableDigests | undefined
  readonly phase: 'seal' | 'seal-again'
  readonly signal?: AbortSignal | undefined
  readonly progress?: ((step: SealProgress) => void) | undefined
  /** Called once all slices of all tables have their epochs; the threads still have the last ones to seal. */
  readonly allCut: () => void
}

/** Sends every slice of every table through the workers and its blocks, in order, into the deed. */
export async function sealTables(tables: readonly SealableTable[], run: SealingRun): Promise<TableOutcome[]> {
  const clock = new EpochClock(run.epochs)
  const total = tables.reduce((sum, { source }) => sum + source.size, 0)
  const outcomes: TableOutcome[] = []
  let before = 0
  const last = tables.at(-1)
  if (last === undefined) run.allCut()
  for (const table of tables) {
    const allCut = table === last ? run.allCut : () => undefined
    outcomes.push(await sealTable(table, { ...run, allCut, clock, before, total }))
    before += table.source.size
  }
  return outcomes
}

async function sealTable(
  table: SealableTable,
  run: SealingRun & { readonly clock: EpochClock; readonly before: number; readonly total: number },
): Promise<TableOutcome> {
  const { source, number, shares } = table
  const { keys, writer, pool, clock, deedId } = run
  const sample = run.readings.get(number)
  const roots = new Map(
    shares.map(({ compartment }) => {
      const { macKey } = keys.secretsOf(compartment)
      return [compartment, new PlainRoot({ macKey, deedId, table: number, compartment })]
    }),
  )
  const epochs: number[] = []
  const jobOf = (slice: SourceSlice): SliceJob => {
    const epoch = clock.epochOf(slice.rowEnds, slice.bytes.length)
    epochs[slice.number] = epoch
    // Before a thread cuts it in place.
    run.digests?.add(number, slice)
    return {
      table: number,
      slice: slice.number,
      offset: slice.offset,
      last: slice.last,
      bytes: slice.bytes,
      tags: slice.tags,
      epoch,
      keys: shares.map(({ compartment }) => keys.keyOf(compartment, epoch)),
      salts: shares.map(() => randomBytes(SALT_BYTES)),
      wanted: sample?.choose({ rows: slice.rowEnds, bytes: slice.bytes.length, last: slice.last }),
    }
  }
  run.digests?.begin(number, table)
  let rows = 0
  let slices = 0
  const odd: number[] = []
  let totals: readonly Total[] = table.totals.map(() => NO_TOTAL)
  await writer.beginTable(number)
  const results = runSlices<SliceJob, Exclude<SliceResult, { fault: SliceFault }>>(
    source,
    sliceBounds(run.epochs),
    {
      pool,
      jobOf,
      allCut: run.allCut,
      ...(run.signal === undefined ? {} : { signal: run.signal }),
    },
  )
  for await (const { slice, done } of results) {
    for (const block of done.blocks) {
      const { compartment, ciphertext, sha256, leaves } = block
      const epoch = epochs[slice.number] ?? 0
      await writer.appendBlock({
        slice: slice.number,
        compartment,
        epoch,
        rows: done.rows,
        ciphertext,
        sha256,
      })
      freeBuffer(ciphertext)
      for (const leaf of leaves) roots.get(compartment)?.add(leaf)
    }
    if (done.reading !== undefined) sample?.add(done.rows, done.reading)
    rows += done.rows
    slices += 1
    for (const [place, cells] of done.odd.entries()) odd[place] = (odd[place] ?? 0) + cells
    totals = totals.map((total, at) => addTotals(total, done.totals[at] ?? NO_TOTAL))
    const bytes = run.before + slice.readTo
    run.progress?.({ phase: run.phase, table: table.name, bytes, total: run.total, rows })
  }
  const { parts } = await writer.endTable()
  const plainRoots = new Map(Array.from(roots, ([compartment, root]) => [compartment, root.digest()]))
  return { rows, slices, parts, odd, totals, plainRoots }
}
