import {
  type CompartmentKeys,
  comparePlainRoots,
  openPlainRoots,
  sliceBlocks,
  type VerifiedDeed,
} from '../../deed/index.ts'
import { freeBuffer } from '../../free-buffer.ts'
import { inOrder } from '../../workers.ts'
import { numberRows } from '../number-rows.ts'
import { SliceMemories } from '../slice-memories.ts'
import type { LoadedSlice, LoadForm, LoadShape } from './load-job.ts'
import type { LoadThreads } from './load-threads.ts'
import type { PlannedTable } from './plan-tables.ts'
import type { IntoProgress, IntoRequest } from './request.ts'

/** Slices under way beyond one a thread: one is written, one waits for whoever is free first. */
const AHEAD = 2

export interface Reading extends Pick<IntoRequest, 'signal' | 'progress'> {
  readonly deed: VerifiedDeed
  /** Of the opened compartments, by position in the manifest. */
  readonly keys: ReadonlyMap<number, CompartmentKeys>
  readonly pool: LoadThreads
}

/** What becomes of the slices of one table. */
export interface SliceTaker {
  take(slice: LoadedSlice): Promise<void> | void
  /** After the last, when all of the table was proved to be what was sealed. */
  end(rows: number): Promise<void> | void
}

/**
 * Reads tables one by one, each slice in its order and after the checks of its blocks.
 * @throws DatadeedError DAMAGED and whatever else is wrong with the deed
 */
export async function readTables(
  tables: readonly PlannedTable[],
  reading: Reading,
  as: {
    readonly form: LoadForm
    readonly step: IntoProgress['step']
    readonly open: (table: PlannedTable) => Promise<SliceTaker> | SliceTaker
  },
): Promise<void> {
  const shapes: LoadShape[] = []
  for (const { number, columns } of tables) {
    const own = columns.flatMap(({ deed }) => (deed === null ? [] : [deed]))
    shapes[number] = { form: as.form, columns: own, rowNumber: own.length < columns.length }
  }
  reading.pool.prepare(shapes)
  const memories = new SliceMemories()
  for (const table of tables) {
    await readTable(table, { ...reading, memories, step: as.step }, await as.open(table))
  }
}

async function readTable(
  table: PlannedTable,
  {
    deed,
    keys,
    pool,
    memories,
    signal,
    progress,
    step,
  }: Reading & { readonly memories: SliceMemories; readonly step: IntoProgress['step'] },
  taker: SliceTaker,
): Promise<void> {
  const roots = openPlainRoots(deed, table.number, keys)
  const jobs = numberRows(table.number, table.rows, sliceBlocks(deed, table.number, keys))
  const results = inOrder(jobs, pool.size + AHEAD, async (job) => {
    const memory = memories.take()
    return { memory, result: await pool.run({ ...job, memory }) }
  })
  let [rows, bytes] = [0, 0]
  for await (const { memory, result } of results) {
    signal?.throwIfAborted()
    await taker.take(result)
    bytes += result.cells.reduce((sum, each) => sum + each.bytes.length, result.bytes.length)
    memories.giveBack(memory)
    for (const each of result.cells) {
      freeBuffer(each.bytes)
      freeBuffer(new Uint8Array(each.spans.buffer))
    }
    for (const { compartment, leaves } of result.leaves) {
      for (const leaf of leaves) roots.get(compartment)?.add(leaf)
    }
    rows += result.rows
    progress?.({ step, table: table.name, rows, totalRows: table.rows, bytes })
  }
  const [fault] = comparePlainRoots(deed, table.number, roots)
  if (fault !== undefined) throw fault
  await taker.end(rows)
}
