import { Session } from 'node:inspector'

/** Hit counts are told apart as in other fuzzers: 1, 2, 3, 4-7, 8-15, 16-31, 32-127, 128 and more. */
const BUCKETS = [1, 2, 3, 4, 8, 16, 32, 128]

interface Range {
  readonly startOffset: number
  readonly endOffset: number
  readonly count: number
}

/**
 * Which characters of the source code have run, and how often: V8's own block coverage, asked for after every input, so
 * that nothing has to be instrumented.
 */
export class Coverage {
  readonly #session = new Session()
  readonly #covers: (url: string) => boolean
  /** By script: for every character of its source, the buckets in which it was hit so far, as bits. */
  readonly #seen = new Map<string, Uint8Array>()
  /** Characters that ran at least once. */
  reached = 0

  constructor(covers: (url: string) => boolean) {
    this.#covers = covers
    this.#session.connect()
    this.#session.post('Profiler.enable')
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
    this.take()
  }

  /** Whether what ran since the last call reached something new. */
  take(): boolean {
    let news = false
    this.#session.post('Profiler.takePreciseCoverage', (error, coverage) => {
      if (error !== null) throw error
      for (const { url, functions } of coverage.result) {
        if (!this.#covers(url)) continue
        const ranges = functions.flatMap((each) => each.ranges)
        news = this.#add(url, ranges) || news
      }
    })
    return news
  }

  close(): void {
    this.#session.disconnect()
  }

  /** Ranges of one script, an inner one behind the one that it lies in, whose count it replaces. */
  #add(url: string, ranges: readonly Range[]): boolean {
    const start = ranges.reduce(
      (least, { startOffset }) => Math.min(least, startOffset),
      Number.POSITIVE_INFINITY,
    )
    const end = ranges.reduce((most, { endOffset }) => Math.max(most, endOffset), 0)
    if (end <= start) return false
    const hits = new Uint8Array(end - start)
    for (const { startOffset, endOffset, count } of ranges) {
      hits.fill(bucketOf(count), startOffset - start, endOffset - start)
    }
    const seen = this.#seenOf(url, end)
    let news = false
    for (let at = 0; at < hits.length; at += 1) {
      const [bit, before] = [hits[at] ?? 0, seen[start + at] ?? 0]
      if ((before | bit) === before) continue
      if (before === 0) this.reached += 1
      seen[start + at] = before | bit
      news = true
    }
    return news
  }

  #seenOf(url: string, length: number): Uint8Array {
    const known = this.#seen.get(url) ?? new Uint8Array(0)
    if (known.length >= length) return known
    const longer = new Uint8Array(Math.max(length, 2 * known.length))
    longer.set(known)
    this.#seen.set(url, longer)
    return longer
  }
}

function bucketOf(count: number): number {
  const bucket = BUCKETS.findLastIndex((least) => count >= least)
  return bucket < 0 ? 0 : 1 << bucket
}
