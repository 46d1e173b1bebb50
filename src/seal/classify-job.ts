import { readSegments, type SliceReading } from '../classify/read-segments.ts'
import { type CsvDialect, cutSliceInPlace, type SliceFault, SliceRefused } from '../ingest/cut-and-join.ts'

export interface ClassifySetup {
  readonly dialects: readonly CsvDialect[]
}

export interface ClassifyJob {
  readonly table: number
  readonly slice: number
  readonly offset: number
  readonly last: boolean
  readonly bytes: Uint8Array
  /** Rows to take for the sample. */
  readonly wanted: readonly number[]
}

export type ClassifyResult =
  | { readonly rows: number; readonly lineEnds: number; readonly reading: SliceReading }
  | { readonly fault: SliceFault }

export function classifySlice({ dialects }: ClassifySetup, job: ClassifyJob): ClassifyResult {
  const dialect = dialects[job.table] as CsvDialect
  try {
    const place = { number: job.slice, offset: job.offset, last: job.last }
    const { rows, lineEnds, segments } = cutSliceInPlace(job.bytes, dialect, place)
    return { rows, lineEnds, reading: readSegments(segments, dialect.columns, job.wanted) }
  } catch (error) {
    if (error instanceof SliceRefused) return { fault: error.fault }
    throw error
  }
}
