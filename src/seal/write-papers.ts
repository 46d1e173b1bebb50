import {
  ACCESS,
  ACCESS_SIGNATURES,
  buildAccess,
  buildManifest,
  buildSignatures,
  type DeedWriter,
  type Escrow,
  keysEntry,
  MANIFEST,
  parseManifest,
  type ReadManifest,
  SIGNATURES,
} from '../deed/index.ts'
import { assertCanSign } from '../identity/index.ts'
import { describeDeed, type Sealed } from './build-manifest.ts'
import type { WrappedKeys } from './wrap-keys.ts'

/** Writes what stands behind the data: manifest, access statement, age files and, last, the signatures. */
export async function writePapers(
  sealed: Sealed & { readonly wrapped: readonly WrappedKeys[]; readonly escrow: Escrow | undefined },
  writer: DeedWriter,
): Promise<ReadManifest> {
  const { request } = sealed
  const manifestBytes = buildManifest(describeDeed(sealed))
  const read = parseManifest(manifestBytes)
  const { wrapped } = sealed
  const compartments = wrapped.map(({ access }) => access)
  const accessBytes = buildAccess({
    manifest: read,
    created: request.now,
    compartments,
    escrow: sealed.escrow,
  })
  const signer = { seeds: assertCanSign(request.seller), fingerprint: request.seller.card.fingerprint }
  await writer.writeEntry(MANIFEST, manifestBytes)
  await writer.writeEntry(ACCESS, accessBytes)
  for (const { access, ageFile } of wrapped) await writer.writeEntry(keysEntry(access.name), ageFile)
  await writer.writeEntry(ACCESS_SIGNATURES, buildSignatures(accessBytes, signer))
  await writer.writeEntry(SIGNATURES, buildSignatures(manifestBytes, signer))
  return read
}
