import { createCipheriv } from 'node:crypto'
import { hmacSha256 } from './digests.ts'

const CIPHER = 'aes-256-gcm'
const NONCE = new Uint8Array(12)

/**
 * A keyed digest of much data, ten times as quick as HMAC; 32 bytes. GMAC (NIST SP 800-38D) hashes the parts, one after the
 * other as if they were one message, and HMAC-SHA-256 under another key hides its tag: Carter's and Wegman's way. To whoever
 * does not know the key, two messages of n bytes are alike with a chance of some n / 2^132.
 *
 * One nonce serves all messages, which GMAC by itself must never do: its tag gives the key away beside a second one. No tag
 * leaves this function.
 */
export function openBulkDigest(key: Uint8Array): (...parts: readonly Uint8Array[]) => Uint8Array {
  const hashing = hmacSha256(key, Buffer.from('datadeed/v1/bulk-digest/hash\0'))
  const hiding = hmacSha256(key, Buffer.from('datadeed/v1/bulk-digest/hide\0'))
  return (...parts) => {
    const hash = createCipheriv(CIPHER, hashing, NONCE)
    for (const part of parts) hash.setAAD(part)
    hash.final()
    return hmacSha256(hiding, hash.getAuthTag())
  }
}
