import type { Segment } from '../table.ts'
import type { ColumnScan } from './column.ts'
import { openCells } from './kernel/scan-cells.ts'
import { createScanCounts, mergeScanCounts, type ScanCounts, scanSegment } from './scan.ts'

export { isBlank, normaliseCell } from './cell.ts'
export { type DayOrder, findMonth, type MonthReading } from './months.ts'

/** What classification needs of a slice; a thread reads it while it has the segments in hand. Both by column. */
export interface SliceReading {
  /** The cells of the rows that were asked for, decoded, '' for an empty one. */
  readonly cells: readonly (readonly string[])[]
  /** What the scan of all its cells counted. */
  readonly scans: readonly ColumnScan[]
}

/** Bytes of one cell that are decoded; what follows is not examined. */
const SAMPLE_CELL_BYTES = 8192

const LF = 10
const QUOTE = 34

/** Scans every cell of a slice and takes those of the wanted rows (ascending), in one way over the bytes. */
export function readSegments(
  segments: readonly Segment[],
  columns: number,
  wanted: readonly number[],
): SliceReading {
  const scans = Array.from({ length: columns }, createScanCounts)
  const cells = Array.from({ length: columns }, (): string[] => [])
  for (const { column, kind, bytes } of segments) {
    const scan = kind === 'cells' ? scans[column] : undefined
    if (scan === undefined) continue
    const segment = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    cells[column] = readByKernel(segment, wanted, scan) ?? read(segment, wanted, scan)
  }
  return { cells, scans }
}

/** The reference, and the way where there is no kernel. */
function read(bytes: Buffer, wanted: readonly number[], into: ScanCounts): string[] {
  scanSegment(bytes, into)
  let at = 0
  let row = 0
  return wanted.map((target) => {
    for (; row < target; row++) at = endOfField(bytes, at) + 1
    return decodeField(bytes, at, endOfField(bytes, at))
  })
}

function readByKernel(bytes: Buffer, wanted: readonly number[], into: ScanCounts): string[] | undefined {
  const reader = openCells(bytes)
  if (reader === undefined) return undefined
  const scan = createScanCounts()
  const cells: string[] = []
  let at = 0
  let row = 0
  for (const target of wanted) {
    if (target !== row) {
      const counted = reader.next(target - scan.cells)
      if (counted === undefined) return undefined
      mergeScanCounts(scan, counted)
      at = reader.position
    }
    const end = endOfField(bytes, at)
    cells.push(decodeField(bytes, at, end))
    at = end + 1
    row = target + 1
  }
  const rest = reader.next()
  if (rest === undefined) return undefined
  mergeScanCounts(scan, rest)
  mergeScanCounts(into, scan)
  return cells
}

/** Position of the LF that ends the field beginning at `at`: the first one outside quotes. */
function endOfField(bytes: Uint8Array, at: number): number {
  let from = at
  if (bytes[at] === QUOTE) {
    from = at + 1
    for (;;) {
      const quote = bytes.indexOf(QUOTE, from)
      if (quote < 0) return bytes.length
      if (bytes[quote + 1] !== QUOTE) {
        from = quote + 1
        break
      }
      from = quote + 2
    }
  }
  const lf = bytes.indexOf(LF, from)
  return lf < 0 ? bytes.length : lf
}

function decodeField(bytes: Buffer, at: number, end: number): string {
  const text = bytes.toString('utf8', at, Math.min(end, at + SAMPLE_CELL_BYTES))
  if (bytes[at] !== QUOTE) return text
  const inside = end - at <= SAMPLE_CELL_BYTES ? text.slice(1, -1) : text.slice(1)
  return inside.replaceAll('""', '"')
}
