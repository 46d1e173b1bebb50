/** What a worker does with one slice of a table: open its blocks, put their columns together, write them as rows. */
import { type BlockJob, openBlockJob } from '../deed/blocks.ts'
import { type CsvDialect, joinColumns, joinSlice, neutraliseFormulas } from '../ingest/cut-and-join.ts'
import { type KernelMemory, openKernelMemory, type WasmMemory } from '../kernel/kernel.ts'
import type { Segment, Slice } from '../table.ts'
import { joinJsonl } from './join-jsonl.ts'
import { joinObjects, type ObjectShape } from './join-objects.ts'

/** How a table's rows are written. */
export interface TableShape {
  readonly dialect: CsvDialect
  /** Opened columns in table order. */
  readonly columns: readonly { readonly index: number; readonly name: string }[]
  /** `export`: the export's own bytes; `columns`: some of its columns; `objects`: one JSON object a row. */
  readonly form: 'export' | 'columns' | 'objects'
  /** Of a typed table that is written as objects. */
  readonly objects?: ObjectShape
  /** Name of the leading column that holds the row number; absent where all columns are there. */
  readonly rowNumber?: string
  /** Formula cells get an apostrophe. */
  readonly spreadsheetSafe?: true
}

export interface RestoreJob {
  readonly table: number
  readonly slice: number
  readonly rows: number
  /** Rows of the slices before. */
  readonly rowsBefore: number
  /** Whether no row of the table comes behind. */
  readonly last: boolean
  readonly blocks: readonly BlockJob[]
  /** Memory for this slice alone; it is the caller's, and the rows may come back in it. */
  readonly memory?: WasmMemory | undefined
}

export interface RestoredSlice {
  readonly bytes: Uint8Array
  /** Leaves of each block, beside its compartment. */
  readonly leaves: readonly { readonly compartment: number; readonly leaves: readonly Uint8Array[] }[]
  /** Cells that got an apostrophe, by opened column. */
  readonly neutralised?: readonly number[]
}

export function restoreSlice(tables: readonly TableShape[], job: RestoreJob): RestoredSlice {
  const memory = job.memory && openKernelMemory(job.memory)
  const opened = job.blocks.map((block) => ({
    compartment: block.place.compartment,
    ...openBlockJob(block, memory),
  }))
  const slice: Slice = { number: job.slice, rows: job.rows, segments: inTableOrder(opened) }
  const table = tables[job.table] as TableShape
  const firstRow = job.rowsBefore + 1
  const { last } = job
  const leaves = opened.map(({ compartment, leaves }) => ({ compartment, leaves }))
  if (table.spreadsheetSafe === undefined)
    return { bytes: writeRows(table, slice, { firstRow, last, memory }), leaves }
  const columns = table.columns.map(({ index }) => index)
  const { result, counts } = neutraliseFormulas(withoutTags(slice), columns)
  return {
    bytes: writeRows(table, result, { firstRow, last, memory: undefined }),
    leaves,
    neutralised: counts,
  }
}

function writeRows(
  table: TableShape,
  slice: Slice,
  {
    firstRow,
    last,
    memory,
  }: { readonly firstRow: number; readonly last: boolean; readonly memory: KernelMemory | undefined },
): Uint8Array {
  const { dialect, columns, form, rowNumber } = table
  switch (form) {
    case 'export':
      return joinSlice(withoutTags(slice), { ...dialect, last }, memory)
    case 'columns':
      return joinColumns(
        withoutTags(slice),
        columns.map(({ index }) => index),
        { ...dialect, ...(rowNumber === undefined ? {} : { rowNumberFrom: firstRow }) },
        memory,
      )
    case 'objects':
      if (table.objects !== undefined) return joinObjects(slice, table.objects, { firstRow, rowNumber })
      return joinJsonl(
        slice,
        columns,
        rowNumber === undefined ? undefined : { name: rowNumber, from: firstRow },
      )
    default:
      return form satisfies never
  }
}

/** What a CSV has no place for. */
function withoutTags(slice: Slice): Slice {
  const segments = slice.segments.filter(({ kind }) => kind !== 'tags')
  return segments.length === slice.segments.length ? slice : { ...slice, segments }
}

function inTableOrder(opened: readonly { readonly segments: readonly Segment[] }[]): Segment[] {
  const kinds = { cells: 0, source: 1, tags: 2 }
  return opened
    .flatMap(({ segments }) => segments)
    .sort((a, b) => a.column - b.column || kinds[a.kind] - kinds[b.kind])
}
