import { ROW_LAYOUT, type Segment, type Slice } from '../../table.ts'
import { findBadByte, findUtf8 } from '../encoding/decode.ts'
import { decodeByKernel } from '../encoding/decode-by-kernel.ts'
import { findEncoded } from '../encoding/encode.ts'
import { type CellGroup, findCells } from '../kernel/find-cells.ts'
import { CR, LF, QUOTE } from './bytes.ts'
import { copyCells } from './copy-cells.ts'
import type { CsvDialect } from './dialect.ts'
import { SliceRefused } from './fault.ts'
import { type FieldMap, faultAt, findFields } from './find-fields.ts'
import { countLineEnds } from './lines.ts'
import { findOwnBytes, type OwnBytes } from './own-bytes.ts'
import { sameBytes } from './same-bytes.ts'
import { SourceWriter } from './source-writer.ts'

/** Where a slice stands in its export. */
export interface SlicePlace {
  readonly number: number
  /** Of its first byte, in the whole file. */
  readonly offset: number
  /** True if the file ends with it: only then may the last row lack its line end. */
  readonly last: boolean
}

export interface CutSlice extends Slice {
  /** Line ends of the slice, those inside quotes included; places the faults of later slices. */
  readonly lineEnds: number
}

/**
 * Cuts the source bytes of one slice into segments. Pure: any worker may do any slice.
 *
 * @throws SliceRefused with the first fault of the slice. If an earlier slice is refused too, only that fault
 * is meaningful: a broken quote shifts the borders of all that follows.
 */
export function cutSlice(bytes: Uint8Array, dialect: CsvDialect, place: SlicePlace): CutSlice {
  const { number, rows, lineEnds, segments } = cutSliceInPlace(bytes, dialect, place)
  return { number, rows, lineEnds, segments: ownedSegments(segments) }
}

export interface CutInPlace extends CutSlice {
  /** The cells lie in the groups that were asked for, with the free bytes before each. */
  readonly grouped: boolean
}

/**
 * `cutSlice` for work that is done with the slice before this thread cuts the next one: the cells then are
 * overwritten. Such segments must not be posted to another thread.
 *
 * @throws SliceRefused as `cutSlice` does
 */
export function cutSliceInPlace(
  bytes: Uint8Array,
  dialect: CsvDialect,
  place: SlicePlace,
  groups: readonly CellGroup[] = [],
): CutInPlace {
  const source = plainView(bytes)
  const usual = decodeByKernel(source, dialect.encoding)
  const decoded = usual ?? findUtf8(source, dialect.encoding)
  if (decoded === undefined) throw refusedByte(source, dialect, place.offset)
  const text = endsLine(decoded) ? plainView(decoded) : withLineEnd(decoded)
  if (text.length > decoded.length && !place.last) throw refusedTail(text, dialect)
  const ordinary = findCells(text, dialect)
  const map = ordinary ?? findFields(text, dialect.delimiter.charCodeAt(0), dialect.columns)
  const cells = ordinary?.copyCells(groups) ?? copyCells(text, map)
  const own = usual === undefined ? ownBytes(source, decoded, map, dialect) : []
  const even = ordinary?.evenRows === true && text.length === decoded.length
  const layout = even ? [] : layoutSegment(text, decoded.length, map, dialect)
  const segments = [...columnSegments(cells, map, own), ...layout]
  return {
    number: place.number,
    rows: map.rows,
    segments,
    lineEnds: countOwnLineEnds(map, text, decoded),
    grouped: ordinary !== undefined,
  }
}

function columnSegments(cells: readonly Uint8Array[], map: FieldMap, own: OwnBytes): Segment[] {
  const sources = sourceSegments(map, own)
  const segments: Segment[] = []
  for (let column = 0; column < map.columns; column++) {
    segments.push({ column, kind: 'cells', bytes: cells[column]! })
    const source = sources[column]
    if (source !== undefined) segments.push({ column, kind: 'source', bytes: source })
  }
  return segments
}

/** Memory of a kernel is shared, all other memory here is a segment's own. */
function ownedSegments(segments: readonly Segment[]): Segment[] {
  const lent = segments.filter(({ bytes }) => bytes.buffer instanceof SharedArrayBuffer)
  const owned = new Uint8Array(lent.reduce((sum, { bytes }) => sum + bytes.length, 0))
  let at = 0
  return segments.map((segment) => {
    if (!(segment.bytes.buffer instanceof SharedArrayBuffer)) return segment
    const bytes = owned.subarray(at, at + segment.bytes.length)
    bytes.set(segment.bytes)
    at += bytes.length
    return { ...segment, bytes }
  })
}

