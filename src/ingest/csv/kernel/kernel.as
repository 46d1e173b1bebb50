// The byte loops of cutting, joining and scanning, sixteen bytes at a time: AssemblyScript, built into
// kernel-bytes.ts by `npm run kernel`. Every loop has its twin in TypeScript, which stays the reference: at the first
// thing out of the ordinary a function here gives up (false, or -1), and the twin does the slice from its beginning and
// names the fault. Callers size all memory before (find-cells.ts, join-cells.ts); a load may reach 15 bytes past
// its region, a store 15 bytes past the end of a cell, never past the memory.

const LF: u32 = 0x0a
const CR: u32 = 0x0d
const QUOTE: u32 = 0x22
const COMMA: u32 = 0x2c

// A byte is special if the table's entry for its low four bits is that byte; | and the comma share theirs, so one of
// them stands in `also`.
@inline function specials(bytes: v128, table: v128, also: v128): u32 {
  const entries = i8x16.swizzle(table, v128.and(bytes, i8x16.splat(15)))
  return i8x16.bitmask(v128.or(i8x16.eq(bytes, entries), i8x16.eq(bytes, also)))
}

@inline function copy(from: usize, to: usize, length: usize): void {
  let done: usize = 0
  do {
    v128.store(to + done, v128.load(from + done))
    done += 16
  } while (done < length)
}

@inline function lineEndLength(at: usize, end: usize): usize {
  return load<u8>(at) == CR && at + 1 < end && load<u8>(at + 1) == LF ? 2 : 1
}

/** What findFields and scanRows found, beside what they wrote. */
export let rows: u32 = 0
export let bareFields: u32 = 0
export let lineEnds: u32 = 0
export let begun: u32 = 0
/** INSIDE | QUOTED | AFTER_CR */
export let scanState: u32 = 0
const INSIDE: u32 = 1
const QUOTED: u32 = 2
const AFTER_CR: u32 = 4

/**
 * Finds every field of `text`, which must end with a line end, as findFields of find-fields.ts does.
 * Writes rowStarts, ends (both from the text's start), bare and cellBytes, 4 bytes each; false: not ordinary.
 */
export function findFields(
  text: usize, length: usize, delimiter: u32, width: u32, table: usize, mostField: usize, mostRow: usize,
  rowStarts: usize, ends: usize, bare: usize, cellBytes: usize,
): bool {
  const special = v128.load(table)
  const also = v128.load(table + 16)
  const end = text + length
  const lastCell = cellBytes + 4 * (width - 1)
  const firstBare = bare
  const firstRow = rowStarts
  const firstEnd = ends
  let lines: u32 = 0
  let rowStart = text
  let start = text
  let cell = cellBytes
  let quoted = false
  let closed: usize = 0 // where the field's last quote stands, if it is outside its quotes; else 0
  let bareHere: u32 = 0
  for (let block = text; block < end; block += 16) {
    let mask = specials(v128.load(block), special, also)
    if (block + 16 > end) mask &= (1 << <u32>(end - block)) - 1
    for (; mask != 0; mask &= mask - 1) {
      const at = block + ctz(mask)
      const byte: u32 = load<u8>(at)
      if (quoted) {
        if (byte == QUOTE) {
          quoted = false
          closed = at
        } else if (byte == LF) lines++
        else if (byte == CR) lines += u32(load<u8>(at + 1) != LF)
        else if (byte == 0) return false
        continue
      }
      if (at < start) continue // the LF of a CRLF
      if (closed != 0 && at != closed + 1) return false
      if (byte == delimiter) {
        if (cell == lastCell) return false
      } else if (byte == LF || byte == CR) {
        if (cell != lastCell) {
          if (at != rowStart) return false
          start = rowStart = at + lineEndLength(at, end)
          lines++
          continue
        }
      } else if (byte == QUOTE) {
        if (at != start && closed == 0) return false
        quoted = true
        closed = 0
        continue
      } else if (byte == COMMA && closed == 0) {
        bareHere = 2
        continue
      } else return false
      const size = at - start
      if (size > mostField) return false
      if (bareHere != 0) {
        store<u32>(bare, <u32>((ends - firstEnd) >> 2))
        bare += 4
      }
      store<u32>(ends, <u32>(at - text))
      ends += 4
      store<u32>(cell, load<u32>(cell) + <u32>size + 1 + bareHere)
      bareHere = 0
      closed = 0
      if (byte == delimiter) {
        cell += 4
        start = at + 1
        continue
      }
      if (at - rowStart > mostRow) return false
      store<u32>(rowStarts, <u32>(rowStart - text))
      rowStarts += 4
      lines++
      start = rowStart = at + lineEndLength(at, end)
      cell = cellBytes
    }
  }
  rows = <u32>((rowStarts - firstRow) >> 2)
  bareFields = <u32>((bare - firstBare) >> 2)
  lineEnds = lines
  return rowStart == end && !quoted
}

