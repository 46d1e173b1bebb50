import { serveJobs, transferable } from '../workers.ts'
import { type ClassifyJob, type ClassifyResult, type ClassifySetup, classifySlice } from './classify-job.ts'

serveJobs<ClassifySetup, ClassifyJob, ClassifyResult>((setup) => (job) => {
  const result = classifySlice(setup, job)
  const segments = 'fault' in result ? [] : result.slice.segments
  return { result, transfer: transferable(...segments.map(({ bytes }) => bytes)) }
})