/** By column, the `source` segment of those that need one. */
function sourceSegments(map: FieldMap, own: OwnBytes): (Uint8Array | undefined)[] {
  const writers: (SourceWriter | undefined)[] = []
  const nothing = new Uint8Array(0)
  const add = (field: number, code: number, bytes: Uint8Array) => {
    const column = field % map.columns
    writers[column] ??= new SourceWriter()
    writers[column].add(Math.floor(field / map.columns), code, bytes)
  }
  let b = 0
  for (const { field, bytes } of own) {
    for (; b < map.bare.length && map.bare[b]! <= field; b++) {
      if (map.bare[b] !== field) add(map.bare[b]!, 0, nothing)
    }
    add(field, bytes.length + 1, bytes)
  }
  for (; b < map.bare.length; b++) add(map.bare[b]!, 0, nothing)
  return writers.map((writer) => writer?.finish())
}

/** Line ends other than the dialect's, blank lines, a missing last line end. */
function layoutSegment(text: Uint8Array, length: number, map: FieldMap, dialect: CsvDialect): Segment[] {
  const { rows, columns, rowStarts, ends } = map
  const [first, second] = [dialect.lineEnd.charCodeAt(0), dialect.lineEnd.charCodeAt(1)]
  const usual = dialect.lineEnd.length
  let writer: SourceWriter | undefined
  const head = rows === 0 ? length : rowStarts[0]!
  if (head > 0) {
    writer = new SourceWriter()
    writer.add(0, head, text.subarray(0, head))
  }
  for (let row = 1; row <= rows; row++) {
    const end = ends[row * columns - 1]!
    const next = row === rows ? length : rowStarts[row]!
    if (next - end === usual && text[end] === first && (usual === 1 || text[end + 1] === second)) continue
    writer ??= new SourceWriter()
    writer.add(row, next - end, text.subarray(end, next))
  }
  return writer === undefined ? [] : [{ column: ROW_LAYOUT, kind: 'source', bytes: writer.finish() }]
}

/** Fields whose bytes encoding their text does not give back: none in UTF-8 and UTF-16, few elsewhere. */
function ownBytes(source: Uint8Array, decoded: Uint8Array, map: FieldMap, dialect: CsvDialect): OwnBytes {
  if (dialect.encoding === 'utf-8') return []
  const encoded = findEncoded(decoded, dialect.encoding)
  if (encoded !== undefined && sameBytes(encoded, source)) return []
  return findOwnBytes(source, decoded, map, dialect)
}

function refusedByte(source: Uint8Array, dialect: CsvDialect, offset: number): SliceRefused {
  const bad = findBadByte(source, dialect.encoding)
  const text = findUtf8(source.subarray(0, bad), dialect.encoding) ?? source.subarray(0, bad)
  const place = faultAt(text, 'encoding', text.length, 0)
  return new SliceRefused({ ...place, offset: offset + bad, encoding: dialect.encoding })
}

/** A slice that ends within a row though the file goes on: it was handed over because the row had no end in sight. */
function refusedTail(text: Uint8Array, dialect: CsvDialect): SliceRefused {
  let opened = -1
  let rowStart = 0
  for (let at = 0; at < text.length - 1; at++) {
    const byte = text[at]
    if (byte === QUOTE) opened = opened < 0 ? at : -1
    else if (opened < 0 && (byte === LF || byte === CR)) rowStart = at + 1
  }
  findFields(text.subarray(0, rowStart), dialect.delimiter.charCodeAt(0), dialect.columns)
  const [kind, position] =
    opened < 0 ? (['row-size', rowStart] as const) : (['unclosed-quote', opened] as const)
  return new SliceRefused(faultAt(text, kind, position, 0))
}

function countOwnLineEnds(map: FieldMap, text: Uint8Array, decoded: Uint8Array): number {
  if (map.rows === 0) return countLineEnds(decoded)
  return map.lineEnds - (text.length - decoded.length)
}

function endsLine(text: Uint8Array): boolean {
  const last = text[text.length - 1]
  return last === undefined || last === LF || last === CR
}

function withLineEnd(text: Uint8Array): Uint8Array {
  const longer = new Uint8Array(text.length + 1)
  longer.set(text)
  longer[text.length] = LF
  return longer
}

/** Buffer and Uint8Array are two shapes to the compiler; the byte loops shall see one. */
function plainView(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
