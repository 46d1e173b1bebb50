import { crc32 } from 'node:zlib'
import { serveJobs, transferable } from '../workers.ts'
import { isAsItWasWritten } from './read-back.ts'
import { restoreSlice, type TableShape } from './restore-job.ts'
import type { RestoreThreadJob, RestoreThreadResult } from './restore-threads.ts'

serveJobs<readonly TableShape[], RestoreThreadJob, RestoreThreadResult>((tables) => (job) => {
  if ('piece' in job) return { result: isAsItWasWritten(job.piece) }
  const slice = restoreSlice(tables, job)
  return { result: { ...slice, crc32: crc32(slice.bytes) }, transfer: transferable(slice.bytes) }
})
