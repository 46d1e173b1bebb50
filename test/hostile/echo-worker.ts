import { DatadeedError } from '../../src/errors.ts'
import { serveJobs } from '../../src/workers.ts'

export interface EchoJob {
  readonly say: number
  /** Milliseconds before the answer. */
  readonly after?: number
  readonly end?: 'refuse' | 'throw' | 'exit' | 'exit with 3' | 'fail later' | 'answer what cannot be sent'
}

serveJobs<{ readonly add: number }, EchoJob, unknown>(({ add }) => ({ say, after = 0, end }) => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, after)
  if (end === 'refuse') throw new DatadeedError('SHAPE', `refused ${say}`, { hints: ['do this'] })
  if (end === 'throw') throw new TypeError('a sentence that quotes CANARY')
  if (end === 'exit') process.exit(0)
  if (end === 'exit with 3') process.exit(3)
  if (end === 'answer what cannot be sent') return { result: () => undefined }
  if (end === 'fail later') {
    process.nextTick(() => {
      throw new Error('later')
    })
  }
  return { result: say + add }
})
