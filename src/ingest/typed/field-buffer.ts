import { quoteField } from './quote-field.ts'

const [QUOTE, COMMA, CR, LF] = [0x22, 0x2c, 0x0d, 0x0a] as const

/** Fields of a CSV as they are written, in UTF-8, one behind the other. */
export class FieldBuffer {
  bytes = new Uint8Array(64 * 1024)
  length = 0

  comma(): void {
    this.#reserve(1)
    this.bytes[this.length++] = COMMA
  }

  lineEnd(): void {
    this.#reserve(1)
    this.bytes[this.length++] = LF
  }

  /** Fields that are joined already, and their line end. */
  line(fields: string): void {
    this.#reserve(Buffer.byteLength(fields) + 1)
    this.#write(fields)
    this.lineEnd()
  }

  /** A well-formed text as one strict field. */
  text(text: string): void {
    const field = quoteField(text)
    this.#reserve(field.length * 3)
    this.#write(field)
  }

  /** The same of a text that is UTF-8 already. */
  utf8(bytes: Uint8Array, start: number, end: number): void {
    this.#reserve(2 * (end - start) + 2)
    const out = this.bytes
    let at = this.length
    for (let from = start; from < end; from++) {
      const byte = bytes[from]!
      if (byte === QUOTE || byte === COMMA || byte === CR || byte === LF) break
      out[at++] = byte
    }
    const bare = start < end && at - this.length === end - start
    if (bare) this.length = at
    else this.#quoted(bytes, start, end)
  }

  #quoted(bytes: Uint8Array, start: number, end: number): void {
    const out = this.bytes
    let at = this.length
    out[at++] = QUOTE
    for (let from = start; from < end; from++) {
      const byte = bytes[from]!
      if (byte === QUOTE) out[at++] = QUOTE
      out[at++] = byte
    }
    out[at++] = QUOTE
    this.length = at
  }

  #write(field: string): void {
    const { buffer, byteOffset, byteLength } = this.bytes
    this.length += Buffer.from(buffer, byteOffset, byteLength).write(field, this.length)
  }

  #reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more))
    larger.set(this.bytes.subarray(0, this.length))
    this.bytes = larger
  }
}
