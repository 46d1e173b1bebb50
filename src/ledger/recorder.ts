import { randomBytes, toHex } from '../crypto/index.ts'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { appendLine, ledgerPaths } from './append-line.ts'
import type { NewLine } from './chain.ts'
import { type Facts, joinFacts } from './facts.ts'
import { encodeHead } from './head.ts'

/** How a use case tells the ledger what it does. It awaits both; a failure of either ends it before the next effect. */
export interface Recorder {
  /** What is known of the run by now: it stands in every line that follows. */
  about(facts: Facts): void
  /** Before the first effect. @throws DatadeedError LOCKED, NOSPACE, IO_WRITE, IO_READ */
  intent(facts?: Facts): Promise<void>
  /** When all is done but giving it its name: what becomes undone behind it, a line `failed` says. @throws as intent */
  outcome(facts?: Facts): Promise<void>
  /** The commit has happened: what fails from now on undoes nothing. */
  done(): void
  /** The end of the ledger as this run has seen it last, for papers to quote; null before its first line. */
  readonly head: string | null
}

/** A run's recorder as the command line has it, which knows how the run ended. */
export interface RunRecorder extends Recorder {
  /** Writes how it ended, where that is not written yet. Never throws: by now there is nothing to hold back. */
  finish(end: { readonly exit: number; readonly code?: string | undefined }): Promise<void>
}

export interface RecorderOptions {
  readonly home: string
  readonly command: string
  /** `effects`: nothing is done that cannot be recorded. `reads`: one line at the end, and a warning if it cannot be. */
  readonly records: 'effects' | 'reads'
  readonly warn: (sentence: string, hints?: readonly string[]) => void
  /** The clock when absent. */
  readonly now?: (() => Date) | undefined
}

const RUN_BYTES = 8

export function openRecorder(options: RecorderOptions): RunRecorder {
  return new LedgerRecorder(options)
}

class LedgerRecorder implements RunRecorder {
  readonly #options: RecorderOptions
  readonly #run = toHex(randomBytes(RUN_BYTES))
  #facts: Facts = {}
  #state: 'quiet' | 'begun' | 'intended' | 'told' | 'broken' = 'quiet'
  #done = false
  #head: string | null = null

  constructor(options: RecorderOptions) {
    this.#options = options
  }

  get head(): string | null {
    return this.#head
  }

  about(facts: Facts): void {
    this.#facts = joinFacts(this.#facts, facts)
    if (this.#state === 'quiet') this.#state = 'begun'
  }

  async intent(facts: Facts = {}): Promise<void> {
    this.about(facts)
    if (this.#options.records === 'reads') return
    await this.#write({ event: 'intent' })
    this.#state = 'intended'
  }

  async outcome(facts: Facts = {}): Promise<void> {
    this.about(facts)
    if (this.#options.records === 'reads') return
    await this.#write({ event: 'outcome', exit: 0 })
    this.#state = 'told'
  }

  done(): void {
    this.#done = true
  }

  async finish({ exit, code }: { readonly exit: number; readonly code?: string | undefined }): Promise<void> {
    const before = this.#state
    if (before === 'quiet' || before === 'broken') return
    // A command line that was not understood has done nothing.
    if (code === 'USAGE' && before === 'begun') return
    const due = this.#options.records === 'reads' ? before === 'begun' : before === 'intended'
    if (exit === 0 && !due) return
    try {
      const bad = this.#done ? 'late' : 'failed'
      await this.#write(exit === 0 ? { event: 'outcome', exit } : { event: bad, exit, code })
      this.#state = 'told'
    } catch (error) {
      if (!(error instanceof DatadeedError)) throw error
      this.#options.warn(error.message, error.hints)
    }
  }

  async #write(line: Pick<NewLine, 'event' | 'exit' | 'code'>): Promise<void> {
    const { home, command, warn, now = () => new Date(), records } = this.#options
    try {
      const place = { run: this.#run, command, time: now(), facts: this.#facts }
      const { head, notes } = await appendLine(home, { ...line, ...place })
      this.#head = encodeHead(head)
      for (const note of notes) warn(note)
    } catch (error) {
      this.#state = 'broken'
      throw refused(error, home, records)
    }
  }
}

/** The three ways in which a ledger cannot be written, each with its exit code: 10, 11, 12. */
function refused(error: unknown, home: string, records: 'effects' | 'reads'): unknown {
  if (!(error instanceof DatadeedError)) return error
  const code =
    error.code === 'NOSPACE' || error.code === 'LOCKED' || error.code === 'IO_READ' ? error.code : 'IO_WRITE'
  const path = printable(ledgerPaths(home).ledger)
  const { unwritten, unwrittenRead, homeHint } = say().ledger
  const sentence = (records === 'effects' ? unwritten : unwrittenRead)({ path, why: error.message })
  const hints = code === 'LOCKED' || code === 'IO_READ' || error.code === 'LIMIT' ? error.hints : [homeHint]
  return new DatadeedError(code, sentence, { hints, cause: error })
}
