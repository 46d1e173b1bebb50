import { byteTable } from './byte-tables.ts'
import type { Encoding } from './encodings.ts'

/** The text in the export's encoding, or undefined if a character has no bytes there. `text` must be valid UTF-8. */
export function findEncoded(text: Uint8Array, encoding: Encoding): Uint8Array | undefined {
  if (encoding === 'utf-8') return text
  if (encoding === 'utf-16le') return encodeUtf16(text, 0)
  if (encoding === 'utf-16be') return encodeUtf16(text, 1)
  return encodeByTable(text, encoding)
}

function encodeUtf16(text: Uint8Array, low: 0 | 1): Uint8Array {
  const out = new Uint8Array(text.length * 2)
  const high = 1 - low
  let o = 0
  let p = 0
  while (p < text.length) {
    const byte = text[p]!
    if (byte < 0x80) {
      out[o + low] = byte
      p += 1
    } else if (byte < 0xf0) {
      let point = 0
      if (byte < 0xe0) {
        point = ((byte & 0x1f) << 6) | (text[p + 1]! & 0x3f)
        p += 2
      } else {
        point = ((byte & 0x0f) << 12) | ((text[p + 1]! & 0x3f) << 6) | (text[p + 2]! & 0x3f)
        p += 3
      }
      out[o + low] = point & 0xff
      out[o + high] = point >> 8
    } else {
      const above = supplementary(text, p) - 0x10000
      const lead = 0xd800 | (above >> 10)
      const trail = 0xdc00 | (above & 0x3ff)
      out[o + low] = lead & 0xff
      out[o + high] = lead >> 8
      o += 2
      out[o + low] = trail & 0xff
      out[o + high] = trail >> 8
      p += 4
    }
    o += 2
  }
  return out.subarray(0, o)
}

function encodeByTable(text: Uint8Array, encoding: Encoding): Uint8Array | undefined {
  const { codes } = byteTable(encoding)
  const length = text.length
  let out = new Uint8Array(length)
  let o = 0
  let p = 0
  while (p < length) {
    const byte = text[p]!
    if (byte < 0x80) {
      out[o++] = byte
      p++
      continue
    }
    let code = 0
    if (byte < 0xe0) {
      code = codes[((byte & 0x1f) << 6) | (text[p + 1]! & 0x3f)]!
      p += 2
    } else if (byte < 0xf0) {
      code = codes[((byte & 0x0f) << 12) | ((text[p + 1]! & 0x3f) << 6) | (text[p + 2]! & 0x3f)]!
      p += 3
    } else {
      if (encoding === 'gb18030') code = fourByteForm(supplementary(text, p))
      p += 4
    }
    if (code === 0) return undefined
    if (code > 0xffff) {
      // Only four byte forms are longer than their UTF-8; all else shrinks or stays, so only here may space run out.
      if (o + 4 + length - p > out.length) out = grown(out)
      out[o++] = code >>> 24
      out[o++] = (code >>> 16) & 0xff
    }
    if (code > 0xff) out[o++] = (code >>> 8) & 0xff
    out[o++] = code & 0xff
  }
  return out.subarray(0, o)
}

/** The code point of the four bytes of UTF-8 at `p`. */
export function supplementary(text: Uint8Array, p: number): number {
  return (
    ((text[p]! & 0x07) << 18) |
    ((text[p + 1]! & 0x3f) << 12) |
    ((text[p + 2]! & 0x3f) << 6) |
    (text[p + 3]! & 0x3f)
  )
}

/** GB18030 writes the supplementary planes from 90308130 on, in linear order. */
export function fourByteForm(point: number): number {
  const linear = point - 0x10000 + 189_000
  return (
    (0x81 + Math.floor(linear / 12_600)) * 0x1000000 +
    ((0x30 + (Math.floor(linear / 1260) % 10)) << 16) +
    ((0x81 + (Math.floor(linear / 10) % 126)) << 8) +
    0x30 +
    (linear % 10)
  )
}

function grown(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(bytes.length * 2 + 16)
  larger.set(bytes)
  return larger
}
