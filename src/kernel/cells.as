// Rows to columns (findFields, copyCells) and columns to rows (joinCells).

import { COMMA, CR, LF, QUOTE } from './bytes'

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

/** Bytes whose marks are found at once, before their fields: two short loops are guessed better than one long one. */
const STRETCH: usize = 16 * 1024

/** Writes where the special bytes from `at` to `end` stand; behind the last mark up to 7 more are overwritten. */
function findMarks(at: usize, end: usize, special: v128, also: v128, marks: usize): usize {
  for (; at < end; at += 64) {
    let mask = <u64>specials(v128.load(at), special, also)
    mask |= <u64>specials(v128.load(at, 16), special, also) << 16
    mask |= <u64>specials(v128.load(at, 32), special, also) << 32
    mask |= <u64>specials(v128.load(at, 48), special, also) << 48
    if (at + 64 > end) mask &= (<u64>1 << <u64>(end - at)) - 1
    const next = marks + 4 * <usize>popcnt(mask)
    do {
      store<u32>(marks, <u32>(at + <usize>ctz(mask)), 0)
      mask &= mask - 1
      store<u32>(marks, <u32>(at + <usize>ctz(mask)), 4)
      mask &= mask - 1
      store<u32>(marks, <u32>(at + <usize>ctz(mask)), 8)
      mask &= mask - 1
      store<u32>(marks, <u32>(at + <usize>ctz(mask)), 12)
      mask &= mask - 1
      store<u32>(marks, <u32>(at + <usize>ctz(mask)), 16)
      mask &= mask - 1
      store<u32>(marks, <u32>(at + <usize>ctz(mask)), 20)
      mask &= mask - 1
      store<u32>(marks, <u32>(at + <usize>ctz(mask)), 24)
      mask &= mask - 1
      store<u32>(marks, <u32>(at + <usize>ctz(mask)), 28)
      mask &= mask - 1
      marks += 32
    } while (marks < next)
    marks = next
  }
  return marks
}

@inline function lineEndLength(at: usize, end: usize): usize {
  return load<u8>(at) == CR && at + 1 < end && load<u8>(at + 1) == LF ? 2 : 1
}

/** What findFields found, beside what it wrote. */
export let rows: u32 = 0
export let bareFields: u32 = 0
export let lineEnds: u32 = 0
/** 1: a line is blank, or a row ends otherwise than with `lineEnd`, its first byte + 256 * its length. */
export let oddRows: u32 = 0

/**
 * Finds every field of `text`, which must end with a line end, as findFields of find-fields.ts does.
 * Writes rowStarts, ends (both from the text's start), bare and cellBytes, 4 bytes each; false: not ordinary.
 */
export function findFields(
  text: usize, length: usize, delimiter: u32, width: u32, lineEnd: u32, table: usize, mostField: usize, mostRow: usize,
  marks: usize, rowStarts: usize, ends: usize, bare: usize, cellBytes: usize,
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
  let odd: u32 = 0
  for (let stretch = text; stretch < end; stretch += STRETCH) {
    const lastMark = findMarks(stretch, min(stretch + STRETCH, end), special, also, marks)
    for (let next = marks; next < lastMark; next += 4) {
      const at: usize = load<u32>(next)
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
          odd = 1
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
      const length = lineEndLength(at, end)
      odd |= u32(byte + (<u32>length << 8) != lineEnd)
      start = rowStart = at + length
      cell = cellBytes
    }
  }
  rows = <u32>((rowStarts - firstRow) >> 2)
  bareFields = <u32>((bare - firstBare) >> 2)
  lineEnds = lines
  oddRows = odd
  return rowStart == end && !quoted
}

/** Rows of at least one byte a cell: behind so many, what `copy` overwrites is still the cell's own column. */
const LAST_ROWS: u32 = 16

/** As `copy`, and nothing behind. */
function copyExactly(from: usize, to: usize, length: usize): void {
  for (let done: usize = 0; done < length; done++) store<u8>(to + done, load<u8>(from + done))
}

