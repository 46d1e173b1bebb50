import { findUtf8 } from '../encoding/decode.ts'
import type { Encoding } from '../encoding/encodings.ts'
import { BARE_COMMA, CR, LF, QUOTE, TEXT } from './bytes.ts'
import { sameBytes } from './same-bytes.ts'
import { badSegment } from './source-reader.ts'

// FORMAT.md sections 10.3 and 10.4: whoever made a deed may have written anything into a `source` segment. What it gives
// back must be the cells and rows that the manifest counts, and no others.

/** A field as it stands in the rows that are written. */
export interface PlacedField {
  readonly start: number
  readonly end: number
  readonly encoding: Encoding
  /** What each byte is in an unquoted field. */
  readonly classes: Uint8Array
}

/**
 * Requires that a field's own bytes say what its cell says, quotes about a bare comma apart.
 * @throws DAMAGED
 */
export function assertOwnBytes(
  own: Uint8Array,
  field: Uint8Array,
  { encoding, classes }: Pick<PlacedField, 'encoding' | 'classes'>,
): void {
  const text = findUtf8(own, encoding)
  if (text === undefined) throw badSegment('source')
  if (sameBytes(text, field)) return
  const bare =
    field[0] === QUOTE && text.every((byte) => classes[byte] === TEXT || classes[byte] === BARE_COMMA)
  if (!bare || !sameBytes(text, field.subarray(1, -1))) throw badSegment('source')
}

export interface RowEnd {
  /** Whether the export may end here. */
  readonly last: boolean
  /** Whether the table has one column, so that a blank line is a row. */
  readonly alone: boolean
  readonly blank: boolean
  /** The byte before the row, if there is one. */
  readonly before: number | undefined
}

/**
 * Requires that what stands behind a row keeps it apart from the next, and adds none.
 * @throws DAMAGED
 */
export function assertRowEnd(end: Uint8Array, { last, alone, blank, before }: RowEnd): void {
  const [first, second] = end
  if (first === undefined && (!last || (alone && blank))) throw badSegment('source')
  if (!alone) return
  const single = end.length < 2 || (end.length === 2 && first === CR && second === LF)
  const joinsPair = blank && before === CR && first === LF
  if (!single || joinsPair) throw badSegment('source')
}
