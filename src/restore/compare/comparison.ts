/** How many of the cells of one column differ in rows that both sides have. */
export interface ColumnDifference {
  readonly column: string
  readonly cells: number
  /** Of these, cells that the deed leaves empty (null) and that are the empty text in the target, */
  readonly nullToEmpty: number
  /** and the other way round. */
  readonly emptyToNull: number
}

/** Where something differs; rows are counted from 1, on each side in its own order. Never a value. */
export type Place =
  | { readonly kind: 'missing'; readonly deedRow: number }
  | { readonly kind: 'extra'; readonly targetRow: number; readonly repeats: boolean }
  | {
      readonly kind: 'different'
      readonly deedRow: number
      readonly targetRow: number
      readonly columns: readonly string[]
    }

/** Two cells that have changed places: in two rows of one column, or in two columns of one row. */
export interface SwappedCells {
  readonly columns: readonly [string, string]
  readonly deedRows: readonly [number, number]
}

/** What comparing the rows of a table found. All counts are exact; `places` and `swaps` may be the first ones only. */
export interface RowsComparison {
  readonly deedRows: number
  readonly targetRows: number
  /** Rows of the deed that stand in the target as they are. */
  readonly same: number
  readonly missing: number
  readonly extra: number
  /** Of the extra ones, repeats of rows that the deed has fewer times. */
  readonly repeated: number
  readonly different: number
  /** In table order, those columns alone in which cells differ. */
  readonly columns: readonly ColumnDifference[]
  readonly swapped: number
  readonly swaps: readonly SwappedCells[]
  readonly places: readonly Place[]
  readonly placesLeftOut: number
  /** The first place where the rows that agree stand in another order; null where they stand in the deed's. */
  readonly otherOrder: { readonly deedRow: number; readonly targetRow: number } | null
  /** How rows that differ were paired: by columns or row number, by what they share, or, too many for that, by place. */
  readonly pairedBy: 'key' | 'content' | 'place'
}

/** Whether nothing differs; another order alone is no difference unless it was asked for. */
export function isEqual(found: RowsComparison, inOrder: boolean): boolean {
  const { missing, extra, different, otherOrder } = found
  return missing === 0 && extra === 0 && different === 0 && !(inOrder && otherOrder !== null)
}