/**
 * Copies all cells column by column, each ended by LF, bare ones quoted; `at` holds where each column goes. Columns may
 * lie side by side: nothing is written behind a column's end.
 */
export function copyCells(
  text: usize, rows: u32, width: u32, rowStarts: usize, ends: usize, bare: usize, bareFields: u32, at: usize,
): void {
  const lastBare = bare + 4 * bareFields
  let nextBare: u32 = bare < lastBare ? load<u32>(bare) : u32.MAX_VALUE
  let field: u32 = 0
  for (let rowsLeft = rows; rowsLeft > 0; rowsLeft--) {
    let start: usize = text + load<u32>(rowStarts)
    rowStarts += 4
    for (let cell = at, last = at + 4 * width; cell < last; cell += 4) {
      const end: usize = text + load<u32>(ends)
      let to: usize = load<u32>(cell)
      ends += 4
      if (field == nextBare) {
        store<u8>(to, QUOTE)
        if (rowsLeft > LAST_ROWS) copy(start, to + 1, end - start)
        else copyExactly(start, to + 1, end - start)
        to += end - start + 2
        store<u8>(to - 1, QUOTE)
        bare += 4
        nextBare = bare < lastBare ? load<u32>(bare) : u32.MAX_VALUE
      } else {
        if (rowsLeft > LAST_ROWS) copy(start, to, end - start)
        else copyExactly(start, to, end - start)
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
 * Writes rows from cells, as joinFields of join-fields.ts does where every row ends alike and no field has bytes of its
 * own. `at`, `ends` and `bare` (0: no field is) hold, by column, where its cells begin and end, and where its list of
 * rows with a bare comma begins. With `number` each row has a first field with its number, counted from there. The bytes
 * written; -1: not ordinary.
 */
export function joinCells(
  rows: u32, width: u32, at: usize, ends: usize, bare: usize, table: usize, delimiter: u32, lineEnd: u32, second: u32,
  number: u32, out: usize,
): i32 {
  const special = v128.load(table)
  const also = v128.load(table + 16)
  const last = at + 4 * width
  const toEnds = ends - at
  const toBare = bare - at
  let o = out
  for (let row: u32 = 0; row < rows; row++) {
    if (number != 0) {
      o = writeNumber(number + row, o)
      store<u8>(o++, delimiter)
    }
    for (let cell = at; cell < last; cell += 4) {
      const end: usize = load<u32>(cell + toEnds)
      let p: usize = load<u32>(cell)
      if (p >= end) return -1
      const isBare = bare != 0 && load<u32>(load<u32>(cell + toBare)) == row
      if (isBare) {
        const length = copyBare(p, end, o, special, also, delimiter)
        if (length == 0) return -1
        p += length
        o += length - 2
        store<u32>(cell + toBare, load<u32>(cell + toBare) + 4)
      } else if (load<u8>(p) == QUOTE) {
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

/** Writes a number in decimal; where it ends. */
function writeNumber(number: u32, to: usize): usize {
  let length: usize = 1
  for (let rest = number; rest > 9; rest /= 10) length++
  for (let at = to + length; at > to; number /= 10) store<u8>(--at, 48 + (number % 10))
  return to + length
}

/** Copies a quoted field without its quotes; its length with them, or 0 if it needs them or no LF stands behind it. */
function copyBare(from: usize, end: usize, to: usize, special: v128, also: v128, delimiter: u32): usize {
  if (load<u8>(from) != QUOTE) return 0
  let done: usize = 1
  while (from + done < end) {
    const bytes = v128.load(from + done)
    v128.store(to + done - 1, bytes)
    const mask = specials(bytes, special, also)
    done += mask == 0 ? 16 : ctz(mask)
    if (mask == 0) continue
    const byte: u32 = load<u8>(from + done)
    if (byte == QUOTE) return from + done + 1 < end && load<u8>(from + done + 1) == LF ? done + 1 : 0
    if (byte != COMMA || delimiter == COMMA) return 0
    done++
  }
  return 0
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
