import { isUtf8 } from 'node:buffer'
import { ROW_BYTES } from '../../limits.ts'
import { findBadByte, wholeUtf8 } from '../encoding/decode.ts'
import type { SourceFile } from '../source-file.ts'
import { JsonFault, jsonFaultToError } from './fault.ts'
import { ElementFinder, LineFinder } from './find-rows.ts'

export type JsonForm = 'jsonl' | 'json'

/** Bytes of one read. */
const READ_BYTES = 512 * 1024

export interface RowsRequest {
  /** Where the rows begin: behind a byte order mark. */
  readonly start: number
  readonly readBytes?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** Rows that lie in memory together, until the next are asked for. */
export interface RowBatch {
  readonly bytes: Uint8Array
  /** Of the first of these bytes, in the file. */
  readonly offset: number
  /** Start and end of each row. */
  readonly places: readonly number[]
}

/**
 * Reads a file's rows, some at a time; memory is bounded by the longest row. Every byte is UTF-8 by then.
 * @returns lines that hold no row
 * @throws DatadeedError ENCODING, SYNTAX, SHAPE, LIMIT, CHANGED, IO_READ
 */
export async function* readRows(
  file: SourceFile,
  form: JsonForm,
  { start, readBytes = READ_BYTES, signal }: RowsRequest,
): AsyncGenerator<RowBatch, number> {
  const finder = form === 'jsonl' ? new LineFinder() : new ElementFinder()
  let bytes = new Uint8Array(2 * readBytes)
  let [offset, filled, checked] = [start, 0, 0]
  for (;;) {
    signal?.throwIfAborted()
    const more = Math.min(readBytes, file.size - offset - filled)
    if (filled + more > bytes.length) bytes = enlarged(bytes, filled + more)
    await file.readInto(bytes.subarray(filled, filled + more), offset + filled)
    filled += more
    const last = offset + filled === file.size
    const fresh = bytes.subarray(checked, filled)
    const whole = last ? fresh.length : wholeUtf8(fresh)
    if (!isUtf8(fresh.subarray(0, whole))) {
      const bad = findBadByte(fresh, 'utf-8')
      throw await jsonFaultToError(file, 'encoding', offset + checked + bad)
    }
    checked += whole
    const places: number[] = []
    await placed(file, offset, () => {
      finder.scan(bytes, filled, places)
      if (last) finder.finish(bytes, filled, places)
    })
    const long = places.findIndex((place, at) => at % 2 === 1 && place - (places[at - 1] ?? 0) > ROW_BYTES)
    if (long > 0) throw await jsonFaultToError(file, 'rowSize', offset + (places[long - 1] ?? 0))
    if (places.length > 0) yield { bytes, offset, places }
    if (last) return finder.blank
    const { begun } = finder
    if (filled - begun > ROW_BYTES) throw await jsonFaultToError(file, 'rowSize', offset + begun)
    if (begun > 0) bytes.copyWithin(0, begun, filled)
    finder.shift(begun)
    offset += begun
    filled -= begun
    checked -= begun
  }
}

/** Lets something look at bytes that begin at `offset` of the file, and says where in it the fault is. */
export async function placed(file: SourceFile, offset: number, look: () => void): Promise<void> {
  try {
    look()
  } catch (cause) {
    throw cause instanceof JsonFault ? await jsonFaultToError(file, cause.kind, offset + cause.at) : cause
  }
}

function enlarged(bytes: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(least, Math.min(2 * bytes.length, least + ROW_BYTES)))
  larger.set(bytes)
  return larger
}
