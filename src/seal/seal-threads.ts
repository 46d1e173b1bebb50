import { stat } from 'node:fs/promises'
import { SLICE_BYTES } from '../limits.ts'
import { defaultWorkerCount, type StartedWorkers, startWorkers, workerScript } from '../workers.ts'
import type { SealRequest } from './request.ts'
import type { SealSetup, SliceJob, SliceResult } from './slice-job.ts'
import { warmUp } from './warm-up.ts'

/** The threads of one sealing. */
export type SealThreads = StartedWorkers<SealSetup, SliceJob, SliceResult>

/**
 * Starts the threads for `sealExports`, which ends them. Who still has cards and keys to read starts them first: they
 * load meanwhile.
 */
export async function startSealThreads(
  request: Pick<SealRequest, 'exports' | 'workers'>,
): Promise<SealThreads> {
  const slices = await countSlices(request.exports)
  const size = limitWorkers(slices, request.workers)
  const threads: SealThreads = startWorkers(workerScript(import.meta.url, 'seal-worker'), size)
  if (slices >= WORTH_WARMING * size) warmUp(threads)
  return threads
}

/** Slices for each thread, of a large export. */
const WORTH_WARMING = 8

/** As many threads as sealing these exports would take. */
export async function countWorkers(request: Pick<SealRequest, 'exports' | 'workers'>): Promise<number> {
  return limitWorkers(await countSlices(request.exports), request.workers)
}

/** No more threads than there are slices to hand out. */
function limitWorkers(slices: number, workers = defaultWorkerCount()): number {
  return Math.max(1, Math.min(workers, slices))
}

/** How much larger than its file a packed export may be. */
const PACKED = 10
const PACKED_NAME = /\.(?:gz|zst|xlsx|xlsm)$/i

/** What is no file that can be looked at may be of any size; what is no export is refused when it is opened. */
async function countSlices(exports: SealRequest['exports']): Promise<number> {
  const sizes = await Promise.all(
    exports.map(({ path }) =>
      stat(path).then(
        (found) => (found.isFile() ? found.size * (PACKED_NAME.test(path) ? PACKED : 1) : Infinity),
        () => Infinity,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + Math.ceil(size / SLICE_BYTES), 0)
}
