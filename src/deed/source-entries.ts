import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { fieldEnd } from './fields.ts'

const VARINT_BYTES = 5
const LF = 0x0a
const CR = 0x0d
const QUOTE = 0x22

/**
 * Requires that a column's `source` segment is a whole row of entries, each for a row of the slice, and that code 0 takes
 * the quotes only from fields that can stand without (FORMAT.md section 10.3).
 * @param cells the column's `cells` segment, which was asserted before
 * @throws DatadeedError DAMAGED
 */
export function assertSourceEntries(bytes: Uint8Array, rows: number, cells: Uint8Array): void {
  let [row, at] = [0, 0]
  walkEntries(bytes, rows, ownLength, (place, code) => {
    if (code !== 0) return
    for (; row < place; row += 1) at = fieldEnd(cells, at) + 1
    if (!canStandBare(cells, at, fieldEnd(cells, at))) throw damaged()
  })
}

function ownLength(code: number): number {
  return code === 0 ? 0 : code - 1
}

/** A quoted field without quotes or line ends inside. */
function canStandBare(cells: Uint8Array, start: number, end: number): boolean {
  if (cells[start] !== QUOTE) return false
  for (let at = start + 1; at < end - 1; at += 1) {
    if (cells[at] === QUOTE || cells[at] === LF || cells[at] === CR) return false
  }
  return true
}

/**
 * The same for the row layout (section 10.4): places 0 to `rows`, and nothing but line ends.
 * @throws DatadeedError DAMAGED
 */
export function assertRowLayout(bytes: Uint8Array, rows: number): void {
  walkEntries(
    bytes,
    rows + 1,
    (length) => length,
    (_, length, end) => {
      for (let at = end - length; at < end; at += 1) {
        if (bytes[at] !== LF && bytes[at] !== CR) throw damaged()
      }
    },
  )
}

/** Reads entry by entry; `look` gets each one's place, its number and where its bytes end. */
export function walkEntries(
  bytes: Uint8Array,
  places: number,
  lengthOf: (number: number) => number,
  look: (place: number, number: number, end: number) => void,
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
    const number = varint()
    at += lengthOf(number)
    if (next > places || at > bytes.length) throw damaged()
    look(next - 1, number, at)
  }
}

function damaged(): DatadeedError {
  return new DatadeedError('DAMAGED', say().deed.sourceDamaged)
}
