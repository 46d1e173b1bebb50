import { aligned, type KernelMemory, OVERREACH, openKernelMemory } from '../../kernel/kernel.ts'
import { FIELD_BYTES, ROW_BYTES } from '../../limits.ts'
import type { CsvDialect } from '../csv/dialect.ts'
import type { FieldMap } from '../csv/find-fields.ts'
import { SPECIALS_BYTES, writeSpecials } from './specials.ts'

/** The fields of a slice without anything out of the ordinary. It lies in kernel memory: valid until the next call. */
export interface KernelFieldMap extends FieldMap {
  /** True if every row ends with the dialect's line end and no line is blank. */
  readonly evenRows: boolean
  /** The bytes of each column's `cells` segment; they too are valid until the next call of `findCells`. */
  copyCells(): Uint8Array[]
}

/** Four bytes for each of the 16 KiB that kernel.as marks at once, and what it overwrites behind them. */
const MARKS_BYTES = 4 * 16 * 1024 + OVERREACH
/** Larger memory than this is given up after use: rows of many MiB are rare. */
const MOST_KEPT_BYTES = 256 * 1024 * 1024
let kept: KernelMemory | undefined

/** What `findFields` finds, or undefined if it must do the slice itself: a fault, no kernel, no memory. */
export function findCells(
  text: Uint8Array,
  { delimiter, lineEnd, columns }: Pick<CsvDialect, 'delimiter' | 'lineEnd' | 'columns'>,
): KernelFieldMap | undefined {
  const memory = kept ?? openKernelMemory()
  if (memory === undefined || columns === 0) return undefined
  const [specialsAt, cellBytesAt, goesToAt] = [0, SPECIALS_BYTES, SPECIALS_BYTES + 4 * columns]
  const marksAt = aligned(goesToAt + 4 * columns)
  const textAt = marksAt + MARKS_BYTES
  // Every field has at least the byte that ends it; a bare one has its comma too.
  const rowStartsAt = aligned(textAt + text.length + OVERREACH)
  const endsAt = aligned(rowStartsAt + 4 * (text.length / columns + 1))
  const bareAt = aligned(endsAt + 4 * text.length)
  const cellsAt = aligned(bareAt + 2 * text.length)
  if (!memory.reserve(cellsAt)) return undefined
  kept = memory.bytes.length > MOST_KEPT_BYTES ? undefined : memory
  const { bytes, call } = memory
  writeSpecials(bytes, delimiter.charCodeAt(0))
  bytes.fill(0, cellBytesAt, goesToAt)
  bytes.set(text, textAt)
  const shape = [delimiter.charCodeAt(0), columns, lineEnd.charCodeAt(0) + 256 * lineEnd.length]
  const most = [FIELD_BYTES, ROW_BYTES]
  const into = [marksAt, rowStartsAt, endsAt, bareAt, cellBytesAt]
  if (!call.findFields(textAt, text.length, ...shape, specialsAt, ...most, ...into)) return undefined
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
    evenRows: call.oddRows.value === 0,
    copyCells() {
      const goesTo = numbers(goesToAt, columns)
      let at = cellsAt
      for (let column = 0; column < columns; column++) {
        goesTo[column] = at
        at += cellBytes[column]! + OVERREACH
      }
      if (!memory.reserve(at)) throw new RangeError('no memory for the cells of a slice')
      const starts = goesTo.slice()
      call.copyCells(textAt, rows, columns, rowStartsAt, endsAt, bareAt, bareFields, goesToAt)
      return Array.from(starts, (start, column) => memory.bytes.subarray(start, goesTo[column]))
    },
  }
}
