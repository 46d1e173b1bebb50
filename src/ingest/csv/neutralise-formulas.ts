import { isUtf8 } from 'node:buffer'
import type { Segment, Slice } from '../../table.ts'
import { findUtf8 } from '../encoding/decode.ts'
import { QUOTE } from './bytes.ts'
import type { CsvDialect } from './dialect.ts'
import { headerFields, inUnits } from './preamble.ts'
import { badSegment, ownBytesLength, SourceReader } from './source-reader.ts'
import { SourceWriter } from './source-writer.ts'

/**
 * A field that a spreadsheet may take for a formula (CWE-1236), apostrophes before it or not. Each gets one apostrophe
 * more, so that every field of this form that begins with one lost nothing but had one added: taking it away is exact.
 */
const FORMULA = /^"?'*[=+\-@\t\r\0＝＋－＠]/

/** Something with its formula cells made text, and how many there were in each of the columns asked for. */
export interface Neutralised<Thing> {
  readonly result: Thing
  readonly counts: readonly number[]
}

/** Puts an apostrophe before the formula cells of these columns. @throws DAMAGED if a segment is not of the strict form */
export function neutraliseFormulas(slice: Slice, columns: readonly number[]): Neutralised<Slice> {
  const marked = new Map(columns.map((column) => [column, markCells(slice, column)]))
  const segments = slice.segments.map((segment) => {
    const own = marked.get(segment.column)
    if (own === undefined || own.rows.size === 0) return segment
    const bytes = segment.kind === 'cells' ? own.bytes : withoutOwnBytes(segment.bytes, slice.rows, own.rows)
    return { ...segment, bytes }
  })
  const counts = columns.map((column) => marked.get(column)?.rows.size ?? 0)
  return {
    result: {
      ...slice,
      segments: segments.filter(({ bytes, kind }) => kind === 'cells' || bytes.length > 0),
    },
    counts,
  }
}

/** The same for the names in a header line; `preamble` keeps all else. */
export function neutraliseHeader(
  preamble: Uint8Array,
  dialect: CsvDialect,
  columns: readonly number[],
): Neutralised<Uint8Array> {
  const apostrophe = inUnits("'", dialect)
  const pieces: Uint8Array[] = []
  const counts = columns.map(() => 0)
  let from = 0
  for (const [column, field] of headerFields(preamble, dialect).entries()) {
    const text = Buffer.from(findUtf8(field, dialect.encoding) ?? field).toString()
    const place = columns.indexOf(column)
    if (place < 0 || !FORMULA.test(text)) continue
    const to = field.byteOffset - preamble.byteOffset + (text.startsWith('"') ? apostrophe.length : 0)
    pieces.push(preamble.subarray(from, to), apostrophe)
    counts[place] = 1
    from = to
  }
  return { result: Buffer.concat([...pieces, preamble.subarray(from)]), counts }
}

function markCells(
  slice: Slice,
  column: number,
): { readonly bytes: Uint8Array; readonly rows: ReadonlySet<number> } {
  const segment = slice.segments.find((each) => each.column === column && each.kind === 'cells')
  if (segment === undefined || !isUtf8(segment.bytes)) throw badSegment('cells')
  const { bytes } = segment
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()
  const rows = new Set<number>()
  const pieces: string[] = []
  let from = 0
  let row = 0
  for (let at = 0; at < text.length; row++) {
    const end = fieldEnd(text, at)
    const quoted = text.charCodeAt(at) === QUOTE
    if (FORMULA.test(text.slice(at, end))) {
      const to = quoted ? at + 1 : at
      pieces.push(text.slice(from, to), "'")
      rows.add(row)
      from = to
    }
    at = end + 1
  }
  if (rows.size === 0) return { bytes, rows }
  return { bytes: Buffer.from([...pieces, text.slice(from)].join('')), rows }
}

/** Where the LF behind a field stands. */
function fieldEnd(text: string, start: number): number {
  let at = start
  if (text.charCodeAt(at) === QUOTE) {
    do at = text.indexOf('"', at + 1) + 1
    while (at > 0 && text.charCodeAt(at) === QUOTE)
    if (at > 0 && text.charCodeAt(at) === 0x0a) return at
    throw badSegment('cells')
  }
  const end = text.indexOf('\n', at)
  if (end < 0) throw badSegment('cells')
  return end
}

/** The entries of a `source` segment but those that would bring back the own bytes of these rows. */
function withoutOwnBytes(bytes: Segment['bytes'], rows: number, marked: ReadonlySet<number>): Uint8Array {
  const kept = new SourceWriter()
  for (
    const source = new SourceReader(bytes, rows, ownBytesLength);
    source.position < rows;
    source.advance()
  ) {
    if (source.number > 0 && marked.has(source.position)) continue
    kept.add(source.position, source.number, bytes.subarray(source.start, source.end))
  }
  return kept.finish()
}
