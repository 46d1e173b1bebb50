import { JSON_CELL_DEPTH } from '../../limits.ts'
import { JsonFault } from './fault.ts'
import { closingQuote, numberEnd, QUOTE, skipSpace, wordEnd } from './tokens.ts'

const [OPEN, CLOSE, ARRAY, ARRAY_END, COMMA, COLON, MINUS] = [0x7b, 0x7d, 0x5b, 0x5d, 0x2c, 0x3a, 0x2d]

/** Few numbers are longer, and few steps back are ever needed within so many characters. */
const SHORT = 400
const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$/

/** Whether a text is one number of RFC 8259 and nothing else. */
export function isJsonNumber(text: string): boolean {
  if (text.length <= SHORT) return NUMBER.test(text)
  const bytes = Buffer.from(text)
  return holds(() => numberEnd(bytes, 0, bytes.length) === bytes.length)
}

/** Whether a text is one value of RFC 8259, white space about it allowed, of at most JSON_CELL_DEPTH levels. */
export function isJsonText(text: string): boolean {
  const bytes = Buffer.from(text)
  return holds(() => endOfText(bytes) === bytes.length)
}

function holds(look: () => boolean): boolean {
  try {
    return look()
  } catch (cause) {
    if (cause instanceof JsonFault) return false
    throw cause
  }
}

/** Goes without recursion, so that no nesting is too deep for it. */
function endOfText(bytes: Uint8Array): number {
  const end = bytes.length
  /** The brackets that are still to come. */
  const closing: number[] = []
  let at = skipSpace(bytes, 0, end)
  for (;;) {
    const bracket = bytes[at] === OPEN ? CLOSE : bytes[at] === ARRAY ? ARRAY_END : undefined
    if (bracket === undefined) at = scalarEnd(bytes, at, end)
    else {
      at = skipSpace(bytes, at + 1, end)
      if (closing.push(bracket) > JSON_CELL_DEPTH) throw new JsonFault('depth', at)
      if (bytes[at] !== bracket) {
        if (bracket === CLOSE) at = keyEnd(bytes, at, end)
        continue
      }
    }
    if (bracket === undefined) at = skipSpace(bytes, at, end)
    for (; closing.length > 0 && bytes[at] === closing.at(-1); at = skipSpace(bytes, at + 1, end))
      closing.pop()
    if (closing.length === 0) return at
    if (bytes[at] !== COMMA) throw new JsonFault('byte', at)
    at = skipSpace(bytes, at + 1, end)
    if (closing.at(-1) === CLOSE) at = keyEnd(bytes, at, end)
  }
}

function scalarEnd(bytes: Uint8Array, at: number, end: number): number {
  const byte = bytes[at] ?? 0
  if (byte === QUOTE) return closingQuote(bytes, at + 1, end) + 1
  return byte === MINUS || (byte >= 0x30 && byte <= 0x39)
    ? numberEnd(bytes, at, end)
    : wordEnd(bytes, at, end)
}

/** Behind a member's name and colon, where its value begins. */
function keyEnd(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at] !== QUOTE) throw new JsonFault('byte', at)
  const colon = skipSpace(bytes, closingQuote(bytes, at + 1, end) + 1, end)
  if (bytes[colon] !== COLON) throw new JsonFault('byte', colon)
  return skipSpace(bytes, colon + 1, end)
}
