import {
  addTotals,
  NO_TOTAL,
  type Total,
  totalSegments,
  totalTask,
  type VerifiedDeed,
} from '../deed/index.ts'
import { cutSliceInPlace, faultToError, SliceRefused, type TableSource } from '../ingest/index.ts'
import { SLICE_BYTES } from '../limits.ts'
import { findTargetTables, type TargetRequest } from './compare/find-target-tables.ts'
import { matchColumns } from './compare/match-columns.ts'
import { openTargetTable } from './compare/open-target-table.ts'
import { planRestore } from './plan-restore.ts'

export interface SumTargetRequest extends TargetRequest {
  /** Names of the compartments that the reader opens: what else the deed has was not restored. */
  readonly opened: readonly string[]
  readonly signal?: AbortSignal | undefined
}

/** A column of a deed, by positions. */
interface Place {
  readonly table: number
  readonly column: number
}

/**
 * Sums up columns of a deed where they were restored to: a database, a folder or one file. Of each the exact sum of what
 * stands there now, or null where there is no such table or column. Cells are read as those of the deed are.
 * @throws DatadeedError as reading the target does; USAGE for a file that may be any table
 */
export async function sumTarget(
  deed: Pick<VerifiedDeed, 'manifest'>,
  places: readonly Place[],
  request: SumTargetRequest,
): Promise<(Total | null)[]> {
  if (places.length === 0) return []
  const chosen = { names: request.opened, leftOut: [] }
  const { found } = await findTargetTables(deed, chosen, request)
  const sums = new Map<string, Total>()
  for (const plan of planRestore(deed, new Set(request.opened), { format: 'csv' })) {
    const its = found.get(plan.number)
    const described = deed.manifest.tables[plan.number]
    const wanted = places.filter(({ table }) => table === plan.number).map(({ column }) => column)
    if (its === undefined || described === undefined || wanted.length === 0) continue
    await using opened = await openTargetTable(its, described, { written: plan, request })
    const { columns } = matchColumns(described, opened.source, {
      opened: plan.shape.columns.map(({ index }) => index),
      rowNumber: plan.shape.rowNumber,
      planned: its.planned,
    })
    const matched = columns.filter(({ deed: column }) => wanted.includes(column))
    const tasks = matched.map(({ deed: column, target }) =>
      totalTask(target, described.columns[column] ?? {}),
    )
    const totals = await sumColumns(opened.source, tasks, request)
    for (const [at, { deed: column }] of matched.entries()) {
      sums.set(`${plan.number} ${column}`, totals[at] ?? NO_TOTAL)
    }
  }
  return places.map(({ table, column }) => sums.get(`${table} ${column}`) ?? null)
}

async function sumColumns(
  source: TableSource,
  tasks: readonly ReturnType<typeof totalTask>[],
  { signal }: SumTargetRequest,
): Promise<Total[]> {
  let totals: Total[] = tasks.map(() => NO_TOTAL)
  let { path, preambleLines: linesBefore } = source
  const bounds = { sliceBytes: SLICE_BYTES, sliceRows: Number.MAX_SAFE_INTEGER, signal }
  for await (const slice of source.slices(bounds)) {
    signal?.throwIfAborted()
    if (slice.begins !== undefined) ({ path, linesBefore } = slice.begins)
    try {
      const cut = cutSliceInPlace(slice.bytes, source.dialect, slice)
      const found = totalSegments(cut.segments, tasks)
      totals = totals.map((total, at) => addTotals(total, found[at] ?? NO_TOTAL))
      linesBefore += cut.lineEnds
    } catch (error) {
      throw error instanceof SliceRefused ? faultToError(error.fault, linesBefore, path) : error
    } finally {
      slice.release()
    }
  }
  await source.assertUnchanged()
  return totals
}
