import { sha256, toHex, wrapSecret } from '../crypto/index.ts'
import {
  ACCESS,
  ACCESS_SIGNATURES,
  buildAccess,
  buildKeyPayload,
  buildManifest,
  buildSignatures,
  type DeedWriter,
  keysEntry,
  MANIFEST,
  type ManifestParts,
  type ManifestTable,
  parseManifest,
  plainRootCommitment,
  type ReadManifest,
  SIGNATURES,
  type VerifiedDeed,
} from '../deed/index.ts'
import { InternalError } from '../errors.ts'
import { assertCanSign, assertCardOpens } from '../identity/index.ts'
import { commitmentsOf, type DataKeys } from '../seal/index.ts'
import { programVersion } from '../version.ts'
import type { ChosenReaders } from './choose-readers.ts'
import type { CopiedTable } from './copy-tables.ts'
import type { ResealRequest } from './request.ts'

export interface Resealed {
  readonly before: VerifiedDeed
  /** Of the new deed: 16 raw bytes. */
  readonly deedId: Uint8Array
  readonly fresh: DataKeys
  readonly copied: readonly CopiedTable[]
  readonly chosen: ChosenReaders
}

/** Writes what stands behind the data: manifest, access statement, age files and, last, the signatures. */
export async function writePapers(
  resealed: Resealed,
  request: ResealRequest,
  writer: DeedWriter,
): Promise<ReadManifest> {
  const { before, chosen, deedId, fresh } = resealed
  const { suite, compartments } = before.manifest
  const manifestBytes = buildManifest(describeDeed(resealed, request, [...writer.entries]))
  const read = parseManifest(manifestBytes)
  const wrapped = await Promise.all(
    compartments.map(async ({ name }, compartment) => {
      const readers = chosen.readers[compartment] ?? []
      const recipients = readers.map((card) => assertCardOpens(card)[suite])
      const secrets = fresh.secretsOf(compartment)
      const payload = buildKeyPayload({ deedId: toHex(deedId), compartment: name, ...secrets })
      const ageFile = await wrapSecret(payload, recipients, suite)
      const parties = readers.map(({ name: called, fingerprint }) => ({ name: called, fingerprint }))
      return {
        ageFile,
        access: { name, size: ageFile.length, sha256: toHex(sha256(ageFile)), readers: parties },
      }
    }),
  )
  const accessBytes = buildAccess({
    manifest: read,
    created: request.now,
    compartments: wrapped.map(({ access }) => access),
  })
  const { signer } = request
  const signing = { seeds: assertCanSign(signer), fingerprint: signer.card.fingerprint }
  await writer.writeEntry(MANIFEST, manifestBytes)
  await writer.writeEntry(ACCESS, accessBytes)
  for (const { access, ageFile } of wrapped) await writer.writeEntry(keysEntry(access.name), ageFile)
  await writer.writeEntry(ACCESS_SIGNATURES, buildSignatures(accessBytes, signing))
  await writer.writeEntry(SIGNATURES, buildSignatures(manifestBytes, signing))
  return read
}

/** All that the old manifest says of the content stays; who signed it, when, for whom and under which keys does not. */
function describeDeed(
  { before, deedId, fresh, copied, chosen }: Resealed,
  { signer, now, recorder }: ResealRequest,
  entries: ManifestParts['entries'],
): ManifestParts {
  const { manifest, manifestSha256 } = before
  return {
    deedId: toHex(deedId),
    suite: manifest.suite,
    seller: signer.card,
    created: now,
    expires: manifest.expires === null ? undefined : new Date(manifest.expires),
    dealId: manifest.dealId ?? undefined,
    addressees: chosen.addressees.map(({ name, fingerprint }) => ({ name, fingerprint })),
    grantors: chosen.grantors,
    tables: manifest.tables.map((table, number) =>
      describeTable(table, copied[number], manifest.compartments),
    ),
    compartments: manifest.compartments.map(({ name }, compartment) => ({
      name,
      ...commitmentsOf({ keys: fresh, deedId }, compartment),
    })),
    entries,
    policyDigest: manifest.policyDigest ?? undefined,
    ledgerHead: recorder?.head ?? undefined,
    tool: programVersion(),
    ext: { resealed: { deedId: manifest.deedId, manifest: manifestSha256 } },
  }
}

function describeTable(
  table: ManifestTable,
  copied: CopiedTable | undefined,
  compartments: VerifiedDeed['manifest']['compartments'],
): ManifestTable {
  return {
    ...table,
    parts: copied?.parts ?? 0,
    plainRoots: table.plainRoots.map(({ compartment }) => {
      const root = copied?.plainRoots.get(compartments.findIndex(({ name }) => name === compartment))
      if (root === undefined) throw new InternalError('a compartment of a table has no plainRoot')
      return { compartment, commitment: toHex(plainRootCommitment(root)) }
    }),
  }
}
