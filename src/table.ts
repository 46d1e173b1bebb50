/** The words that all rooms share: what a table is while it travels from an export to a deed and back. */

/**
 * What a segment holds. `cells`: one strict RFC 4180 field in UTF-8 a row, each ended by LF.
 * `source`: where the export's own bytes differ from what `cells` alone gives back.
 */
export type SegmentKind = 'cells' | 'source'

/** The column number of a segment that belongs to whole rows (line ends, blank lines) and to no column. */
export const ROW_LAYOUT = 0xffff

/** The cells of one column in one slice, as bytes. */
export interface Segment {
  /** Position of the column in its table, from 0, or ROW_LAYOUT. */
  readonly column: number
  readonly kind: SegmentKind
  readonly bytes: Uint8Array
}

/** Some 4 MiB of a table's rows, held column by column. */
export interface Slice {
  /** From 0, without gaps, in row order. */
  readonly number: number
  readonly rows: number
  /** Ascending by column, `cells` before `source`. */
  readonly segments: readonly Segment[]
}

/** A column as its table declares it. */
export interface Column {
  /** From 0. */
  readonly index: number
  readonly name: string
}
