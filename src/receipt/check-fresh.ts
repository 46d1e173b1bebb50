import { DatadeedError } from '../errors.ts'
import { assertReason, type CheckedReceipt, findCheckedReceipts } from '../ledger/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { ReceiptFindings } from './findings.ts'
import { RECEIPT_STATES, type Receipt, type ReceiptState } from './receipt-paper.ts'

/** What this installation remembers of receipts. */
export interface ReceiptMemory {
  /** Where its ledger lies. */
  readonly home: string
  /** Why a person relies on an older one all the same. */
  readonly anyway?: string | undefined
}

/** A receipt of the same buyer for the same deed that was checked here before; it may be this very one. */
export interface EarlierReceipt extends CheckedReceipt {
  readonly state: ReceiptState
  readonly same: boolean
}

/**
 * Asks the ledger what was checked here before. Checking again is lawful; an older receipt behind a newer one may be
 * somebody's attempt to have a withdrawn word believed.
 * @throws DatadeedError USAGE for a reason that is none
 */
export async function checkFresh(
  { receipt, sha256 }: { readonly receipt: Receipt; readonly sha256: string },
  { home, anyway }: ReceiptMemory,
  findings: ReceiptFindings,
): Promise<readonly EarlierReceipt[]> {
  if (anyway !== undefined) assertReason(anyway)
  const earlier = await askLedger(receipt, sha256, home, findings)
  if (earlier === undefined) return []
  const newer = earlier.findLast((each) => instantOf(each) > instantOf(receipt))
  if (newer === undefined) findings.pass('fresh')
  else if (anyway !== undefined) findings.concede('fresh')
  else {
    const { states, olderThanChecked, anywayHint } = say().receipt
    const sentence = olderThanChecked({
      created: printable(receipt.created),
      state: states[receipt.state],
      newer: newer.created,
      newerState: states[newer.state],
      checked: newer.checked,
    })
    findings.fail('fresh', new DatadeedError('REPLAYED', sentence, { hints: [anywayHint] }))
  }
  return earlier
}

function instantOf({ created }: { readonly created: string }): number {
  return new Date(created).getTime()
}

/** Undefined where it cannot be asked, which is told. */
async function askLedger(
  { manifestSha256, issuer }: Receipt,
  sha256: string,
  home: string,
  findings: ReceiptFindings,
): Promise<readonly EarlierReceipt[] | undefined> {
  try {
    const of = { manifest: manifestSha256, issuer: issuer.fingerprint }
    const checked = await findCheckedReceipts(home, of)
    const known = checked.flatMap((each) => {
      const state = RECEIPT_STATES.find((word) => word === each.state)
      return state === undefined ? [] : [{ ...each, state, same: each.sha256 === sha256 }]
    })
    return known.toSorted((one, other) => instantOf(one) - instantOf(other))
  } catch (error) {
    if (!(error instanceof DatadeedError) || error.code === 'INTERNAL') throw error
    findings.skip('fresh', say().receipt.ledgerUnread({ fault: error.message }))
    return undefined
  }
}
