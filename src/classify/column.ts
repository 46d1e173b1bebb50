import type { Reason } from './reasons.ts'
import type { ColumnType, Compartment } from './types.ts'

/** Identifiers so cheap to recognise that every cell of a table is scanned for them. */
export const RARE_IDENTIFIERS = ['mobile', 'phone', 'national-id', 'bank-card', 'email'] as const

export type RareIdentifier = (typeof RARE_IDENTIFIERS)[number]

/** Cells of a segment in which identifiers are found before the scan only counts the cells behind them: one decides. */
export const ENOUGH_HOLDING = 1000

/** What the full scan of a column's cells counted; `hits` are cells that hold the identifier somewhere. */
export interface ColumnScan {
  readonly cells: number
  readonly filled: number
  /** Cells that were not searched, because enough before them in their segments hold an identifier. */
  readonly passed: number
  readonly hits: Readonly<Record<RareIdentifier, number>>
}

/** A column as the classifier sees it, whatever it was read from. */
export interface ColumnSample {
  readonly index: number
  readonly name: string
  /** Decoded cells of the sample, in row order, '' for an empty one. */
  readonly values: readonly string[]
  /** Rows of the whole table. */
  readonly rows: number
  /** The scan of all rows, where one was made. */
  readonly scan?: ColumnScan
}

/** A table's columns; `name` is the base name of its file. */
export interface TableSample {
  readonly name: string
  readonly columns: readonly ColumnSample[]
}

/** How many different values the filled cells of the sample have; the borders stand in count-evidence.ts. */
export type DistinctBand = 'none' | 'one' | 'few' | 'many' | 'all'

/** What was looked at of a column, in cells. */
export interface Examined {
  /** Of the whole table. */
  readonly rows: number
  /** Seen by every detector: those of the sample. */
  readonly sampled: number
  /** Of these, longer than is read, so that only their beginning was. */
  readonly inPart: number
  /** Of these, with characters that could not be decoded, here or when they were exported. */
  readonly undecodable: number
  /** Searched to their end for telephone, identity and card numbers and e-mail addresses: those of all rows. */
  readonly scanned: number
  /** Not searched so, because enough cells before them in their slice hold such an identifier. */
  readonly passed: number
  /**
   * Outside the sample, in a column of texts that is left open: searched for those numbers and addresses, but a name or
   * an illness in them would be seen by the detectors alone.
   */
  readonly unseen: number
}

/** What one detector counted in a column. */
export interface DetectorCount {
  /** The detector's name: its file in `detectors`, or the identifier that was searched for. */
  readonly detector: string
  /** What its hits would make of the column. */
  readonly type: ColumnType
  /**
   * How a cell counts: its check digits hold (`checksum`), all of it has the form (`shape`), it holds such a thing among
   * other text (`inside`); or the scan of all rows found the thing in it (`scan`).
   */
  readonly by: 'checksum' | 'shape' | 'inside' | 'scan'
  /** Cells that were tested: the filled ones of the sample; of `scan`, those of all rows that were searched. */
  readonly tested: number
  readonly matched: number
  /** Whether so many matched, in such a column, that the detector speaks for its type. */
  readonly speaks: boolean
}

/** What was seen of a column's cells: counts and shares, never a value. */
export interface CellFacts {
  /**
   * The share of the sample's cells that say something; `-`, `N/A` and the like say nothing. Of all rows' cells, where
   * the sample has none and others have.
   */
  readonly filled: number
  readonly distinct: DistinctBand
  readonly examined: Examined
  /** Detectors that matched a cell at least, those that speak first; with `telling` only those that speak. */
  readonly evidence: readonly DetectorCount[]
}

export interface ColumnDecision extends CellFacts {
  readonly index: number
  readonly header: string
  readonly type: ColumnType
  readonly compartment: Compartment
  readonly sensitive: boolean
  /** 0 to 1; below `UNSURE_BELOW` a person should look. */
  readonly confidence: number
  /** Why, most telling first; never a cell's value. */
  readonly reasons: readonly Reason[]
}

/** A decision below this confidence is one to be reviewed. */
export const UNSURE_BELOW = 0.6
