import { DOUBLED, NO_CELL, type PlacedCells } from '../place-cells.ts'
import { FIT_NAMES, FITS, fitsOf } from './fits.ts'
import { type TextReason, whyText } from './why-text.ts'

/** Cells of a column that are no values of one type; rows count from 1. */
export interface Misfits {
  readonly cells: number
  readonly firstRow: number
  readonly why: TextReason | null
}

/** What the cells of a column can be. */
export interface ColumnScan {
  /** That are not NULL. */
  readonly cells: number
  /** By type, in the order of FIT_NAMES. */
  readonly misfits: readonly Misfits[]
}

const NONE: Misfits = { cells: 0, firstRow: 0, why: null }
export const NOTHING_SCANNED: ColumnScan = { cells: 0, misfits: FIT_NAMES.map(() => NONE) }

/** Of one slice; the rows before it are counted in. */
export function scanColumn({ bytes, spans }: PlacedCells, rowsBefore: number): ColumnScan {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()
  const counts = new Uint32Array(256)
  const firsts = new Float64Array(256).fill(-1)
  let cells = 0
  for (let place = 0; place < spans.length; place += 2) {
    const start = spans[place]!
    if (start === NO_CELL) continue
    cells += 1
    const end = spans[place + 1]!
    // A text with a quote in it is none of these values.
    const fits = end >= DOUBLED ? 0 : fitsOf(text, start, end)
    counts[fits]! += 1
    if (firsts[fits]! < 0) firsts[fits] = place
  }
  const misfits = FIT_NAMES.map((name): Misfits => {
    let [count, first] = [0, -1]
    for (let fits = 0; fits < counts.length; fits++) {
      if (counts[fits] === 0 || (fits & FITS[name]) !== 0) continue
      count += counts[fits]!
      if (first < 0 || firsts[fits]! < first) first = firsts[fits]!
    }
    if (first < 0) return NONE
    const cell = text.slice(spans[first], spans[first + 1]! % DOUBLED)
    return { cells: count, firstRow: rowsBefore + first / 2 + 1, why: whyText(cell) }
  })
  return { cells, misfits }
}

/** Of slices in their order. */
export function joinScans(before: ColumnScan, more: ColumnScan): ColumnScan {
  const misfits = before.misfits.map((one, at) => {
    const other = more.misfits[at] ?? NONE
    if (one.cells === 0) return other
    return { ...one, cells: one.cells + other.cells }
  })
  return { cells: before.cells + more.cells, misfits }
}
