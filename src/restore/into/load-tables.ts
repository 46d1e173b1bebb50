import {
  type CompartmentKeys,
  comparePlainRoots,
  openPlainRoots,
  sliceBlocks,
  type VerifiedDeed,
} from '../../deed/index.ts'
import { inOrder } from '../../workers.ts'
import { numberRows } from '../number-rows.ts'
import { SliceMemories } from '../slice-memories.ts'
import type { LoadShape } from './load-job.ts'
import type { LoadThreads } from './load-threads.ts'
import type { PlannedTable } from './plan-tables.ts'
import type { IntoRequest } from './request.ts'
import type { DatabaseTarget } from './target.ts'

/** Slices under way beyond one a thread: one is written, one waits for whoever is free first. */
const AHEAD = 2

export interface Loading extends Pick<IntoRequest, 'signal' | 'progress'> {
  readonly deed: VerifiedDeed
  /** Of the opened compartments, by position in the manifest. */
  readonly keys: ReadonlyMap<number, CompartmentKeys>
  readonly pool: LoadThreads
}

/**
 * Loads all tables, in order, each slice after the checks of its blocks.
 * @throws DatadeedError DAMAGED and whatever else is wrong with the deed, or what the target refuses
 */
export async function loadTables(
  target: DatabaseTarget,
  tables: readonly PlannedTable[],
  loading: Loading,
): Promise<void> {
  const shapes: LoadShape[] = []
  for (const { number, columns } of tables) {
    const deedColumns = columns.flatMap(({ deed }) => (deed === null ? [] : [deed]))
    shapes[number] = {
      form: target.form,
      columns: deedColumns,
      rowNumber: deedColumns.length < columns.length,
    }
  }
  loading.pool.prepare(shapes)
  const memories = new SliceMemories()
  for (const table of tables) await loadTable(target, table, { ...loading, memories })
}

async function loadTable(
  target: DatabaseTarget,
  table: PlannedTable,
  { deed, keys, pool, memories, signal, progress }: Loading & { readonly memories: SliceMemories },
): Promise<void> {
  const load = await target.load(table)
  const roots = openPlainRoots(deed, table.number, keys)
  const jobs = numberRows(table.number, table.rows, sliceBlocks(deed, table.number, keys))
  const results = inOrder(jobs, pool.size + AHEAD, async (job) => {
    const memory = memories.take()
    return { memory, result: await pool.run({ ...job, memory }) }
  })
  let [rows, bytes] = [0, 0]
  for await (const { memory, result } of results) {
    signal?.throwIfAborted()
    await load.write(result)
    bytes += result.cells.reduce((sum, each) => sum + each.bytes.length, result.bytes.length)
    memories.giveBack(memory)
    for (const { compartment, leaves } of result.leaves) {
      for (const leaf of leaves) roots.get(compartment)?.add(leaf)
    }
    rows += result.rows
    progress?.({ step: 'load', table: table.name, rows, totalRows: table.rows, bytes })
  }
  const [fault] = comparePlainRoots(deed, table.number, roots)
  if (fault !== undefined) throw fault
  await load.finish(rows)
}
