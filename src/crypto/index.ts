/**
 * Bytes and keys only: this room knows no rows and no files, and composes public, specified parts. Encryption is C2SP
 * chunked-encryption (Cobblestone-256), key wrapping is age, signatures are Ed25519 and ML-DSA-65 under DSSE. Nothing
 * leaves it unauthenticated; randomness is drawn in random.ts alone, all else is deterministic in its arguments
 * (but for the libraries' own nonces). Strings and copies made by the runtime cannot be wiped.
 */
export {
  type AgeSuite,
  countStanzas,
  generateOpeningIdentity,
  isIdentity,
  isRecipient,
  type OpeningIdentity,
  type OpeningRecipients,
  openAgeFile,
  recipientOfIdentity,
  recipientsOf,
  suiteOf,
  unwrap,
  wrapForReaders,
  wrapSecret,
} from './age.ts'
export { openBulkDigest } from './bulk-digest.ts'
export {
  type CobblestoneRange,
  openCobblestone,
  openCobblestoneRange,
  sealCobblestone,
} from './cobblestone.ts'
export {
  COBBLESTONE_KEY_BYTES,
  COBBLESTONE_SALT_BYTES,
  cobblestoneLength,
  cobblestonePlainLength,
} from './cobblestone-chunks.ts'
export { CobblestoneError, type CobblestoneFault } from './cobblestone-fault.ts'
export { CobblestoneDecryptor, CobblestoneEncryptor } from './cobblestone-stream.ts'
export {
  constantTimeEqual,
  createSha256,
  hmacSha256,
  openHmacSha256,
  parseBase64,
  parseHex,
  type StreamingDigest,
  sha256,
  toBase64,
  toHex,
} from './digests.ts'
export {
  assertEd25519PublicKey,
  ED25519_KEY_BYTES,
  ED25519_SEED_BYTES,
  ed25519PublicKey,
  signEd25519,
  verifyEd25519,
} from './ed25519.ts'
export { assertMlDsaPublicKey, ML_DSA_KEY_BYTES, ML_DSA_SEED_BYTES } from './ml-dsa.ts'
export { isArmored, openWithPassphrase, sealWithPassphrase } from './passphrase.ts'
export { randomBytes } from './random.ts'
export { combineShares, identityOfSeed, identitySeed, splitSecret } from './secret-sharing.ts'
export {
  assertDsse,
  DSSE_PAYLOAD_TYPE,
  type DsseSignature,
  type DsseVerdict,
  dssePae,
  generateSigningKeys,
  type ReadSignature,
  SIGNATURE_ALGORITHMS,
  type SignatureAlgorithm,
  type SigningPublicKeys,
  type SigningSeeds,
  signDsse,
  signingPublicKeys,
  verifyDsse,
} from './signatures.ts'
