import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatadeedError } from '../errors.ts'
import { LineFile, withLock, writeFault } from '../files/index.ts'
import { LEDGER_LINE_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { Chain, type NewLine } from './chain.ts'
import type { LedgerHead } from './head.ts'
import { findLedgerKey, type LedgerKey, makeLedgerKey } from './ledger-key.ts'
import { type LedgerLine, parseLine } from './line.ts'
import { mendEnd, tellKept } from './mend-end.ts'

const LF = 0x0a
/** Enough for nearly every last line; the rest of a longer one is read then. */
const FIRST_LOOK = 64 * 1024

/** The ledger's files in the folder of an installation. */
export function ledgerPaths(home: string) {
  return {
    ledger: join(home, 'ledger.jsonl'),
    key: join(home, 'ledger.key'),
    lock: join(home, 'ledger.lock'),
  }
}

export interface Appended {
  readonly head: LedgerHead
  /** What a person should know of how it came there: a lock taken over, half a line set aside. */
  readonly notes: readonly string[]
}

/**
 * Adds a line to the ledger of an installation, on the disk when this returns. The lock covers reading the last line and
 * writing behind it, so that two writers never write behind the same line.
 * @throws DatadeedError LOCKED; NOSPACE, IO_WRITE; IO_READ for a ledger that cannot be continued, or is gone
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
    assertNotGone(paths)
    using file = new LineFile(paths.ledger)
    const end = readEnd(file, paths.ledger)
    const key = openKey(paths.key, end.last !== undefined, paths.ledger)
    const chain = new Chain(key, line, end.last && readLast(end.last, key, paths.ledger))
    const mended =
      end.torn.length > 0 ? mendEnd(home, file, { torn: end.torn, chain, key }) : tellKept(home, chain)
    if (mended !== undefined) notes.push(mended)
    chain.add(line)
    file.append(chain.bytes())
    return { head: chain.head(), notes }
  })
}

/**
 * A key is made when the ledger's file is there already: one without the other is what somebody has left of both, and a
 * ledger begun anew would have forgotten every import.
 */
function assertNotGone({ ledger, key }: ReturnType<typeof ledgerPaths>): void {
  if (existsSync(ledger) || !existsSync(key)) return
  const sentence = say().ledger.gone({ path: printable(ledger) })
  throw new DatadeedError('IO_READ', sentence, { hints: [say().ledger.goneHint({ path: printable(key) })] })
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

function notContinued(path: string, cause?: unknown): DatadeedError {
  const hints = [say().ledger.notContinuedHint]
  return new DatadeedError('IO_READ', say().ledger.notContinued({ path: printable(path) }), { hints, cause })
}
