import { unwrap } from '../crypto/index.ts'
import {
  type Access,
  examineDeed,
  type Granted,
  isAddressedTo,
  parseRecord,
  type ReadGrants,
  type ReadManifest,
  type SellerRecord,
} from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import type { Card, OpenedKey } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { openPaper } from '../papers/index.ts'
import { checkCounts } from './check-counts.ts'
import { checkFresh, type EarlierReceipt, type ReceiptMemory } from './check-fresh.ts'
import { checkProofs } from './check-proofs.ts'
import { checkTotals } from './check-totals.ts'
import { type ReceiptCheck, ReceiptFindings } from './findings.ts'
import { RECEIPT, type Receipt, readReceipt } from './receipt-paper.ts'

export interface CheckReceiptRequest {
  readonly bytes: Uint8Array
  /** The receipt's, for sentences. */
  readonly name: string
  readonly deed: string
  /** The confirmed card of whoever is to have signed the receipt. */
  readonly from: Card
  /** The card that the deed was sealed with: the seller's own, or one that was confirmed. */
  readonly seller: Card
  /** Papers beside the deed that may name the signer as a reader. */
  readonly grants?: ReadGrants | undefined
  /** The seller's own key, for the sums in the receipt and for the record. */
  readonly key?: OpenedKey | undefined
  /** What the seller kept when the deed was sealed. */
  readonly record?: Uint8Array | undefined
  readonly memory: ReceiptMemory
}

/** What a receipt is compared with. */
export interface Compared {
  readonly receipt: Receipt
  readonly manifest: ReadManifest
  readonly access: Access | undefined
  readonly granted: Granted
  readonly record?: SellerRecord | undefined
  /** Why there is no record; absent where a fault says it already. */
  readonly noRecord?: string | undefined
  readonly key: OpenedKey | undefined
  readonly findings: ReceiptFindings
}

/**
 * Compares a receipt with the deed that it is of, and with what the seller kept; every difference is listed.
 * @throws DatadeedError for a receipt that `from` has not signed or that is no receipt: SIGNATURE, DAMAGED, LIMIT,
 * UNSUPPORTED; IO_READ
 */
export async function checkReceipt(request: CheckReceiptRequest): Promise<ReceiptCheck> {
  const { bytes, name, deed, from, seller, key } = request
  const opened = openPaper(bytes, RECEIPT, { from, name })
  const receipt = readReceipt(opened, name)
  const findings = new ReceiptFindings()
  findings.pass('signed')
  const { sha256 } = opened
  let earlier: readonly EarlierReceipt[] = []
  await using examined = await examineDeed(deed, { from: seller, reader: undefined, grants: request.grants })
  for (const { error } of examined.failures) findings.fail('deed', error)
  const { manifest, access, granted } = examined
  if (manifest !== undefined && isSameDeed(receipt, manifest, findings)) {
    findings.pass('deed')
    const record = await openRecord(request, manifest, findings)
    const compared: Compared = { receipt, manifest, access, granted, ...record, key, findings }
    checkReader(compared)
    checkCounts(compared)
    checkProofs(compared)
    await checkTotals(compared)
    earlier = await checkFresh({ receipt, sha256 }, request.memory, findings)
  }
  return { receipt, sha256, deed, ...findings.summary(), earlier }
}

/** A receipt of another deed is compared with nothing else in this one. */
function isSameDeed(
  receipt: Receipt,
  { manifest, sha256 }: ReadManifest,
  findings: ReceiptFindings,
): boolean {
  const same =
    receipt.manifestSha256 === sha256 &&
    receipt.deedId === manifest.deedId &&
    receipt.dealId === manifest.dealId &&
    receipt.seller.fingerprint === manifest.seller.fingerprint
  if (!same) {
    const hints = [say().receipt.otherDeedHint]
    findings.fail('deed', new DatadeedError('DIFFERENT', say().receipt.otherDeed, { hints }))
  }
  return same
}

function checkReader({ receipt, manifest: { manifest }, access, granted, findings }: Compared): void {
  const { name, fingerprint } = receipt.issuer
  if (access === undefined) findings.skip('reader')
  else if (isAddressedTo(fingerprint, manifest, access, granted)) findings.pass('reader')
  else
    findings.fail('reader', new DatadeedError('DIFFERENT', say().receipt.noReader({ name: printable(name) })))
}

/** The seller's record; without one its checks stay open, and a wrong one is a fault of these. */
async function openRecord(
  { record: ageFile, key }: CheckReceiptRequest,
  manifest: ReadManifest,
  findings: ReceiptFindings,
): Promise<Pick<Compared, 'record' | 'noRecord'>> {
  const { noRecord, recordNeedsKey } = say().receipt
  if (ageFile === undefined) return { noRecord }
  if (key?.open === undefined) return { noRecord: recordNeedsKey }
  try {
    const opened = await unwrap(ageFile, [key.open.hybrid, key.open.classic])
    return { record: parseRecord(opened, manifest) }
  } catch (error) {
    if (!(error instanceof DatadeedError) || error.code === 'INTERNAL') throw error
    const { code, message, hints } = error
    findings.fail('proofs', new DatadeedError(code, say().receipt.recordFault({ fault: message }), { hints }))
    return {}
  }
}
