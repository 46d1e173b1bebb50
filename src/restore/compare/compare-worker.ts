import { serveJobs, transferable } from '../../workers.ts'
import { type CompareJob, type ComparePlan, type CompareResult, compareSlice } from './compare-job.ts'

serveJobs<ComparePlan, CompareJob, CompareResult>((plan) => (job) => {
  const result = compareSlice(plan, job)
  return { result, transfer: 'fault' in result ? [] : transferable(result.hashes) }
})
