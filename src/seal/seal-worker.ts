import { serveJobs, transferable } from '../workers.ts'
import { type SealSetup, type SliceJob, type SliceResult, trySealSlice } from './slice-job.ts'

serveJobs<SealSetup, SliceJob, SliceResult>((setup) => (job) => {
  const result = trySealSlice(setup, job)
  const blocks = 'fault' in result ? [] : result.blocks
  return { result, transfer: transferable(...blocks.map(({ ciphertext }) => ciphertext)) }
})
