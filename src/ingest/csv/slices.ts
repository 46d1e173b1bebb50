import { DatadeedError } from '../../errors.ts'
import { ROW_BYTES } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { SourceFile } from '../source-file.ts'
import type { SliceRequest, SourceSlice } from '../table-source.ts'
import type { CsvDialect } from './dialect.ts'
import { RowScanner } from './row-scanner.ts'
import { giveSliceMemoryBack, takeSliceMemory } from './slice-memory.ts'

/** Bytes of a read; small enough that little is copied over a cut, large enough to keep a disk busy. */
export const READ_BYTES = 128 * 1024

/**
 * Reads the rows of an export from `start`, cut into slices at row ends. The last slice comes only after the file
 * was found unchanged.
 *
 * A row without end in sight is handed over as it is, in a slice that `cutSlice` refuses with its place.
 *
 * @throws CHANGED, IO_READ, LIMIT
 */
export async function* readSlices(
  file: SourceFile,
  start: number,
  dialect: CsvDialect,
  request: SliceRequest,
): AsyncGenerator<SourceSlice> {
  const readBytes = request.readBytes ?? READ_BYTES
  const usual = request.sliceBytes + 2 * readBytes
  const scanner = new RowScanner(request, dialect.encoding, dialect.columns)
  let memory = takeSliceMemory(usual)
  let filled = 0
  let scanned = 0
  let offset = start
  let number = 0
  let expected = 0
  const slice = (end: number, last: boolean): SourceSlice => {
    const taken = memory
    return {
      number,
      offset,
      last,
      rowEnds: scanner.rows + (scanner.inside && last ? 1 : 0),
      bytes: taken.bytes.subarray(0, end),
      readTo: offset + end,
      release: once(() => giveSliceMemoryBack(taken)),
    }
  }
  for (;;) {
    const end = scanner.scan(memory, scanned, filled)
    scanned = filled
    if (end >= 0) {
      const following = takeSliceMemory(Math.max(usual, filled - end))
      following.bytes.set(memory.bytes.subarray(end, filled))
      yield slice(end, false)
      scanner.restart()
      memory = following
      offset += end
      filled -= end
      expected = Math.min(end, request.sliceBytes)
      scanned = 0
      number++
      continue
    }
    if (offset + filled === file.size) break
    if (filled - scanner.begun > ROW_BYTES) {
      if (scanner.inside) yield slice(filled, false)
      throw noRowEnd(file)
    }
    request.signal?.throwIfAborted()
    const room = evenly(Math.max(readBytes, expected - filled))
    await file.reach(offset + filled + room + 1)
    const wanted = Math.min(room, file.size - offset - filled)
    memory.reserve(filled + wanted)
    await file.readInto(memory.bytes.subarray(filled, filled + wanted), offset + filled)
    filled += wanted
  }
  if (filled > 0 && scanner.rows === 0 && !scanner.inside) throw noRowEnd(file)
  await file.assertUnchanged()
  if (filled > 0) yield slice(filled, true)
}

/** Blank lines without end, or a row that `cutSlice` has refused before anybody asks for more. */
function noRowEnd(file: SourceFile): DatadeedError {
  return new DatadeedError('LIMIT', say().ingest.noRowEnd({ path: printable(file.path), most: ROW_BYTES }), {
    hints: [say().ingest.hintCheckExport],
  })
}

/** UTF-16 is read in whole units. */
function evenly(bytes: number): number {
  return bytes + (bytes % 2)
}

function once(act: () => void): () => void {
  let done = false
  return () => {
    if (!done) act()
    done = true
  }
}
