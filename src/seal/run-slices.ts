import { faultToError, type SliceFault, type SourceSlice, type TableSource } from '../ingest/index.ts'
import { inOrder, type WorkerPool } from '../workers.ts'

interface SliceBounds {
  readonly sliceBytes: number
  readonly sliceRows: number
}

/**
 * Sends every slice of an export through the workers and yields what they made of it, in order, beside the slice's
 * place in the source. The first refusal in the file's order is thrown with its line in the whole file.
 */
export async function* runSlices<Job, Done extends { readonly lineEnds: number }>(
  source: TableSource,
  bounds: SliceBounds,
  options: {
    readonly pool: WorkerPool<Job, Done | { readonly fault: SliceFault }>
    readonly jobOf: (slice: SourceSlice) => Job
    /** Called when the last slice has been handed out. */
    readonly allCut?: () => void
    readonly signal?: AbortSignal
  },
): AsyncGenerator<{ readonly slice: SourceSlice; readonly done: Done }> {
  const { pool, jobOf, allCut = () => undefined, signal } = options
  const slices = source.slices({ ...bounds, ...(signal === undefined ? {} : { signal }) })
  const results = inOrder(thenCall(slices, allCut), pool.size + 2, async (slice) => {
    const result = await pool.run(jobOf(slice)).finally(() => slice.release())
    return { slice, result }
  })
  let { path } = source
  let linesBefore = source.preambleLines
  for await (const { slice, result } of results) {
    signal?.throwIfAborted()
    if (slice.begins !== undefined) ({ path, linesBefore } = slice.begins)
    if ('fault' in result) throw faultToError(result.fault, linesBefore, path)
    linesBefore += result.lineEnds
    yield { slice, done: result }
  }
  await source.assertUnchanged()
}

async function* thenCall<Value>(values: AsyncIterable<Value>, call: () => void): AsyncGenerator<Value> {
  yield* values
  call()
}
