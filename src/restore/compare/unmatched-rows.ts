import { HASH_BYTES } from './hash-cells.ts'
import type { Side } from './read-sides.ts'

const NONE = 0xffffffff

/**
 * Rows of two sides as they come, from which those that are alike are taken away in pairs, the first of a kind first. What
 * stays has no like on the other side. Holds hashes and row numbers only: 20 bytes for each distinct row, 8 for each that
 * waits for its like.
 */
export class UnmatchedRows {
  #keys: Uint32Array
  /** By slot the first row that waits; in the lowest bit of `#sides` whose it is, in the next whether any was matched. */
  #heads: Uint32Array
  #tails: Uint32Array
  #flags: Uint8Array
  #used = 0
  #rows: Uint32Array
  #next: Uint32Array
  #nodes = 0
  #free = NONE

  constructor(expected: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 1.5)))
    this.#keys = new Uint32Array(slots * 4)
    this.#heads = new Uint32Array(slots).fill(NONE)
    this.#tails = new Uint32Array(slots)
    this.#flags = new Uint8Array(slots)
    this.#rows = new Uint32Array(1024)
    this.#next = new Uint32Array(1024)
  }

  /** @param at of the row's hash in `hashes` */
  add(hashes: DataView, at: number, side: Side, row: number): void {
    if (this.#used * 4 > this.#heads.length * 3) this.#grow()
    const slot = this.#find(hashes, at)
    const flags = this.#flags[slot]!
    if ((flags & USED) === 0) {
      for (let word = 0; word < 4; word += 1)
        this.#keys[slot * 4 + word] = hashes.getUint32(at + 4 * word, true)
      this.#flags[slot] = USED
      this.#used += 1
    }
    const own = side === 'target' ? OF_TARGET : 0
    const head = this.#heads[slot]!
    if (head !== NONE && (flags & OF_TARGET) !== own) {
      this.#heads[slot] = this.#next[head]!
      this.#next[head] = this.#free
      this.#free = head
      this.#flags[slot] = flags | MATCHED
      return
    }
    const node = this.#takeNode(row)
    if (head === NONE) this.#heads[slot] = node
    else this.#next[this.#tails[slot]!] = node
    this.#tails[slot] = node
    this.#flags[slot] = (this.#flags[slot]! & ~OF_TARGET) | own
  }

  /** Each row that stays, and whether the deed has its like, only less often. */
  *rest(): Generator<{ readonly side: Side; readonly row: number; readonly repeats: boolean }> {
    for (const [slot, head] of this.#heads.entries()) {
      const side = (this.#flags[slot]! & OF_TARGET) === 0 ? 'deed' : 'target'
      const repeats = (this.#flags[slot]! & MATCHED) !== 0
      for (let node = head; node !== NONE; node = this.#next[node]!)
        yield { side, row: this.#rows[node]!, repeats }
    }
  }

  #takeNode(row: number): number {
    let node = this.#free
    if (node !== NONE) this.#free = this.#next[node]!
    else {
      if (this.#nodes === this.#rows.length) {
        this.#rows = longer(this.#rows)
        this.#next = longer(this.#next)
      }
      node = this.#nodes
      this.#nodes += 1
    }
    this.#rows[node] = row
    this.#next[node] = NONE
    return node
  }

  /** The slot of a hash, or the empty one where it belongs. The words that buckets are not made of tell slots apart. */
  #find(hashes: DataView, at: number): number {
    const mask = this.#heads.length - 1
    const words = HASH_BYTES / 4
    for (let slot = hashes.getUint32(at + 8, true) & mask; ; slot = (slot + 1) & mask) {
      if ((this.#flags[slot]! & USED) === 0) return slot
      let word = 0
      while (word < words && this.#keys[slot * 4 + word] === hashes.getUint32(at + 4 * word, true)) word += 1
      if (word === words) return slot
    }
  }

  #grow(): void {
    const [keys, heads, tails, flags] = [this.#keys, this.#heads, this.#tails, this.#flags]
    this.#keys = new Uint32Array(keys.length * 2)
    this.#heads = new Uint32Array(heads.length * 2).fill(NONE)
    this.#tails = new Uint32Array(heads.length * 2)
    this.#flags = new Uint8Array(heads.length * 2)
    const view = new DataView(keys.buffer)
    for (const [slot, flag] of flags.entries()) {
      if ((flag & USED) === 0) continue
      const to = this.#find(view, slot * HASH_BYTES)
      this.#keys.set(keys.subarray(slot * 4, slot * 4 + 4), to * 4)
      this.#heads[to] = heads[slot]!
      this.#tails[to] = tails[slot]!
      this.#flags[to] = flag
    }
  }
}

const OF_TARGET = 1
const MATCHED = 2
const USED = 4

function longer(rows: Uint32Array): Uint32Array {
  const out = new Uint32Array(rows.length * 2)
  out.set(rows)
  return out
}
