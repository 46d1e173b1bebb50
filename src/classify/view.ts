import { CELL_CHARACTERS, isBlank, normaliseCell } from './cell.ts'
import type { ColumnSample, ColumnScan } from './column.ts'

/** A column prepared for the detectors. */
export interface ColumnView {
  readonly index: number
  readonly header: string
  /** Normalised cells that say something, in row order. */
  readonly filled: readonly string[]
  /** Different ones among `filled`. */
  readonly distinct: readonly string[]
  /** How often each of them occurs, in the same order. */
  readonly counts: readonly number[]
  /** Cells of the sample. */
  readonly cells: number
  readonly rows: number
  /** Cells that are longer than is looked at. */
  readonly inPart: number
  /** Cells with characters that could not be decoded. */
  readonly undecodable: number
  readonly scan: ColumnScan | undefined
}

/** What decoders put where bytes are none of their encoding. */
const UNDECODABLE = '\ufffd'

export function buildView(sample: ColumnSample): ColumnView {
  const said = sample.values.map(normaliseCell).filter((cell) => !isBlank(cell))
  const filled = zerosAreBlank(said) ? said.filter((cell) => cell !== '0') : said
  const counts = new Map<string, number>()
  for (const cell of filled) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  return {
    index: sample.index,
    header: sample.name,
    filled,
    distinct: [...counts.keys()],
    counts: [...counts.values()],
    cells: sample.values.length,
    rows: sample.rows,
    inPart: sample.values.filter((cell) => cell.length > CELL_CHARACTERS).length,
    undecodable: sample.values.filter((cell) => cell.lastIndexOf(UNDECODABLE, CELL_CHARACTERS - 1) >= 0)
      .length,
    scan: sample.scan,
  }
}

/** A lone 0 is a number among short numbers, and somebody's way to leave a phone or a name out elsewhere. */
function zerosAreBlank(cells: readonly string[]): boolean {
  const others = cells.filter((cell) => cell !== '0')
  if (others.length === 0 || others.length === cells.length) return false
  const numbers = others.filter((cell) => /^[-+]?\d{1,7}(?:[.,]\d{1,6})?%?$/.test(cell)).length
  return numbers < others.length / 2
}

/** The share of the filled cells for which this holds; 0 for an empty column. */
export function shareOf(view: ColumnView, test: (cell: string) => boolean): number {
  return view.filled.length === 0 ? 0 : countOf(view, test) / view.filled.length
}

/** The number of filled cells for which this holds. */
export function countOf({ distinct, counts }: ColumnView, test: (cell: string) => boolean): number {
  let hits = 0
  for (let at = 0; at < distinct.length; at++) if (test(distinct[at] ?? '')) hits += counts[at] ?? 0
  return hits
}

/** As shareOf, but 0 as soon as the share cannot come up to `least`: most tests fail, and are done with early. */
export function shareFrom(view: ColumnView, least: number, test: (cell: string) => boolean): number {
  const { distinct, counts, filled } = view
  const total = filled.length
  let possible = total
  for (let at = 0; at < distinct.length; at++) {
    if (test(distinct[at] ?? '')) continue
    possible -= counts[at] ?? 0
    if (possible / total < least) return 0
  }
  return total === 0 ? 0 : possible / total
}

/** Whether a share of the filled cells, or more, passes the test; no cell is looked at once that is certain. */
export function reaches(view: ColumnView, least: number, test: (cell: string) => boolean): boolean {
  return settle(view, test, (share) => share >= least)
}

/** Whether more than a share of the filled cells passes the test. */
export function exceeds(view: ColumnView, most: number, test: (cell: string) => boolean): boolean {
  return settle(view, test, (share) => share > most)
}

function settle(
  { distinct, counts, filled }: ColumnView,
  test: (cell: string) => boolean,
  enough: (share: number) => boolean,
): boolean {
  const total = filled.length
  let hits = 0
  let possible = total
  if (total === 0) return enough(0)
  for (let at = 0; !enough(hits / total); at++) {
    if (at === distinct.length || !enough(possible / total)) return false
    const cells = counts[at] ?? 0
    if (test(distinct[at] ?? '')) hits += cells
    else possible -= cells
  }
  return true
}

/** Different values per filled cell: 1 for keys, near 0 for enumerations. */
export function distinctRatio(view: ColumnView): number {
  return view.filled.length === 0 ? 0 : view.distinct.length / view.filled.length
}
