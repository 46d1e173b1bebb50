import { SLICE_BYTES } from '../limits.ts'
import type { Column } from '../table.ts'
import type { ColumnSample } from './column.ts'
import type { SliceReading } from './read-segments.ts'
import { createScanCounts, mergeScanCounts, type ScanCounts } from './scan.ts'

/** Rows at the head of a table that are all looked at. */
export const SAMPLE_HEAD_ROWS = 1000
/** Rows of each later slice, spread evenly over it. */
const SAMPLE_ROWS_PER_SLICE = 40
/** Rows of a sample at most. */
export const SAMPLE_ROWS = 3000

/** A slice as it was cut. */
interface SliceToSample {
  readonly rows: number
  /** Source bytes. */
  readonly bytes: number
  readonly last: boolean
}

/**
 * Keeps a bounded sample of a table while its slices go by, and adds up their scans: the head, then some rows of each
 * later slice. The same slices give the same sample, whatever the machine. Rows stay whole, so that cells of one row
 * stand side by side.
 */
export class SampleCollector {
  readonly #columns: readonly Column[]
  readonly #values: string[][]
  #scans: readonly ScanCounts[]
  /** Rows at the head that were read before; they are not read again. */
  #held = 0
  #rows = 0
  #cut = 0
  #taken = 0
  /** Rows that slices shorter than usual have earned and not got. */
  #owed = 0
  #short = false

  constructor(columns: readonly Column[]) {
    this.#columns = columns
    this.#values = columns.map(() => [])
    this.#scans = columns.map(createScanCounts)
  }

  /** Rows whose readings have been taken. */
  get rows(): number {
    return this.#rows
  }

  /** The rows to be taken from a slice, ascending; slices must come in order, and may before any is read. */
  choose(slice: SliceToSample): number[] {
    const { rows } = slice
    const head = this.#cut < SAMPLE_HEAD_ROWS ? Math.min(rows, SAMPLE_HEAD_ROWS - this.#taken) : 0
    const wanted = Array.from({ length: head }, (_, row) => row)
    const left = rows - head
    const more = Math.min(left, this.#share(slice), SAMPLE_ROWS - this.#taken - head)
    for (let pick = 0; pick < more; pick++) wanted.push(head + Math.floor((pick * left) / more))
    const held = this.#held - this.#cut
    this.#cut += rows
    this.#taken += wanted.length
    return held > 0 ? wanted.filter((row) => row >= held) : wanted
  }

  /** Begins again at the first row, with the head's cells in hand; no more than rows of the head may have been read. */
  rewind(): void {
    this.#held = this.#taken
    this.#rows = this.#cut = this.#taken = this.#owed = 0
    this.#short = false
    this.#scans = this.#columns.map(createScanCounts)
  }

  /** Takes what was read of a slice; readings must come in order. */
  add(rows: number, { cells, scans }: SliceReading): void {
    this.#rows += rows
    for (const [column, values] of this.#values.entries()) {
      for (const cell of cells[column] ?? []) values.push(cell)
      const [sum, scan] = [this.#scans[column], scans[column]]
      if (sum !== undefined && scan !== undefined) mergeScanCounts(sum, scan)
    }
  }

  /** The sample so far, with the scan of all rows so far. */
  samples(): ColumnSample[] {
    return this.#columns.map(({ index, name }, position) => ({
      index,
      name,
      values: this.#values[position] ?? [],
      rows: this.#rows,
      scan: this.#scans[position] ?? createScanCounts(),
    }))
  }

  /** Rows of a slice beyond the head. Slices cut short, because epochs are, share those of a whole one by their bytes. */
  #share({ bytes, last }: SliceToSample): number {
    this.#short ||= !last && bytes < SLICE_BYTES
    if (!this.#short || bytes >= SLICE_BYTES) return SAMPLE_ROWS_PER_SLICE
    this.#owed += (SAMPLE_ROWS_PER_SLICE * bytes) / SLICE_BYTES
    const share = last ? Math.ceil(this.#owed) : Math.floor(this.#owed)
    this.#owed -= share
    return share
  }
}
