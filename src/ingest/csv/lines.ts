import { type Encoding, unitBytes } from '../encoding/encodings.ts'
import { CR, LF, QUOTE } from './bytes.ts'

/** A line of an export's own bytes; line ends inside quotes do not end it. */
export interface Line {
  readonly start: number
  /** Where its line end begins. */
  readonly end: number
  /** Where the next line begins; equal to `end` if the bytes end without a line end. */
  readonly next: number
}

/** The line that begins at `start`; works on the undecoded bytes, in units of the encoding. */
export function lineAt(bytes: Uint8Array, start: number, encoding: Encoding): Line {
  const step = unitBytes(encoding)
  let quoted = false
  for (let at = start; at + step <= bytes.length; at += step) {
    const unit = unitAt(bytes, at, encoding)
    if (unit === QUOTE) quoted = !quoted
    else if (!quoted && (unit === CR || unit === LF)) {
      const pair = unit === CR && at + 2 * step <= bytes.length && unitAt(bytes, at + step, encoding) === LF
      return { start, end: at, next: at + (pair ? 2 * step : step) }
    }
  }
  return { start, end: bytes.length, next: bytes.length }
}

/** The code unit at a byte offset: one byte, or the two bytes of a UTF-16 unit. */
export function unitAt(bytes: Uint8Array, at: number, encoding: Encoding): number {
  if (encoding === 'utf-16le') return bytes[at]! | (bytes[at + 1]! << 8)
  if (encoding === 'utf-16be') return (bytes[at]! << 8) | bytes[at + 1]!
  return bytes[at]!
}

/** Line ends (CR, LF, CRLF) in UTF-8 text, those inside quotes included. */
export function countLineEnds(text: Uint8Array, to = text.length): number {
  let count = 0
  for (let at = 0; at < to; at++) {
    const byte = text[at]!
    if (byte === LF || (byte === CR && text[at + 1] !== LF)) count++
  }
  return count
}
