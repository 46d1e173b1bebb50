import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { ROW_LAYOUT, type Segment, type SegmentKind } from '../table.ts'
import { bufferOf } from './binary.ts'

/** FORMAT.md section 10.1; 4 is reserved. */
export const KIND_NUMBERS: Readonly<Record<SegmentKind, number>> = { cells: 1, source: 2, tags: 3 }

const HEAD_BYTES = 8
const RECORD_BYTES = 12

/** What a block of one compartment must hold. */
export interface FrameShape {
  readonly rows: number
  /** The compartment's assigned columns, ascending. */
  readonly columns: readonly number[]
  /** Whether this compartment carries the table's row layout. */
  readonly layout: boolean
  /** Whether the table's source is typed: its columns may have `tags`, and none has a `source`. */
  readonly typed?: boolean | undefined
}

/** Bytes of a frame before the first of so many segments. */
export function frameHeadLength(segments: number): number {
  return HEAD_BYTES + RECORD_BYTES * segments
}

export function frameLength(segments: readonly Segment[]): number {
  return segments.reduce((sum, { bytes }) => sum + bytes.length, frameHeadLength(segments.length))
}

/**
 * The place of a frame whose segments lie one behind the other already, with `headBytes` free before the first;
 * undefined if they do not.
 */
export function findFramePlace(segments: readonly Segment[], headBytes: number): Uint8Array | undefined {
  const [first] = segments
  if (first === undefined || headBytes !== frameHeadLength(segments.length)) return undefined
  const { buffer, byteOffset } = first.bytes
  let end = byteOffset
  for (const { bytes } of segments) {
    if (bytes.buffer !== buffer || bytes.byteOffset !== end) return undefined
    end += bytes.length
  }
  return new Uint8Array(buffer, byteOffset - headBytes, headBytes + end - byteOffset)
}

/**
 * Writes directory and segments into `frame`, which is exactly frameLength long; segments that lie in their place stay
 * there. Segments ascend by column and kind.
 */
export function writeFrame(rows: number, segments: readonly Segment[], frame: Uint8Array): void {
  const out = bufferOf(frame)
  out.writeUInt32BE(rows, 0)
  out.writeUInt32BE(segments.length, 4)
  let at = frameHeadLength(segments.length)
  for (const [number, { column, kind, bytes }] of segments.entries()) {
    const record = HEAD_BYTES + RECORD_BYTES * number
    out.writeUInt32BE(column, record)
    // The kind and three zero bytes.
    out.writeUInt32BE(KIND_NUMBERS[kind] * 0x1000000, record + 4)
    out.writeUInt32BE(bytes.length, record + 8)
    const inPlace = bytes.buffer === frame.buffer && bytes.byteOffset === frame.byteOffset + at
    if (!inPlace) out.set(bytes, at)
    at += bytes.length
  }
}

/**
 * Reads a frame's directory and returns its segments as views.
 * @throws DatadeedError UNSUPPORTED for a kind that this version does not know, DAMAGED for all else
 */
export function parseFrame(bytes: Uint8Array, shape: FrameShape): Segment[] {
  const frame = bufferOf(bytes)
  if (frame.length < HEAD_BYTES) throw damaged()
  const count = frame.readUInt32BE(4)
  if (frame.readUInt32BE(0) !== shape.rows || count > 2 * shape.columns.length + 1) throw damaged()
  let at = HEAD_BYTES + RECORD_BYTES * count
  if (at > frame.length) throw damaged()
  const segments: Segment[] = []
  for (let record = HEAD_BYTES; segments.length < count; record += RECORD_BYTES) {
    const column = frame.readUInt32BE(record)
    const kind = kindOf(frame.readUInt8(record + 4))
    if (frame.readUIntBE(record + 5, 3) !== 0) throw damaged()
    const end = at + frame.readUInt32BE(record + 8)
    if (end > frame.length) throw damaged()
    segments.push({ column, kind, bytes: bytes.subarray(at, end) })
    at = end
  }
  if (at !== frame.length || !fits(segments, shape)) throw damaged()
  return segments
}

function kindOf(number: number): SegmentKind {
  if (number === KIND_NUMBERS.cells) return 'cells'
  if (number === KIND_NUMBERS.source) return 'source'
  if (number === KIND_NUMBERS.tags) return 'tags'
  throw new DatadeedError('UNSUPPORTED', say().deed.unknownKind({ kind: number }), {
    hints: [say().deed.newerVersionHint],
  })
}

/** Each assigned column's `cells`, maybe followed by its `source` or `tags`; behind them the row layout where it belongs. */
function fits(segments: readonly Segment[], { columns, layout, typed = false }: FrameShape): boolean {
  let at = 0
  const take = (column: number, kind: SegmentKind): boolean => {
    const segment = segments[at]
    if (segment?.column !== column || segment.kind !== kind) return false
    at += 1
    return true
  }
  for (const column of columns) {
    if (!take(column, 'cells')) return false
    take(column, typed ? 'tags' : 'source')
  }
  if (layout && !typed) take(ROW_LAYOUT, 'source')
  return at === segments.length
}

function damaged(): DatadeedError {
  return new DatadeedError('DAMAGED', say().deed.frameDamaged)
}
