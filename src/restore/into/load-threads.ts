import { type StartedWorkers, workerScript } from '../../workers.ts'
import { startForDeed, type ThreadsRequest } from '../restore-threads.ts'
import type { LoadedSlice, LoadJob, LoadShape } from './load-job.ts'
import { findSqliteFile } from './open-target.ts'
import type { IntoRequest } from './request.ts'

/** The threads of one restoring into a database. */
export type LoadThreads = StartedWorkers<readonly LoadShape[], LoadJob, LoadedSlice>

/**
 * Starts the threads for `restoreInto`, which ends them; they load while cards and keys are read. An SQLite file takes
 * rows no faster than one thread gives them.
 */
export function startLoadThreads({
  into,
  workers = findSqliteFile(into) === undefined ? undefined : 1,
  ...given
}: ThreadsRequest & Pick<IntoRequest, 'into'>): Promise<LoadThreads> {
  return startForDeed(workerScript(import.meta.url, 'into-worker'), { ...given, workers })
}
