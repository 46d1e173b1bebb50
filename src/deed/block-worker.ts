import { freeBuffer } from '../free-buffer.ts'
import { serveJobs } from '../workers.ts'
import { type BlockJob, openBlockJob } from './open-block-job.ts'

/** Opens blocks for their proof: only the leaves leave the thread. */
serveJobs<null, BlockJob, readonly Uint8Array[]>(() => (job) => {
  const { segments, leaves } = openBlockJob(job)
  for (const { bytes } of segments) freeBuffer(bytes)
  return { result: leaves }
})
