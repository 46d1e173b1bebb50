import { openHmacSha256 } from '../crypto/index.ts'

// FORMAT.md section 5.3. A key that serves here by mistake and elsewhere makes different values.
const LABEL = Buffer.from('datadeed/v1/pseudonym\0')
/** 128 bits: among 2^40 different texts two share a pseudonym with a chance of 2^-49. */
const PSEUDONYM_BYTES = 16

/** Makes pseudonyms under a key: the same for the same text, in whatever table, column or export. */
export function openPseudonyms(key: Uint8Array): (text: string) => string {
  const hmac = openHmacSha256(key)
  return (text) => toBase32(hmac(LABEL, Buffer.from(text)).subarray(0, PSEUDONYM_BYTES))
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * RFC 4648 section 6 in lower case, without padding. Not hexadecimal: a spreadsheet would take some such pseudonyms for
 * numbers with an exponent.
 */
function toBase32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET[(value >> bits) & 31]
    }
  }
  return bits === 0 ? text : text + ALPHABET[(value << (5 - bits)) & 31]
}
