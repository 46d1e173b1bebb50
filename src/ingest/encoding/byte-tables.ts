import type { Encoding } from './encodings.ts'
import { openDecoder } from './open-decoder.ts'

/** How code points of the basic plane are written in an encoding of one to four bytes. */
export interface ByteTable {
  /** By code point: its bytes as a big-endian number, 0 where it has none. */
  readonly codes: Uint32Array
  /** By first byte: how long its sequence is; 4 stands for "4 if a digit follows, else 2". */
  readonly lengths: Uint8Array
  /** Code points by byte - 80 (hexadecimal), 0 where such a byte alone is none of the basic plane. */
  readonly singles: Uint32Array
  /** The same for two bytes: by 256 * (first byte - 80) + second byte. */
  readonly doubles: Uint32Array
}

const LF = 0x0a
const tables = new Map<Encoding, ByteTable>()

/**
 * The table of an encoding, made once a thread from the decoder of the platform: every byte sequence is decoded,
 * so encoding is the exact inverse of decoding but for second byte forms, which `source` segments keep.
 */
export function byteTable(encoding: Encoding): ByteTable {
  const known = tables.get(encoding)
  if (known !== undefined) return known
  const table = buildByteTable(encoding)
  tables.set(encoding, table)
  return table
}

function buildByteTable(encoding: Encoding): ByteTable {
  const codes = new Uint32Array(0x10000)
  const lengths = new Uint8Array(256).fill(1)
  for (let byte = 1; byte < 0x80; byte++) codes[byte] = byte
  const singles = decodeEach(encoding, 1, 0x80, (at) => [0x80 + at])
  const doubles = decodeEach(encoding, 2, 0x80 * 0x100, (at) => [0x80 + (at >> 8), at & 0xff])
  for (let at = 0; at < 0x80; at++) {
    if (singles[at] === 0) lengths[0x80 + at] = encoding === 'gb18030' ? 4 : 2
  }
  for (let at = 0; at < doubles.length; at++) {
    const point = doubles[at]!
    const bytes = 0x8000 + at
    if (point === 0 || lengths[bytes >> 8] === 1) continue
    if (codes[point] === 0 || isPreferred(encoding, bytes, codes[point]!)) codes[point] = bytes
  }
  if (encoding === 'gb18030') addFourByteForms(codes)
  for (let at = 0; at < singles.length; at++) {
    const point = singles[at]!
    if (point !== 0 && codes[point] === 0) codes[point] = 0x80 + at
  }
  return { codes, lengths, singles, doubles }
}

/** Code points of `count` sequences of one length; 0 where a sequence is invalid or is no single code point. */
function decodeEach(
  encoding: Encoding,
  length: number,
  count: number,
  sequence: (at: number) => readonly number[],
): Uint32Array {
  const points = new Uint32Array(count)
  const bytes = new Uint8Array(count * (length + 1))
  for (let at = 0; at < count; at++) {
    bytes.set(sequence(at), at * (length + 1))
    bytes[at * (length + 1) + length] = LF
  }
  // A bad sequence never swallows the LF behind it: LF is no trail byte in any of these encodings. One LF sequence
  // may itself hold LF as second byte, so each sequence is found by counting, not by trust in one line a sequence.
  const lines = openDecoder(encoding, false).decode(bytes).split('\n')
  let line = 0
  for (let at = 0; at < count; at++, line++) {
    const text = lines[line] ?? ''
    if (sequence(at).includes(LF)) line++
    else if (
      (text.length === 1 && text !== '\ufffd') ||
      (text.length === 2 && text.codePointAt(0)! > 0xffff)
    ) {
      const point = text.codePointAt(0)!
      if (point >= 0x80 && point < 0x10000) points[at] = point
    }
  }
  return points
}

/** Which of two byte forms is written: section 10.6 of FORMAT.md, as Windows does; else the first. */
function isPreferred(encoding: Encoding, bytes: number, known: number): boolean {
  if (encoding === 'big5') return bytes === 0xa451 || bytes === 0xa4ca
  if (encoding === 'shift_jis') return known >= 0xed00 && known < 0xef00 && bytes >= 0xfa00
  return false
}

/** GB18030 writes the rest of the basic plane in four bytes, 81308130 to 8431A439 in linear order. */
function addFourByteForms(codes: Uint32Array): void {
  const count = 39_420
  const points = decodeEach('gb18030', 4, count, (at) => [
    0x81 + Math.floor(at / 12_600),
    0x30 + (Math.floor(at / 1260) % 10),
    0x81 + (Math.floor(at / 10) % 126),
    0x30 + (at % 10),
  ])
  for (let at = 0; at < count; at++) {
    const point = points[at]!
    if (point === 0 || codes[point] !== 0) continue
    codes[point] =
      (0x81 + Math.floor(at / 12_600)) * 0x1000000 +
      ((0x30 + (Math.floor(at / 1260) % 10)) << 16) +
      ((0x81 + (Math.floor(at / 10) % 126)) << 8) +
      0x30 +
      (at % 10)
  }
}
