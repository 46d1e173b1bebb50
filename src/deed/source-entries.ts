import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'

const VARINT_BYTES = 5
const LF = 0x0a
const CR = 0x0d

/**
 * Requires that a column's `source` segment is a whole row of entries, each for a row of the slice
 * (FORMAT.md section 10.3).
 * @throws DatadeedError DAMAGED
 */
export function assertSourceEntries(bytes: Uint8Array, rows: number): void {
  walk(bytes, rows, (code) => (code === 0 ? 0 : code - 1))
}

/**
 * The same for the row layout (section 10.4): places 0 to `rows`, and nothing but line ends.
 * @throws DatadeedError DAMAGED
 */
export function assertRowLayout(bytes: Uint8Array, rows: number): void {
  walk(
    bytes,
    rows + 1,
    (length) => length,
    (start, end) => {
      for (let at = start; at < end; at += 1) {
        if (bytes[at] !== LF && bytes[at] !== CR) throw damaged()
      }
    },
  )
}

function walk(
  bytes: Uint8Array,
  places: number,
  lengthOf: (number: number) => number,
  look?: (start: number, end: number) => void,
): void {
  let at = 0
  const varint = (): number => {
    let value = 0
    for (let digit = 0; digit < VARINT_BYTES; digit += 1) {
      const byte = bytes[at++]
      if (byte === undefined) throw damaged()
      value += (byte & 0x7f) * 2 ** (7 * digit)
      if (byte < 0x80) {
        if (byte === 0 && digit > 0) throw damaged()
        return value
      }
    }
    throw damaged()
  }
  let next = 0
  while (at < bytes.length) {
    next += varint() + 1
    const length = lengthOf(varint())
    const start = at
    at += length
    if (next > places || at > bytes.length) throw damaged()
    look?.(start, at)
  }
}

function damaged(): DatadeedError {
  return new DatadeedError('DAMAGED', say().deed.sourceDamaged)
}
