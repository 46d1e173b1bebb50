import { DatadeedError } from '../errors.ts'
import { SIGNATURES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { findBase64, toBase64 } from './digests.ts'
import { ED25519_SEED_BYTES, ed25519PublicKey, signEd25519, verifyEd25519 } from './ed25519.ts'
import {
  ML_DSA_SEED_BYTES,
  mlDsaPublicKey,
  signMlDsa,
  signMlDsaDeterministic,
  verifyMlDsa,
} from './ml-dsa.ts'
import { randomBytes } from './random.ts'

export const DSSE_PAYLOAD_TYPE = 'application/vnd.in-toto+json'
export const SIGNATURE_ALGORITHMS = ['ed25519', 'ml-dsa-65'] as const
export type SignatureAlgorithm = (typeof SIGNATURE_ALGORITHMS)[number]

/** FIPS 204 context: an ML-DSA signature made elsewhere with the same key is none of ours. */
const CONTEXT = Buffer.from('datadeed/v1', 'latin1')

/** The private halves: 32 bytes each. */
export interface SigningSeeds {
  readonly ed25519: Uint8Array
  readonly mldsa65: Uint8Array
}

/** Raw public keys: 32 and 1952 bytes. */
export interface SigningPublicKeys {
  readonly ed25519: Uint8Array
  readonly mldsa65: Uint8Array
}

/** One entry of a DSSE envelope. `keyid` is a hint for people and never decides. */
export interface DsseSignature {
  readonly keyid: string
  readonly alg: SignatureAlgorithm
  readonly sig: string
}

/** A signature as it is read: any algorithm name, and names may be missing. */
export interface ReadSignature {
  readonly sig: string
  readonly keyid?: string | undefined
  readonly alg?: string | undefined
}

/** Which of a party's two algorithms have a valid signature; `complete`: all that were required have. */
export interface DsseVerdict {
  readonly ed25519: boolean
  readonly mldsa65: boolean
  readonly complete: boolean
}

export function generateSigningKeys(): SigningSeeds {
  return { ed25519: randomBytes(ED25519_SEED_BYTES), mldsa65: randomBytes(ML_DSA_SEED_BYTES) }
}

export function signingPublicKeys(seeds: SigningSeeds): SigningPublicKeys {
  return { ed25519: ed25519PublicKey(seeds.ed25519), mldsa65: mlDsaPublicKey(seeds.mldsa65) }
}

/** DSSE v1 pre-authentication encoding: "DSSEv1" SP LEN(type) SP type SP LEN(payload) SP payload. */
export function dssePae(payloadType: string, payload: Uint8Array): Uint8Array {
  const head = `DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `
  return Buffer.concat([Buffer.from(head), payload])
}

/**
 * Signs the exact payload bytes with both algorithms. `fixed` leaves out ML-DSA's fresh randomness, for worked examples
 * whose bytes must come out the same.
 */
export function signDsse(
  payloadType: string,
  payload: Uint8Array,
  seeds: SigningSeeds,
  keyid: string,
  randomness: 'fresh' | 'fixed' = 'fresh',
): DsseSignature[] {
  const message = dssePae(payloadType, payload)
  const signWithMlDsa = randomness === 'fixed' ? signMlDsaDeterministic : signMlDsa
  return [
    { keyid, alg: 'ed25519', sig: toBase64(signEd25519(seeds.ed25519, message)) },
    { keyid, alg: 'ml-dsa-65', sig: toBase64(signWithMlDsa(seeds.mldsa65, message, CONTEXT)) },
  ]
}

/**
 * Checks a party's signatures over the exact payload bytes, before anything parses them. Signatures of other keys or
 * unknown algorithms are skipped, a key counts once however often it signed, both base64 alphabets are read.
 * @throws DatadeedError LIMIT for too many signatures, SIGNATURE for a public key that is refused
 */
export function verifyDsse(
  payloadType: string,
  payload: Uint8Array,
  signatures: readonly ReadSignature[],
  publicKeys: SigningPublicKeys,
  required: readonly SignatureAlgorithm[] = SIGNATURE_ALGORITHMS,
): DsseVerdict {
  if (signatures.length > SIGNATURES) {
    const count = { got: signatures.length, most: SIGNATURES }
    throw new DatadeedError('LIMIT', say().crypto.signatureCount(count))
  }
  const message = dssePae(payloadType, payload)
  const ed25519 = signaturesOf('ed25519', signatures).some((signature) =>
    verifyEd25519(publicKeys.ed25519, message, signature),
  )
  const mldsa65 = signaturesOf('ml-dsa-65', signatures).some((signature) =>
    verifyMlDsa(publicKeys.mldsa65, message, CONTEXT, signature),
  )
  const valid = { ed25519, 'ml-dsa-65': mldsa65 }
  return { ed25519, mldsa65, complete: required.every((algorithm) => valid[algorithm]) }
}

/**
 * Requires a valid signature of each named algorithm.
 * @throws DatadeedError SIGNATURE naming what is missing, and all that verifyDsse throws
 */
export function assertDsse(
  payloadType: string,
  payload: Uint8Array,
  signatures: readonly ReadSignature[],
  publicKeys: SigningPublicKeys,
  required: readonly SignatureAlgorithm[] = SIGNATURE_ALGORITHMS,
): void {
  const verdict = verifyDsse(payloadType, payload, signatures, publicKeys, required)
  if (verdict.complete) return
  const missing = required.filter(
    (algorithm) => !(algorithm === 'ed25519' ? verdict.ed25519 : verdict.mldsa65),
  )
  const sentence = say().crypto.signatureMissing({ missing: missing.map(algorithmName) })
  throw new DatadeedError('SIGNATURE', sentence, { hints: [say().crypto.signatureMissingHint] })
}

function signaturesOf(algorithm: SignatureAlgorithm, signatures: readonly ReadSignature[]): Uint8Array[] {
  return signatures
    .filter((signature) => signature.alg === undefined || signature.alg === algorithm)
    .map((signature) => findBase64(signature.sig))
    .filter((bytes) => bytes !== undefined)
}

function algorithmName(algorithm: SignatureAlgorithm): string {
  return algorithm === 'ed25519' ? 'Ed25519' : 'ML-DSA-65'
}
