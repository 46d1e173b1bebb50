import { stat } from 'node:fs/promises'
import { SLICE_BYTES } from '../limits.ts'
import { defaultWorkerCount, type StartedWorkers, startWorkers, workerScript } from '../workers.ts'
import type { SealRequest } from './request.ts'
import type { SealSetup, SliceJob, SliceResult } from './slice-job.ts'

/** The threads of one sealing. */
export type SealThreads = StartedWorkers<SealSetup, SliceJob, SliceResult>

/**
 * Starts the threads for `sealExports`, which ends them. Who still has cards and keys to read starts them first: they
 * load meanwhile.
 */
export async function startSealThreads(
  request: Pick<SealRequest, 'exports' | 'workers'>,
): Promise<SealThreads> {
  return startWorkers(workerScript(import.meta.url, 'seal-worker'), await countWorkers(request))
}

/** No more threads than there are slices to hand out; a file that cannot be looked at is refused when it is opened. */
export async function countWorkers({
  exports,
  workers = defaultWorkerCount(),
}: Pick<SealRequest, 'exports' | 'workers'>): Promise<number> {
  const sizes = await Promise.all(
    exports.map(({ path }) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  const slices = sizes.reduce((sum, size) => sum + Math.ceil(size / SLICE_BYTES), 0)
  return Math.max(1, Math.min(workers, slices))
}
