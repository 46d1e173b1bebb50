/**
 * Numbered jobs on worker threads, results in the order of the jobs. Knows nothing of what a job is.
 * A job's answer is a value or a DatadeedError, which crosses the thread border by its code, sentence and hints.
 */
import { availableParallelism } from 'node:os'
import { parentPort, type Transferable, Worker, workerData } from 'node:worker_threads'
import { DatadeedError, type ErrorCode, InternalError } from './errors.ts'
import { currentLanguage, type Language, say, setLanguage } from './messages/index.ts'

/**
 * Slices live in buffers outside the heap; a small young generation keeps their wrappers from piling up before they are
 * collected, and the cap turns a runaway thread into an error.
 */
const HEAP_LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 }
/** More threads than this gain little: the main thread reads and writes for all of them. */
const MOST_WORKERS = 4

interface Failure {
  readonly code: ErrorCode
  readonly sentence: string
  readonly hints: readonly string[]
}
type Answer<Result> = { readonly id: number } & ({ readonly result: Result } | { readonly failure: Failure })
interface Start {
  readonly language: Language
}
type Message<Setup, Job> = { readonly setup: Setup } | { readonly id: number; readonly job: Job }

export interface WorkerPool<Job, Result> extends AsyncDisposable {
  readonly size: number
  run(job: Job): Promise<Result>
}

/** Threads that load their script while what they need to know is still being found out. */
export interface StartedWorkers<Setup, Job, Result> extends WorkerPool<Job, Result> {
  /** Gives every thread what its jobs have in common; to be called before the first job, and again when all are done. */
  prepare(setup: Setup): void
}

/** What the main thread takes, and each thread with the slices under way for it, at the most (docs/performance.md). */
const MAIN_BYTES = 160 * 1024 * 1024
const THREAD_BYTES = 64 * 1024 * 1024

/** Threads to use when the caller names no number: one a core, as far as the memory goes, at most four. */
export function defaultWorkerCount(
  cores = availableParallelism(),
  memory = process.availableMemory(),
): number {
  const afforded = Math.floor((memory - MAIN_BYTES) / THREAD_BYTES)
  return Math.max(1, Math.min(MOST_WORKERS, cores, afforded))
}

/** The URL of a worker's script beside `here`, in the checkout (`.ts`) and in the installed package (`.js`) alike. */
export function workerScript(here: string, name: string): URL {
  return new URL(`./${name}${here.endsWith('.ts') ? '.ts' : '.js'}`, here)
}

/** Starts `size` threads of `script`, each given `setup` once. Disposing ends them at once. */
export function openWorkers<Setup, Job, Result>(
  script: URL,
  setup: Setup,
  size: number,
): WorkerPool<Job, Result> {
  const pool = startWorkers<Setup, Job, Result>(script, size)
  pool.prepare(setup)
  return pool
}

/**
 * As openWorkers, with the setup to follow.
 * @param seats - jobs that a thread may have at once: two where they are so short that it would wait for the next
 */
export function startWorkers<Setup, Job, Result>(
  script: URL,
  size: number,
  seats: 1 | 2 = 1,
): StartedWorkers<Setup, Job, Result> {
  const waiting = new Map<number, { resolve: (result: Result) => void; reject: (error: Error) => void }>()
  // A job goes to a thread that has none: bound to a busy one earlier, it could wait there while others are free.
  const queue: { readonly id: number; readonly job: Job }[] = []
  let nextId = 0
  let failed: Error | undefined

  const failAll = (error: Error): void => {
    failed ??= error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
    queue.length = 0
  }
  const start: Start = { language: currentLanguage() }
  const handOut = (): void => {
    while (free.length > 0 && queue.length > 0) free.shift()?.postMessage(queue.shift())
  }
  const beginThread = (): Worker => {
    const thread = new Worker(script, { workerData: start, execArgv: [], resourceLimits: HEAP_LIMITS })
    thread.on('message', (answer: Answer<Result>) => {
      free.push(thread)
      handOut()
      const asked = waiting.get(answer.id)
      waiting.delete(answer.id)
      if ('failure' in answer) asked?.reject(fromFailure(answer.failure))
      else asked?.resolve(answer.result)
    })
    thread.on('error', (cause) => failAll(threadFault(cause)))
    // Whatever its code: a thread that ends before it is told to would leave its jobs waiting for ever.
    thread.on('exit', (code) => failAll(new InternalError(`a worker thread ended with code ${code}`)))
    thread.on('messageerror', (cause) => failAll(new InternalError('a worker thread sent no answer', cause)))
    return thread
  }
  const threads = Array.from({ length: size }, beginThread)
  const free = Array.from({ length: seats }, () => threads).flat()

  return {
    size,
    prepare(setup) {
      for (const thread of threads) thread.postMessage({ setup })
    },
    run(job) {
      if (failed !== undefined) return Promise.reject(failed)
      const id = nextId++
      return new Promise<Result>((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        queue.push({ id, job })
        handOut()
      })
    },
    async [Symbol.asyncDispose]() {
      for (const thread of threads) thread.removeAllListeners('exit')
      await Promise.all(threads.map((thread) => thread.terminate()))
    },
  }
}

