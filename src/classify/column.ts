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

export interface ColumnDecision {
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
