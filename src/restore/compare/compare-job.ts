/** What a worker does with one slice of either side: its columns, in the order of the comparison, and their hashes. */
import { type BlockJob, openBlockJob } from '../../deed/blocks.ts'
import {
  type CsvDialect,
  cutSliceInPlace,
  neutraliseFormulas,
  type SliceFault,
  SliceRefused,
} from '../../ingest/cut-and-join.ts'
import type { Segment } from '../../table.ts'
import { type ComparedColumn, numberCells, readColumn, type Telling } from './compared-cells.ts'
import { type CellColumn, hashCells, hashRows } from './hash-cells.ts'

/** What all slices of a table have in common. */
export interface ComparePlan {
  /** Of the hashes: 16 random bytes, for this comparison alone. */
  readonly key: Uint8Array
  /** The target's. */
  readonly dialect: CsvDialect
  readonly columns: readonly ComparedColumn[]
  readonly telling: Telling
  /** Formula cells of the target have an apostrophe more. */
  readonly spreadsheetSafe: boolean
}

/** Rows of the slice, from 0 and ascending, of which the cells are asked for one by one. */
type Wanted = Uint32Array | undefined

export interface DeedSliceJob {
  readonly side: 'deed'
  readonly slice: number
  readonly rows: number
  readonly rowsBefore: number
  readonly blocks: readonly BlockJob[]
  readonly wanted: Wanted
}

export interface TargetSliceJob {
  readonly side: 'target'
  readonly slice: number
  readonly offset: number
  readonly last: boolean
  readonly bytes: Uint8Array
  readonly tags: readonly Segment[]
  readonly wanted: Wanted
}

export type CompareJob = DeedSliceJob | TargetSliceJob

export interface HashedSlice {
  readonly rows: number
  readonly lineEnds: number
  /** `HASH_BYTES` a row. */
  readonly hashes: Uint8Array
  /** By wanted row and column. */
  readonly cells: Float64Array
  /** Of the deed: leaves of each block, beside its compartment. */
  readonly leaves: readonly { readonly compartment: number; readonly leaves: readonly Uint8Array[] }[]
}

export type CompareResult = HashedSlice | { readonly fault: SliceFault }

/** A refusal of a target's slice is a value, so that the main thread can add the lines of the slices before. */
export function compareSlice(plan: ComparePlan, job: CompareJob): CompareResult {
  if (job.side === 'deed') return hashDeedSlice(plan, job)
  try {
    return hashTargetSlice(plan, job)
  } catch (error) {
    if (error instanceof SliceRefused) return { fault: error.fault }
    throw error
  }
}

function hashDeedSlice(plan: ComparePlan, job: DeedSliceJob): HashedSlice {
  const opened = job.blocks.map((block) => ({
    compartment: block.place.compartment,
    ...openBlockJob(block),
  }))
  const { rows } = job
  const segments = written(plan, {
    number: job.slice,
    rows,
    segments: opened.flatMap((block) => block.segments),
  })
  const columns = plan.columns.map(({ deed, deedKind, form }) =>
    deed === null
      ? numberCells(job.rowsBefore + 1, rows)
      : readColumn(segments, { column: deed, kind: deedKind, form }, { rows, telling: plan.telling }),
  )
  const leaves = opened.map(({ compartment, leaves }) => ({ compartment, leaves }))
  return { rows, lineEnds: 0, ...hash(plan, columns, { rows, wanted: job.wanted }), leaves }
}

/** The cells as a restore would have written them. */
function written(
  plan: ComparePlan,
  slice: { readonly number: number; readonly rows: number; readonly segments: readonly Segment[] },
): readonly Segment[] {
  if (!plan.spreadsheetSafe) return slice.segments
  const columns = plan.columns.flatMap(({ deed }) => (deed === null ? [] : [deed]))
  const tags = slice.segments.filter(({ kind }) => kind === 'tags')
  const segments = slice.segments.filter(({ kind }) => kind === 'cells')
  return [...neutraliseFormulas({ ...slice, segments }, columns).result.segments, ...tags]
}

function hashTargetSlice(plan: ComparePlan, job: TargetSliceJob): HashedSlice {
  const { slice: number, offset, last } = job
  const { rows, lineEnds, segments } = cutSliceInPlace(job.bytes, plan.dialect, { number, offset, last })
  const tagged = [...segments, ...job.tags]
  const columns = plan.columns.map(({ target, targetKind, form }) =>
    readColumn(tagged, { column: target, kind: targetKind, form }, { rows, telling: plan.telling }),
  )
  return { rows, lineEnds, ...hash(plan, columns, { rows, wanted: job.wanted }), leaves: [] }
}

function hash(
  { key }: ComparePlan,
  columns: readonly CellColumn[],
  { rows, wanted }: { readonly rows: number; readonly wanted: Wanted },
): Pick<HashedSlice, 'hashes' | 'cells'> {
  const cells = wanted === undefined ? new Float64Array(0) : hashCells(columns, wanted, key)
  return { hashes: hashRows(columns, rows, key), cells }
}
