import { defaultWorkerCount, type StartedWorkers, startWorkers, workerScript } from '../../workers.ts'
import type { CompareJob, CompareResult, CompareSetup } from './compare-job.ts'

/** The threads of one comparing; both sides of every table go through them. */
export type CompareThreads = StartedWorkers<CompareSetup, CompareJob, CompareResult>

/** Whoever starts them ends them; they load meanwhile. */
export function startCompareThreads(workers = defaultWorkerCount()): CompareThreads {
  return startWorkers(workerScript(import.meta.url, 'compare-worker'), workers)
}
