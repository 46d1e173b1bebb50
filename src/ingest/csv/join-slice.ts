import { ROW_LAYOUT, type Slice } from '../../table.ts'
import type { CsvDialect } from './dialect.ts'
import { joinFields } from './join-fields.ts'
import { badSegment } from './source-reader.ts'

export interface ColumnsLayout extends Pick<CsvDialect, 'delimiter' | 'lineEnd' | 'encoding'> {
  /** Writes a first field with the row's number in its table (from 1), to join parts on. */
  readonly rowNumberFrom?: number
}

/**
 * The export's own bytes of one slice: the exact inverse of `cutSlice`.
 *
 * @throws DAMAGED if a segment is not of the strict form
 */
export function joinSlice(slice: Slice, dialect: CsvDialect): Uint8Array {
  const columns = Array.from({ length: dialect.columns }, (_, column) => column)
  const known = slice.segments.every((segment) => segment.column < dialect.columns || isRowLayout(segment))
  if (!known) throw badSegment('cells')
  return joinFields(slice, { ...dialect, columns, layout: true })
}

/**
 * Some columns of a slice, cell-exact: each field with its own quoting and bytes, each row with the usual line end.
 * `layout` must have the delimiter and encoding of the export.
 *
 * @throws DAMAGED if a segment is not of the strict form
 */
export function joinColumns(slice: Slice, columns: readonly number[], layout: ColumnsLayout): Uint8Array {
  return joinFields(slice, { ...layout, columns, layout: false })
}

function isRowLayout(segment: { readonly column: number; readonly kind: string }): boolean {
  return segment.column === ROW_LAYOUT && segment.kind === 'source'
}
