import {
  type CellShape,
  type ColumnDecision,
  classifyTable,
  SampleCollector,
  shapeCells,
} from '../classify/index.ts'
import type { TableSource } from '../ingest/index.ts'
import { SLICE_BYTES } from '../limits.ts'
import { defaultWorkerCount, openWorkers, type WorkerPool, workerScript } from '../workers.ts'
import type { ClassifyJob, ClassifyResult, ClassifySetup } from './classify-job.ts'
import { type NamedExport, openExports } from './open-exports.ts'
import type { Classification, ClassifyRequest, SealProgress } from './request.ts'
import { runSlices } from './run-slices.ts'

export interface ClassifiedExport extends NamedExport {
  readonly rows: number
  readonly decisions: readonly ColumnDecision[]
  /** Where they are of the first rows only, which the others may contradict: the sample, to be gone on with. */
  readonly unfinished?: SampleCollector | undefined
  readonly shapes?: readonly (readonly CellShape[])[] | undefined
}

export interface ClassifyOptions {
  readonly shapes?: boolean | undefined
  readonly workers: number
  readonly signal?: AbortSignal | undefined
  readonly progress?: ((step: SealProgress) => void) | undefined
}

/** Reads every row of every export once: a sample for the detectors, a full scan for rare identifiers. */
export async function classifyNamedExports(
  named: readonly NamedExport[],
  options: ClassifyOptions,
): Promise<ClassifiedExport[]> {
  const setup: ClassifySetup = { dialects: named.map(({ source }) => source.dialect) }
  const script = workerScript(import.meta.url, 'classify-worker')
  await using pool = openWorkers<ClassifySetup, ClassifyJob, ClassifyResult>(script, setup, options.workers)
  const total = named.reduce((sum, { source }) => sum + source.size, 0)
  const classified: ClassifiedExport[] = []
  let before = 0
  for (const [table, { name, source }] of named.entries()) {
    const result = await classifyExport({ table, name, source, pool, before, total, options })
    classified.push({ name, source, ...result })
    before += source.size
  }
  return classified
}

async function classifyExport(work: {
  readonly table: number
  readonly name: string
  readonly source: TableSource
  readonly pool: WorkerPool<ClassifyJob, ClassifyResult>
  readonly before: number
  readonly total: number
  readonly options: ClassifyOptions
}): Promise<Omit<ClassifiedExport, keyof NamedExport>> {
  const { table, name, source, pool, before, total, options } = work
  const sample = new SampleCollector(source.columns)
  const bounds = { sliceBytes: SLICE_BYTES, sliceRows: Number.MAX_SAFE_INTEGER }
  const run = runSlices<ClassifyJob, Exclude<ClassifyResult, { fault: unknown }>>(source, bounds, {
    pool,
    jobOf: ({ number, offset, last, bytes, rowEnds }) => {
      const wanted = sample.choose({ rows: rowEnds, bytes: bytes.length, last })
      return { table, slice: number, offset, last, bytes, wanted }
    },
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  })
  for await (const { slice, done } of run) {
    sample.add(done.rows, done.reading)
    const { rows } = sample
    const bytes = before + slice.readTo
    options.progress?.({ phase: 'classify', table: name, bytes, total, rows })
  }
  const columns = sample.samples()
  const decisions = classifyTable({ name, columns })
  const shapes = options.shapes
    ? decisions.map((decision, place) => shapeCells(columns[place]?.values ?? [], decision))
    : undefined
  return { rows: sample.rows, decisions, shapes }
}

/** Opens exports and says of every column what it is and why. Nothing is written. */
export async function classifyExports(request: ClassifyRequest): Promise<Classification> {
  await using named = await openExports(request.exports, request)
  const { signal, progress, shapes, workers = defaultWorkerCount() } = request
  const classified = await classifyNamedExports(named.exports, { workers, signal, progress, shapes })
  const tables = classified.map(({ name, source, rows, decisions, shapes: forms }) => ({
    file: source.path,
    name,
    rows,
    source: source.description,
    remarks: source.remarks,
    excluded: source.excluded(),
    columns: decisions,
    shapes: forms,
  }))
  return { tables, notes: named.notes }
}
