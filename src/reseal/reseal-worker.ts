import { openKernelMemory } from '../kernel/kernel.ts'
import { serveJobs, transferable } from '../workers.ts'
import { doResealJob, type ResealJob, type ResealResult } from './reseal-job.ts'

serveJobs<null, ResealJob, ResealResult>(() => {
  const memory = openKernelMemory()
  return (job) => {
    const result = doResealJob(job, memory)
    return { result, transfer: result.sealed === undefined ? [] : transferable(result.sealed.ciphertext) }
  }
})
