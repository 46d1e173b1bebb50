import type { KernelFunctions } from '../../kernel/kernel.ts'
import { type Encoding, unitBytes } from '../encoding/encodings.ts'
import { unitAt } from './lines.ts'

// Not imported from bytes.ts: V8 does not fold imported constants into the loops below, which then run half as fast.
const LF = 0x0a
const CR = 0x0d
const QUOTE = 0x22

const MOST = 0xffffffff
/** As in scan.as. */
const INSIDE = 1
const QUOTED = 2
const AFTER_CR = 4

/** When a slice has enough. */
export interface SliceBounds {
  readonly sliceBytes: number
  readonly sliceRows: number
}

/** Bytes to scan, and the kernel's functions if they lie in its memory. */
export interface ScanMemory {
  readonly bytes: Uint8Array
  readonly kernel?: KernelFunctions | undefined
}

/**
 * Finds where a slice ends: the one loop over every byte of an export that is not in a worker. It knows quotes and
 * line ends only, which no encoding here has as trail bytes; its state lasts from read to read.
 * A slice takes the blank lines behind its last row with it, so that no slice begins with them but the first.
 */
export class RowScanner {
  /** Rows of the slice so far; blank lines count only where they are rows. */
  rows = 0
  /** Where the row, or the run of blank lines, that the scan stands in began. */
  begun = 0
  /** True within a row, false between two. */
  inside = false
  readonly #bounds: SliceBounds
  readonly #encoding: Encoding
  readonly #blankIsRow: boolean
  #quoted = false
  #afterCr = false
  #due = false

  constructor(bounds: SliceBounds, encoding: Encoding, columns: number) {
    this.#bounds = bounds
    this.#encoding = encoding
    this.#blankIsRow = columns === 1
  }

  /** Scans from `from` to `to`, both counted from the slice's start; the slice's end, or -1 to read on. */
  scan({ bytes, kernel }: ScanMemory, from: number, to: number): number {
    const step = unitBytes(this.#encoding)
    let at = kernel === undefined || this.#due || step > 1 ? from : this.#scanRows(kernel, from, to)
    while (at + step <= to) {
      if (this.inside) {
        at = step === 1 ? this.#toRowEnd(bytes, at, to) : this.#toWideRowEnd(bytes, at, to)
        continue
      }
      const unit = step === 1 ? bytes[at]! : unitAt(bytes, at, this.#encoding)
      const completesPair = this.#afterCr && unit === LF
      const blank = unit === LF || unit === CR
      if (this.#due && !completesPair && (this.#blankIsRow || !blank)) return at
      this.#afterCr = unit === CR
      if (!blank) {
        this.inside = true
        this.begun = at
        continue
      }
      at += step
      if (this.#blankIsRow && !completesPair) this.#endRow(at)
    }
    return -1
  }

  /** Begins the next slice at what was the end of this one. */
  restart(): void {
    this.rows = 0
    this.begun = 0
    this.#due = false
  }

  /** All but the end of a slice, which the loop over rows finds behind the last of them. */
  #scanRows(kernel: KernelFunctions, from: number, to: number): number {
    const state = (this.inside ? INSIDE : 0) | (this.#quoted ? QUOTED : 0) | (this.#afterCr ? AFTER_CR : 0)
    const { sliceBytes, sliceRows } = this.#bounds
    const bounds = [this.#blankIsRow ? 1 : 0, Math.min(sliceBytes, MOST), Math.min(sliceRows, MOST)]
    const at = kernel.scanRows(from, to, ...bounds, this.rows, this.begun, state) >>> 0
    this.rows = kernel.rowsSeen.value >>> 0
    this.begun = kernel.begun.value >>> 0
    const found = kernel.scanState.value
    this.inside = (found & INSIDE) !== 0
    this.#quoted = (found & QUOTED) !== 0
    this.#afterCr = (found & AFTER_CR) !== 0
    this.#due = !this.inside && this.rows > 0 && this.#isEnough(this.begun)
    return at
  }

  #isEnough(at: number): boolean {
    return at >= this.#bounds.sliceBytes || this.rows >= this.#bounds.sliceRows
  }

  #endRow(at: number): void {
    this.rows++
    this.begun = at
    this.#due = this.#isEnough(at)
  }

  #toRowEnd(bytes: Uint8Array, from: number, to: number): number {
    let quoted = this.#quoted
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!
      if (byte > QUOTE) continue
      if (byte === QUOTE) quoted = !quoted
      else if (!quoted && (byte === LF || byte === CR)) return this.#leaveRow(at + 1, byte)
    }
    this.#quoted = quoted
    return to
  }

  #toWideRowEnd(bytes: Uint8Array, from: number, to: number): number {
    const high = this.#encoding === 'utf-16le' ? 1 : 0
    const low = 1 - high
    let quoted = this.#quoted
    let at = from
    for (; at + 2 <= to; at += 2) {
      const byte = bytes[at + low]!
      if (byte > QUOTE || bytes[at + high] !== 0) continue
      if (byte === QUOTE) quoted = !quoted
      else if (!quoted && (byte === LF || byte === CR)) return this.#leaveRow(at + 2, byte)
    }
    this.#quoted = quoted
    return at
  }

  #leaveRow(at: number, byte: number): number {
    this.#quoted = false
    this.#afterCr = byte === CR
    this.inside = false
    this.#endRow(at)
    return at
  }
}
