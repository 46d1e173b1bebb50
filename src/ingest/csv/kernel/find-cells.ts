import { FIELD_BYTES, ROW_BYTES } from '../../../limits.ts'
import type { FieldMap } from '../find-fields.ts'
import { aligned, type KernelMemory, OVERREACH, openKernelMemory } from './kernel.ts'
import { SPECIALS_BYTES, writeSpecials } from './specials.ts'

/** The fields of a slice without anything out of the ordinary. It lies in kernel memory: valid until the next call. */
export interface KernelFieldMap extends FieldMap {
  /** The bytes of each column's `cells` segment; they too are valid until the next call of `findCells`. */
  copyCells(): Uint8Array[]
}

/** Larger memory than this is given up after use: rows of many MiB are rare. */
const MOST_KEPT_BYTES = 256 * 1024 * 1024
let kept: KernelMemory | undefined

/** What `findFields` finds, or undefined if it must do the slice itself: a fault, no kernel, no memory. */
export function findCells(text: Uint8Array, delimiter: number, columns: number): KernelFieldMap | undefined {
  const memory = kept ?? openKernelMemory()
  if (memory === undefined || columns === 0) return undefined
  // Every field has at least the byte that ends it; a bare one has its comma too.
  const textAt = aligned(SPECIALS_BYTES + 8 * columns)
  const rowStartsAt = aligned(textAt + text.length + OVERREACH)
  const endsAt = aligned(rowStartsAt + 4 * (text.length / columns + 1))
  const bareAt = aligned(endsAt + 4 * text.length)
  const cellsAt = aligned(bareAt + 2 * text.length)
  if (!memory.reserve(cellsAt)) return undefined
  kept = memory.bytes.length > MOST_KEPT_BYTES ? undefined : memory
  const { bytes, call } = memory
  bytes.fill(0, SPECIALS_BYTES, textAt)
  writeSpecials(bytes, delimiter)
  bytes.set(text, textAt)
  const [specialsAt, cellBytesAt] = [0, SPECIALS_BYTES]
  const sizes = [delimiter, columns, specialsAt, FIELD_BYTES, ROW_BYTES]
  if (!call.findFields(textAt, text.length, ...sizes, rowStartsAt, endsAt, bareAt, cellBytesAt))
    return undefined
  const numbers = (at: number, count: number) => new Uint32Array(memory.buffer, at, count)
  const rows = call.rows.value
  const bareFields = call.bareFields.value
  const cellBytes = numbers(cellBytesAt, columns)
  return {
    rows,
    columns,
    rowStarts: numbers(rowStartsAt, rows),
    ends: numbers(endsAt, rows * columns),
    bare: numbers(bareAt, bareFields),
    cellBytes,
    lineEnds: call.lineEnds.value,
    copyCells() {
      const goesTo = numbers(SPECIALS_BYTES + 4 * columns, columns)
      let at = cellsAt
      for (let column = 0; column < columns; column++) {
        goesTo[column] = at
        at += cellBytes[column]! + OVERREACH
      }
      if (!memory.reserve(at)) throw new RangeError('no memory for the cells of a slice')
      const starts = goesTo.slice()
      const rowMaps = [rowStartsAt, endsAt, bareAt, bareFields]
      call.copyCells(textAt, rows, columns, ...rowMaps, goesTo.byteOffset)
      return Array.from(starts, (start, column) => memory.bytes.subarray(start, goesTo[column]))
    },
  }
}
