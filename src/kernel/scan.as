// Where the rows of raw bytes end: the loop over every byte of an export that is not in a worker.

import { CR, LF, QUOTE } from './bytes'
import { parities, together } from './masks'

/** What scanRows found, beside where it stopped. */
export let rowsSeen: u32 = 0
export let begun: u32 = 0
/** INSIDE | QUOTED | AFTER_CR */
export let scanState: u32 = 0
const INSIDE: u32 = 1
const QUOTED: u32 = 2
const AFTER_CR: u32 = 4

/**
 * Counts rows from `at` until the slice has enough of them (then where the last row's line end begins its end) or until
 * `to`, as RowScanner does row by row. `rowsSeen`, `begun` and `scanState` go in and come out.
 */
export function scanRows(
  at: u32, to: u32, blankIsRow: bool, sliceBytes: u32, sliceRows: u32, rowsBefore: u32, begunBefore: u32, state: u32,
): u32 {
  let count = rowsBefore
  let rowBegun = begunBefore
  let start = (state & INSIDE) != 0 ? begunBefore : at
  let quoted = (state & QUOTED) != 0
  let afterCr = (state & AFTER_CR) != 0
  let oneByOne = at // up to where bytes are looked at 16 by 16
  for (let block = at; block < to; block += 16) {
    while (block >= oneByOne && block + 64 <= to) {
      const a = v128.load(block)
      const b = v128.load(block, 16)
      const c = v128.load(block, 32)
      const d = v128.load(block, 48)
      const cr = i8x16.splat(<i8>CR)
      if (together(i8x16.eq(a, cr), i8x16.eq(b, cr), i8x16.eq(c, cr), i8x16.eq(d, cr)) != 0) break
      const quote = i8x16.splat(<i8>QUOTE)
      const quotes = together(i8x16.eq(a, quote), i8x16.eq(b, quote), i8x16.eq(c, quote), i8x16.eq(d, quote))
      const within = parities(quotes) ^ (quoted ? u64.MAX_VALUE : 0)
      const lf = i8x16.splat(<i8>LF)
      const lfs = together(i8x16.eq(a, lf), i8x16.eq(b, lf), i8x16.eq(c, lf), i8x16.eq(d, lf))
      const ends = lfs & ~within
      if (ends != 0) {
        // A blank line, or the end of the slice: one by one.
        if ((ends & (ends << 1)) != 0 || block + <u32>ctz(ends) == start) break
        const last = block + 64 - <u32>clz(ends)
        const more = count + <u32>popcnt(ends)
        if (last >= sliceBytes || more >= sliceRows) break
        count = more
        rowBegun = start = last
        afterCr = false
      }
      quoted = within >> 63 != 0
      block += 64
    }
    if (block >= oneByOne) oneByOne = block + 64
    if (block >= to) break
    const bytes = v128.load(block)
    const ends = v128.or(i8x16.eq(bytes, i8x16.splat(<i8>LF)), i8x16.eq(bytes, i8x16.splat(<i8>CR)))
    let mask: u32 = i8x16.bitmask(v128.or(ends, i8x16.eq(bytes, i8x16.splat(<i8>QUOTE))))
    if (block + 16 > to) mask &= (1 << (to - block)) - 1
    for (; mask != 0; mask &= mask - 1) {
      const found = block + ctz(mask)
      const byte: u32 = load<u8>(found)
      if (byte == QUOTE) {
        quoted = !quoted
        continue
      }
      if (quoted) continue
      const blank = found == start
      const completesPair = blank && byte == LF && afterCr
      afterCr = byte == CR
      start = found + 1
      if (completesPair || (blank && !blankIsRow)) continue
      count++
      rowBegun = start
      if (start < sliceBytes && count < sliceRows) continue
      rowsSeen = count
      begun = rowBegun
      scanState = afterCr ? AFTER_CR : 0
      return start
    }
  }
  rowsSeen = count
  const inside = start < to
  begun = inside ? start : rowBegun
  scanState = (inside ? INSIDE | (quoted ? QUOTED : 0) : afterCr ? AFTER_CR : 0)
  return to
}
