import { classifyTable, SAMPLE_HEAD_ROWS, SampleCollector } from '../classify/index.ts'
import { readSegments } from '../classify/read-segments.ts'
import { cutSliceInPlace, faultToError, SliceRefused, type SourceSlice } from '../ingest/index.ts'
import { SLICE_BYTES } from '../limits.ts'
import type { ClassifiedExport, ClassifyOptions } from './classify-exports.ts'
import type { NamedExport } from './open-exports.ts'

/** The first rows of every export and what they say of its columns, so that sealing can begin. */
export async function classifyHeads(
  named: readonly NamedExport[],
  { signal, progress }: Omit<ClassifyOptions, 'workers'>,
): Promise<ClassifiedExport[]> {
  const total = named.reduce((sum, { source }) => sum + source.size, 0)
  const classified: ClassifiedExport[] = []
  let bytes = 0
  for (const table of named) {
    const slice = await readHead(table, signal)
    const head = classifyHead(table, slice)
    bytes += slice?.bytes.length ?? 0
    slice?.release()
    classified.push(head)
    progress?.({ phase: 'classify', table: table.name, bytes, total, rows: head.rows })
  }
  return classified
}

/** Undefined for an export without rows. */
async function readHead({ source }: NamedExport, signal?: AbortSignal): Promise<SourceSlice | undefined> {
  const bounds = { sliceBytes: SLICE_BYTES, sliceRows: SAMPLE_HEAD_ROWS }
  for await (const slice of source.slices({ ...bounds, signal })) return slice
  return undefined
}

function classifyHead({ name, source }: NamedExport, slice: SourceSlice | undefined): ClassifiedExport {
  const { dialect, columns, preambleLines, path } = source
  const sample = new SampleCollector(columns)
  if (slice !== undefined) {
    try {
      const { rows, segments } = cutSliceInPlace(slice.bytes, dialect, slice)
      const wanted = sample.choose({ rows, bytes: slice.bytes.length, last: slice.last })
      sample.add(rows, readSegments(segments, columns.length, wanted))
    } catch (cause) {
      const { path: file, linesBefore } = slice.begins ?? { path, linesBefore: preambleLines }
      throw cause instanceof SliceRefused ? faultToError(cause.fault, linesBefore, file) : cause
    }
  }
  const decisions = classifyTable({ name, columns: sample.samples() }, { evidence: 'telling' })
  const { rows } = sample
  sample.rewind()
  return { name, source, rows, decisions, unfinished: slice === undefined || slice.last ? undefined : sample }
}
