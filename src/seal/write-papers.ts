import { sha256, toHex, wrapForReaders } from '../crypto/index.ts'
import {
  ACCESS,
  ACCESS_SIGNATURES,
  type AccessCompartment,
  buildAccess,
  buildKeyPayload,
  buildManifest,
  buildSignatures,
  type DeedWriter,
  keysEntry,
  MANIFEST,
  parseManifest,
  type ReadManifest,
  SIGNATURES,
} from '../deed/index.ts'
import { InternalError } from '../errors.ts'
import { assertCanSign } from '../identity/index.ts'
import type { Plan } from '../policy/index.ts'
import { readerCard, recipientOf } from './assert-sealable.ts'
import { describeDeed, type Sealed } from './build-manifest.ts'
import type { SealRequest } from './request.ts'

/** Writes what stands behind the data: manifest, access statement, age files and, last, the signatures. */
export async function writePapers(sealed: Sealed, writer: DeedWriter): Promise<ReadManifest> {
  const { request } = sealed
  const manifestBytes = buildManifest(describeDeed(sealed))
  const read = parseManifest(manifestBytes)
  const wrapped = await Promise.all(sealed.plan.compartments.map((_, number) => wrapKeys(sealed, number)))
  const compartments = wrapped.map(({ access }) => access)
  const accessBytes = buildAccess({ manifest: read, created: request.now, compartments })
  const signer = { seeds: assertCanSign(request.seller), fingerprint: request.seller.card.fingerprint }
  await writer.writeEntry(MANIFEST, manifestBytes)
  await writer.writeEntry(ACCESS, accessBytes)
  for (const { access, ageFile } of wrapped) await writer.writeEntry(keysEntry(access.name), ageFile)
  await writer.writeEntry(ACCESS_SIGNATURES, buildSignatures(accessBytes, signer))
  await writer.writeEntry(SIGNATURES, buildSignatures(manifestBytes, signer))
  return read
}

/**
 * Wraps nothing for everybody once, while the threads seal: loads and warms what the end of the run would otherwise
 * wait for.
 * @throws DatadeedError USAGE
 */
export async function rehearseWrapping(plan: Plan, request: SealRequest): Promise<void> {
  const readers = new Set(plan.compartments.flatMap((compartment) => compartment.readers))
  const recipients = [...readers].map((reader) => recipientOf(readerCard(reader, request), request.suite))
  for (const recipient of recipients) await wrapForReaders(new Uint8Array(1), [recipient], request.suite)
}

/** One compartment's keys in an age file to its readers, and what the access statement says of it. */
async function wrapKeys(
  { request, plan, keys, deedId }: Sealed,
  compartment: number,
): Promise<{ readonly ageFile: Uint8Array; readonly access: Omit<AccessCompartment, 'entry'> }> {
  const planned = plan.compartments[compartment]
  if (planned === undefined) throw new InternalError('a compartment without a place in the plan')
  const { name } = planned
  const cards = planned.readers.map((fingerprint) => readerCard(fingerprint, request))
  const recipients = cards.map((card) => recipientOf(card, request.suite))
  const payload = buildKeyPayload({
    deedId: toHex(deedId),
    compartment: name,
    ...keys.secretsOf(compartment),
  })
  const ageFile = await wrapForReaders(payload, recipients, request.suite)
  payload.fill(0)
  const readers = cards.map((card) => ({ name: card.name, fingerprint: card.fingerprint }))
  return { ageFile, access: { name, size: ageFile.length, sha256: toHex(sha256(ageFile)), readers } }
}
