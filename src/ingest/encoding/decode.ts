import { isUtf8 } from 'node:buffer'
import type { Encoding } from './encodings.ts'
import { type ExportDecoder, openDecoder } from './open-decoder.ts'

/** ICU reads single bytes 80 to 9F and FF of these as controls and private use; in real files they stand for neither. */
const WITHOUT_STRAYS: readonly Encoding[] = ['big5', 'shift_jis', 'euc-kr']
const STRAYS = /[\u0080-\u009f\uf8f8]/

/** The bytes as UTF-8 (the same bytes if they are UTF-8 already), or undefined if any byte is invalid. */
export function findUtf8(bytes: Uint8Array, encoding: Encoding): Uint8Array | undefined {
  if (encoding === 'utf-8') return isUtf8(bytes) ? bytes : undefined
  const text = decodeText(openDecoder(encoding, true), bytes, false)
  return text === undefined || hasStrays(text, encoding) ? undefined : Buffer.from(text, 'utf8')
}

/** Offset of the first byte of the first invalid sequence; the length of `bytes` if there is none. */
export function findBadByte(bytes: Uint8Array, encoding: Encoding): number {
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isValid(bytes.subarray(0, middle), encoding, true)) good = middle
    else bad = middle
  }
  // Up to `good` nothing is wrong, but the sequence that goes wrong there may have begun some bytes before.
  for (let start = good; start > Math.max(0, good - 4); start--) {
    if (isValid(bytes.subarray(0, start), encoding, false)) return start
  }
  return Math.max(0, good - 4)
}

/** Feeds a file piece by piece; `add` is false as soon as it cannot be this encoding. */
export class StreamCheck {
  readonly encoding: Encoding
  readonly #decoder: ExportDecoder

  constructor(encoding: Encoding) {
    this.encoding = encoding
    this.#decoder = openDecoder(encoding, true)
  }

  add(bytes: Uint8Array, more: boolean): boolean {
    const text = decodeText(this.#decoder, bytes, more)
    return text !== undefined && !hasStrays(text, this.encoding)
  }
}

/** How many bytes at the start of `bytes` are whole UTF-8 characters, the rest being the start of one. */
export function wholeUtf8(bytes: Uint8Array): number {
  const end = bytes.length
  for (let back = 1; back <= Math.min(3, end); back++) {
    const byte = bytes[end - back]!
    if ((byte & 0xc0) === 0x80) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return length > back ? end - back : end
  }
  return end
}

function isValid(bytes: Uint8Array, encoding: Encoding, more: boolean): boolean {
  const text = decodeText(openDecoder(encoding, true), bytes, more)
  return text !== undefined && !hasStrays(text, encoding)
}

function decodeText(decoder: ExportDecoder, bytes: Uint8Array, stream: boolean): string | undefined {
  try {
    return decoder.decode(bytes, { stream })
  } catch {
    return undefined
  }
}

/** Whether decoded text holds what only bytes without a meaning decode to. */
export function hasStrays(text: string, encoding: Encoding): boolean {
  return WITHOUT_STRAYS.includes(encoding) && STRAYS.test(text)
}
