import { isUtf8 } from 'node:buffer'
import type { KernelMemory } from '../../kernel/kernel.ts'
import { ROW_LAYOUT, type Slice } from '../../table.ts'
import { findEncoded } from '../encoding/encode.ts'
import { encodeByKernel } from '../encoding/encode-by-kernel.ts'
import { joinCells, type KernelColumn } from '../kernel/join-cells.ts'
import { assertOwnBytes, assertRowEnd, type PlacedField } from './assert-source.ts'
import { BARE_COMMA, CR, classesOf, LF, NUL, QUOTE, TEXT } from './bytes.ts'
import type { CsvDialect } from './dialect.ts'
import { badSegment, layoutLength, ownBytesLength, SourceReader } from './source-reader.ts'

export interface JoinRequest extends Pick<CsvDialect, 'delimiter' | 'lineEnd' | 'encoding'> {
  /** Columns of the table, in the order in which they are written. */
  readonly columns: readonly number[]
  /** Reproduce the row layout; without it every row ends with `lineEnd`. */
  readonly layout: boolean
  /** False if the export goes on behind this slice, whose last row then must have its line end. */
  readonly last?: boolean | undefined
  /** Writes a first field with the row's number, counted from here. */
  readonly rowNumberFrom?: number | undefined
}

/** A field's own bytes in the export's encoding, which replace `start` to `end` of the text. */
interface Patch {
  readonly at: number
  readonly bytes: Uint8Array
}

const NO_ENTRIES = new Uint8Array(0)

/**
 * Writes rows from segments. The segments come from a deed: anything but the one strict form is refused.
 * The rows may lie in kernel memory: in `into`, or valid until this thread joins the next ones.
 *
 * @throws DAMAGED
 */
export function joinFields(slice: Slice, request: JoinRequest, into?: KernelMemory): Uint8Array {
  const cells = request.columns.map((column) => findCells(slice, column))
  const columns = ordinaryColumns(slice, request, cells)
  const rows = columns && joinCells(columns, slice.rows, request, into)
  return rows === undefined ? joinAllFields(slice, request, cells) : encodeInPlace(rows, request)
}

/** What the kernel needs, unless rows end unlike each other or a field has bytes of its own. */
function ordinaryColumns(
  slice: Slice,
  { columns, layout }: JoinRequest,
  cells: readonly Uint8Array[],
): KernelColumn[] | undefined {
  const { segments, rows } = slice
  if (layout && segments.some(({ column }) => column === ROW_LAYOUT)) return undefined
  const found: KernelColumn[] = []
  for (const [position, column] of columns.entries()) {
    const bareRows = findBareRows(sourceBytes(slice, column), rows)
    if (bareRows === undefined) return undefined
    found.push({ cells: cells[position]!, bareRows })
  }
  return found
}

/** The rows of the entries of a `source` segment if all say "bare"; a fault is left to who reads it next. */
function findBareRows(bytes: Uint8Array, rows: number): number[] | undefined {
  const bareRows: number[] = []
  try {
    const source = new SourceReader(bytes, rows, ownBytesLength)
    for (; source.position < rows; source.advance()) {
      if (source.number > 0) return undefined
      bareRows.push(source.position)
    }
    return bareRows
  } catch {
    return undefined
  }
}

/** `joinFields` in full; the reference for what the kernel does. */
export function joinAllFields(slice: Slice, request: JoinRequest, cells: readonly Uint8Array[]): Uint8Array {
  const { columns } = request
  const sources = columns.map(
    (column) => new SourceReader(sourceBytes(slice, column), slice.rows, ownBytesLength),
  )
  const entries = Float64Array.from(sources, (source) => source.position)
  const layout = new SourceReader(
    request.layout ? sourceBytes(slice, ROW_LAYOUT) : NO_ENTRIES,
    slice.rows + 1,
    layoutLength,
  )
  const classes = classesOf(request.delimiter.charCodeAt(0))
  const delimiter = request.delimiter.charCodeAt(0)
  const [lineEnd, secondOfLineEnd] = [request.lineEnd.charCodeAt(0), request.lineEnd.charCodeAt(1)]
  const pair = request.lineEnd.length === 2
  const out = new Uint8Array(mostBytes(slice, request, cells, layout.bytes))
  const at = new Uint32Array(columns.length)
  const patches: Patch[] = []
  const { rows } = slice
  const width = columns.length
  const alone = width === 1 && request.layout
  const usualEnd = Uint8Array.of(lineEnd, ...(pair ? [secondOfLineEnd] : []))
  if (alone && layout.position === 0 && layout.number > 0) throw badSegment('source')
  let o = layout.position === 0 ? copyLayout(layout, out, 0) : 0
  for (let row = 0; row < rows; row++) {
    const [rowStart, patched] = [o, patches.length]
    if (request.rowNumberFrom !== undefined) {
      o = writeNumber(request.rowNumberFrom + row, out, o)
      if (width > 0) out[o++] = delimiter
    }
    for (let column = 0; column < width; column++) {
      if (column > 0) out[o++] = delimiter
      const fieldStart = o
      const bytes = cells[column]!
      const end = fieldEnd(bytes, at[column]!, classes)
      for (let p = at[column]!; p < end; p++) out[o++] = bytes[p]!
      at[column] = end + 1
      if (entries[column] === row) {
        const field = { start: fieldStart, end: o, encoding: request.encoding, classes }
        o = rewriteField(sources[column]!, out, field, patches)
        sources[column]!.advance()
        entries[column] = sources[column]!.position
      }
    }
    const ownEnd = layout.position === row + 1
    if (ownEnd || alone) {
      const end = ownEnd ? layout.bytes.subarray(layout.start, layout.end) : usualEnd
      const last = row === rows - 1 && request.last !== false
      const blank = o === rowStart && patches.length === patched
      assertRowEnd(end, { last, alone, blank, before: out[rowStart - 1] })
    }
    if (ownEnd) o = copyLayout(layout, out, o)
    else {
      out[o++] = lineEnd
      if (pair) out[o++] = secondOfLineEnd
    }
  }
  for (const [column, bytes] of cells.entries()) if (at[column] !== bytes.length) throw badSegment('cells')
  return encodePatched(out.subarray(0, o), patches, request)
}

