import type { ColumnType, DistinctBand } from '../classify/index.ts'
import type { TableTally } from './tally.ts'

/** A column as the classifier and the policy have it. */
export interface PreviewedColumn {
  /** In the export. */
  readonly index: number
  readonly name: string
  readonly type: ColumnType
  readonly compartment: string
  readonly distinct: DistinctBand
}

/** A table, what was counted in it, and which of its columns were counted how. */
export interface TalliedTable {
  readonly name: string
  /** Without those that the policy drops. */
  readonly columns: readonly PreviewedColumn[]
  readonly tally: TableTally
  readonly date: PreviewedColumn | undefined
  readonly amounts: readonly PreviewedColumn[]
  readonly kinds: readonly PreviewedColumn[]
}
