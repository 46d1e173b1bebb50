/**
 * The deed, format v1, as FORMAT.md has it: writing one, reading one, and all checks of its parts. Verifying comes before
 * parsing, limits before allocation; a VerifiedDeed comes only from openVerifiedDeed, and a block's bytes are digested in
 * the very read that is decrypted. Sealing and opening a block are pure, so that worker threads can do them.
 * This room knows no CSV and no use case; it draws no keys and salts of its own. Statements, their schemas and envelopes
 * are what `papers` are made of too.
 */
export {
  type Access,
  type AccessCompartment,
  type AccessParts,
  buildAccess,
  type Escrow,
  isAddressedTo,
  parseAccess,
} from './access.ts'
export {
  type BlockPlace,
  blockContext,
  type OpenBlockRequest,
  openBlock,
  type SealBlockRequest,
  sealBlock,
} from './block.ts'
export { type BlockDigestOptions, type CheckableBlocks, checkBlockDigests } from './block-digests.ts'
export { type SliceBlocks, sliceBlocks } from './block-jobs.ts'
export {
  dataKeyCommitment,
  factsCommitment,
  leafOf,
  macKeyCommitment,
  plainRootCommitment,
} from './commitments.ts'
export { type CompartmentKeys, wipeKeys } from './compartment-keys.ts'
export type { Container, ContainerEntry, EntryPlace } from './container.ts'
export {
  addTotals,
  differenceOf,
  NO_TOTAL,
  sameAmounts,
  sameTotal,
  type Total,
  type TotalTask,
  totalSegments,
} from './control-totals.ts'
export { type DeedAccess, openDeedAccess } from './deed-access.ts'
export {
  type BlockToWrite,
  createDeedWriter,
  type DeedWriter,
  type DeedWriterOptions,
} from './deed-writer.ts'
export {
  buildSharePayload,
  ESCROW_NAME,
  type EscrowShare,
  escrowFingerprint,
  openShare,
  readAgeFile,
  shareDigest,
} from './escrow.ts'
export type { DeniedVerdict, ExamineFailure, ExamineOptions, ReadGrants } from './examine.ts'
export {
  type ControlTotal,
  controlTotalSchema,
  decodeControlTotal,
  encodeControlTotals,
  readAllTotals,
  totalTask,
} from './facts.ts'
export { type ChangedColumn, changedColumns, isChanged, isTyped, reasonsOf } from './fidelity.ts'
export { type Grant, type Granted, NOTHING_GRANTED, type Party, type PassedShare } from './granted.ts'
export { BlockIndex, encodeIndex, type IndexRecord, parseIndex, type TableBlocks } from './index-records.ts'
export { describeIssuer, readIssuerCard, withIssuerCard } from './issuer-card.ts'
export {
  buildKeyPayload,
  type KeyPayload,
  type OpenedCompartments,
  openCompartmentKeys,
  parseKeyPayload,
  readOwnAgeFile,
} from './keys.ts'
export {
  buildManifest,
  type EntryDigest,
  type Manifest,
  type ManifestCompartment,
  type ManifestParts,
  type ManifestTable,
  parseManifest,
  type ReadManifest,
  type SeriesLink,
} from './manifest.ts'
export { columnsOf, compartmentsOf } from './manifest-faults.ts'
export {
  ACCESS,
  ACCESS_SIGNATURES,
  blocksEntry,
  indexEntry,
  keysEntry,
  MANIFEST,
  MIMETYPE,
  parseEntryName,
  README,
  ROTATED,
  SIGNATURES,
} from './names.ts'
export { openContainer } from './open-container.ts'
export { assertOutsideDeed } from './outside-deed.ts'
export { assertPaperSize, paperHead, readPaperEnvelope } from './paper-envelope.ts'
export { PlainRoot, type PlainRootPlace } from './plain-root.ts'
export {
  comparePlainRoots,
  openPlainRoots,
  type ProofThreads,
  type ProveOptions,
  proveBlocks,
  proveOpening,
  startProofThreads,
} from './prove-blocks.ts'
export {
  type ComparedTotal,
  type OpenedTable,
  type ProvenFor,
  type ProvenOpening,
  type ProvenPlace,
  receiptProof,
} from './proven-opening.ts'
export { openRegularFile, readExactly } from './read-file.ts'
export { MIMETYPE_BYTES, README_BYTES } from './readme.ts'
export { buildRecord, parseRecord, type SellerRecord } from './record.ts'
export {
  openRotated,
  parseRotated,
  ROTATION,
  type RotatedAgainst,
  subjectsOfRotation,
  wrappedCompartments,
} from './rotated-access.ts'
export { withSuccessions } from './rotation-issuer.ts'
export {
  compartmentName,
  count,
  ext,
  hex,
  listOf,
  parseSchema,
  party,
  sha256Hex,
  text,
  time,
} from './schema.ts'
export { assertEnvelope, assertSignatures, buildSignatures, envelopeSchema } from './signatures.ts'
export {
  DEED_FORMAT,
  encodeStatement,
  instant,
  parseStatement,
  readPredicateType,
  type Subject,
  subjectOf,
} from './statement.ts'
export { SUCCESSION } from './succession.ts'
export { isPrunedDeed, readUnverified, type UnverifiedDeed } from './unverified.ts'
export {
  type DeedExamination,
  type ExamineDeedOptions,
  examineDeed,
  openVerifiedDeed,
  type VerifiedDeed,
} from './verified-deed.ts'
