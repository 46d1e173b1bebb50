import { toBase64 } from '../crypto/index.ts'
import { programVersion } from '../version.ts'
import type { Facts } from './facts.ts'
import type { LedgerHead } from './head.ts'
import type { LedgerKey } from './ledger-key.ts'
import { encodeLine, type LedgerEvent, type LedgerLine, type LineBody } from './line.ts'

const LF = 0x0a

/** What a run has to say. */
export interface NewLine {
  readonly event: LedgerEvent
  readonly run: string
  readonly command: string
  readonly time: Date
  readonly facts: Facts
  readonly exit?: number | undefined
  readonly code?: string | undefined
}

/** Lines that are to be written at once, each behind the one before. */
export class Chain {
  readonly #key: LedgerKey
  readonly #of: NewLine
  readonly #lines: Uint8Array[] = []
  #sequence = 0
  #hash: string

  constructor(key: LedgerKey, of: NewLine, last: LedgerLine | undefined) {
    this.#key = key
    this.#of = of
    this.#hash = key.fingerprint
    if (last === undefined) return
    this.#sequence = last.sequence
    this.#hash = last.hash
  }

  /** Whether a line that was read is the one that belongs here. */
  isNext({ sequence, previous }: LedgerLine): boolean {
    return sequence === this.#sequence + 1 && previous === this.#hash
  }

  /** Takes a line that stands there already, all but its LF. */
  complete({ sequence, hash }: LedgerLine): void {
    this.#lines.push(Buffer.of(LF))
    this.#sequence = sequence
    this.#hash = hash
  }

  add({ event, exit, code, facts }: Pick<NewLine, 'event' | 'exit' | 'code' | 'facts'>): void {
    if (this.#sequence === 0 && event !== 'begin') this.add({ event: 'begin', facts: {} })
    const { run, command, time } = this.#of
    const body: LineBody = {
      sequence: this.#sequence + 1,
      time: time.toISOString(),
      previous: this.#hash,
      event,
      run,
      command,
      version: programVersion().version,
      ...(event === 'begin' && { key: toBase64(this.#key.publicKey) }),
      ...(exit !== undefined && { exit }),
      ...(code !== undefined && { code }),
      facts,
    }
    const { bytes, hash } = encodeLine(body, this.#key.seed)
    this.#lines.push(bytes)
    this.#sequence += 1
    this.#hash = hash
  }

  get sequence(): number {
    return this.#sequence
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#lines)
  }

  head(): LedgerHead {
    return { sequence: this.#sequence, hash: this.#hash, key: this.#key.fingerprint }
  }
}
