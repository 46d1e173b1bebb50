import type { RowScanner, ScanMemory } from '../../../src/ingest/csv/row-scanner.ts'

/** Every slice's end and what the scanner says of it; the bytes move to the front as the slices do. */
export function allEnds(
  scanner: RowScanner,
  memory: ScanMemory,
  text: Uint8Array,
  reads: readonly number[],
): unknown[] {
  const told: unknown[] = []
  let [filled, scanned, begun] = [0, 0, 0]
  for (let read = 0; begun + filled < text.length || scanned < filled; ) {
    if (scanned === filled)
      filled = Math.min(filled + (reads[read++ % reads.length] ?? 1), text.length - begun)
    const end = scanner.scan(memory, scanned, filled)
    told.push([begun, filled, end, scanner.rows, scanner.begun, scanner.inside])
    scanned = filled
    if (end < 0) continue
    memory.bytes.set(text.subarray(begun + end, begun + filled))
    begun += end
    filled -= end
    scanned = 0
    scanner.restart()
    if (end === 0) throw new Error('a slice without bytes')
  }
  return told
}
