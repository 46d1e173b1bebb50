import { toBase64, wrapSecret } from '../crypto/index.ts'
import {
  assertOutsideDeed,
  buildSharePayload,
  MANIFEST,
  openShare,
  openVerifiedDeed,
  readAgeFile,
  shareDigest,
  subjectOf,
} from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { writeNewFiles } from '../files/index.ts'
import { assertCanOpen, assertCanSign, assertCardOpens, type Card } from '../identity/index.ts'
import { cardsAs } from '../ledger/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { signPaper } from '../papers/index.ts'
import { type GrantRequest, readBack } from './grant-access.ts'
import { SHARE } from './grant-paper.ts'

export interface PassShareRequest extends Omit<GrantRequest, 'to' | 'compartments' | 'grants'> {
  /** Confirmed: whoever is to open. */
  readonly to: Card
}

export interface PassedShareReport {
  readonly deed: string
  readonly deedId: string
  readonly output: string
  readonly to: { readonly name: string; readonly fingerprint: string }
  readonly threshold: number
  readonly holders: number
  readonly bytes: number
}

/**
 * Passes the holder's own share of the escrow on to the party that is to open, as one signed file.
 * @throws DatadeedError NO_KEY for whoever holds no share; USAGE, NOT_OPENED, DAMAGED
 */
export async function passShare(request: PassShareRequest): Promise<PassedShareReport> {
  const { key, from, to, now } = request
  assertCanSign(key)
  const identity = assertCanOpen(key)
  const recipient = assertCardOpens(to)
  await assertOutsideDeed(request.output, request.deed)
  if (!request.dryRun) await request.recorder?.intent()
  await using deed = await openVerifiedDeed(request.deed, { from })
  const { escrow } = deed.access
  const holder = escrow?.holders.findIndex(({ fingerprint }) => fingerprint === key.card.fingerprint) ?? -1
  const held = escrow?.holders[holder]
  if (escrow === undefined || held === undefined) {
    throw new DatadeedError('NO_KEY', say().access.holdsNoShare({ name: printable(key.card.name) }))
  }
  const share = await openShare(deed, readAgeFile(held.ageFile), { holder, identity })
  const { deedId, suite } = deed.manifest
  const payload = buildSharePayload(share, deed.deedId)
  const digest = shareDigest(share, deed.deedId)
  share.share.fill(0)
  const ageFile = await wrapSecret(payload, [recipient[suite]], suite)
  const party = { name: to.name, fingerprint: to.fingerprint }
  const content = {
    deedId,
    suite,
    ledgerHead: request.recorder?.head ?? null,
    to: party,
    share: digest,
    ageFile: toBase64(ageFile),
  }
  const subject = [subjectOf({ name: MANIFEST, sha256: deed.manifestSha256 })]
  const bytes = signPaper(SHARE, content, { key, now, subject, withCard: true })
  readBack(bytes, deed, from)
  if (!request.dryRun) {
    await request.recorder?.outcome({
      deedId,
      manifest: deed.manifestSha256,
      cards: cardsAs('reader', [party]),
      paper: { kind: 'share' },
    })
    await writeNewFiles([{ path: request.output, content: bytes, access: 'owner-only' }], request.files)
    request.recorder?.done()
  }
  const { threshold, holders } = escrow
  return {
    deed: request.deed,
    deedId,
    output: request.output,
    to: party,
    threshold,
    holders: holders.length,
    bytes: bytes.length,
  }
}
