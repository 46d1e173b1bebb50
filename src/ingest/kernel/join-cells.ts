import { type KernelMemory, openKernelMemory } from '../../kernel/kernel.ts'
import { SPECIALS_BYTES, writeSpecials } from './specials.ts'

/** A column of some rows: its cells, and the rows, ascending, whose cell stands in the export without its quotes. */
export interface KernelColumn {
  readonly cells: Uint8Array
  readonly bareRows: readonly number[]
}

const NO_MORE = 0xffffffff
const MOST_KEPT_BYTES = 256 * 1024 * 1024
let kept: KernelMemory | undefined

/** How rows are written. */
export interface KernelRows {
  readonly delimiter: string
  readonly lineEnd: string
  /** Writes a first field with the row's number, counted from here, which is at least 1. */
  readonly rowNumberFrom?: number | undefined
}

/** A row number of 32 bits and its delimiter. */
const NUMBER_BYTES = 11

/**
 * Rows from columns of cells, or undefined if `joinAllFields` must do it itself: a fault, no kernel, no memory.
 * They lie behind what was taken of `into`, where cells that lie there too are read in their place; without it they lie
 * in memory of this thread, valid until the next call.
 */
export function joinCells(
  columns: readonly KernelColumn[],
  rows: number,
  { delimiter, lineEnd, rowNumberFrom = 0 }: KernelRows,
  into?: KernelMemory,
): Uint8Array | undefined {
  const memory = into ?? kept ?? openKernelMemory()
  const width = columns.length
  const cellBytes = columns.reduce((sum, { cells }) => sum + cells.length, 0)
  if (memory === undefined || width === 0 || rows * width > cellBytes) return undefined
  if (rowNumberFrom + rows > 0xffffffff) return undefined
  if (into === undefined) memory.clear()
  const places = placeColumns(memory, columns)
  // Each cell's LF makes room for a delimiter or the first byte of a line end; only a second byte is more.
  const more = rowNumberFrom > 0 ? 1 + NUMBER_BYTES : 1
  const [tablesAt, out] =
    places === undefined ? [] : (memory.take([SPECIALS_BYTES + 12 * width, cellBytes + more * rows]) ?? [])
  if (into === undefined) kept = memory.bytes.length > MOST_KEPT_BYTES ? undefined : memory
  if (places === undefined || tablesAt === undefined || out === undefined) return undefined
  const tables = new Uint32Array(memory.buffer, tablesAt + SPECIALS_BYTES, 3 * width)
  for (const [column, { start, list }] of places.entries()) {
    tables[column] = start
    tables[column + width] = start + columns[column]!.cells.length
    tables[column + 2 * width] = list
  }
  const { bytes, call } = memory
  writeSpecials(bytes.subarray(tablesAt), delimiter.charCodeAt(0))
  const [first, second] = [lineEnd.charCodeAt(0), lineEnd.length > 1 ? lineEnd.charCodeAt(1) : 0]
  const anyBare = columns.some(({ bareRows }) => bareRows.length > 0)
  const startsAt = tablesAt + SPECIALS_BYTES
  const lists = [startsAt, startsAt + 4 * width, anyBare ? startsAt + 8 * width : 0]
  const marks = [tablesAt, delimiter.charCodeAt(0), first, second]
  const length = call.joinCells(rows, width, ...lists, ...marks, rowNumberFrom, out)
  return length < 0 ? undefined : bytes.subarray(out, out + length)
}

/** Where each column's cells begin, copied there unless they are there, and where its list of bare rows does. */
function placeColumns(
  memory: KernelMemory,
  columns: readonly KernelColumn[],
): { readonly start: number; readonly list: number }[] | undefined {
  const found = columns.map(({ cells }) => memory.find(cells))
  const places = memory.take(
    columns.flatMap(({ cells, bareRows }, column) => [
      found[column] === undefined ? cells.length : 0,
      4 * (bareRows.length + 1),
    ]),
  )
  return (
    places &&
    columns.map(({ cells, bareRows }, column) => {
      const [place, list] = [places[2 * column]!, places[2 * column + 1]!]
      if (found[column] === undefined) memory.bytes.set(cells, place)
      new Uint32Array(memory.buffer, list, bareRows.length + 1).set([...bareRows, NO_MORE])
      return { start: found[column] ?? place, list }
    })
  )
}