/** Copies all cells column by column, each ended by LF, bare ones quoted; `at` holds where each column goes. */
export function copyCells(
  text: usize, rows: u32, width: u32, rowStarts: usize, ends: usize, bare: usize, bareFields: u32, at: usize,
): void {
  const lastBare = bare + 4 * bareFields
  let nextBare: u32 = bare < lastBare ? load<u32>(bare) : u32.MAX_VALUE
  let field: u32 = 0
  for (const lastRow = rowStarts + 4 * rows; rowStarts < lastRow; rowStarts += 4) {
    let start: usize = text + load<u32>(rowStarts)
    for (let cell = at, last = at + 4 * width; cell < last; cell += 4) {
      const end: usize = text + load<u32>(ends)
      let to: usize = load<u32>(cell)
      ends += 4
      if (field == nextBare) {
        store<u8>(to, QUOTE)
        copy(start, to + 1, end - start)
        to += end - start + 2
        store<u8>(to - 1, QUOTE)
        bare += 4
        nextBare = bare < lastBare ? load<u32>(bare) : u32.MAX_VALUE
      } else {
        copy(start, to, end - start)
        to += end - start
      }
      store<u8>(to, LF)
      store<u32>(cell, <u32>(to + 1))
      start = end + 1
      field++
    }
  }
}

/**
 * Writes rows from cells, as joinFields of join-fields.ts does where no column has a `source` segment and every row
 * ends alike. `at` and `ends` hold, by column, where its cells begin and end. The bytes written; -1: not ordinary.
 */
export function joinCells(
  rows: u32, width: u32, at: usize, ends: usize, table: usize, delimiter: u32, lineEnd: u32, second: u32, out: usize,
): i32 {
  const special = v128.load(table)
  const also = v128.load(table + 16)
  const last = at + 4 * width
  const toEnds = ends - at
  let o = out
  for (; rows != 0; rows--) {
    for (let cell = at; cell < last; cell += 4) {
      const end: usize = load<u32>(cell + toEnds)
      let p: usize = load<u32>(cell)
      if (p >= end) return -1
      if (load<u8>(p) == QUOTE) {
        const length = copyQuoted(p, end, o)
        if (length == 0) return -1
        p += length
        o += length
      } else {
        let mask: u32 = 0
        for (;;) {
          const bytes = v128.load(p)
          v128.store(o, bytes)
          mask = specials(bytes, special, also)
          if (mask != 0) break
          p += 16
          o += 16
          if (p >= end) return -1
        }
        p += ctz(mask)
        o += ctz(mask)
        if (p >= end || load<u8>(p) != LF) return -1
      }
      store<u32>(cell, <u32>(p + 1))
      store<u8>(o++, delimiter)
    }
    store<u8>(o - 1, lineEnd)
    if (second != 0) store<u8>(o++, second)
  }
  for (let cell = at; cell < last; cell += 4) if (load<u32>(cell) != load<u32>(cell + toEnds)) return -1
  return <i32>(o - out)
}

/** Copies a quoted field, behind which an LF must stand; its length, or 0. */
function copyQuoted(from: usize, end: usize, to: usize): usize {
  store<u8>(to, QUOTE)
  let done: usize = 1
  while (from + done < end) {
    const bytes = v128.load(from + done)
    v128.store(to + done, bytes)
    const quotes = i8x16.eq(bytes, i8x16.splat(<i8>QUOTE))
    const mask: u32 = i8x16.bitmask(v128.or(quotes, i8x16.eq(bytes, i8x16.splat(0))))
    if (mask == 0) {
      done += 16
      continue
    }
    done += ctz(mask)
    if (from + done + 1 >= end || load<u8>(from + done) == 0) return 0
    const next: u32 = load<u8>(from + done + 1)
    if (next == LF) return done + 1
    if (next != QUOTE) return 0
    store<u8>(to + done + 1, QUOTE)
    done += 2
  }
  return 0
}

/**
 * Counts rows from `at` until the slice has enough of them (then where the last row's line end begins its end) or until
 * `to`, as RowScanner does row by row. `rows`, `begun` and `scanState` go in and come out.
 */
export function scanRows(
  at: u32, to: u32, blankIsRow: bool, sliceBytes: u32, sliceRows: u32, rowsBefore: u32, begunBefore: u32, state: u32,
): u32 {
  let count = rowsBefore
  let rowBegun = begunBefore
  let start = (state & INSIDE) != 0 ? begunBefore : at
  let quoted = (state & QUOTED) != 0
  let afterCr = (state & AFTER_CR) != 0
  for (let block = at; block < to; block += 16) {
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
      rows = count
      begun = rowBegun
      scanState = afterCr ? AFTER_CR : 0
      return start
    }
  }
  rows = count
  const inside = start < to
  begun = inside ? start : rowBegun
  scanState = (inside ? INSIDE | (quoted ? QUOTED : 0) : afterCr ? AFTER_CR : 0)
  return to
}
