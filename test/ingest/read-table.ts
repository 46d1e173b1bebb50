import {
  assertByteExact,
  type CsvExport,
  cutSlice,
  eachCell,
  faultToError,
  joinSlice,
  SliceRefused,
  type SliceRequest,
} from '../../src/ingest/index.ts'

export interface ReadTable {
  readonly rows: string[][]
  /** All slices, joined again. */
  readonly bytes: Buffer
  readonly slices: number
}

/** Reads a whole export as sealing does: slices, cut, proved, joined. */
export async function readTable(source: CsvExport, request: SliceRequest): Promise<ReadTable> {
  const rows: string[][] = []
  const pieces: Uint8Array[] = []
  let lines = source.preambleLines
  for await (const slice of source.slices(request)) {
    const cut = cutOrExplain(source, slice, lines)
    if (cut.rows !== slice.rowEnds)
      throw new Error(`${slice.rowEnds} rows at the cut, ${cut.rows} in the slice`)
    assertByteExact(slice.bytes, cut, source.dialect)
    pieces.push(joinSlice(cut, source.dialect))
    const first = rows.length
    for (let row = 0; row < cut.rows; row++) rows.push([])
    for (const segment of cut.segments.filter(({ kind }) => kind === 'cells')) {
      let row = first
      for (const cell of eachCell(segment)) rows[row++]?.push(cell.text)
    }
    lines += cut.lineEnds
    slice.release()
  }
  return { rows, bytes: Buffer.concat(pieces), slices: pieces.length }
}

function cutOrExplain(
  source: CsvExport,
  slice: Parameters<typeof cutSlice>[2] & { bytes: Uint8Array },
  lines: number,
) {
  try {
    return cutSlice(slice.bytes, source.dialect, slice)
  } catch (cause) {
    throw cause instanceof SliceRefused ? faultToError(cause.fault, lines, source.path) : cause
  }
}
