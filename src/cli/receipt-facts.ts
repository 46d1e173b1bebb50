import type { Facts } from '../ledger/index.ts'
import type { Receipt } from '../receipt/index.ts'
import { verdictFacts } from './verdict.ts'

/** What the ledger tells of a receipt, of whoever writes it and of whoever checks it. */
export function receiptFacts(
  { deedId, manifestSha256, state, verdicts, tables, created }: Receipt,
  sha256: string,
): Facts {
  return {
    deedId,
    manifest: manifestSha256,
    paper: { kind: 'receipt', sha256, created: new Date(created).toISOString() },
    state,
    counts: { tables: tables.length },
    verdicts: verdictFacts(verdicts),
  }
}
