import type { ColumnType } from '../classify/index.ts'
import { SLICE_BYTES } from '../limits.ts'
import { type ClassifiedExport, runSlices } from '../seal/index.ts'
import { openWorkers, workerScript } from '../workers.ts'
import type { GatherJob, GatherResult, GatherSetup } from './gather-job.ts'
import { Inventions } from './invent.ts'
import { MOST_AMOUNTS, MOST_KINDS } from './preview-paper.ts'
import type { PreviewedColumn, TalliedTable } from './previewed-table.ts'
import type { PreviewRequest } from './request.ts'
import { addTally, type ColumnTask, createTally } from './tally.ts'

/** A classified export and those of its columns that the policy leaves in. */
export interface TableToTally {
  readonly export: ClassifiedExport
  readonly columns: readonly PreviewedColumn[]
}

export interface Gathered {
  readonly tables: readonly TalliedTable[]
  /** Without the values of which a cell is a part. */
  readonly inventions: Inventions
}

const AMOUNTS: ReadonlySet<ColumnType> = new Set<ColumnType>(['amount', 'stored-balance'])
const KINDS: ReadonlySet<ColumnType> = new Set<ColumnType>(['category', 'region', 'gender', 'boolean'])

/**
 * Reads every row of every table once more and counts what a preview may tell. Memory is bounded by months, bands and a
 * few kinds a column, whatever the number of rows.
 */
export async function gatherTables(
  tables: readonly TableToTally[],
  request: Pick<PreviewRequest, 'language' | 'signal' | 'progress'> & { readonly workers: number },
): Promise<Gathered> {
  const planned = tables.map(planTally)
  const types = tables.flatMap(({ columns }) => columns.map(({ type }) => type))
  const inventions = new Inventions(types, request.language)
  const setup: GatherSetup = {
    dialects: tables.map(({ export: { source } }) => source.dialect),
    tables: planned.map(({ tasks, amounts }) => ({ tasks, summed: amounts.map(({ index }) => index) })),
    invented: inventions.values,
  }
  const script = workerScript(import.meta.url, 'gather-worker')
  await using pool = openWorkers<GatherSetup, GatherJob, GatherResult>(script, setup, request.workers)
  const total = tables.reduce((sum, { export: { source } }) => sum + source.size, 0)
  let before = 0
  for (const [table, { name, source, tally }] of planned.entries()) {
    const bounds = { sliceBytes: SLICE_BYTES, sliceRows: Number.MAX_SAFE_INTEGER }
    const run = runSlices<GatherJob, Exclude<GatherResult, { fault: unknown }>>(source, bounds, {
      pool,
      jobOf: ({ number, offset, last, bytes }) => ({ table, slice: number, offset, last, bytes }),
      ...(request.signal === undefined ? {} : { signal: request.signal }),
    })
    for await (const { slice, done } of run) {
      addTally(tally, done.tally)
      const { rows } = tally
      request.progress?.({ phase: 'preview', table: name, bytes: before + slice.readTo, total, rows })
    }
    before += source.size
  }
  const struck = planned.flatMap(({ tally }) => [...tally.struck])
  return { tables: planned, inventions: inventions.strike(struck) }
}

/** What to count in which column: months of one date column, sums of the first amounts, values where there are few. */
function planTally({ export: { name, source, decisions }, columns }: TableToTally) {
  const date = columns
    .filter(({ type }) => type === 'date')
    .reduce<PreviewedColumn | undefined>(fuller, undefined)
  const amounts = columns.filter(({ type }) => AMOUNTS.has(type)).slice(0, MOST_AMOUNTS)
  const kinds = columns
    .filter(({ type, distinct }) => KINDS.has(type) && distinct !== 'all')
    .slice(0, MOST_KINDS)
  const tasks = source.columns.map(({ index }): ColumnTask => {
    const is = (column: PreviewedColumn | undefined): boolean => column?.index === index
    if (is(date)) return 'dates'
    if (amounts.some(is)) return 'amounts'
    return kinds.some(is) ? 'values' : 'fill'
  })
  return { name, source, columns, date, amounts, kinds, tasks, tally: createTally(tasks) }

  /** The one with the most days: of several dates, it is the one that every row has. */
  function fuller(best: PreviewedColumn | undefined, column: PreviewedColumn): PreviewedColumn {
    const share = ({ index }: PreviewedColumn): number => decisions[index]?.filled ?? 0
    return best !== undefined && share(best) >= share(column) ? best : column
  }
}
