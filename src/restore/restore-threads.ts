import { stat } from 'node:fs/promises'
import { defaultWorkerCount, type StartedWorkers, startWorkers, workerScript } from '../workers.ts'
import type { RestoredSlice, RestoreJob, TableShape } from './restore-job.ts'

/** The threads of one restoring. */
export type RestoreThreads = StartedWorkers<readonly TableShape[], RestoreJob, RestoredSlice>

/** What a slice takes of a deed is rarely less; a deed smaller than this is done by one thread. */
const SLICE_SHARE = 256 * 1024

/**
 * Starts the threads for `restoreDeed`, which ends them. Who still has cards and keys to read starts them first: they
 * load meanwhile.
 */
export async function startRestoreThreads({
  deed,
  workers = defaultWorkerCount(),
}: {
  readonly deed: string
  readonly workers?: number | undefined
}): Promise<RestoreThreads> {
  // Of a folder nothing is known yet; what cannot be looked at is refused when it is opened.
  const shares = await stat(deed).then(
    (found) => (found.isDirectory() ? workers : Math.ceil(found.size / SLICE_SHARE)),
    () => 1,
  )
  const count = Math.max(1, Math.min(workers, shares))
  return startWorkers(workerScript(import.meta.url, 'restore-worker'), count)
}
