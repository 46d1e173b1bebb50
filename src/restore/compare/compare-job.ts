/** What a worker does with one slice of either side: its columns, in the order of the comparison, and their hashes. */
import { type BlockJob, openBlockJob } from '../../deed/blocks.ts'
import { InternalError } from '../../errors.ts'
import {
  type CsvDialect,
  cutSliceInPlace,
  eachCell,
  neutraliseFormulas,
  type SliceFault,
  SliceRefused,
} from '../../ingest/cut-and-join.ts'
import type { Segment } from '../../table.ts'
import { type RestoredSlice, type RestoreJob, restoreSlice, type TableShape } from '../restore-job.ts'
import { type ComparedColumn, numberCells, readColumn, type Telling } from './compared-cells.ts'
import { type CellColumn, hashCells, hashRows } from './hash-cells.ts'
import { hashByKernel, hashCellsByKernel, takeHashMemory } from './kernel/hash-by-kernel.ts'

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

/** How the cells of single rows are asked for: as hashes to be compared, or as texts to be masked and shown. */
export type Wanting = 'hashes' | 'texts'

interface Asked {
  /** Rows of the slice, from 0 and ascending, of which the cells are asked for one by one. */
  readonly wanted: Uint32Array | undefined
  readonly as: Wanting
}

export interface DeedSliceJob extends Asked {
  readonly side: 'deed'
  readonly slice: number
  readonly rows: number
  readonly rowsBefore: number
  readonly blocks: readonly BlockJob[]
}

export interface TargetSliceJob extends Asked {
  readonly side: 'target'
  readonly slice: number
  readonly offset: number
  readonly last: boolean
  readonly bytes: Uint8Array
  readonly tags: readonly Segment[]
}

/** Rows of the deed as a restore would write them. */
interface WrittenSliceJob {
  readonly side: 'written'
  readonly job: RestoreJob
}

export type CompareJob = DeedSliceJob | TargetSliceJob | WrittenSliceJob

/** What the jobs of a table have in common: those that hash, and those that write. */
export interface CompareSetup {
  readonly plan?: ComparePlan
  readonly shape?: TableShape
}

export interface HashedSlice {
  readonly rows: number
  readonly lineEnds: number
  /** `HASH_BYTES` a row. */
  readonly hashes: Uint8Array
  /** By wanted row and column. */
  readonly cells: Float64Array
  /** The same as texts, where they were asked for; null for an empty cell. */
  readonly texts: readonly (readonly (string | null)[])[]
  /** Of the deed: leaves of each block, beside its compartment. */
  readonly leaves: readonly { readonly compartment: number; readonly leaves: readonly Uint8Array[] }[]
}

/** A refusal of a target's slice is a value, so that the main thread can add the lines of the slices before. */
export type TargetResult = HashedSlice | { readonly fault: SliceFault }

export type CompareResult = TargetResult | RestoredSlice

export function compareSlice({ plan, shape }: CompareSetup, job: CompareJob): CompareResult {
  if (job.side === 'written' && shape !== undefined) return restoreSlice([shape], { ...job.job, table: 0 })
  if (job.side === 'written' || plan === undefined)
    throw new InternalError('a job came with the setup of another')
  if (job.side === 'deed') return hashDeedSlice(plan, job)
  try {
    return hashTargetSlice(plan, job)
  } catch (error) {
    if (error instanceof SliceRefused) return { fault: error.fault }
    throw error
  }
}

function hashDeedSlice(plan: ComparePlan, job: DeedSliceJob): HashedSlice {
  const memory = takeHashMemory()
  const opened = job.blocks.map((block) => ({
    compartment: block.place.compartment,
    ...openBlockJob(block, memory),
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
  return { rows, lineEnds: 0, ...readCells(plan, columns, { rows, asked: job }), leaves }
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
  return { rows, lineEnds, ...readCells(plan, columns, { rows, asked: job }), leaves: [] }
}

function readCells(
  { key }: ComparePlan,
  columns: readonly CellColumn[],
  { rows, asked }: { readonly rows: number; readonly asked: Asked },
): Pick<HashedSlice, 'hashes' | 'cells' | 'texts'> {
  const { wanted, as } = asked
  return {
    hashes: hashByKernel(columns, rows, key) ?? hashRows(columns, rows, key),
    cells:
      wanted === undefined || as === 'texts'
        ? new Float64Array(0)
        : (hashCellsByKernel(columns, wanted, { rows, key }) ?? hashCells(columns, wanted, key)),
    texts: wanted === undefined || as === 'hashes' ? [] : textsOf(columns, wanted),
  }
}

function textsOf(columns: readonly CellColumn[], wanted: Uint32Array): (string | null)[][] {
  const texts = Array.from(wanted, (): (string | null)[] => [])
  for (const { bytes } of columns) {
    let row = 0
    let at = 0
    for (const { kind, text } of eachCell({ column: 0, kind: 'cells', bytes })) {
      if (wanted[at] === row) {
        texts[at]?.push(kind === 'empty' ? null : text)
        at += 1
      }
      row += 1
    }
  }
  return texts
}
