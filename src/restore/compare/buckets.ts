import { HASH_BYTES } from './hash-cells.ts'

/** At ten million rows some forty a bucket, so that a changed row costs a second look at few others. */
const MOST_BUCKETS = 2 ** 18
const LEAST_BUCKETS = 16

/** How many buckets so many rows are worth: a power of two. */
export function bucketsFor(rows: number): number {
  return Math.max(LEAST_BUCKETS, Math.min(MOST_BUCKETS, 2 ** Math.ceil(Math.log2(rows + 1))))
}

/** The bucket that a row falls into. */
export function bucketOf(hashes: DataView, at: number, buckets: number): number {
  return hashes.getUint32(at, true) & (buckets - 1)
}

/**
 * Rows by their hashes: of each bucket how many, and the sum of their hashes modulo 2^128. Two buckets that agree hold the
 * same rows, as often: the hashes are those of a function whose key nobody knows (Clarke et al., MSet-Add-Hash).
 */
export class Buckets {
  readonly counts: Uint32Array
  /** Four words of 32 bits each, the lowest first. */
  readonly #sums: Uint32Array
  rows = 0

  constructor(buckets: number) {
    this.counts = new Uint32Array(buckets)
    this.#sums = new Uint32Array(buckets * 4)
  }

  add(hashes: Uint8Array): void {
    const view = new DataView(hashes.buffer, hashes.byteOffset, hashes.byteLength)
    const sums = this.#sums
    const buckets = this.counts.length
    for (let at = 0; at < hashes.length; at += HASH_BYTES) {
      const bucket = bucketOf(view, at, buckets)
      this.counts[bucket]! += 1
      let carry = 0
      for (let word = 0; word < 4; word += 1) {
        const place = bucket * 4 + word
        const sum = sums[place]! + view.getUint32(at + 4 * word, true) + carry
        sums[place] = sum
        carry = sum > 0xffffffff ? 1 : 0
      }
    }
    this.rows += hashes.length / HASH_BYTES
  }

  /** The buckets in which these rows and others differ, ascending. */
  findUnlike(others: Buckets): number[] {
    const unlike: number[] = []
    for (let bucket = 0; bucket < this.counts.length; bucket += 1) {
      let same = this.counts[bucket] === others.counts[bucket]
      for (let place = bucket * 4; same && place < bucket * 4 + 4; place += 1) {
        same = this.#sums[place] === others.#sums[place]
      }
      if (!same) unlike.push(bucket)
    }
    return unlike
  }
}
