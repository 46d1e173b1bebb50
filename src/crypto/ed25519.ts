import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'

export const ED25519_KEY_BYTES = 32
export const ED25519_SEED_BYTES = 32
const ED25519_SIGNATURE_BYTES = 64

// RFC 8410: the fixed DER before the 32 raw bytes.
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')

/** p = 2^255 - 19 and L, the order of the base point (RFC 8032 section 5.1), little-endian. */
const P = Buffer.from('edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', 'hex')
const L = Buffer.from('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010', 'hex')

/** The y coordinates of the eight points of small order; a sign bit makes the pairs. */
const SMALL_ORDER_Y: ReadonlySet<string> = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
])

/**
 * Refuses public keys under which a signature proves nothing or that have a second spelling; whether the
 * runtime's own library refuses them differs from release to release.
 * @throws DatadeedError SIGNATURE, DAMAGED for another length
 */
export function assertEd25519PublicKey(key: Uint8Array): void {
  if (key.length !== ED25519_KEY_BYTES) {
    throw new DatadeedError('DAMAGED', say().crypto.ed25519KeyLength({ got: key.length }))
  }
  const y = yCoordinate(key)
  if (!isBelow(y, P)) throw new DatadeedError('SIGNATURE', say().crypto.ed25519KeyNotCanonical)
  if (isSmallOrder(y)) throw new DatadeedError('SIGNATURE', say().crypto.ed25519KeySmallOrder)
}

export function ed25519PublicKey(seed: Uint8Array): Uint8Array {
  const der = createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' })
  return der.subarray(SPKI_PREFIX.length)
}

/** A 64-byte Ed25519 signature (RFC 8032, no prehash). */
export function signEd25519(seed: Uint8Array, message: Uint8Array): Uint8Array {
  return sign(null, message, privateKey(seed))
}

/**
 * Whether the signature is valid and written in its one form: S below L, R canonical and not of small order.
 * @throws DatadeedError for a public key that assertEd25519PublicKey refuses
 */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  assertEd25519PublicKey(publicKey)
  if (signature.length !== ED25519_SIGNATURE_BYTES) return false
  const r = yCoordinate(signature.subarray(0, 32))
  if (!isBelow(r, P) || isSmallOrder(r) || !isBelow(signature.subarray(32), L)) return false
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' })
  return verify(null, message, key, signature)
}

function privateKey(seed: Uint8Array): KeyObject {
  const der = Buffer.concat([PKCS8_PREFIX, seed])
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  der.fill(0)
  return key
}

/** The encoded point without its sign bit. */
function yCoordinate(point: Uint8Array): Uint8Array {
  const y = Uint8Array.from(point)
  y[31] = (point[31] ?? 0) & 0x7f
  return y
}

function isSmallOrder(y: Uint8Array): boolean {
  return SMALL_ORDER_Y.has(Buffer.from(y).toString('hex'))
}

/** Compares 32-byte little-endian numbers; both are public, so time does not matter. */
function isBelow(value: Uint8Array, bound: Uint8Array): boolean {
  return Buffer.compare(Buffer.from(value).reverse(), Buffer.from(bound).reverse()) < 0
}
