import { createHash, createHmac, createSecretKey, hash, timingSafeEqual } from 'node:crypto'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'

/** SHA-256 of the bytes, 32 bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer')
}

/** SHA-256 fed piece by piece; `digest` may be called once. */
export interface StreamingDigest {
  update(bytes: Uint8Array): unknown
  digest(): Uint8Array
}

export function createSha256(): StreamingDigest {
  return createHash('sha256')
}

/** HMAC-SHA-256 over the parts, one after the other as if they were one message; 32 bytes. */
export function hmacSha256(key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  const mac = createHmac('sha256', key)
  for (const part of parts) mac.update(part)
  return mac.digest()
}

/** HMAC-SHA-256 under one key for many messages: making the key ready costs four times as much as a short message. */
export function openHmacSha256(key: Uint8Array): (...parts: readonly Uint8Array[]) => Uint8Array {
  const ready = createSecretKey(key)
  return (...parts) => {
    const mac = createHmac('sha256', ready)
    for (const part of parts) mac.update(part)
    return mac.digest()
  }
}

/** Compares without telling by its time where they differ; unequal lengths are unequal. */
export function constantTimeEqual(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right)
}

export function toBase64(bytes: Uint8Array): string {
  return bytesOf(bytes).toString('base64')
}

export function toHex(bytes: Uint8Array): string {
  return bytesOf(bytes).toString('hex')
}

/**
 * Reads padded standard base64 (RFC 4648 section 4) in its one canonical spelling.
 * `what` names the value in the sentence.
 * @throws DatadeedError DAMAGED
 */
export function parseBase64(text: string, what: string, length?: number): Uint8Array {
  const bytes = Buffer.from(text, 'base64')
  // Node skips what is not base64; writing it again shows every such liberty.
  if (bytes.toString('base64') !== text) throw new DatadeedError('DAMAGED', say().crypto.base64({ what }))
  return ofLength(bytes, what, length)
}

/**
 * Reads lower-case hexadecimal.
 * @throws DatadeedError DAMAGED
 */
export function parseHex(text: string, what: string, length?: number): Uint8Array {
  const bytes = Buffer.from(text, 'hex')
  if (bytes.toString('hex') !== text) throw new DatadeedError('DAMAGED', say().crypto.hex({ what }))
  return ofLength(bytes, what, length)
}

/** DSSE allows the standard and the URL-safe alphabet, the latter often unpadded; undefined if it is neither. */
export function findBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64')
  const urlSafe = bytes.toString('base64url')
  const spellings = [
    bytes.toString('base64'),
    urlSafe,
    urlSafe.padEnd(Math.ceil(urlSafe.length / 4) * 4, '='),
  ]
  return spellings.includes(text) ? bytes : undefined
}

function ofLength(bytes: Uint8Array, what: string, length: number | undefined): Uint8Array {
  if (length === undefined || bytes.length === length) return bytes
  throw new DatadeedError('DAMAGED', say().crypto.byteCount({ what, got: bytes.length, expected: length }))
}

function bytesOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
