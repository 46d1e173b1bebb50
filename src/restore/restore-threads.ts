import { stat } from 'node:fs/promises'
import { defaultWorkerCount, type StartedWorkers, startWorkers, workerScript } from '../workers.ts'
import type { WrittenPiece } from './read-back.ts'
import type { RestoredSlice, RestoreJob, TableShape } from './restore-job.ts'

/** The threads of one restoring. */
export type RestoreThreads = StartedWorkers<readonly TableShape[], RestoreThreadJob, RestoreThreadResult>

/** A slice to be written, or a piece of a file to be read back. */
export type RestoreThreadJob = RestoreJob | { readonly piece: WrittenPiece }
export type RestoreThreadResult = WrittenSlice | boolean

/** With the CRC-32 of its bytes. */
export interface WrittenSlice extends RestoredSlice {
  readonly crc32: number
}

/** What a slice takes of a deed is rarely less; a deed smaller than this is done by one thread. */
const SLICE_SHARE = 256 * 1024

/**
 * Starts the threads for `restoreDeed`, which ends them. Who still has cards and keys to read starts them first: they
 * load meanwhile.
 */
export function startRestoreThreads(given: ThreadsRequest): Promise<RestoreThreads> {
  return startForDeed(workerScript(import.meta.url, 'restore-worker'), given)
}

export interface ThreadsRequest {
  readonly deed: string
  readonly workers?: number | undefined
}

/** Threads of this script, as many as a deed of its size can keep busy. */
export async function startForDeed<Setup, Job, Result>(
  script: URL,
  { deed, workers = defaultWorkerCount() }: ThreadsRequest,
): Promise<StartedWorkers<Setup, Job, Result>> {
  // Of a folder nothing is known yet; what cannot be looked at is refused when it is opened.
  const shares = await stat(deed).then(
    (found) => (found.isDirectory() ? workers : Math.ceil(found.size / SLICE_SHARE)),
    () => 1,
  )
  const count = Math.max(1, Math.min(workers, shares))
  return startWorkers(script, count)
}
