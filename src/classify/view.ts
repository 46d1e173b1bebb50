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
  /** Cells that were longer than is looked at. */
  readonly unexamined: number
  readonly scan: ColumnScan | undefined
}

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
    unexamined: sample.values.filter((cell) => cell.length > CELL_CHARACTERS).length,
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
  if (view.filled.length === 0) return 0
  let hits = 0
  for (const [at, cell] of view.distinct.entries()) if (test(cell)) hits += view.counts[at] ?? 0
  return hits / view.filled.length
}

/** Different values per filled cell: 1 for keys, near 0 for enumerations. */
export function distinctRatio(view: ColumnView): number {
  return view.filled.length === 0 ? 0 : view.distinct.length / view.filled.length
}
