import { type KernelMemory, OVERREACH, openKernelMemory } from '../../kernel/kernel.ts'
import { FIELD_BYTES, ROW_BYTES } from '../../limits.ts'
import type { CsvDialect } from '../csv/dialect.ts'
import type { FieldMap } from '../csv/find-fields.ts'
import { SPECIALS_BYTES, writeSpecials } from './specials.ts'

/** The fields of a slice without anything out of the ordinary. It lies in kernel memory: valid until the next call. */
export interface KernelFieldMap extends FieldMap {
  /** True if every row ends with the dialect's line end and no line is blank. */
  readonly evenRows: boolean
  /** The bytes of each column's `cells` segment; they too are valid until the next call of `findCells`. */
  copyCells(groups?: readonly CellGroup[]): Uint8Array[]
}

/** Columns whose cells shall lie one behind the other, and how many bytes stay free before the first. */
export interface CellGroup {
  readonly columns: readonly number[]
  readonly headBytes: number
}

/** Four bytes for each of the 16 KiB that kernel.as marks at once, and what it overwrites behind them. */
const MARKS_BYTES = 4 * 16 * 1024 + OVERREACH
/** Larger memory than this is given up after use: rows of many MiB are rare. */
const MOST_KEPT_BYTES = 256 * 1024 * 1024
type Places = [number, number, number, number, number, number, number, number]
let kept: KernelMemory | undefined

/** What `findFields` finds, or undefined if it must do the slice itself: a fault, no kernel, no memory. */
export function findCells(
  text: Uint8Array,
  { delimiter, lineEnd, columns }: Pick<CsvDialect, 'delimiter' | 'lineEnd' | 'columns'>,
): KernelFieldMap | undefined {
  const memory = kept ?? openKernelMemory()
  if (memory === undefined || columns === 0) return undefined
  memory.clear()
  const places = memory.take([
    SPECIALS_BYTES,
    4 * columns,
    4 * columns,
    MARKS_BYTES,
    text.length,
    // Every field has at least the byte that ends it; a bare one has its comma too.
    4 * (text.length / columns + 1),
    4 * text.length,
    2 * text.length,
  ])
  if (places === undefined) return undefined
  const [specialsAt, cellBytesAt, goesToAt, marksAt, textAt, rowStartsAt, endsAt, bareAt] = places as Places
  kept = memory.bytes.length > MOST_KEPT_BYTES ? undefined : memory
  const { bytes, call } = memory
  writeSpecials(bytes.subarray(specialsAt), delimiter.charCodeAt(0))
  bytes.fill(0, cellBytesAt, cellBytesAt + 4 * columns)
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
    copyCells(groups = []) {
      const starts = placeCells(memory, cellBytes, groups)
      numbers(goesToAt, columns).set(starts)
      call.copyCells(textAt, rows, columns, rowStartsAt, endsAt, bareAt, bareFields, goesToAt)
      return starts.map((start, column) => memory.bytes.subarray(start, start + cellBytes[column]!))
    },
  }
}

/** Where each column's cells go: in their groups, those of none behind. */
function placeCells(
  memory: KernelMemory,
  cellBytes: Uint32Array,
  groups: readonly CellGroup[],
): readonly number[] {
  const starts: number[] = Array.from(cellBytes, () => 0)
  const rest = Array.from(cellBytes.keys()).filter(
    (column) => !groups.some(({ columns }) => columns.includes(column)),
  )
  let length = 0
  for (const { columns, headBytes } of [...groups, { columns: rest, headBytes: 0 }]) {
    length += headBytes
    for (const column of columns) {
      starts[column] = length
      length += cellBytes[column]!
    }
  }
  const [at] = memory.take([length]) ?? []
  if (at === undefined) throw new RangeError('no memory for the cells of a slice')
  return starts.map((start) => at + start)
}
