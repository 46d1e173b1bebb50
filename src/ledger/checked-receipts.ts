import type { LedgerLine } from './line.ts'
import { readWholeLedger } from './read-ledger.ts'

/** A receipt that was checked here before. */
export interface CheckedReceipt {
  /** Of its statement, hexadecimal. */
  readonly sha256: string
  /** By the clock of whoever signed it. */
  readonly created: string
  readonly state: string
  /** When it was checked here, and in which line that stands: the last time. */
  readonly checked: string
  readonly line: number
}

/**
 * The receipts of one issuer for one deed that this installation has checked, each once, whatever came of it. One that
 * was refused as a replay was not taken note of.
 * @throws DatadeedError IO_READ, DAMAGED for a ledger that cannot be asked
 */
export async function findCheckedReceipts(
  home: string,
  of: { readonly manifest: string; readonly issuer: string },
): Promise<CheckedReceipt[]> {
  const found = new Map<string, CheckedReceipt>()
  await readWholeLedger(home, (line) => {
    const { paper, state } = line.facts
    if (!isCheckOf(line, of) || paper?.sha256 === undefined || paper.created === undefined) return
    const { sha256, created } = paper
    found.delete(sha256)
    found.set(sha256, {
      sha256,
      created: created.replace('.000Z', 'Z'),
      state: state ?? '',
      checked: line.time,
      line: line.sequence,
    })
  })
  return [...found.values()]
}

function isCheckOf(
  { command, code, facts: { manifest, cards } }: LedgerLine,
  of: { readonly manifest: string; readonly issuer: string },
): boolean {
  return (
    command === 'receipt check' &&
    code !== 'REPLAYED' &&
    manifest === of.manifest &&
    (cards?.some(({ part, fingerprint }) => part === 'issuer' && fingerprint === of.issuer) ?? false)
  )
}
