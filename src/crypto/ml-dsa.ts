import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { noblePostQuantum } from './lazy-libraries.ts'

export const ML_DSA_KEY_BYTES = 1952
export const ML_DSA_SEED_BYTES = 32
const ML_DSA_SIGNATURE_BYTES = 3309

// RFC 9881: the fixed DER before the raw public key, and before the 32-byte seed.
const SPKI_PREFIX = Buffer.from('308207b2300b0609608648016503040312038207a100', 'hex')
const PKCS8_PREFIX = Buffer.from('3034020100300b060960864801650304031204228020', 'hex')

/** One of two implementations of ML-DSA-65 (FIPS 204, pure, with context); they agree byte for byte. */
export interface MlDsa {
  publicKey(seed: Uint8Array): Uint8Array
  sign(seed: Uint8Array, message: Uint8Array, context: Uint8Array): Uint8Array
  verify(publicKey: Uint8Array, message: Uint8Array, context: Uint8Array, signature: Uint8Array): boolean
}

/** node:crypto; keys as DER, because Node 24.6 has no raw formats for them. */
export const nodeMlDsa: MlDsa = {
  publicKey: (seed) =>
    createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' }).subarray(SPKI_PREFIX.length),
  sign: (seed, message, context) => sign(null, message, { key: privateKey(seed), context }),
  verify(publicKey, message, context, signature) {
    const der = Buffer.concat([SPKI_PREFIX, publicKey])
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
    return verify(null, message, { key, context }, signature)
  },
}

export const nobleMlDsa: MlDsa = {
  publicKey: (seed) => noblePostQuantum().ml_dsa65.keygen(seed).publicKey,
  sign(seed, message, context) {
    const { ml_dsa65 } = noblePostQuantum()
    return ml_dsa65.sign(message, ml_dsa65.keygen(seed).secretKey, { context })
  },
  verify: (publicKey, message, context, signature) =>
    noblePostQuantum().ml_dsa65.verify(signature, message, publicKey, { context }),
}

/**
 * Whether node:crypto heeds the context. Early releases of Node 24 take the option and silently ignore it, so that a
 * signature made for another purpose would verify; such a one is not used.
 */
export function nodeHeedsContext(): boolean {
  const seed = new Uint8Array(ML_DSA_SEED_BYTES)
  const signature = nodeMlDsa.sign(seed, seed, Buffer.from('one'))
  return !nodeMlDsa.verify(nodeMlDsa.publicKey(seed), seed, Buffer.from('other'), signature)
}

let chosen: MlDsa | undefined

function implementation(): MlDsa {
  chosen ??= nodeHeedsContext() ? nodeMlDsa : nobleMlDsa
  return chosen
}

/** @throws DatadeedError DAMAGED for another length; any 1952 bytes are a key (FIPS 204 algorithm 23) */
export function assertMlDsaPublicKey(key: Uint8Array): void {
  if (key.length === ML_DSA_KEY_BYTES) return
  throw new DatadeedError('DAMAGED', say().crypto.mlDsaKeyLength({ got: key.length }))
}

export function mlDsaPublicKey(seed: Uint8Array): Uint8Array {
  return nodeMlDsa.publicKey(seed)
}

/** A 3309-byte signature under the context, hedged with fresh randomness. */
export function signMlDsa(seed: Uint8Array, message: Uint8Array, context: Uint8Array): Uint8Array {
  return implementation().sign(seed, message, context)
}

/** FIPS 204's deterministic variant: the same bytes each time, for examples that anybody can make again. */
export function signMlDsaDeterministic(
  seed: Uint8Array,
  message: Uint8Array,
  context: Uint8Array,
): Uint8Array {
  const { ml_dsa65 } = noblePostQuantum()
  return ml_dsa65.sign(message, ml_dsa65.keygen(seed).secretKey, { context, extraEntropy: false })
}

/** Whether the signature is valid for exactly this message and context. */
export function verifyMlDsa(
  publicKey: Uint8Array,
  message: Uint8Array,
  context: Uint8Array,
  signature: Uint8Array,
): boolean {
  assertMlDsaPublicKey(publicKey)
  if (signature.length !== ML_DSA_SIGNATURE_BYTES) return false
  return implementation().verify(publicKey, message, context, signature)
}

function privateKey(seed: Uint8Array): KeyObject {
  const der = Buffer.concat([PKCS8_PREFIX, seed])
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  der.fill(0)
  return key
}
