import { HASH_BYTES } from './hash-cells.ts'
import type { ReadSlice, Side } from './read-sides.ts'

/** Rows that one side may be ahead: beyond, sides of so different lengths have no order in common. 64 MiB of hashes. */
const MOST_AHEAD = 4_194_304

/** Two rows, from 0, each in its own side. */
export interface RowPair {
  readonly deed: number
  readonly target: number
}

/**
 * Whether the rows of two sides, read side by side, come in one order; rows that have no like on the other side are left
 * out. Holds the hashes by which one side is ahead.
 */
export class RowOrder {
  readonly #deed: RowQueue
  readonly #target: RowQueue
  /** The first two rows that stand in one place and are unlike. */
  unlike: RowPair | undefined
  #givenUp = false

  /** @param leftOut rows, ascending */
  constructor(leftOut?: Readonly<Record<Side, Uint32Array>>) {
    this.#deed = new RowQueue(leftOut?.deed)
    this.#target = new RowQueue(leftOut?.target)
  }

  add(slice: ReadSlice): void {
    if (this.unlike !== undefined || this.#givenUp) return
    const [deed, target] = [this.#deed, this.#target]
    if (slice.side === 'deed') deed.add(slice)
    else target.add(slice)
    while (deed.find() && target.find()) {
      if (!deed.isLike(target)) {
        this.unlike = { deed: deed.row, target: target.row }
        return
      }
      deed.pass()
      target.pass()
    }
    if (Math.max(deed.ahead, target.ahead) <= MOST_AHEAD) return
    this.#givenUp = true
    deed.clear()
    target.clear()
  }
}

class RowQueue {
  /** Of the side. */
  row = 0
  readonly #leftOut: Uint32Array
  #nextLeftOut = 0
  readonly #slices: { readonly hashes: DataView; readonly rowsBefore: number; readonly rows: number }[] = []

  constructor(leftOut: Uint32Array = new Uint32Array(0)) {
    this.#leftOut = leftOut
  }

  add({ hashes, rowsBefore, rows }: ReadSlice): void {
    const view = new DataView(hashes.buffer, hashes.byteOffset, hashes.byteLength)
    this.#slices.push({ hashes: view, rowsBefore, rows })
  }

  /** Goes to the next row that counts; false if it has not come yet. */
  find(): boolean {
    while (this.#leftOut[this.#nextLeftOut] === this.row) {
      this.row += 1
      this.#nextLeftOut += 1
    }
    for (let [first] = this.#slices; first !== undefined; [first] = this.#slices) {
      if (this.row < first.rowsBefore + first.rows) return true
      this.#slices.shift()
    }
    return false
  }

  /** Rows that have come and were not compared yet. */
  get ahead(): number {
    const last = this.#slices.at(-1)
    return last === undefined ? 0 : last.rowsBefore + last.rows - this.row
  }

  clear(): void {
    this.#slices.length = 0
  }

  pass(): void {
    this.row += 1
  }

  isLike(other: RowQueue): boolean {
    const [own, its] = [this.#slices[0], other.#slices[0]]
    if (own === undefined || its === undefined) return false
    const at = (this.row - own.rowsBefore) * HASH_BYTES
    const to = (other.row - its.rowsBefore) * HASH_BYTES
    for (let word = 0; word < HASH_BYTES; word += 4) {
      if (own.hashes.getUint32(at + word) !== its.hashes.getUint32(to + word)) return false
    }
    return true
  }
}
