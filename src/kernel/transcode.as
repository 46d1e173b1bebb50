// Between the encodings that have a byte table (byte-tables.ts) and UTF-8. Both ways stop at the first sequence that the
// tables do not know; the caller does that one and goes on, or gives up.

/** Where the transcoder stopped, in what it read and in what it wrote. */
export let readTo: u32 = 0
export let wroteTo: u32 = 0

/** Copies the ASCII bytes that begin at `at`; how many they are. Writes 16 bytes at least. */
@inline function copyAscii(at: usize, end: usize, to: usize): usize {
  let done: usize = 0
  let mask: u32 = 0
  do {
    const bytes = v128.load(at + done)
    v128.store(to + done, bytes)
    mask = i8x16.bitmask(bytes)
    done += mask == 0 ? 16 : ctz(mask)
  } while (mask == 0 && at + done < end)
  return min(done, end - at)
}

/**
 * Decodes `at` to `end`. `doubles`: code points by both bytes, of which the first has its highest bit left out;
 * `singles`: by such a first byte alone; 2 bytes each, 0 where there is none. True: all was decoded.
 */
export function decodeToUtf8(at: usize, end: usize, doubles: usize, singles: usize, out: usize): bool {
  let unknown = false
  while (at < end) {
    const ascii = copyAscii(at, end, out)
    at += ascii
    out += ascii
    while (at < end && load<u8>(at) >= 0x80) {
      const first: u32 = load<u8>(at) & 0x7f
      let point: u32 = load<u16>(singles + 2 * first)
      let length: usize = 1
      if (point == 0 && at + 1 < end) {
        point = load<u16>(doubles + 2 * ((first << 8) | load<u8>(at + 1)))
        length = 2
      }
      if (point == 0) {
        unknown = true
        break
      }
      at += length
      if (point < 0x800) {
        store<u8>(out, 0xc0 | (point >> 6))
        store<u8>(out + 1, 0x80 | (point & 0x3f))
        out += 2
      } else {
        store<u8>(out, 0xe0 | (point >> 12))
        store<u8>(out + 1, 0x80 | ((point >> 6) & 0x3f))
        store<u8>(out + 2, 0x80 | (point & 0x3f))
        out += 3
      }
    }
    if (unknown) break
  }
  readTo = <u32>at
  wroteTo = <u32>out
  return !unknown
}

/** Encodes UTF-8 from `at` to `end`. `codes`: by code point, 4 bytes each, as in ByteTable. True: all was encoded. */
export function encodeFromUtf8(at: usize, end: usize, codes: usize, out: usize): bool {
  let unknown = false
  while (at < end) {
    const ascii = copyAscii(at, end, out)
    at += ascii
    out += ascii
    while (at < end && load<u8>(at) >= 0x80) {
      const first: u32 = load<u8>(at)
      let code: u32 = 0
      if (first < 0xe0) code = load<u32>(codes + 4 * (((first & 0x1f) << 6) | (load<u8>(at + 1) & 0x3f)))
      else if (first < 0xf0) {
        const rest = (<u32>(load<u8>(at + 1) & 0x3f) << 6) | (load<u8>(at + 2) & 0x3f)
        code = load<u32>(codes + 4 * (((first & 0x0f) << 12) | rest))
      }
      if (code == 0) {
        unknown = true
        break
      }
      at += first < 0xe0 ? 2 : 3
      if (code > 0xffff) {
        store<u8>(out++, code >> 24)
        store<u8>(out++, code >> 16)
      }
      if (code > 0xff) store<u8>(out++, code >> 8)
      store<u8>(out++, code)
    }
    if (unknown) break
  }
  readTo = <u32>at
  wroteTo = <u32>out
  return !unknown
}
