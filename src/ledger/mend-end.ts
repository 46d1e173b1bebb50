import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatadeedError } from '../errors.ts'
import { existsFault, type LineFile, writeOwnFileNow } from '../files/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Chain } from './chain.ts'
import type { LedgerKey } from './ledger-key.ts'
import { type LedgerLine, parseLine } from './line.ts'

const MOST_TORN_FILES = 100

/**
 * Half a line is kept in a file of its own, cut off, and told by a line; a whole one that only lacks its LF is given it.
 * Nothing that was written is lost, and nothing happens without a line that says so.
 */
export function mendEnd(
  home: string,
  file: LineFile,
  { torn, chain, key }: { readonly torn: Uint8Array; readonly chain: Chain; readonly key: LedgerKey },
): string {
  const whole = findNext(torn, key, chain)
  const bytes = torn.length
  if (whole !== undefined) {
    chain.complete(whole)
    chain.add({ event: 'mended', facts: { counts: { bytes }, state: 'completed' } })
    return say().ledger.completed
  }
  const name = keepTorn(home, torn, chain.sequence + 1)
  file.cut(file.size - bytes)
  chain.add({ event: 'mended', facts: { file: name, counts: { bytes }, state: 'set-aside' } })
  return say().ledger.setAside({ bytes, file: printable(join(home, name)) })
}

/** A run that was killed behind cutting has left its line to the next one. */
export function tellKept(home: string, chain: Chain): string | undefined {
  const file = `ledger.torn-${chain.sequence + 1}`
  const path = join(home, file)
  const bytes = sizeOfFile(path)
  if (bytes === undefined) return undefined
  chain.add({ event: 'mended', facts: { file, counts: { bytes }, state: 'set-aside' } })
  return say().ledger.setAside({ bytes, file: printable(path) })
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
      const path = join(home, name)
      if (sizeOfFile(path) === torn.length && readFileSync(path).equals(torn)) return name
    }
  }
  throw existsFault(join(home, `ledger.torn-${sequence}`))
}

/** Undefined for what is no file of this program's: a link, a pipe, a folder. */
function sizeOfFile(path: string): number | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found?.isFile() ? found.size : undefined
}
