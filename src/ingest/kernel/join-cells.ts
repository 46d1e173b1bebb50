import { aligned, type KernelMemory, OVERREACH, openKernelMemory } from '../../kernel/kernel.ts'
import { SPECIALS_BYTES, writeSpecials } from './specials.ts'

/** A column of some rows: its cells, and the rows, ascending, whose cell stands in the export without its quotes. */
export interface KernelColumn {
  readonly cells: Uint8Array
  readonly bareRows: readonly number[]
}

const NO_MORE = 0xffffffff
const MOST_KEPT_BYTES = 256 * 1024 * 1024
let kept: KernelMemory | undefined

/**
 * Rows from columns of cells, or undefined if `joinAllFields` must do it itself: a fault, no kernel, no memory.
 * They lie in kernel memory: valid until the next call.
 */
export function joinCells(
  columns: readonly KernelColumn[],
  rows: number,
  { delimiter, lineEnd }: { readonly delimiter: string; readonly lineEnd: string },
): Uint8Array | undefined {
  const memory = kept ?? openKernelMemory()
  const width = columns.length
  const cellBytes = columns.reduce((sum, { cells }) => sum + cells.length, 0)
  if (memory === undefined || width === 0 || rows * width > cellBytes) return undefined
  const [specialsAt, startsAt] = [0, SPECIALS_BYTES]
  const [endsAt, bareAt] = [startsAt + 4 * width, startsAt + 8 * width]
  let at = aligned(bareAt + 4 * width)
  const places = columns.map(({ cells, bareRows }) => {
    const start = at
    const listAt = aligned(start + cells.length + OVERREACH)
    at = aligned(listAt + 4 * (bareRows.length + 1))
    return { start, end: start + cells.length, listAt }
  })
  // Each cell's LF makes room for a delimiter or the first byte of a line end; only a second byte is more.
  if (!memory.reserve(at + cellBytes + rows)) return undefined
  kept = memory.bytes.length > MOST_KEPT_BYTES ? undefined : memory
  const { bytes, call } = memory
  const tables = new Uint32Array(memory.buffer, startsAt, 3 * width)
  for (const [column, { start, end, listAt }] of places.entries()) {
    const { cells, bareRows } = columns[column]!
    bytes.set(cells, start)
    tables[column] = start
    tables[column + width] = end
    tables[column + 2 * width] = listAt
    new Uint32Array(memory.buffer, listAt, bareRows.length + 1).set([...bareRows, NO_MORE])
  }
  writeSpecials(bytes, delimiter.charCodeAt(0))
  const [first, second] = [lineEnd.charCodeAt(0), lineEnd.length > 1 ? lineEnd.charCodeAt(1) : 0]
  const marks = [specialsAt, delimiter.charCodeAt(0), first, second]
  const anyBare = columns.some(({ bareRows }) => bareRows.length > 0)
  const length = call.joinCells(rows, width, startsAt, endsAt, anyBare ? bareAt : 0, ...marks, at)
  return length < 0 ? undefined : bytes.subarray(at, at + length)
}
