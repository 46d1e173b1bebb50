import { describe, expect, it } from 'vitest'
import { DatadeedError } from '../../src/errors.ts'
import { defaultWorkerCount, inOrder, openWorkers, workerScript } from '../../src/workers.ts'
import type { EchoJob } from './echo-worker.ts'
import { codeOf, refusal } from './make-deed.ts'

const script = workerScript(import.meta.url, 'echo-worker')
const open = (size: number) => openWorkers<{ add: number }, EchoJob, number>(script, { add: 100 }, size)

/** Results until the end, and the error of that end. */
async function collect(results: AsyncIterable<number>): Promise<{ got: number[]; error?: unknown }> {
  const got: number[] = []
  try {
    for await (const result of results) got.push(result)
    return { got }
  } catch (error) {
    return { got, error }
  }
}

describe('jobs on worker threads', () => {
  it('come back in the order in which they went, whoever is quicker', async () => {
    await using pool = open(2)
    const jobs = Array.from({ length: 12 }, (_, say) => ({ say, after: (say * 7) % 20 }))
    const { got } = await collect(inOrder(jobs, 3, (job) => pool.run(job)))
    expect(got).toEqual(jobs.map(({ say }) => say + 100))
  })

  it('are not taken before there is room for them', async () => {
    await using pool = open(1)
    let taken = 0
    let given = 0
    function* jobs(): Generator<EchoJob> {
      for (let say = 0; say < 20; say++) {
        taken += 1
        expect(taken - given).toBeLessThanOrEqual(4)
        yield { say }
      }
    }
    for await (const result of inOrder(jobs(), 3, (job) => pool.run(job))) given = result - 99
    expect(given).toBe(20)
  })

  it('fail in their turn, after the results before them', async () => {
    await using pool = open(2)
    const jobs: EchoJob[] = [
      { say: 0, after: 30 },
      { say: 1, after: 30 },
      { say: 2, end: 'refuse' },
      { say: 3 },
    ]
    const { got, error } = await collect(inOrder(jobs, 4, (job) => pool.run(job)))
    expect(got).toEqual([100, 101])
    expect(error).toBeInstanceOf(DatadeedError)
    expect(error).toMatchObject({ code: 'SHAPE', message: 'refused 2', hints: ['do this'] })
  })

  it('fail before their source does, if they come before it', async () => {
    await using pool = open(1)
    async function* jobs(end?: EchoJob['end']): AsyncGenerator<EchoJob> {
      yield { say: 0, after: 20 }
      yield end === undefined ? { say: 1 } : { say: 1, end }
      throw new DatadeedError('CHANGED', 'the source failed')
    }
    const run = (job: EchoJob) => pool.run(job)
    expect(await collect(inOrder(jobs(), 4, run))).toMatchObject({
      got: [100, 101],
      error: { code: 'CHANGED' },
    })
    expect(await collect(inOrder(jobs('refuse'), 4, run))).toMatchObject({
      got: [100],
      error: { code: 'SHAPE' },
    })
  })

  it('let their source close when nobody wants more results', async () => {
    await using pool = open(1)
    let closed = false
    function* jobs(): Generator<EchoJob> {
      try {
        for (let say = 0; ; say++) yield { say }
      } finally {
        closed = true
      }
    }
    for await (const result of inOrder(jobs(), 3, (job) => pool.run(job))) if (result === 105) break
    expect(closed).toBe(true)
  })

  it('say what kind of error they met and where, never its text', async () => {
    await using pool = open(1)
    const error = await refusal(() => pool.run({ say: 1, end: 'throw' }))
    expect(error.code).toBe('INTERNAL')
    expect(error.message).toMatch(/TypeError.*echo-worker/)
    expect(error.message).not.toContain('CANARY')
    expect(await pool.run({ say: 2 })).toBe(102)
  })

  it.each<NonNullable<EchoJob['end']>>(['exit', 'exit with 3', 'fail later', 'answer what cannot be sent'])(
    'end as a bug, and never hang, when a thread does not answer: %s',
    async (end) => {
      await using pool = open(2)
      const jobs = [{ say: 0, end, after: 20 }, { say: 1 }, { say: 2, after: 400 }]
      const codes = await Promise.all(
        jobs.map((job) => codeOf(() => pool.run(job).then((say) => ({ say }))).catch(() => 'answered')),
      )
      if (end !== 'fail later') expect(codes[0]).toBe('INTERNAL')
      if (end === 'answer what cannot be sent') return
      expect(codes[2]).toBe('INTERNAL')
      expect(await codeOf(() => pool.run({ say: 3 }))).toBe('INTERNAL')
    },
  )
})

describe('the number of threads', () => {
  const mib = (count: number) => count * 1024 * 1024

  it.each([
    { cores: 1, memory: mib(8192), threads: 1 },
    { cores: 3, memory: mib(8192), threads: 3 },
    { cores: 16, memory: mib(8192), threads: 4 },
    { cores: 16, memory: mib(160 + 3 * 64), threads: 3 },
    { cores: 16, memory: mib(160 + 3 * 64) - 1, threads: 2 },
    { cores: 16, memory: mib(64), threads: 1 },
  ])('is $threads for $cores cores and $memory bytes of memory', ({ cores, memory, threads }) => {
    expect(defaultWorkerCount(cores, memory)).toBe(threads)
  })
})
