import type { KernelMemory } from '../../kernel/kernel.ts'
import { ROW_LAYOUT, type Slice } from '../../table.ts'
import type { CsvDialect } from './dialect.ts'
import { joinFields } from './join-fields.ts'
import { badSegment } from './source-reader.ts'

export interface ColumnsLayout extends Pick<CsvDialect, 'delimiter' | 'lineEnd' | 'encoding'> {
  /** Writes a first field with the row's number in its table (from 1), to join parts on. */
  readonly rowNumberFrom?: number
}

/** How a slice stands in its export. */
export interface SliceLayout extends CsvDialect {
  /** False if the export goes on behind it, so that its last row must have a line end. */
  readonly last?: boolean
}

/**
 * The export's own bytes of one slice: the exact inverse of `cutSlice`. They may lie in `into`.
 *
 * @throws DAMAGED if a segment is not of the strict form
 */
export function joinSlice(slice: Slice, dialect: SliceLayout, into?: KernelMemory): Uint8Array {
  return owned(joinSliceInPlace(slice, dialect, into), into)
}

/**
 * `joinSlice`, whose bytes may be overwritten when this thread joins the next slice.
 *
 * @throws DAMAGED if a segment is not of the strict form
 */
export function joinSliceInPlace(slice: Slice, dialect: SliceLayout, into?: KernelMemory): Uint8Array {
  const columns = Array.from({ length: dialect.columns }, (_, column) => column)
  const known = slice.segments.every((segment) => segment.column < dialect.columns || isRowLayout(segment))
  if (!known) throw badSegment('cells')
  return joinFields(slice, { ...dialect, columns, layout: true }, into)
}

/**
 * Some columns of a slice, cell-exact: each field with its own quoting and bytes, each row with the usual line end.
 * `layout` must have the delimiter and encoding of the export. They may lie in `into`.
 *
 * @throws DAMAGED if a segment is not of the strict form
 */
export function joinColumns(
  slice: Slice,
  columns: readonly number[],
  layout: ColumnsLayout,
  into?: KernelMemory,
): Uint8Array {
  return owned(joinFields(slice, { ...layout, columns, layout: false }, into), into)
}

/** Memory of a kernel is shared; what is the caller's stays where it is. */
function owned(bytes: Uint8Array, into: KernelMemory | undefined): Uint8Array {
  const foreign = bytes.buffer instanceof SharedArrayBuffer && into?.find(bytes) === undefined
  return foreign ? bytes.slice() : bytes
}

function isRowLayout(segment: { readonly column: number; readonly kind: string }): boolean {
  return segment.column === ROW_LAYOUT && segment.kind === 'source'
}
