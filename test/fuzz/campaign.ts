import { hash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyByteEdits, type ByteEdit } from './byte-edits.ts'
import type { Coverage } from './coverage.ts'
import { applyJsonEdits, type JsonEdit } from './json-edits.ts'
import { minimise } from './minimise.ts'
import { Broken, judge, type Outcome, type Target } from './target.ts'

export interface CampaignOptions {
  readonly seconds: number
  readonly seed: number
  /** Where kept inputs and finds go. */
  readonly folder: string
  /** Begun before the target's modules were loaded: V8 counts no blocks of a function that it compiled before. */
  readonly coverage: Coverage
  /** Executions after which it ends, and finds. */
  readonly most?: number
  readonly finds?: number
}

export interface CampaignReport {
  readonly target: string
  readonly seed: number
  readonly executions: number
  readonly seconds: number
  readonly corpus: number
  /** Characters of source code that the seeds reached, and all inputs together. */
  readonly reachedBySeeds: number
  readonly reached: number
  readonly outcomes: Readonly<Record<string, number>>
  readonly slowestMs: number
  readonly peakMiB: number
  readonly finds: readonly { readonly kind: string; readonly file: string }[]
}

/** Memory that no target may need, whatever it is given. */
const MOST_MIB = 900

/**
 * Lets a target read changed documents; one that reaches new code is kept and changed further. Not a library:
 * Jazzer.js 4.0.0 carries native binaries built for newer systems only and instruments no type-stripped modules;
 * jsfuzz sees CommonJS modules only. V8 counts by itself what has run.
 */
export async function runCampaign(target: Target, options: CampaignOptions): Promise<CampaignReport> {
  const work = new Campaign(target, options)
  return work.run()
}

class Campaign {
  readonly #target: Target
  readonly #options: CampaignOptions
  readonly #coverage: Coverage
  readonly #random: Random
  readonly #corpus: Uint8Array[] = []
  readonly #outcomes: Record<string, number> = {}
  readonly #finds = new Map<string, string>()
  #executions = 0
  #slowestMs = 0

  constructor(target: Target, options: CampaignOptions) {
    this.#target = target
    this.#options = options
    this.#random = new Random(options.seed)
    this.#coverage = options.coverage
  }

  async run(): Promise<CampaignReport> {
    const { seconds, most = Number.POSITIVE_INFINITY, finds = Number.POSITIVE_INFINITY, seed } = this.#options
    const began = performance.now()
    const end = began + 1000 * seconds
    this.#coverage.take()
    for (const bytes of this.#target.seeds) await this.#try(bytes, true)
    const reachedBySeeds = this.#coverage.reached
    while (performance.now() < end && this.#executions < most && this.#finds.size < finds) {
      await this.#try(this.#next(), false)
    }
    return {
      target: this.#target.name,
      seed,
      executions: this.#executions,
      seconds: Math.round((performance.now() - began) / 1000),
      corpus: this.#corpus.length,
      reachedBySeeds,
      reached: this.#coverage.reached,
      outcomes: this.#outcomes,
      slowestMs: Math.round(this.#slowestMs),
      peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
      finds: Array.from(this.#finds, ([kind, file]) => ({ kind, file })),
    }
  }

  async #try(input: Uint8Array, keep: boolean): Promise<void> {
    const began = performance.now()
    const outcome = await this.#judge(input)
    this.#slowestMs = Math.max(this.#slowestMs, performance.now() - began)
    this.#executions += 1
    this.#outcomes[outcome] = (this.#outcomes[outcome] ?? 0) + 1
    const news = this.#coverage.take()
    if (!news && !keep) return
    this.#corpus.push(input)
    this.#write('corpus', input)
  }

  async #judge(input: Uint8Array): Promise<Outcome | 'broken'> {
    try {
      const outcome = await judge(this.#target, input)
      if (process.memoryUsage.rss() > MOST_MIB * 2 ** 20) throw new Broken(`takes over ${MOST_MIB} MiB`)
      return outcome
    } catch (error) {
      if (!(error instanceof Broken)) throw error
      if (!this.#finds.has(error.kind)) {
        this.#finds.set(error.kind, this.#write('finds', await minimise(this.#target, input, error.kind)))
      }
      return 'broken'
    }
  }

  /** A kept input, mostly a late one, changed in one to four ways. */
  #next(): Uint8Array {
    const { tokens, json = false } = this.#target
    const late = this.#random.below(2) === 0 ? Math.max(0, this.#corpus.length - 16) : 0
    const chosen = this.#corpus[late + this.#random.below(this.#corpus.length - late)] ?? Buffer.alloc(0)
    const count = this.#random.below(2) === 0 ? 1 : 1 + this.#random.below(4)
    if (json && this.#random.below(2) === 0 && isJson(chosen)) {
      return applyJsonEdits(
        chosen,
        Array.from({ length: count }, () => this.#jsonEdit()),
      )
    }
    const edits = Array.from({ length: count }, () => this.#byteEdit())
    return applyByteEdits(chosen, edits, { tokens, others: this.#corpus })
  }

  #byteEdit(): ByteEdit {
    const [kind, at, length, value] = [0, 0, 0, 0].map(() => this.#random.below(2 ** 31)) as [
      number,
      number,
      number,
      number,
    ]
    return {
      kind,
      at: this.#random.below(4) === 0 ? at % 64 : at,
      length: length % (this.#random.below(2) === 0 ? 4 : 64),
      value,
    }
  }

  #jsonEdit(): JsonEdit {
    const [kind, place, value] = [0, 0, 0].map(() => this.#random.below(2 ** 31)) as [number, number, number]
    return { kind, place, value }
  }

  #write(where: string, bytes: Uint8Array): string {
    const folder = join(this.#options.folder, this.#target.name, where)
    mkdirSync(folder, { recursive: true })
    const file = join(folder, hash('sha256', bytes).slice(0, 16))
    writeFileSync(file, bytes)
    return file
  }
}

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(Buffer.from(bytes).toString())
    return true
  } catch {
    return false
  }
}

/** mulberry32: the same numbers for the same seed on every machine. */
class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  below(most: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, most)
  }
}
