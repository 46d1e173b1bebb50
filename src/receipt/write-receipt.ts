import { toHex } from '../crypto/index.ts'
import { MANIFEST, type ProvenOpening, type ReadGrants, type ReadManifest } from '../deed/index.ts'
import { DatadeedError, InternalError } from '../errors.ts'
import { assertCanOpen, assertCanSign, type Card, type OpenedKey } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { drawPaperId, openPaper, signPaper } from '../papers/index.ts'
import type { SumTargetRequest } from '../restore/index.ts'
import { type VerifyReport, type VerifyRequest, verifyWithProof } from '../verify/index.ts'
import { sealFigures } from './figures.ts'
import { RECEIPT, type Receipt, readReceipt } from './receipt-paper.ts'
import { settleState, type Wish } from './settle-state.ts'
import { sumUp } from './sum-up.ts'

export interface ReceiptRequest extends Wish {
  readonly deed: string
  /** The seller's confirmed card. */
  readonly from: Card
  /** The buyer's: it signs, and opens. */
  readonly key: OpenedKey
  /** Papers beside the deed that may name the buyer. */
  readonly grants?: ReadGrants | undefined
  /** This installation's ledger, as far as it goes. */
  readonly ledgerHead?: string | undefined
  /** Where the deed was restored to, to be summed up instead of the deed's own cells: as `compare` takes it. */
  readonly against?: Omit<SumTargetRequest, 'opened' | 'signal'> | undefined
  readonly now: Date
  /** As for verifying. */
  readonly findNewer?: VerifyRequest['findNewer']
  readonly workers?: number | undefined
  readonly signal?: AbortSignal | undefined
  readonly progress?: ((bytes: number, total: number) => void) | undefined
}

export interface WrittenReceipt {
  readonly receipt: Receipt
  readonly envelope: Uint8Array
  /** Of the signed statement, hexadecimal. */
  readonly sha256: string
  readonly report: VerifyReport
  /** Why it accepts less than all: something that the deed is at fault for. Absent where the buyer alone says so. */
  readonly failure?: DatadeedError | undefined
}

/**
 * Opens everything that the key opens of a deed and signs what came of it. Nothing is written.
 * @throws DatadeedError USAGE for a key that cannot do both, and for a state without a reason; what verifying throws; the
 * first failure of a deed that shall not be rejected
 */
export async function writeReceipt(request: ReceiptRequest): Promise<WrittenReceipt> {
  const { deed, from, key, grants, now, findNewer, workers, signal, progress } = request
  assertCanSign(key)
  assertCanOpen(key)
  const verified = await verifyWithProof({
    deed,
    from,
    key,
    grants,
    now,
    findNewer,
    workers,
    signal,
    progress,
  })
  const { report, manifest: read, proven } = verified
  if (read === undefined) throw firstFailure(report)
  const target = request.against === undefined ? undefined : { ...request.against, signal }
  const { summed, answers, figures: sums } = await sumUp(proven, read, target)
  const state = settleState(request, verified, answers)
  const paperId = drawPaperId()
  const issuer = key.card.fingerprint
  const figures = await sealFigures(
    sums,
    { paperId, issuer, manifestSha256: read.sha256 },
    { seller: from, suite: read.manifest.suite },
  )
  const content = {
    ...describeDeed(read),
    verdicts: report.verdicts,
    tables: proven === undefined ? [] : describeOpened(proven, { paperId, issuer }),
    closed: verified.closed,
    summed,
    controlTotals: answers,
    figures,
    state,
    exceptions: request.exceptions,
    environment: { node: process.version, platform: `${process.platform}-${process.arch}` },
    ledgerHead: request.ledgerHead ?? null,
  }
  const subject = [{ name: MANIFEST, digest: { sha256: read.sha256 } }]
  const envelope = signPaper(RECEIPT, content, { key, now, subject, paperId })
  const name = say().receipt.theReceipt
  const opened = openPaper(envelope, RECEIPT, { from: key.card, name })
  const receipt = readReceipt(opened, name)
  return { receipt, envelope, sha256: opened.sha256, report, failure: findFailure(receipt, report) }
}

function describeDeed({ manifest, sha256 }: ReadManifest) {
  const { deedId, dealId, seller } = manifest
  return {
    manifestSha256: sha256,
    deedId,
    dealId,
    seller: { name: seller.name, fingerprint: seller.fingerprint },
  }
}

function describeOpened(
  proven: ProvenOpening,
  receipt: { readonly paperId: string; readonly issuer: string },
): Receipt['tables'] {
  return proven.tables.map(({ table, name, rows, compartments }) => ({
    table,
    name,
    compartments: compartments.map(({ compartment, name: own, columns }) => ({
      name: own,
      columns,
      rows,
      proof: toHex(proven.proofFor({ table, compartment }, receipt)),
    })),
  }))
}

function findFailure({ controlTotals }: Receipt, report: VerifyReport): DatadeedError | undefined {
  const [failure] = report.failures
  if (failure !== undefined) {
    return new DatadeedError(failure.code, failure.sentence, { hints: failure.hints })
  }
  const count = controlTotals.filter(({ answer }) => answer === 'differ').length
  return count === 0 ? undefined : new DatadeedError('DIFFERENT', say().receipt.totalsDiffer({ count }))
}

function firstFailure({ failures: [failure] }: VerifyReport): DatadeedError {
  if (failure === undefined) throw new InternalError('a deed without failures has no manifest')
  return new DatadeedError(failure.code, failure.sentence, { hints: failure.hints })
}
