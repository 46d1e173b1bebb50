/** One change to some bytes; all numbers are taken modulo what there is. */
export interface ByteEdit {
  readonly kind: number
  readonly at: number
  readonly length: number
  readonly value: number
}

/** What edits may put in: the format's pieces, and other documents. */
export interface Pieces {
  readonly tokens: readonly (string | Uint8Array)[]
  readonly others: readonly Uint8Array[]
}

/** Where programs begin to count wrong. */
const BORDERS = [
  0, 1, 2, 3, 4, 7, 8, 15, 16, 31, 32, 63, 64, 127, 128, 255, 256, 1023, 1024, 4095, 4096, 0x7fff, 0x8000,
  0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff,
]
/** Documents stay small, so that many can be tried. */
const MOST_BYTES = 96 * 1024

type Edit = (bytes: Buffer, edit: ByteEdit, pieces: Pieces) => Uint8Array

const EDITS: readonly Edit[] = [
  (bytes, { at, value }) => overwritten(bytes, at, Buffer.of((bytes[at] ?? 0) ^ (1 << (value % 8)))),
  (bytes, { at, value }) => overwritten(bytes, at, Buffer.of(value % 256)),
  (bytes, { at, value }) => overwritten(bytes, at, Buffer.of(((bytes[at] ?? 0) + (value % 35) - 17) & 0xff)),
  (bytes, { at, value }) => overwritten(bytes, at, number(value)),
  (bytes, { at, value }) => overwritten(bytes, at - (at % 4), number(value)),
  (bytes, { at, length }) => spliced(bytes, at, length, Buffer.alloc(0)),
  (bytes, { at, length }) => spliced(bytes, at, 0, bytes.subarray(at, at + length)),
  (bytes, { at, length, value }) => {
    const from = value % (bytes.length + 1)
    return overwritten(bytes, at, bytes.subarray(from, from + length))
  },
  (bytes, { at, value }, { tokens }) => spliced(bytes, at, 0, pick(tokens, value)),
  (bytes, { at, value }, { tokens }) => overwritten(bytes, at, pick(tokens, value)),
  (bytes, { at }) => bytes.subarray(0, at),
  (bytes, { at, length, value }) => spliced(bytes, at, 0, Buffer.alloc(length, value % 256)),
  (bytes, { at, length, value }, { others }) => {
    const other = pick(others, value)
    return Buffer.concat([bytes.subarray(0, at), other.subarray(length % (other.length + 1))])
  },
]

/** The bytes after all edits, one after the other. The argument stays as it is. */
export function applyByteEdits(bytes: Uint8Array, edits: readonly ByteEdit[], pieces: Pieces): Uint8Array {
  let edited = Buffer.from(bytes)
  for (const { kind, at, length, value } of edits) {
    const edit = { kind, at: at % (edited.length + 1), length: 1 + (length % 64), value }
    edited = Buffer.from(EDITS[kind % EDITS.length]?.(edited, edit, pieces) ?? edited)
  }
  return edited.subarray(0, MOST_BYTES)
}

/** A border number in one of four widths and either order of bytes, or its neighbour. */
function number(value: number): Uint8Array {
  const border = BORDERS[(value >> 4) % BORDERS.length] ?? 0
  const bytes = Buffer.alloc(8)
  const width = [1, 2, 4, 8][value % 4] ?? 1
  bytes.writeBigUInt64BE(BigInt(border))
  const big = bytes.subarray(8 - width)
  return (value & 4) === 0 ? big : Buffer.from(big).reverse()
}

function overwritten(bytes: Buffer, at: number, piece: Uint8Array): Uint8Array {
  return spliced(bytes, at, piece.length, piece)
}

function spliced(bytes: Buffer, at: number, removed: number, piece: Uint8Array): Uint8Array {
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at + removed)])
}

function pick(pieces: readonly (string | Uint8Array)[], value: number): Uint8Array {
  return Buffer.from(pieces[value % Math.max(1, pieces.length)] ?? '')
}