/**
 * Runs `jobs` with at most `ahead` under way and yields their results in the jobs' order.
 * A failed job throws in its turn, after the results before it: the first fault in the data is the one reported.
 */
export async function* inOrder<Job, Result>(
  jobs: AsyncIterable<Job> | Iterable<Job>,
  ahead: number,
  run: (job: Job) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = []
  try {
    for await (const step of settled(jobs)) {
      const result = 'error' in step ? Promise.reject<Result>(step.error) : run(step.job)
      result.catch(() => undefined)
      underWay.push(result)
      if (underWay.length >= ahead) {
        const first = underWay.shift()
        if (first !== undefined) yield await first
      }
    }
    for (let first = underWay.shift(); first !== undefined; first = underWay.shift()) yield await first
  } finally {
    await Promise.allSettled(underWay)
  }
}

/** The jobs, and the failure to come by the next one as the last of them: it too is thrown in its turn. */
async function* settled<Job>(
  jobs: AsyncIterable<Job> | Iterable<Job>,
): AsyncGenerator<{ readonly job: Job } | { readonly error: unknown }> {
  try {
    for await (const job of jobs) yield { job }
  } catch (error) {
    yield { error }
  }
}

/** What a worker's script calls once: `prepare` gets the setup and returns the function that does one job. */
export function serveJobs<Setup, Job, Result>(
  prepare: (
    setup: Setup,
  ) => (job: Job) => { readonly result: Result; readonly transfer?: readonly Transferable[] },
): void {
  const port = parentPort
  if (port === null) throw new InternalError('serveJobs runs in worker threads only')
  const { language } = workerData as Start
  setLanguage(language)
  let work: ReturnType<typeof prepare> | undefined
  port.on('message', (message: Message<Setup, Job>) => {
    if ('setup' in message) {
      work = prepare(message.setup)
      return
    }
    const { id, job } = message
    try {
      const { result, transfer } = work?.(job) ?? unprepared()
      port.postMessage({ id, result }, transfer ?? [])
    } catch (error) {
      port.postMessage({ id, failure: toFailure(error) })
    }
  })
}

/** A thread needs a few open files of its own before it can load its script. */
function threadFault(cause: Error): Error {
  // Node says of a package.json that it could not open any more that it is invalid.
  const reason = /\bE[MN]FILE\b|\bERR_INVALID_PACKAGE_CONFIG\b/.exec(`${codeOf(cause)} ${cause.message}`)?.[0]
  if (reason === undefined) return new InternalError('a worker thread failed', cause)
  const hints = [say().files.tooManyOpenHint]
  return new DatadeedError('IO_READ', say().files.tooManyOpen({ reason }), { hints, cause })
}

function codeOf(cause: Error): string {
  return 'code' in cause ? String(cause.code) : ''
}

function unprepared(): never {
  throw new InternalError('a job came before the setup')
}

/**
 * The buffers of bytes that may change threads instead of being copied: those that nothing else lies in. The runtime's
 * pool of small buffers cannot be handed over.
 */
export function transferable(...bytes: readonly Uint8Array[]): ArrayBuffer[] {
  const whole = bytes.flatMap(({ buffer, byteLength }) =>
    buffer instanceof ArrayBuffer && byteLength > 0 && byteLength === buffer.byteLength ? [buffer] : [],
  )
  return [...new Set(whole)]
}

function toFailure(error: unknown): Failure {
  if (error instanceof DatadeedError) {
    return { code: error.code, sentence: error.message, hints: error.hints }
  }
  // An unexpected error's own text could quote data: only its kind crosses.
  const kind = error instanceof Error ? error.name : typeof error
  const place = error instanceof Error ? (error.stack ?? '').split('\n')[1]?.trim() : undefined
  return { code: 'INTERNAL', sentence: `${kind} in a worker thread ${place ?? ''}`.trim(), hints: [] }
}

function fromFailure({ code, sentence, hints }: Failure): DatadeedError {
  return new DatadeedError(code, sentence, { hints })
}
