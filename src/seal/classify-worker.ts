import { serveJobs } from '../workers.ts'
import { type ClassifyJob, type ClassifyResult, type ClassifySetup, classifySlice } from './classify-job.ts'

serveJobs<ClassifySetup, ClassifyJob, ClassifyResult>((setup) => (job) => {
  const result = classifySlice(setup, job)
  const buffers =
    'fault' in result ? [] : result.slice.segments.map(({ bytes }) => bytes.buffer as ArrayBuffer)
  return { result, transfer: [...new Set(buffers)] }
})
