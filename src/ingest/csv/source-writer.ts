/** The longest number that varints of the format carry: five groups of seven bits. */
export const VARINT_BYTES = 5

/** Entries of a `source` segment: [gap varint][number varint][bytes]; gaps count from the row after the last entry. */
export class SourceWriter {
  #bytes = new Uint8Array(64)
  #length = 0
  #next = 0

  /** `position` must rise from call to call. */
  add(position: number, number: number, bytes: Uint8Array): void {
    this.#reserve(2 * VARINT_BYTES + bytes.length)
    this.#varint(position - this.#next)
    this.#varint(number)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
    this.#next = position + 1
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  /** Unsigned LEB128 in its minimal form. */
  #varint(value: number): void {
    let rest = value
    while (rest >= 0x80) {
      this.#bytes[this.#length++] = (rest % 0x80) | 0x80
      rest = Math.floor(rest / 0x80)
    }
    this.#bytes[this.#length++] = rest
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more))
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}
