import { serveJobs } from '../workers.ts'
import { type BlockJob, openBlockJob } from './open-block-job.ts'

/** Opens blocks for their proof: only the leaves leave the thread. */
serveJobs<null, BlockJob, readonly Uint8Array[]>(() => (job) => ({ result: openBlockJob(job).leaves }))
