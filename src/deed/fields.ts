import { isUtf8 } from 'node:buffer'
import { DatadeedError } from '../errors.ts'
import type { KernelMemory } from '../kernel/kernel.ts'
import { FIELD_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'

const NUL = 0x00
const LF = 0x0a
const CR = 0x0d
const QUOTE = 0x22
const COMMA = 0x2c

/**
 * Requires that a `cells` segment holds exactly `rows` strict fields, each ended by LF (FORMAT.md section 10.2).
 * One pass over the bytes, nothing made per cell.
 * @param memory where the bytes may lie, so that the kernel judges them; what it does not take is judged here
 * @throws DatadeedError DAMAGED, LIMIT for a field
 */
export function assertFields(bytes: Uint8Array, rows: number, memory?: KernelMemory): void {
  if (!isUtf8(bytes)) throw damaged()
  const at = memory?.find(bytes)
  const short = bytes.length > 0 && bytes.length <= FIELD_BYTES
  if (at !== undefined && short && memory?.call.countFields(at, at + bytes.length) === rows) return
  assertAllFields(bytes, rows)
}

/** `assertFields` byte by byte, for bytes of UTF-8; the reference for what the kernel does. */
export function assertAllFields(bytes: Uint8Array, rows: number): void {
  if (bytes.includes(NUL)) throw damaged()
  const length = bytes.length
  let fields = 0
  let at = 0
  while (at < length) {
    const start = at
    at = fieldEnd(bytes, at)
    if (bytes[at] !== LF) throw damaged()
    if (at - start > FIELD_BYTES) {
      throw new DatadeedError('LIMIT', say().deed.fieldTooLong({ got: at - start, most: FIELD_BYTES }))
    }
    at += 1
    fields += 1
  }
  if (fields !== rows) throw damaged()
}

/** Where the field that begins at `start` ends; in a segment that was asserted, an LF stands there. */
export function fieldEnd(bytes: Uint8Array, start: number): number {
  return bytes[start] === QUOTE ? endOfQuoted(bytes, start) : endOfBare(bytes, start)
}

/** The first byte that cannot stand in an unquoted field. */
function endOfBare(bytes: Uint8Array, from: number): number {
  const length = bytes.length
  let at = from
  for (; at < length; at += 1) {
    const byte = bytes[at] as number
    if (byte <= COMMA && (byte === LF || byte === CR || byte === QUOTE || byte === COMMA)) return at
  }
  return at
}

/** The byte behind the closing quote. */
function endOfQuoted(bytes: Uint8Array, from: number): number {
  for (let at = from + 1; ; at += 2) {
    at = bytes.indexOf(QUOTE, at)
    if (at < 0) throw damaged()
    if (bytes[at + 1] !== QUOTE) return at + 1
  }
}

function damaged(): DatadeedError {
  return new DatadeedError('DAMAGED', say().deed.fieldsDamaged)
}
