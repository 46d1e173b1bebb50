import { type StartedWorkers, workerScript } from '../../workers.ts'
import { startForDeed, type ThreadsRequest } from '../restore-threads.ts'
import type { LoadedSlice, LoadJob, LoadShape } from './load-job.ts'

/** The threads of one restoring into a database. */
export type LoadThreads = StartedWorkers<readonly LoadShape[], LoadJob, LoadedSlice>

/** Starts the threads for `restoreInto`, which ends them; they load while cards and keys are read. */
export function startLoadThreads(given: ThreadsRequest): Promise<LoadThreads> {
  return startForDeed(workerScript(import.meta.url, 'into-worker'), given)
}
