import { openKernelMemory } from '../kernel/kernel.ts'
import { serveJobs } from '../workers.ts'
import { type BlockJob, openBlockJob } from './open-block-job.ts'

/** Opens blocks for their proof: only the leaves leave the thread. */
serveJobs<null, BlockJob, readonly Uint8Array[]>(() => {
  const memory = openKernelMemory()
  return (job) => {
    memory?.clear()
    return { result: openBlockJob(job, memory).leaves }
  }
})
