/** The words that all rooms share: what a table is while it travels from an export to a deed and back. */

/**
 * What a segment holds. `cells`: one strict RFC 4180 field in UTF-8 a row, each ended by LF.
 * `source`: where the export's own bytes differ from what `cells` alone gives back. `tags`: the cells of a typed source
 * that are of another kind than their column.
 */
export type SegmentKind = 'cells' | 'source' | 'tags'

/** What a cell of a typed source can be; its text alone does not tell. By the numbers of FORMAT.md section 10.7. */
export const CELL_KINDS = [
  'null',
  'absent',
  'text',
  'number',
  'boolean',
  'bytes',
  'json',
  'date',
  'error',
] as const
export type CellKind = (typeof CELL_KINDS)[number]

/** What the cells of a column are unless a tag says otherwise; an empty one is null. */
export type ColumnKind = Exclude<CellKind, 'null' | 'absent'>

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
  /** Ascending by column, `cells` before `source` and `tags`. */
  readonly segments: readonly Segment[]
}

/** A column as its table declares it. */
export interface Column {
  /** From 0. */
  readonly index: number
  readonly name: string
  /** Of a typed source only; a CSV's cells are text. */
  readonly kind?: ColumnKind
  /** The type that the source itself declares, as `numeric(10,2)`; null where it declares none. */
  readonly declared?: string | null
}
