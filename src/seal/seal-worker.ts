import { serveJobs } from '../workers.ts'
import { type SealSetup, type SliceJob, type SliceResult, trySealSlice } from './slice-job.ts'

serveJobs<SealSetup, SliceJob, SliceResult>((setup) => (job) => {
  const result = trySealSlice(setup, job)
  const transfer =
    'fault' in result ? [] : result.blocks.map(({ ciphertext }) => ciphertext.buffer as ArrayBuffer)
  return { result, transfer }
})
