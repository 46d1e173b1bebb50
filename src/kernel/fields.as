// Whether cells are strict fields: the check of every byte that comes out of a deed.

import { COMMA, CR, LF, QUOTE } from './bytes'
import { parities, together } from './masks'

/** NUL, LF, CR, the quote and the comma, each at the place of its low four bits; elsewhere what belongs elsewhere. */
const SPECIALS = i8x16(0, -1, <i8>QUOTE, -1, -1, -1, -1, -1, -1, -1, <i8>LF, -1, <i8>COMMA, <i8>CR, -1, 0)

@inline function isSpecial(bytes: v128): v128 {
  return i8x16.eq(bytes, i8x16.swizzle(SPECIALS, v128.and(bytes, i8x16.splat(15))))
}

/**
 * The number of fields from `at` to `end`, where there is at least one byte, or -1 unless all of them are strict, as
 * assertFields of deed/fields.ts has it; lengths of fields and UTF-8 are for the caller. 64 bytes are judged at once by
 * their masks: a quote opens only behind an LF or a closing quote, and behind a closing one stands only an LF or a quote.
 */
export function countFields(at: usize, end: usize): i32 {
  let fields: i32 = 0
  let inside: u64 = 0
  let mayOpen: u64 = 1
  let closed: u64 = 0
  for (let block = at; block < end; block += 64) {
    const a = v128.load(block)
    const b = v128.load(block, 16)
    const c = v128.load(block, 32)
    const d = v128.load(block, 48)
    const lfs = i8x16.splat(<i8>LF)
    let special = together(isSpecial(a), isSpecial(b), isSpecial(c), isSpecial(d))
    let lf = together(i8x16.eq(a, lfs), i8x16.eq(b, lfs), i8x16.eq(c, lfs), i8x16.eq(d, lfs))
    if (block + 64 > end) {
      const here = (<u64>1 << <u64>(end - block)) - 1
      special &= here
      lf &= here
    }
    if (inside == 0 && special == lf) {
      if ((closed & ~lf) != 0) return -1
      fields += <i32>popcnt(lf)
      mayOpen = lf >> 63
      closed = 0
      continue
    }
    const quotes = i8x16.splat(<i8>QUOTE)
    const zeros = i8x16.splat(0)
    let nul = together(i8x16.eq(a, zeros), i8x16.eq(b, zeros), i8x16.eq(c, zeros), i8x16.eq(d, zeros))
    let quote = together(i8x16.eq(a, quotes), i8x16.eq(b, quotes), i8x16.eq(c, quotes), i8x16.eq(d, quotes))
    nul &= special
    quote &= special
    const within = parities(quote) ^ inside
    const opens = quote & within
    const closes = quote & ~within
    const ends = lf & ~within
    const openable = ((ends | closes) << 1) | mayOpen
    const behindClosed = (closes << 1) | closed
    const stray = special & ~(lf | quote | within)
    if ((nul | stray | (opens & ~openable) | (behindClosed & ~(lf | quote))) != 0) return -1
    fields += <i32>popcnt(ends)
    inside = <u64>(<i64>within >> 63)
    mayOpen = (ends | closes) >> 63
    closed = closes >> 63
  }
  return inside == 0 && load<u8>(end - 1) == LF ? fields : -1
}
