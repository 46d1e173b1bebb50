import { InternalError } from '../../errors.ts'
import { SipHash } from './sip-hash.ts'

/** What a cell is, beside its text. Kinds beyond these follow from TEXT on. */
export const EMPTY = 0
export const ABSENT = 1
export const TEXT = 2

export const HASH_BYTES = 16

/** The cells of a column: strict fields as in a deed's `cells` segment, and what they are where that does not show. */
export interface CellColumn {
  readonly bytes: Uint8Array
  /** By row; without them an empty field is EMPTY and any other TEXT. */
  readonly marks?: Uint8Array | undefined
}

const LF = 0x0a
const QUOTE = 0x22

/**
 * The keyed hash of each row, 16 bytes: over every cell in turn, as u32 length, u32 mark and its text, filled up with
 * zeros to whole words, so that no two rows have the same message.
 */
export function hashRows(columns: readonly CellColumn[], rows: number, key: Uint8Array): Uint8Array {
  const out = new Uint8Array(rows * HASH_BYTES)
  const view = new DataView(out.buffer)
  const hash = new SipHash(key)
  const readers = columns.map((column) => new CellReader(column))
  for (let row = 0; row < rows; row += 1) {
    hash.begin()
    for (const reader of readers) reader.addNext(hash)
    hash.end(view, row * HASH_BYTES)
  }
  for (const reader of readers) reader.assertEnd()
  return out
}

/**
 * 53 bits of the keyed hash of each cell in some rows, row by row: enough to tell which cells of a row that differs are
 * the ones. Whether rows differ at all, `hashRows` tells.
 * @param wanted rows, ascending
 */
export function hashCells(
  columns: readonly CellColumn[],
  wanted: Uint32Array,
  key: Uint8Array,
): Float64Array {
  const out = new Float64Array(wanted.length * columns.length)
  const hash = new SipHash(key)
  for (const [index, column] of columns.entries()) {
    const reader = new CellReader(column)
    let row = 0
    for (const [place, one] of wanted.entries()) {
      for (; row < one; row += 1) reader.skip()
      row += 1
      hash.begin()
      reader.addNext(hash)
      out[place * columns.length + index] = endShort(hash)
    }
  }
  return out
}

/** As `hashCells` has it, of a cell without text. */
export function hashOfNothing(mark: number, key: Uint8Array): number {
  const hash = new SipHash(key)
  hash.begin()
  hash.word(0, mark)
  return endShort(hash)
}

/** The 53 bits of a hash that a number holds. */
export function shortHash(hashes: DataView, at: number): number {
  return (hashes.getUint32(at + 4, true) & 0x1fffff) * 2 ** 32 + hashes.getUint32(at, true)
}

const single = new DataView(new ArrayBuffer(HASH_BYTES))

function endShort(hash: SipHash): number {
  hash.end(single, 0)
  return shortHash(single, 0)
}

class CellReader {
  readonly #bytes: Uint8Array
  readonly #marks: Uint8Array | undefined
  #at = 0
  #row = 0

  constructor({ bytes, marks }: CellColumn) {
    this.#bytes = bytes
    this.#marks = marks
  }

  addNext(hash: SipHash): void {
    const bytes = this.#bytes
    const start = this.#at
    const quoted = bytes[start] === QUOTE
    const end = this.#findEnd(start, quoted)
    const [from, to] = quoted ? [start + 1, end - 1] : [start, end]
    const mark = this.#marks?.[this.#row] ?? (end === start ? EMPTY : TEXT)
    if (quoted && bytes.subarray(from, to).includes(QUOTE)) {
      const text = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1')
      const plain = Buffer.from(text.replaceAll('""', '"'), 'latin1')
      addText(hash, plain, 0, plain.length, mark)
    } else addText(hash, bytes, from, to, mark)
    this.#at = end + 1
    this.#row += 1
  }

  skip(): void {
    const start = this.#at
    this.#at = this.#findEnd(start, this.#bytes[start] === QUOTE) + 1
    this.#row += 1
  }

  assertEnd(): void {
    if (this.#at !== this.#bytes.length) throw new InternalError('a checked segment had more than its rows')
  }

  /** Where the LF stands. */
  #findEnd(start: number, quoted: boolean): number {
    const bytes = this.#bytes
    let at = start
    if (quoted) {
      do at = bytes.indexOf(QUOTE, at + 1) + 1
      while (at > 0 && bytes[at] === QUOTE)
    } else at = bytes.indexOf(LF, at)
    if (at < start || bytes[at] !== LF) throw new InternalError('a checked segment ended before its rows')
    return at
  }
}

function addText(hash: SipHash, bytes: Uint8Array, from: number, to: number, mark: number): void {
  hash.word(to - from, mark)
  let at = from
  for (; at + 8 <= to; at += 8) hash.word(quarter(bytes, at), quarter(bytes, at + 4))
  if (at < to) hash.word(rest(bytes, at, to), rest(bytes, at + 4, to))
}

function quarter(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
}

function rest(bytes: Uint8Array, at: number, to: number): number {
  let value = 0
  for (let place = 0; place < 4 && at + place < to; place += 1) value |= bytes[at + place]! << (8 * place)
  return value
}
