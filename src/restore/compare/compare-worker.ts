import { serveJobs, transferable } from '../../workers.ts'
import { type CompareJob, type CompareResult, type CompareSetup, compareSlice } from './compare-job.ts'

serveJobs<CompareSetup, CompareJob, CompareResult>((setup) => (job) => {
  const result = compareSlice(setup, job)
  if ('bytes' in result) return { result, transfer: transferable(result.bytes) }
  if ('fault' in result) return { result }
  const cells = new Uint8Array(result.cells.buffer)
  return { result, transfer: transferable(result.hashes, cells) }
})
