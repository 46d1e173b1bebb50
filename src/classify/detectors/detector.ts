import type { ColumnType } from '../types.ts'
import type { ColumnView } from '../view.ts'

/** One way to recognise what a column's cells are. A detector looks at cells only; headers are weighed elsewhere. */
export interface Detector {
  /** That of its file. */
  readonly name: string
  readonly type: ColumnType
  /** `checksum`: check digits confirm each hit. `shape`: the form alone. */
  readonly by: 'checksum' | 'shape'
  /** 0 to 1: how sure the type is if every cell matches. From 0.85 on it may overrule a header. */
  readonly strength: number
  /** The share of filled cells from which the detector speaks. */
  readonly least: number
  readonly matches: (cell: string) => boolean
  /** What the column as a whole must be like besides: many different values, say. */
  readonly suits?: (view: ColumnView) => boolean
}

export interface Evidence {
  readonly name: string
  readonly type: ColumnType
  readonly by: 'checksum' | 'shape'
  readonly strength: number
  readonly share: number
}
