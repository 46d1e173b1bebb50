// The keyed hash of each row: AssemblyScript, built into hash-rows-bytes.ts by `npm run kernel`. Its twin and reference is
// hash-cells.ts beside this folder; both must give the same hashes.

const LF: u32 = 0x0a
const QUOTE: u32 = 0x22
const EMPTY: u32 = 0
const TEXT: u32 = 2

/** Where the next such byte stands, or `end`. */
@inline function findByte(at: usize, end: usize, byte: u32): usize {
  const wanted = i8x16.splat(<i8>byte)
  for (; at < end; at += 16) {
    const mask: u32 = i8x16.bitmask(i8x16.eq(v128.load(at), wanted))
    if (mask != 0) return min(at + ctz(mask), end)
  }
  return end
}

/** Writes what stands within the quotes that open at `at`, doubled ones once; its length. Quotes were found sound. */
function unquote(at: usize, end: usize, to: usize): usize {
  const start = to
  for (at++; at < end; at++) {
    const byte = load<u8>(at)
    if (byte == QUOTE) {
      if (load<u8>(at + 1) != QUOTE) break
      at++
    }
    store<u8>(to++, byte)
  }
  return to - start
}

/**
 * Writes 16 bytes for each row. `at`, `ends` and `marks` hold, by column, where its cells begin and end and where a byte
 * for each cell stands that says what it is (0: nothing does). `scratch` has room for the longest cell. False: a segment
 * is not of the strict form, or has other rows.
 */
export function hashRows(
  rows: u32, width: u32, at: usize, ends: usize, marks: usize, key: usize, scratch: usize, out: usize,
): bool {
  const k0 = load<u64>(key)
  const k1 = load<u64>(key + 8)
  const last = at + 4 * width
  const toEnds = ends - at
  const toMarks = marks - at
  for (let row: u32 = 0; row < rows; row++) {
    let v0: u64 = k0 ^ 0x736f6d6570736575
    let v1: u64 = k1 ^ 0x646f72616e646f6d ^ 0xee
    let v2: u64 = k0 ^ 0x6c7967656e657261
    let v3: u64 = k1 ^ 0x7465646279746573
    let words: u64 = 0
    for (let cell = at; cell < last; cell += 4) {
      const end: usize = load<u32>(cell + toEnds)
      const start: usize = load<u32>(cell)
      if (start >= end) return false
      let text = start
      let next: usize
      let length: usize
      if (load<u8>(start) == QUOTE) {
        text = start + 1
        next = findByte(text, end, QUOTE)
        let doubled = false
        while (next + 1 < end && load<u8>(next + 1) == QUOTE) {
          doubled = true
          next = findByte(next + 2, end, QUOTE)
        }
        if (next + 1 >= end || load<u8>(next + 1) != LF) return false
        length = next - text
        if (doubled) {
          length = unquote(start, end, scratch)
          text = scratch
        }
        next++
      } else {
        next = findByte(start, end, LF)
        if (next >= end) return false
        length = next - start
      }
      const own: usize = load<u32>(cell + toMarks)
      const mark: u32 = own != 0 ? load<u8>(own + row) : next == start ? EMPTY : TEXT
      let m: u64 = (<u64>mark << 32) | <u64>length
      let left = <i32>length
      for (;;) {
        v3 ^= m
        for (let round = 0; round < 2; round++) {
          v0 += v1
          v1 = rotl(v1, 13) ^ v0
          v0 = rotl(v0, 32)
          v2 += v3
          v3 = rotl(v3, 16) ^ v2
          v0 += v3
          v3 = rotl(v3, 21) ^ v0
          v2 += v1
          v1 = rotl(v1, 17) ^ v2
          v2 = rotl(v2, 32)
        }
        v0 ^= m
        words++
        if (left <= 0) break
        m = load<u64>(text)
        if (left < 8) m &= (<u64>1 << (8 * <u64>left)) - 1
        text += 8
        left -= 8
      }
      store<u32>(cell, <u32>(next + 1))
    }
    const m: u64 = (words * 8) << 56
    v3 ^= m
    for (let round = 0; round < 10; round++) {
      if (round == 2) {
        v0 ^= m
        v2 ^= 0xee
      } else if (round == 6) {
        store<u64>(out, v0 ^ v1 ^ v2 ^ v3)
        v1 ^= 0xdd
      }
      v0 += v1
      v1 = rotl(v1, 13) ^ v0
      v0 = rotl(v0, 32)
      v2 += v3
      v3 = rotl(v3, 16) ^ v2
      v0 += v3
      v3 = rotl(v3, 21) ^ v0
      v2 += v1
      v1 = rotl(v1, 17) ^ v2
      v2 = rotl(v2, 32)
    }
    store<u64>(out, v0 ^ v1 ^ v2 ^ v3, 8)
    out += 16
  }
  for (let cell = at; cell < last; cell += 4) if (load<u32>(cell) != load<u32>(cell + toEnds)) return false
  return true
}
