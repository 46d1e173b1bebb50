import { serveJobs } from '../workers.ts'
import { type ClassifyJob, type ClassifyResult, type ClassifySetup, classifySlice } from './classify-job.ts'

serveJobs<ClassifySetup, ClassifyJob, ClassifyResult>((setup) => (job) => ({
  result: classifySlice(setup, job),
}))
