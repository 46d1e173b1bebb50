/**
 * What a worker does with one slice: cut it into columns, prove that it comes back byte for byte, and turn it into
 * one block a compartment. Pure in its arguments; salts and keys come from the main thread.
 */
import { readSegments, type SliceReading } from '../classify/read-segments.ts'
import {
  type BlockPlace,
  frameHeadLength,
  sealBlock,
  type Total,
  type TotalTask,
  totalSegments,
} from '../deed/blocks.ts'
import { InternalError } from '../errors.ts'
import {
  assertByteExact,
  type CsvDialect,
  cutSliceInPlace,
  type SliceFault,
  SliceRefused,
} from '../ingest/cut-and-join.ts'
import { ROW_LAYOUT, type Segment } from '../table.ts'
import { type ChangedColumn, changeColumns } from './change-columns.ts'

/** The columns of one table that one compartment holds; `layout` if it carries the row layout too. */
export interface CompartmentShare {
  readonly compartment: number
  readonly columns: readonly number[]
  readonly layout: boolean
}

export interface TableShape {
  readonly dialect: CsvDialect
  readonly shares: readonly CompartmentShare[]
  /** Columns whose cells an action changes; most tables have none. */
  readonly changes: readonly ChangedColumn[]
  /** Columns to sum up; most tables have none. */
  readonly totals: readonly TotalTask[]
}

/** What every worker knows from the start. */
export interface SealSetup {
  readonly deedId: Uint8Array
  readonly tables: readonly TableShape[]
  /** By compartment. */
  readonly macKeys: readonly Uint8Array[]
}

export interface SliceJob {
  readonly table: number
  readonly slice: number
  readonly offset: number
  readonly last: boolean
  readonly bytes: Uint8Array
  /** Of a typed source. */
  readonly tags?: readonly Segment[] | undefined
  readonly epoch: number
  /** One data key and one fresh salt for each share of the table, in their order. */
  readonly keys: readonly Uint8Array[]
  readonly salts: readonly Uint8Array[]
  /** Rows to take for the sample, where the table is still to be judged. */
  readonly wanted?: readonly number[] | undefined
}

export interface SealedBlock {
  readonly compartment: number
  readonly ciphertext: Uint8Array
  readonly sha256: Uint8Array
  readonly leaves: readonly Uint8Array[]
}

/** The slice's blocks, or the place of the first thing in it that is refused; lines are the slice's own. */
export type SliceResult =
  | {
      readonly rows: number
      readonly lineEnds: number
      readonly blocks: readonly SealedBlock[]
      /** If rows were asked for. */
      readonly reading: SliceReading | undefined
      /** By changed column: cells that were not of the form that its action is made for. */
      readonly odd: readonly number[]
      /** Of the columns that are summed up. */
      readonly totals: readonly Total[]
    }
  | { readonly fault: SliceFault }

/** `sealSlice`, with a refusal as a value, so that the main thread can add the lines of the slices before. */
export function trySealSlice(setup: SealSetup, job: SliceJob): SliceResult {
  try {
    return sealSlice(setup, job)
  } catch (error) {
    if (error instanceof SliceRefused) return { fault: error.fault }
    throw error
  }
}

function sealSlice(setup: SealSetup, job: SliceJob): SliceResult {
  const table = setup.tables[job.table]
  if (table === undefined) throw new InternalError('a slice of a table that the setup does not name')
  const place = { number: job.slice, offset: job.offset, last: job.last }
  const groups = table.shares.map(({ columns }) => ({ columns, headBytes: frameHeadLength(columns.length) }))
  const slice = cutSliceInPlace(job.bytes, table.dialect, place, groups)
  assertByteExact(job.bytes, slice, table.dialect)
  const reading = job.wanted && readSegments(slice.segments, table.dialect.columns, job.wanted)
  // Changed cells lie elsewhere; the directory is written in place for the other shares alone.
  const { segments: tagged, odd } = changeColumns(withTags(slice.segments, job.tags), table.changes, slice)
  // Before the blocks: what is compressed in place is gone behind it.
  const totals = totalSegments(tagged, table.totals)
  const isChanged = ({ columns }: CompartmentShare): boolean =>
    table.changes.some(({ column }) => columns.includes(column))
  const groupOf = (share: CompartmentShare, position: number): number | undefined =>
    slice.grouped && !isChanged(share) ? groups[position]?.headBytes : undefined
  const blocks = table.shares.map((share, position): SealedBlock => {
    const [key, salt, macKey] = [job.keys[position], job.salts[position], setup.macKeys[share.compartment]]
    if (key === undefined || salt === undefined || macKey === undefined) {
      throw new InternalError('a slice came without the keys of one of its compartments')
    }
    const blockPlace: BlockPlace = {
      deedId: setup.deedId,
      table: job.table,
      compartment: share.compartment,
      epoch: job.epoch,
      slice: job.slice,
      rows: slice.rows,
    }
    const segments = segmentsOf(tagged, share)
    return {
      compartment: share.compartment,
      ...sealBlock({ place: blockPlace, segments, headBytes: groupOf(share, position), key, salt, macKey }),
    }
  })
  return { rows: slice.rows, lineEnds: slice.lineEnds, blocks, reading, odd, totals }
}

/** Each column's tags behind its cells. */
function withTags(segments: readonly Segment[], tags: readonly Segment[] = []): readonly Segment[] {
  if (tags.length === 0) return segments
  const byColumn = new Map(tags.map((segment) => [segment.column, segment]))
  return segments.flatMap((segment) => {
    const tag = byColumn.get(segment.column)
    return tag === undefined ? [segment] : [segment, tag]
  })
}

function segmentsOf(segments: readonly Segment[], { columns, layout }: CompartmentShare): Segment[] {
  const mine = new Set(columns)
  return segments.filter(({ column }) => (column === ROW_LAYOUT ? layout : mine.has(column)))
}
