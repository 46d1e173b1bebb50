import type { TableSource } from '../../ingest/index.ts'

/**
 * A table of a target, as whoever can read it gives it: its rows as a CSV of `dialect`, any number of times, each time
 * the same ones in the same order. Every `TableSource` that is `rereadable` is one; a restore into a database gives its
 * own, inside the transaction that it has not committed yet.
 */
export type TargetTable = Pick<
  TableSource,
  | 'path'
  | 'name'
  | 'size'
  | 'dialect'
  | 'preambleLines'
  | 'columns'
  | 'description'
  | 'slices'
  | 'assertUnchanged'
>

/** Which table of a target holds a table of the deed, and where its columns lie there. */
export interface TableMatch {
  /** Position in the manifest. */
  readonly table: number
  readonly target: TargetTable
  /** The columns that both have, in the deed's order; `deed` is one that the reader's keys open. */
  readonly columns: readonly { readonly deed: number; readonly target: number }[]
  /** Column of the target that holds the number of each row in the deed's table, from 1. */
  readonly rowNumber?: number | undefined
}
