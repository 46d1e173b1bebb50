import { serveJobs } from '../workers.ts'
import { type GatherJob, type GatherResult, type GatherSetup, prepareGathering } from './gather-job.ts'

serveJobs<GatherSetup, GatherJob, GatherResult>((setup) => {
  const gather = prepareGathering(setup)
  return (job) => ({ result: gather(job) })
})
