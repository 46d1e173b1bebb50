import { JsonFault } from './fault.ts'
import { QUOTE, skipSpace } from './tokens.ts'

/**
 * Finds where rows begin and end in bytes that grow at their end and are cut off in front. Says nothing of what is
 * inside a row.
 */
export interface RowFinder {
  /** The first byte of what is no whole row yet. */
  readonly begun: number
  /** Lines of nothing but white space, which hold no row. */
  readonly blank: number
  /** Adds start and end of every row that ends before `end`. @throws JsonFault */
  scan(bytes: Uint8Array, end: number, rows: number[]): void
  /** The same for what is left where nothing more comes. @throws JsonFault */
  finish(bytes: Uint8Array, end: number, rows: number[]): void
  /** So many bytes were cut off in front. */
  shift(bytes: number): void
}

/** One row a line. No string holds an LF as it is, so that every LF ends a line. */
export class LineFinder implements RowFinder {
  begun = 0
  blank = 0
  #scanned = 0

  scan(bytes: Uint8Array, end: number, rows: number[]): void {
    const seen = bytes.subarray(0, end)
    for (;;) {
      const lineEnd = seen.indexOf(0x0a, this.#scanned)
      if (lineEnd < 0) break
      this.#line(bytes, lineEnd, rows)
      this.begun = this.#scanned = lineEnd + 1
    }
    this.#scanned = end
  }

  finish(bytes: Uint8Array, end: number, rows: number[]): void {
    if (this.begun < end) this.#line(bytes, end, rows)
    this.begun = end
  }

  shift(bytes: number): void {
    this.begun -= bytes
    this.#scanned -= bytes
  }

  #line(bytes: Uint8Array, end: number, rows: number[]): void {
    if (skipSpace(bytes, this.begun, end) === end) this.blank += 1
    else rows.push(this.begun, end)
  }
}

/** The objects of one array. */
export class ElementFinder implements RowFinder {
  begun = 0
  readonly blank = 0
  #state: 'before' | 'first' | 'inside' | 'behind' | 'next' | 'after' = 'before'
  #scanned = 0
  #depth = 0
  #inString = false

  scan(bytes: Uint8Array, end: number, rows: number[]): void {
    while (this.#scanned < end) {
      if (this.#state === 'inside') {
        if (!this.#passObject(bytes, end)) return
        rows.push(this.begun, this.#scanned)
        this.#state = 'behind'
        this.begun = this.#scanned
        continue
      }
      this.begun = this.#scanned = skipSpace(bytes, this.#scanned, end)
      if (this.#scanned < end) this.#between(bytes[this.#scanned] ?? 0)
    }
  }

  finish(bytes: Uint8Array, end: number, rows: number[]): void {
    // Whoever reads the row that was cut says where.
    if (this.#state === 'inside') rows.push(this.begun, end)
    else if (this.#state !== 'after' && this.#state !== 'before') throw new JsonFault('cut', end)
    this.begun = bytes.length
  }

  shift(bytes: number): void {
    this.begun -= bytes
    this.#scanned -= bytes
  }

  /** Takes a byte that stands before, between or behind the objects. */
  #between(byte: number): void {
    const at = this.#scanned
    const opens = byte === 0x7b && (this.#state === 'first' || this.#state === 'next')
    if (opens) {
      this.#state = 'inside'
      this.#depth = 0
      return
    }
    if (this.#state === 'after') throw new JsonFault('behind', at)
    if (this.#state === 'before' && byte === 0x5b) this.#state = 'first'
    else if (this.#state === 'behind' && byte === 0x2c) this.#state = 'next'
    else if (byte === 0x5d && (this.#state === 'behind' || this.#state === 'first')) this.#state = 'after'
    else if (this.#state === 'behind' || !'["-0123456789tfn'.includes(String.fromCharCode(byte)))
      throw new JsonFault('byte', at)
    else throw new JsonFault('noObject', at)
    this.begun = this.#scanned = at + 1
  }

  /** Goes behind the bracket that closes the object, if it stands before `end`. */
  #passObject(bytes: Uint8Array, end: number): boolean {
    let [at, depth, inString] = [this.#scanned, this.#depth, this.#inString]
    for (; at < end; at++) {
      const byte = bytes[at]!
      if (inString) {
        if (byte === 0x5c) at++
        else if (byte === QUOTE) inString = false
      } else if (byte === QUOTE) inString = true
      else if (byte === 0x7b || byte === 0x5b) depth++
      else if ((byte === 0x7d || byte === 0x5d) && --depth === 0) break
    }
    this.#depth = depth
    this.#inString = inString
    const closed = at < end
    this.#scanned = closed ? at + 1 : at
    return closed
  }
}
