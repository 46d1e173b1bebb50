/** What a worker does with one slice of a table: open its blocks and give its columns the form that a target takes. */
import { type BlockJob, openBlockJob } from '../../deed/blocks.ts'
import { openKernelMemory, type WasmMemory } from '../../kernel/kernel.ts'
import { joinForCopy } from './join-for-copy.ts'
import { type PlacedCells, placeCells } from './place-cells.ts'
import { type ColumnScan, scanColumn } from './types/scan-column.ts'

/**
 * `copy`: the bytes that PostgreSQL's COPY reads; `cells`: each column's text, and where its cells lie in it; `scan`: what
 * the cells can be.
 */
export type LoadForm = 'copy' | 'cells' | 'scan'

/** What all slices of a table have in common. */
export interface LoadShape {
  readonly form: LoadForm
  /** Positions in the deed's table, in the target's order. */
  readonly columns: readonly number[]
  /** A first column has the number of each row. */
  readonly rowNumber: boolean
}

export interface LoadJob {
  readonly table: number
  readonly slice: number
  readonly rows: number
  /** Rows of the slices before. */
  readonly rowsBefore: number
  readonly blocks: readonly BlockJob[]
  /** Memory for this slice alone; it is the caller's, and what `bytes` says may come back in it. */
  readonly memory?: WasmMemory | undefined
}

export interface LoadedSlice {
  readonly rows: number
  readonly rowsBefore: number
  /** Of the form `copy`. */
  readonly bytes: Uint8Array
  /** Of the form `cells`, by column. */
  readonly cells: readonly PlacedCells[]
  /** Of the form `scan`, by column. */
  readonly scans: readonly ColumnScan[]
  /** Leaves of each block, beside its compartment. */
  readonly leaves: readonly { readonly compartment: number; readonly leaves: readonly Uint8Array[] }[]
}

const NOTHING = new Uint8Array(0)

export function loadSlice(tables: readonly LoadShape[], job: LoadJob): LoadedSlice {
  const memory = job.memory && openKernelMemory(job.memory)
  const opened = job.blocks.map((block) => ({
    compartment: block.place.compartment,
    ...openBlockJob(block, memory),
  }))
  const { rows, rowsBefore } = job
  const { form, columns, rowNumber } = tables[job.table] as LoadShape
  const segments = opened
    .flatMap((block) => block.segments)
    .filter(({ kind }) => kind === 'cells')
    .sort((a, b) => a.column - b.column)
  const slice = { number: job.slice, rows, segments }
  const leaves = opened.map(({ compartment, leaves }) => ({ compartment, leaves }))
  const result = { rows, rowsBefore, bytes: NOTHING, cells: [], scans: [], leaves }
  if (form === 'copy') {
    const rowNumberFrom = rowNumber ? rowsBefore + 1 : undefined
    return { ...result, bytes: joinForCopy(slice, columns, { rowNumberFrom, memory }) }
  }
  const cells = placeCells(slice, columns)
  if (form === 'cells') return { ...result, cells }
  return { ...result, scans: cells.map((column) => scanColumn(column, rowsBefore)) }
}
