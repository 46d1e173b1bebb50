import { isUtf8 } from 'node:buffer'
import type { Segment } from '../../table.ts'
import { badSegment } from './source-reader.ts'

/** A cell as text. `empty`: the export left it empty and without quotes; `""` is the text of no characters. */
export interface Cell {
  readonly kind: 'text' | 'empty'
  readonly text: string
}

const EMPTY: Cell = { kind: 'empty', text: '' }

/**
 * The cells of a `cells` segment in row order, as strings: for samples and for targets that want text.
 *
 * @throws DAMAGED if the segment is not of the strict form
 */
export function* eachCell(segment: Segment): Generator<Cell> {
  if (segment.kind !== 'cells' || !isUtf8(segment.bytes)) throw badSegment(segment.kind)
  const text = Buffer.from(
    segment.bytes.buffer,
    segment.bytes.byteOffset,
    segment.bytes.byteLength,
  ).toString()
  for (let at = 0; at < text.length; ) {
    const end = text.charCodeAt(at) === 0x22 ? quotedEnd(text, at) : text.indexOf('\n', at)
    if (end < 0 || text.charCodeAt(end) !== 0x0a) throw badSegment('cells')
    if (end === at) yield EMPTY
    else yield { kind: 'text', text: unquoted(text.slice(at, end)) }
    at = end + 1
  }
}

/** The text of a field: without its quotes, the doubled ones single. */
export function unquoted(field: string): string {
  return field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field
}

function quotedEnd(text: string, start: number): number {
  let at = start
  do at = text.indexOf('"', at + 1) + 1
  while (at > 0 && text.charCodeAt(at) === 0x22)
  return at > 0 ? at : -1
}
