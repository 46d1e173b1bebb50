import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { VARINT_BYTES } from './source-writer.ts'

/** Walks the entries of a `source` segment; refuses all but the one strict form. */
export class SourceReader {
  /** Row (or layout position) of the current entry; Infinity after the last one. */
  position = Number.POSITIVE_INFINITY
  /** Its number: a code (columns) or a length (row layout). */
  number = 0
  /** Where its bytes begin in `bytes`. */
  start = 0
  readonly bytes: Uint8Array
  readonly #positions: number
  readonly #lengthOf: (number: number) => number
  #at = 0
  #next = 0

  /** @param positions entries stand at 0 to positions - 1; @param lengthOf how many bytes follow a number */
  constructor(bytes: Uint8Array, positions: number, lengthOf: (number: number) => number) {
    this.bytes = bytes
    this.#positions = positions
    this.#lengthOf = lengthOf
    this.advance()
  }

  get end(): number {
    return this.start + this.#lengthOf(this.number)
  }

  /** Goes to the next entry. @throws DAMAGED */
  advance(): void {
    if (this.#at === this.bytes.length) {
      this.position = Number.POSITIVE_INFINITY
      return
    }
    this.position = this.#next + this.#varint()
    this.number = this.#varint()
    this.start = this.#at
    this.#at = this.end
    this.#next = this.position + 1
    if (this.position >= this.#positions || this.#at > this.bytes.length) throw badSegment('source')
  }

  #varint(): number {
    let value = 0
    let scale = 1
    for (let length = 1; length <= VARINT_BYTES; length++) {
      const byte = this.bytes[this.#at++]
      if (byte === undefined) throw badSegment('source')
      value += (byte & 0x7f) * scale
      if (byte < 0x80) {
        if (byte === 0 && length > 1) throw badSegment('source')
        return value
      }
      scale *= 0x80
    }
    throw badSegment('source')
  }
}

/** Bytes that follow a code of a column's entry: 0 "bare" has none, n >= 1 has n - 1. */
export function ownBytesLength(code: number): number {
  return code === 0 ? 0 : code - 1
}

/** Bytes that follow a length of the row layout. */
export function layoutLength(length: number): number {
  return length
}

/** A segment that the format does not allow; the deed was made by a faulty program. */
export function badSegment(kind: string): DatadeedError {
  return new DatadeedError('DAMAGED', say().ingest.badSegment({ kind }), {
    hints: [say().ingest.hintDamaged],
  })
}
