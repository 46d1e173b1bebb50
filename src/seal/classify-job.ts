import { createScanCounts, type ScanCounts, scanSegment } from '../classify/index.ts'
import { type CsvDialect, cutSlice, type SliceFault, SliceRefused } from '../ingest/index.ts'
import type { Slice } from '../table.ts'

export interface ClassifySetup {
  readonly dialects: readonly CsvDialect[]
}

export interface ClassifyJob {
  readonly table: number
  readonly slice: number
  readonly offset: number
  readonly last: boolean
  readonly bytes: Uint8Array
}

/** A slice cut into columns, for the sample, and what the scan of every row found, by column. */
export type ClassifyResult =
  | { readonly slice: Slice; readonly lineEnds: number; readonly scans: readonly ScanCounts[] }
  | { readonly fault: SliceFault }

export function classifySlice({ dialects }: ClassifySetup, job: ClassifyJob): ClassifyResult {
  const dialect = dialects[job.table] as CsvDialect
  try {
    const slice = cutSlice(job.bytes, dialect, { number: job.slice, offset: job.offset, last: job.last })
    const scans = Array.from({ length: dialect.columns }, createScanCounts)
    for (const { column, kind, bytes } of slice.segments) {
      const scan = kind === 'cells' ? scans[column] : undefined
      if (scan !== undefined) scanSegment(bytes, scan)
    }
    return { slice, lineEnds: slice.lineEnds, scans }
  } catch (error) {
    if (error instanceof SliceRefused) return { fault: error.fault }
    throw error
  }
}
