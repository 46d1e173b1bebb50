import { serveJobs, transferable } from '../workers.ts'
import { type RestoredSlice, type RestoreJob, restoreSlice, type TableShape } from './restore-job.ts'

serveJobs<readonly TableShape[], RestoreJob, RestoredSlice>((tables) => (job) => {
  const result = restoreSlice(tables, job)
  return { result, transfer: transferable(result.bytes) }
})