/** Where the field that begins at `start` ends; an LF stands there. */
function fieldEnd(bytes: Uint8Array, start: number, classes: Uint8Array): number {
  const length = bytes.length
  let p = start
  if (p < length && bytes[p] === QUOTE) return quotedEnd(bytes, p)
  while (p < length && classes[bytes[p]!] === TEXT) p++
  if (p >= length || bytes[p] !== LF) throw badSegment('cells')
  return p
}

/** Where a quoted field ends, which must be before an LF. */
function quotedEnd(bytes: Uint8Array, start: number): number {
  const length = bytes.length
  for (let p = start + 1; p < length; p++) {
    const byte = bytes[p]!
    if (byte > QUOTE) continue
    if (byte === NUL) throw badSegment('cells')
    if (byte !== QUOTE) continue
    if (p + 1 >= length) break
    if (bytes[p + 1] === LF) return p + 1
    if (bytes[p + 1] !== QUOTE) break
    p++
  }
  throw badSegment('cells')
}

/** Applies a `source` entry to a field of `out`; the field's new end. */
function rewriteField(source: SourceReader, out: Uint8Array, field: PlacedField, patches: Patch[]): number {
  const { start, end, classes } = field
  if (source.number > 0) {
    const bytes = source.bytes.subarray(source.start, source.end)
    assertOwnBytes(bytes, out.subarray(start, end), field)
    if (bytes.length > 0) patches.push({ at: start, bytes })
    return start
  }
  if (start === end || out[start] !== QUOTE) throw badSegment('source')
  for (let p = start + 1; p < end - 1; p++) {
    const kind = classes[out[p]!]!
    if (kind !== TEXT && kind !== BARE_COMMA) throw badSegment('source')
  }
  out.copyWithin(start, start + 1, end - 1)
  return end - 2
}

/** Copies the line ends of the current layout entry and goes to the next one. */
function copyLayout(layout: SourceReader, out: Uint8Array, at: number): number {
  let o = at
  for (let p = layout.start; p < layout.end; p++) {
    const byte = layout.bytes[p]!
    if (byte !== LF && byte !== CR) throw badSegment('source')
    out[o++] = byte
  }
  layout.advance()
  return o
}

function encodePatched(text: Uint8Array, patches: readonly Patch[], request: JoinRequest): Uint8Array {
  if (patches.length === 0) return encodeInPlace(text, request)
  const pieces: Uint8Array[] = []
  let from = 0
  for (const { at, bytes } of patches) {
    pieces.push(encode(text.subarray(from, at), request), bytes)
    from = at
  }
  pieces.push(encode(text.subarray(from), request))
  return Buffer.concat(pieces)
}

/** `encode`, whose bytes may be overwritten by the next call. */
function encodeInPlace(text: Uint8Array, request: JoinRequest): Uint8Array {
  return encodeByKernel(text, request.encoding) ?? encode(text, request)
}

function encode(text: Uint8Array, request: JoinRequest): Uint8Array {
  const encoded = findEncoded(text, request.encoding)
  if (encoded === undefined) throw badSegment('cells')
  return encoded
}

function findCells(slice: Slice, column: number): Uint8Array {
  const cells = slice.segments.find((segment) => segment.column === column && segment.kind === 'cells')
  if (cells === undefined || !isUtf8(cells.bytes)) throw badSegment('cells')
  return new Uint8Array(cells.bytes.buffer, cells.bytes.byteOffset, cells.bytes.byteLength)
}

function sourceBytes(slice: Slice, column: number): Uint8Array {
  const source = slice.segments.find((segment) => segment.column === column && segment.kind === 'source')
  return source?.bytes ?? NO_ENTRIES
}

/** Each cell's LF makes room for a delimiter or the first byte of a line end. */
function mostBytes(
  slice: Slice,
  request: JoinRequest,
  cells: readonly Uint8Array[],
  layout: Uint8Array,
): number {
  let most = layout.length + slice.rows * request.lineEnd.length
  for (const bytes of cells) most += bytes.length
  if (request.rowNumberFrom !== undefined) most += slice.rows * 17
  return most
}

function writeNumber(number: number, out: Uint8Array, at: number): number {
  const digits = String(number)
  for (let i = 0; i < digits.length; i++) out[at + i] = digits.charCodeAt(i)
  return at + digits.length
}
