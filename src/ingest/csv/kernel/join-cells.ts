import { aligned, type KernelMemory, OVERREACH, openKernelMemory } from './kernel.ts'
import { SPECIALS_BYTES, writeSpecials } from './specials.ts'

const MOST_KEPT_BYTES = 256 * 1024 * 1024
let kept: KernelMemory | undefined

/**
 * Rows from columns of cells, or undefined if `joinFields` must do it itself: a fault, no kernel, no memory.
 * They lie in kernel memory: valid until the next call.
 */
export function joinCells(
  columns: readonly Uint8Array[],
  rows: number,
  { delimiter, lineEnd }: { readonly delimiter: string; readonly lineEnd: string },
): Uint8Array | undefined {
  const memory = kept ?? openKernelMemory()
  const width = columns.length
  if (memory === undefined || width === 0) return undefined
  const [specialsAt, startsAt, endsAt] = [0, SPECIALS_BYTES, SPECIALS_BYTES + 4 * width]
  let at = aligned(endsAt + 4 * width)
  const starts = columns.map((cells) => {
    const start = at
    at = aligned(at + cells.length + OVERREACH)
    return start
  })
  const outAt = at
  const cellBytes = columns.reduce((sum, cells) => sum + cells.length, 0)
  // Each cell's LF makes room for a delimiter or the first byte of a line end; only a second byte is more.
  if (!memory.reserve(outAt + cellBytes + rows + OVERREACH)) return undefined
  kept = memory.bytes.length > MOST_KEPT_BYTES ? undefined : memory
  const { bytes, call } = memory
  const [startOf, endOf] = [startsAt, endsAt].map((from) => new Uint32Array(memory.buffer, from, width))
  for (const [column, start] of starts.entries()) {
    const cells = columns[column]!
    bytes.set(cells, start)
    startOf![column] = start
    endOf![column] = start + cells.length
  }
  const [first, second] = [lineEnd.charCodeAt(0), lineEnd.length > 1 ? lineEnd.charCodeAt(1) : 0]
  writeSpecials(bytes, delimiter.charCodeAt(0))
  const marks = [specialsAt, delimiter.charCodeAt(0), first, second]
  const length = call.joinCells(rows, width, startsAt, endsAt, ...marks, outAt)
  return length < 0 ? undefined : bytes.subarray(outAt, outAt + length)
}
