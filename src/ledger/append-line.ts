import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatadeedError } from '../errors.ts'
import { existsFault, LineFile, withLock, writeFault, writeOwnFileNow } from '../files/index.ts'
import { LEDGER_LINE_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { programVersion } from '../version.ts'
import type { Facts } from './facts.ts'
import type { LedgerHead } from './head.ts'
import { findLedgerKey, type LedgerKey, makeLedgerKey } from './ledger-key.ts'
import { encodeLine, type LedgerEvent, type LedgerLine, type LineBody, parseLine } from './line.ts'

const LF = 0x0a
/** Enough for nearly every last line; the rest of a longer one is read then. */
const FIRST_LOOK = 64 * 1024
const MOST_TORN_FILES = 100

/** The ledger's files in the folder of an installation. */
export function ledgerPaths(home: string) {
  return {
    ledger: join(home, 'ledger.jsonl'),
    key: join(home, 'ledger.key'),
    lock: join(home, 'ledger.lock'),
  }
}

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

export interface Appended {
  readonly head: LedgerHead
  /** What a person should know of how it came there: a lock taken over, half a line set aside. */
  readonly notes: readonly string[]
}

/**
 * Adds a line to the ledger of an installation, on the disk when this returns. The lock covers reading the last line and
 * writing behind it, so that two writers never write behind the same line.
 * @throws DatadeedError LOCKED; NOSPACE, IO_WRITE; IO_READ for a ledger that cannot be continued
 */
export async function appendLine(home: string, line: NewLine): Promise<Appended> {
  const paths = ledgerPaths(home)
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw writeFault(home, cause)
  }
  return withLock(paths.lock, (takenOver) => {
    const notes = takenOver === undefined ? [] : [say().ledger.lockTaken({ pid: takenOver.pid })]
    using file = new LineFile(paths.ledger)
    const end = readEnd(file, paths.ledger)
    const key = openKey(paths.key, end.last !== undefined, paths.ledger)
    const chain = new Chain(key, line, end.last && readLast(end.last, key, paths.ledger))
    if (end.torn.length > 0) notes.push(mend(home, file, { torn: end.torn, chain, key }))
    chain.add(line)
    file.append(chain.bytes())
    return { head: chain.head(), notes }
  })
}

/** Lines that are to be written at once, each behind the one before. */
class Chain {
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

  follow({ sequence, hash }: LedgerLine): void {
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
      ...(event === 'begin' && { key: Buffer.from(this.#key.publicKey).toString('base64') }),
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

/** The last whole line, and what stands behind its LF: half a line that a killed run has left. */
function readEnd(file: LineFile, path: string): { last: Uint8Array | undefined; torn: Uint8Array } {
  const { size } = file
  for (const most of [FIRST_LOOK, 2 * LEDGER_LINE_BYTES]) {
    const bytes = file.readEnd(most)
    const end = bytes.lastIndexOf(LF)
    const before = end <= 0 ? -1 : bytes.lastIndexOf(LF, end - 1)
    if (before === -1 && bytes.length < size) continue
    return { last: end === -1 ? undefined : bytes.subarray(before + 1, end), torn: bytes.subarray(end + 1) }
  }
  throw notContinued(path)
}

/** A ledger that has been begun has a key; without it nothing can be added that anybody would believe. */
function openKey(path: string, begun: boolean, ledger: string): LedgerKey {
  const key = findLedgerKey(path)
  if (key !== undefined) return key
  if (!begun) return makeLedgerKey(path)
  const sentence = say().ledger.keyGone({ path: printable(path) })
  const hints = [say().ledger.keyGoneHint({ path: printable(ledger) })]
  throw new DatadeedError('IO_READ', sentence, { hints })
}

function readLast(bytes: Uint8Array, key: LedgerKey, path: string): LedgerLine {
  try {
    return parseLine(bytes, key.publicKey, say().ledger.theLastLine)
  } catch (cause) {
    throw notContinued(path, cause)
  }
}

/**
 * Half a line is kept in a file of its own, cut off, and told by a line; a whole one that only lacks its LF is given it.
 * Nothing that was written is lost, and nothing happens without a line that says so.
 */
function mend(
  home: string,
  file: LineFile,
  { torn, chain, key }: { readonly torn: Uint8Array; readonly chain: Chain; readonly key: LedgerKey },
): string {
  const whole = findNext(torn, key, chain)
  const bytes = torn.length
  if (whole !== undefined) {
    file.append(Buffer.of(LF))
    chain.follow(whole)
    chain.add({ event: 'mended', facts: { counts: { bytes }, state: 'completed' } })
    return say().ledger.completed
  }
  const name = keepTorn(home, torn, chain.sequence + 1)
  file.cut(file.size - bytes)
  chain.add({ event: 'mended', facts: { file: name, counts: { bytes }, state: 'set-aside' } })
  return say().ledger.setAside({ bytes, file: printable(join(home, name)) })
}

function findNext(torn: Uint8Array, key: LedgerKey, chain: Chain): LedgerLine | undefined {
  try {
    const line = parseLine(torn, key.publicKey, say().ledger.theLastLine)
    return chain.isNext(line) ? line : undefined
  } catch {
    return undefined
  }
}

/** A run that was killed between keeping and cutting has kept the same already. */
function keepTorn(home: string, torn: Uint8Array, sequence: number): string {
  for (let at = 1; at <= MOST_TORN_FILES; at += 1) {
    const name = `ledger.torn-${sequence}${at === 1 ? '' : `-${at}`}`
    try {
      writeOwnFileNow(join(home, name), torn)
      return name
    } catch (error) {
      if (!(error instanceof DatadeedError) || error.code !== 'EXISTS') throw error
      if (readFileSync(join(home, name)).equals(torn)) return name
    }
  }
  throw existsFault(join(home, `ledger.torn-${sequence}`))
}

function notContinued(path: string, cause?: unknown): DatadeedError {
  const hints = [say().ledger.notContinuedHint]
  return new DatadeedError('IO_READ', say().ledger.notContinued({ path: printable(path) }), { hints, cause })
}
