import { openKernelMemory } from '../kernel/kernel.ts'
import { serveJobs } from '../workers.ts'
import { totalSegments } from './control-totals.ts'
import { type BlockJob, openBlockJob } from './open-block-job.ts'
import type { BlockProof } from './prove-blocks.ts'

/** Opens blocks for their proof: only the leaves leave the thread, and the sums that were asked for. */
serveJobs<null, BlockJob, BlockProof>(() => {
  const memory = openKernelMemory()
  return (job) => {
    memory?.clear()
    const { leaves, segments } = openBlockJob(job, memory)
    return { result: { leaves, totals: totalSegments(segments, job.totals ?? []) } }
  }
})
