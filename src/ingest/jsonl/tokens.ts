import { JsonFault } from './fault.ts'

export const QUOTE = 0x22
const BACKSLASH = 0x5c
/** `"\/bfnrt` behind a backslash. */
const SHORT_ESCAPES: ReadonlySet<number> = new Set(Buffer.from('"\\/bfnrt'))
const WORDS = ['true', 'false', 'null'].map((word) => Buffer.from(word))

/** Behind white space. */
export function skipSpace(bytes: Uint8Array, from: number, end: number): number {
  let at = from
  for (; at < end; at++) {
    const byte = bytes[at]!
    if (byte > 0x20 || (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09)) break
  }
  return at
}

/** The first byte of a string's inside that is no plain character: a quote, a backslash, a control, or the end. */
export function plainEnd(bytes: Uint8Array, from: number, end: number): number {
  let at = from
  for (; at < end; at++) {
    const byte = bytes[at]!
    if (byte === QUOTE || byte === BACKSLASH || byte < 0x20) break
  }
  return at
}

/**
 * The closing quote of a string, from somewhere inside it.
 * @throws JsonFault
 */
export function closingQuote(bytes: Uint8Array, from: number, end: number): number {
  let at = from
  for (;;) {
    at = plainEnd(bytes, at, end)
    if (at >= end) throw new JsonFault('cut', end)
    const byte = bytes[at]!
    if (byte === QUOTE) return at
    if (byte !== BACKSLASH) throw new JsonFault(byte === 0 ? 'nul' : 'control', at)
    at = escapeEnd(bytes, at, end)
  }
}

/** Behind an escape. @throws JsonFault */
function escapeEnd(bytes: Uint8Array, at: number, end: number): number {
  if (at + 1 >= end) throw new JsonFault('cut', end)
  if (SHORT_ESCAPES.has(bytes[at + 1]!)) return at + 2
  if (codeUnit(bytes, at, end) === undefined) throw new JsonFault('escape', at)
  return at + 6
}

/** What `\uXXXX` stands for; undefined where no such escape stands. */
function codeUnit(bytes: Uint8Array, at: number, end: number): number | undefined {
  if (at + 6 > end || bytes[at] !== BACKSLASH || bytes[at + 1] !== 0x75) return undefined
  const digits = Buffer.from(bytes.buffer, bytes.byteOffset + at + 2, 4).toString('latin1')
  return /^[0-9a-fA-F]{4}$/.test(digits) ? Number.parseInt(digits, 16) : undefined
}

/**
 * Refuses escapes within a string that stand for no character that a cell can hold: NUL and halves of surrogate pairs.
 * @throws JsonFault
 */
export function assertCharacters(bytes: Uint8Array, from: number, end: number): void {
  for (let at = from; at < end; at++) {
    if (bytes[at] !== BACKSLASH) continue
    const unit = codeUnit(bytes, at, end)
    if (unit === 0) throw new JsonFault('nul', at)
    if (unit !== undefined && unit >= 0xd800 && unit <= 0xdfff) {
      const second = codeUnit(bytes, at + 6, end) ?? 0
      if (unit >= 0xdc00 || second < 0xdc00 || second > 0xdfff) throw new JsonFault('surrogate', at)
      at += 6
    }
    at += unit === undefined ? 1 : 5
  }
}

/** Behind a number. @throws JsonFault */
export function numberEnd(bytes: Uint8Array, from: number, end: number): number {
  let at = bytes[from] === 0x2d ? from + 1 : from
  at = bytes[at] === 0x30 && at < end ? at + 1 : digitsEnd(bytes, at, end)
  if (at < end && bytes[at] === 0x2e) at = digitsEnd(bytes, at + 1, end)
  if (at < end && (bytes[at]! | 0x20) === 0x65) {
    const sign = bytes[at + 1]
    at = digitsEnd(bytes, sign === 0x2b || sign === 0x2d ? at + 2 : at + 1, end)
  }
  return at
}

function digitsEnd(bytes: Uint8Array, from: number, end: number): number {
  let at = from
  while (at < end && bytes[at]! >= 0x30 && bytes[at]! <= 0x39) at++
  if (at === from) throw new JsonFault(at < end ? 'byte' : 'cut', Math.min(at, end))
  return at
}

/** Behind `true`, `false` or `null`. @throws JsonFault */
export function wordEnd(bytes: Uint8Array, from: number, end: number): number {
  const word = WORDS.find((each) => each[0] === bytes[from])
  if (word === undefined) throw new JsonFault('byte', from)
  for (let at = 0; at < word.length; at++) {
    if (from + at >= end) throw new JsonFault('cut', end)
    if (bytes[from + at] !== word[at]) throw new JsonFault('byte', from + at)
  }
  return from + word.length
}
