import { freeBuffer } from '../../free-buffer.ts'
import { type Buckets, bucketOf } from './buckets.ts'
import { HASH_BYTES } from './hash-cells.ts'
import { readSides, type Side, type Sides } from './read-sides.ts'
import { UnmatchedRows } from './unmatched-rows.ts'

/** Rows of one reading that are looked at one by one, in some 100 MiB. More differing rows take more readings. */
const ROWS_A_READING = 2 ** 21

/** Rows that have no like on the other side, from 0 and ascending. */
export interface Leftovers {
  readonly deed: Uint32Array
  readonly target: Uint32Array
  /** Of the target's: those that have likes in the deed, only fewer. Ascending. */
  readonly repeats: Uint32Array
}

/** Reads both sides again, as often as it takes, and finds in the buckets that differ the rows that do. */
export async function findLeftovers(
  sides: Sides,
  { deed, target }: Readonly<Record<Side, Buckets>>,
): Promise<Leftovers> {
  const found = { deed: new RowList(), target: new RowList() }
  const repeats = new RowList()
  for (const { buckets, rows } of group(deed.findUnlike(target), { deed, target })) {
    const asked = new Uint8Array(deed.counts.length)
    for (const bucket of buckets) asked[bucket] = 1
    const unmatched = new UnmatchedRows(Math.min(rows, ROWS_A_READING))
    for await (const { side, rowsBefore, hashes } of readSides(sides)) {
      const view = new DataView(hashes.buffer, hashes.byteOffset, hashes.byteLength)
      for (let at = 0; at < hashes.length; at += HASH_BYTES) {
        if (asked[bucketOf(view, at, asked.length)] === 1)
          unmatched.add(view, at, side, rowsBefore + at / HASH_BYTES)
      }
      freeBuffer(hashes)
    }
    for (const each of unmatched.rest()) {
      found[each.side].add(each.row)
      if (each.repeats && each.side === 'target') repeats.add(each.row)
    }
  }
  return { deed: found.deed.sorted(), target: found.target.sorted(), repeats: repeats.sorted() }
}

/** Buckets in runs of as many rows as one reading may hold. */
function* group(
  buckets: readonly number[],
  { deed, target }: Readonly<Record<Side, Buckets>>,
): Generator<{ readonly buckets: readonly number[]; readonly rows: number }> {
  let run: number[] = []
  let rows = 0
  for (const bucket of buckets) {
    const more = (deed.counts[bucket] ?? 0) + (target.counts[bucket] ?? 0)
    if (run.length > 0 && rows + more > ROWS_A_READING) {
      yield { buckets: run, rows }
      run = []
      rows = 0
    }
    run.push(bucket)
    rows += more
  }
  if (run.length > 0) yield { buckets: run, rows }
}

class RowList {
  #rows = new Uint32Array(1024)
  #length = 0

  add(row: number): void {
    if (this.#length === this.#rows.length) {
      const longer = new Uint32Array(this.#length * 2)
      longer.set(this.#rows)
      this.#rows = longer
    }
    this.#rows[this.#length] = row
    this.#length += 1
  }

  sorted(): Uint32Array {
    return this.#rows.subarray(0, this.#length).sort()
  }
}
