import {
  closeSync,
  createReadStream,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { DatadeedError } from '../errors.ts'
import { readFault, reasonOf } from '../files/index.ts'
import { LEDGER_LINE_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { ledgerPaths } from './append-line.ts'
import type { LedgerHead } from './head.ts'
import { findLedgerKey, fingerprintOfKey } from './ledger-key.ts'
import { keyOfFirstLine, type LedgerLine, parseLine } from './line.ts'

const LF = 0x0a
/** A line that is being written in this moment looks torn; a torn one still is after so many looks. */
const LOOKS = 5
const LOOK_AGAIN_MS = 30

/** What a ledger is, from its first line to the first that is wrong. */
export interface LedgerReading {
  readonly path: string
  /** Lines that are as they were written, each behind the one before. */
  readonly lines: number
  /** Of the last such line; null without one. */
  readonly head: LedgerHead | null
  /** The first line that is not, by number. */
  readonly fault: { readonly line: number; readonly error: DatadeedError } | null
  /** Bytes of a line that was never finished, at the end. */
  readonly torn: number
  /** Fingerprint of this installation's key; null where there is none. */
  readonly key: string | null
}

/**
 * Reads a ledger and checks every line: form, spelling, signature, number and the digest of the line before. Lines are
 * given to `visit` in order as far as they are right, with their text.
 * @throws DatadeedError IO_READ, DAMAGED for the key's file; what is wrong with a line is a finding
 */
export async function readLedger(
  home: string,
  visit: (line: LedgerLine, text: string) => void | Promise<void> = () => {},
): Promise<LedgerReading> {
  const paths = ledgerPaths(home)
  const key = findLedgerKey(paths.key)?.fingerprint ?? null
  await waitForWriter(paths.ledger)
  const chain = new ChainCheck(key)
  let torn = 0
  try {
    for await (const { bytes, whole } of splitLines(paths.ledger)) {
      if (!whole) torn = bytes.length
      else await visit(chain.check(bytes), Buffer.from(bytes).toString())
    }
  } catch (error) {
    if (!(error instanceof DatadeedError) || error.code === 'IO_READ' || error.code === 'IO_WRITE')
      throw error
    return { path: paths.ledger, ...chain.soFar(), fault: { line: chain.lines + 1, error }, torn: 0, key }
  }
  // Somebody took the ledger away and left the key.
  if (chain.lines === 0 && key !== null && torn === 0) {
    const error = new DatadeedError('DAMAGED', say().ledger.gone({ path: printable(paths.ledger) }))
    return { path: paths.ledger, ...chain.soFar(), fault: { line: 1, error }, torn, key }
  }
  return { path: paths.ledger, ...chain.soFar(), fault: null, torn, key: key ?? chain.key }
}

/** Reads a ledger that must be right. @throws DatadeedError DAMAGED for the first line that is not */
export async function readWholeLedger(
  home: string,
  visit: (line: LedgerLine) => void,
): Promise<LedgerReading> {
  const reading = await readLedger(home, visit)
  if (reading.fault !== null) throw reading.fault.error
  return reading
}

class ChainCheck {
  readonly #expected: string | null
  #publicKey: Uint8Array | undefined
  #head: LedgerHead | null = null

  constructor(expected: string | null) {
    this.#expected = expected
  }

  get lines(): number {
    return this.#head?.sequence ?? 0
  }

  get key(): string | null {
    return this.#head?.key ?? null
  }

  soFar() {
    return { lines: this.lines, head: this.#head }
  }

  check(bytes: Uint8Array): LedgerLine {
    const number = this.lines + 1
    const what = say().ledger.line({ number })
    this.#publicKey ??= this.#firstKey(bytes, what)
    const line = parseLine(bytes, this.#publicKey, what)
    const key = this.#head?.key ?? fingerprintOfKey(this.#publicKey)
    if (line.sequence !== number)
      throw damaged(say().ledger.lineNumber({ what, got: line.sequence, expected: number }))
    if (line.previous !== (this.#head?.hash ?? key)) throw damaged(say().ledger.linePrevious({ what }))
    if ((line.event === 'begin') !== (number === 1)) throw damaged(say().ledger.lineBegins({ what }))
    this.#head = { sequence: number, hash: line.hash, key }
    return line
  }

  #firstKey(bytes: Uint8Array, what: string): Uint8Array {
    const key = keyOfFirstLine(bytes, what)
    if (this.#expected !== null && fingerprintOfKey(key) !== this.#expected) {
      throw damaged(say().ledger.lineOtherKey({ what }))
    }
    return key
  }
}

function damaged(sentence: string): DatadeedError {
  return new DatadeedError('DAMAGED', sentence, { hints: [say().ledger.damagedHint] })
}

/** The lines of a file without their LF; what stands behind the last LF comes as no whole line. */
async function* splitLines(path: string): AsyncGenerator<{ bytes: Uint8Array; whole: boolean }> {
  if (!existsSync(path)) return
  let rest: Buffer = Buffer.alloc(0)
  try {
    for await (const piece of createReadStream(path)) {
      const bytes: Buffer = rest.length === 0 ? piece : Buffer.concat([rest, piece])
      let start = 0
      for (let end = bytes.indexOf(LF); end !== -1; end = bytes.indexOf(LF, start)) {
        yield { bytes: bytes.subarray(start, end), whole: true }
        start = end + 1
      }
      rest = bytes.subarray(start)
      // Longer than any line: it is read as one, and refused.
      if (rest.length >= LEDGER_LINE_BYTES) yield { bytes: rest, whole: true }
    }
  } catch (cause) {
    throw readFault(path, cause)
  }
  if (rest.length > 0) yield { bytes: rest, whole: false }
}

/** Reading takes no lock, so that it needs no place to write to; a line may be half there for a moment. */
async function waitForWriter(path: string): Promise<void> {
  for (let look = 1; look < LOOKS && endsTorn(path); look += 1) await wait(LOOK_AGAIN_MS)
}

/** Whoever opens a pipe waits for what nobody may ever say. */
function assertFile(path: string): Stats {
  const found = statSync(path)
  if (found.isFile()) return found
  throw new DatadeedError('IO_READ', say().ledger.noFile({ path: printable(path) }))
}

function endsTorn(path: string): boolean {
  try {
    const { size } = assertFile(path)
    if (size === 0) return false
    const file = openSync(path, 'r')
    try {
      const last = Buffer.alloc(1)
      readSync(file, last, 0, 1, fstatSync(file).size - 1)
      return last[0] !== LF
    } finally {
      closeSync(file)
    }
  } catch (cause) {
    if (reasonOf(cause) === 'ENOENT') return false
    throw readFault(path, cause)
  }
}
