// Counts the cells that hold a rare identifier, 64 bytes at a time: AssemblyScript, built into identifiers-bytes.ts by
// `npm run kernel`. Its twin and reference is scan.ts beside this folder; both must count alike.
//
// Most bytes belong to nothing that could be an identifier. Only at a place where one might be (an @, ten digits in a
// row, a group of four behind another group, a digit behind a plus) the run of digits around it is read and judged.

const LF: u32 = 0x0a
const SPACE: u32 = 0x20
const QUOTE: u32 = 0x22
const PLUS: u32 = 0x2b
const HYPHEN: u32 = 0x2d
const DOT: u32 = 0x2e
const UNDERSCORE: u32 = 0x5f
const AT: u32 = 0x40

const MOBILE: u32 = 1
const PHONE: u32 = 2
const NATIONAL_ID: u32 = 4
const BANK_CARD: u32 = 8
const EMAIL: u32 = 16

/** What the last call of scanCells counted. */
export let cells: u32 = 0
export let filled: u32 = 0
export let mobile: u32 = 0
export let phone: u32 = 0
export let nationalId: u32 = 0
export let bankCard: u32 = 0
export let email: u32 = 0
/** Cells that hold one of these, and cells behind them that were not searched. */
export let holding: u32 = 0
export let passed: u32 = 0

@inline function bitsOf(a: v128, b: v128, c: v128, d: v128): u64 {
  const low = <u64>i8x16.bitmask(a) | (<u64>i8x16.bitmask(b) << 16)
  return low | (<u64>i8x16.bitmask(c) << 32) | (<u64>i8x16.bitmask(d) << 48)
}

@inline function equal(a: v128, b: v128, c: v128, d: v128, byte: u32): u64 {
  const all = i8x16.splat(<i8>byte)
  return bitsOf(i8x16.eq(a, all), i8x16.eq(b, all), i8x16.eq(c, all), i8x16.eq(d, all))
}

@inline function digitsIn(bytes: v128): v128 {
  return i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(48)), i8x16.splat(10))
}

/** The bits of this block moved up, with those that come over from the block before. */
@inline function moved(bits: u64, before: u64, by: u64): u64 {
  return (bits << by) | (before >> (64 - by))
}

/**
 * Reads cells (each ended by LF) from `at`, at most `most` of them, and searches them until `enough` hold an identifier.
 * Where the next cell begins; 0 if the last has no end.
 */
export function scanCells(at: usize, end: usize, most: u32, enough: u32): usize {
  cells = filled = mobile = phone = nationalId = bankCard = email = holding = passed = 0
  let searched: u32 = enough == 0 ? 0 : u32.MAX_VALUE // cells, counted from the first
  let blank: u32 = 0
  let read = at // identifiers before are counted already
  let hitCell: u32 = u32.MAX_VALUE
  let found: u32 = 0
  let inside: u64 = 0 // all ones if the block begins within quotes
  let ends0: u64 = <u64>1 << 63
  let quotes0: u64 = 0
  let digits0: u64 = 0
  let pairs0: u64 = 0
  let fours0: u64 = 0
  let gaps0: u64 = 0
  let plus0: u64 = 0
  for (let block = at; block < end; block += 64) {
    const a = v128.load(block)
    const b = v128.load(block, 16)
    const c = v128.load(block, 32)
    const d = v128.load(block, 48)
    const valid: u64 = block + 64 > end ? (<u64>1 << <u64>(end - block)) - 1 : u64.MAX_VALUE
    let ends = equal(a, b, c, d, LF) & valid
    const quotes = equal(a, b, c, d, QUOTE) & valid
    const digits: u64 = cells >= searched ? 0 : bitsOf(digitsIn(a), digitsIn(b), digitsIn(c), digitsIn(d)) & valid
    let places = cells >= searched ? 0 : equal(a, b, c, d, AT) & valid
    if ((quotes | inside) != 0) {
      let parity = quotes ^ (quotes << 1)
      parity ^= parity << 2
      parity ^= parity << 4
      parity ^= parity << 8
      parity ^= parity << 16
      parity ^= parity << 32
      parity ^= inside
      ends &= ~parity
      inside = <u64>(<i64>parity >> 63)
    }
    let blanks = ends & moved(ends, ends0, 1)
    if ((quotes | quotes0) != 0)
      blanks |= ends & moved(quotes, quotes0, 1) & moved(quotes, quotes0, 2) & moved(ends, ends0, 3)
    if (digits != 0) {
      const pairs = digits & moved(digits, digits0, 1)
      const fours = pairs & moved(pairs, pairs0, 2)
      const gaps = equal(a, b, c, d, SPACE) | equal(a, b, c, d, HYPHEN)
      const plus = equal(a, b, c, d, PLUS)
      places |= fours & moved(fours, fours0, 4) & moved(pairs, pairs0, 8)
      places |= fours & moved(gaps, gaps0, 4) & moved(digits, digits0, 5)
      places |= digits & moved(plus, plus0, 1)
      pairs0 = pairs
      fours0 = fours
      gaps0 = gaps
      plus0 = plus
    } else {
      pairs0 = fours0 = gaps0 = 0
      plus0 = <u64>(load<u8>(block, 63) == PLUS) << 63
    }
    digits0 = digits
    quotes0 = quotes
    ends0 = ends
    let count = <u32>popcnt(ends)
    let last: usize = 0
    if (cells + count >= most) {
      let rest = ends
      for (let left = most - cells; left > 1; left--) rest &= rest - 1
      const final = ctz(rest)
      last = block + <usize>final + 1
      const until = u64.MAX_VALUE >> (63 - final)
      places &= until
      blanks &= until
      ends &= until
      count = most - cells
    }
    if (read > block) places &= read < block + 64 ? u64.MAX_VALUE << <u64>(read - block) : 0
    while (places != 0) {
      const bit = ctz(places)
      places &= places - 1
      const place = block + <usize>bit
      const cell = cells + <u32>popcnt(ends & ((<u64>1 << bit) - 1))
      if (cell >= searched) break
      const hit = load<u8>(place) == AT ? judgeAt(place, end, at) : judgeDigits(place, max(read, at), at)
      read = readTo
      places &= read < block + 64 ? u64.MAX_VALUE << <u64>(read - block) : 0
      if (hit == 0) continue
      if (cell != hitCell) {
        found = 0
        if (++holding == enough) searched = cell + 1
      }
      hitCell = cell
      add(hit & ~found)
      found |= hit
    }
    cells += count
    blank += <u32>popcnt(blanks)
    if (last != 0) {
      filled = cells - blank
      passed = cells - min(cells, searched)
      return last
    }
  }
  filled = cells - blank
  passed = cells - min(cells, searched)
  return at < end && (inside != 0 || load<u8>(end - 1) != LF) ? 0 : end
}

@inline function add(hit: u32): void {
  mobile += hit & MOBILE
  phone += (hit & PHONE) >> 1
  nationalId += (hit & NATIONAL_ID) >> 2
  bankCard += (hit & BANK_CARD) >> 3
  email += (hit & EMAIL) >> 4
}

/** Where what the last judgement looked at ends. */
let readTo: usize = 0

/** An address has a domain with a dot before its last label; the domain's bytes are nothing else besides. */
function judgeAt(place: usize, end: usize, from: usize): u32 {
  let next = place + 1
  let dot: usize = 0
  while (next < end && isMail(load<u8>(next))) {
    if (load<u8>(next) == DOT) dot = next
    next++
  }
  readTo = place + 1
  if (dot <= place + 1 || next - dot <= 2) return 0
  readTo = next
  return place > from && isMail(load<u8>(place - 1)) ? EMAIL : 0
}

const MOST_GROUPS: u32 = 5
const LONGEST_GROUP: u32 = 31

/** Judges all runs of digits up to the one that `place` lies in; `floor` is where they can begin at the earliest. */
function judgeDigits(place: usize, floor: usize, from: usize): u32 {
  const before = clz(~(<u32>i8x16.bitmask(digitsIn(v128.load(place - 15))) << 16))
  const after = ctz(~<u32>i8x16.bitmask(digitsIn(v128.load(place + 1))))
  const length = before + after
  const first = max(place + 1 - <usize>before, floor)
  const alone = first < floor + 2 || !isGap(load<u8>(first - 1)) || !isDigit(load<u8>(first - 2))
  if (before < 16 && after < 16 && length > 8 && alone) {
    readTo = place + 1 + <usize>after
    const digits = <u32>(readTo - first)
    return judgeRun(first, readTo, min(digits, LONGEST_GROUP), digits, from)
  }
  let start = place
  while (start > floor) {
    if (isDigit(load<u8>(start - 1))) start -= 1
    else if (start > floor + 1 && isGap(load<u8>(start - 1)) && isDigit(load<u8>(start - 2))) start -= 2
    else break
  }
  let hits: u32 = 0
  do {
    let at = start
    let shape: u32 = 0
    let total: u32 = 0
    for (let groups: u32 = 1; ; groups++) {
      const group = at
      while (isDigit(load<u8>(at))) at++
      const length = <u32>(at - group)
      shape = shape * 32 + min(length, LONGEST_GROUP)
      total += length
      if (!isGap(load<u8>(at)) || !isDigit(load<u8>(at + 1)) || groups == MOST_GROUPS || length > 8) break
      at++
    }
    hits |= judgeRun(start, at, shape, total, from)
    readTo = at
    start = at + 1
  } while (readTo <= place)
  return hits
}

function judgeRun(start: usize, next: usize, shape: u32, total: u32, from: usize): u32 {
  const before: u32 = start > from ? load<u8>(start - 1) : 0
  const after: u32 = load<u8>(next)
  const plus = before == PLUS
  if (total < 8 || total > 24 || (!plus && total < 11)) return 0
  if (before == DOT && start > from + 1 && isDigit(load<u8>(start - 2))) return 0
  if (after == DOT && isDigit(load<u8>(next + 1))) return 0
  if (isLetter(before) || before == UNDERSCORE) return 0
  if (shape == 17 && (after | 32) == 120) return isId(start, 10) ? NATIONAL_ID : 0
  if (isLetter(after)) return 0
  if (shape == 18 && isId(start, digit(start + 17))) return NATIONAL_ID
  if (isMobileShape(shape) && isMobile(start, shape, total - 11, plus)) return MOBILE
  if (plus && total <= 15) return PHONE
  return isCardShape(shape) && isCard(start, total) && passesLuhn(start, next) ? BANK_CARD : 0
}

@inline function shapeOf(a: u32, b: u32, c: u32, d: u32): u32 {
  return ((a * 32 + b) * 32 + c) * 32 + d
}

function isMobileShape(shape: u32): bool {
  if (shape == 11 || shape == 13 || shape == 15) return true
  if (shape == shapeOf(0, 3, 4, 4) || shape == shapeOf(2, 3, 4, 4) || shape == shapeOf(4, 3, 4, 4)) return true
  return shape == shapeOf(0, 0, 2, 11) || shape == shapeOf(0, 0, 4, 11)
}

function isCardShape(shape: u32): bool {
  if (shape >= 16 && shape <= 19) return true
  if (shape >= shapeOf(0, 0, 6, 10) && shape <= shapeOf(0, 0, 6, 13)) return true
  const fours = shapeOf(4, 4, 4, 4)
  return shape == fours || (shape > fours * 32 && shape <= fours * 32 + 3)
}

/** Eleven digits, after 86 or 0086; after a plus sign only with the country's code. */
function isMobile(start: usize, shape: u32, country: u32, plus: bool): bool {
  const number = start + country + <usize>(country != 0 && shape > 31)
  if (load<u8>(number) != 0x31 || ((<u32>1 << digit(number + 2)) & mobileThirds(digit(number + 1))) == 0) return false
  if (country == 0) return !plus
  if (country == 4 && (digit(start) != 0 || digit(start + 1) != 0)) return false
  return digit(start + country - 2) == 8 && digit(start + country - 1) == 6
}

/** Third digits of a mobile number, a bit each, ten for each second digit from 3 to 8; 9 is as 5. Branches would be guessed. */
const THIRDS: u64 = 0xffdff393eff83ff

@inline function mobileThirds(second: u32): u32 {
  const place: u32 = (second == 9 ? <u32>5 : second) - 3
  return place < 6 ? <u32>(THIRDS >> <u64>(place * 10)) & 0x3ff : 0
}

/** Issuers of Chinese cards, as CHINESE_CARD. */
function isCard(start: usize, total: u32): bool {
  const issuer = digit(start) * 10 + digit(start + 1)
  if (issuer == 62 || issuer == 60 || issuer == 68 || issuer == 95 || issuer == 98) return true
  return total == 16 && ((issuer >= 40 && issuer <= 49) || (issuer >= 51 && issuer <= 55) || issuer == 35)
}

function passesLuhn(start: usize, next: usize): bool {
  let sum: u32 = 0
  let double = false
  for (let at = next; at > start; at--) {
    if (!isDigit(load<u8>(at - 1))) continue
    const value = digit(at - 1) << u32(double)
    sum += value > 9 ? value - 9 : value
    double = !double
  }
  return sum % 10 == 0
}

/** MOD 11-2 first, which ten in eleven numbers fail; then region and date, as isResidentId. */
function isId(start: usize, check: u32): bool {
  const sixteen = i8x16.sub(v128.load(start), i8x16.splat(48))
  const weights = i8x16(7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4)
  const low = i16x8.extmul_low_i8x16_u(sixteen, weights)
  const high = i16x8.extmul_high_i8x16_u(sixteen, weights)
  const sums = i32x4.dot_i16x8_s(i16x8.add(low, high), i16x8.splat(1))
  const four = i32x4.extract_lane(sums, 0) + i32x4.extract_lane(sums, 1)
  const sum = <u32>(four + i32x4.extract_lane(sums, 2) + i32x4.extract_lane(sums, 3)) + digit(start + 16) * 2
  if ((12 - (sum % 11)) % 11 != check) return false
  if (load<u8>(start) == 0x30 || !isProvince(number(start))) return false
  const year = number(start + 6) * 100 + number(start + 8)
  return year >= 1900 && year <= 2099 && isDay(year, number(start + 10), number(start + 12))
}

/** The numbers of provinces, a bit each; foreigners' permits begin with any 9. */
const TO_63: u64 = 0xe07c7e3f80e0f800
const FROM_64: u64 = 0xffc0e0083

@inline function isProvince(region: u32): bool {
  return (((region < 64 ? TO_63 : FROM_64) >> <u64>(region & 63)) & 1) != 0
}

function isDay(year: u32, month: u32, day: u32): bool {
  if (month < 1 || month > 12 || day < 1) return false
  if (month == 2) return day <= 28 + u32(year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
  return day <= 30 + ((month + (month >> 3)) & 1)
}

@inline function digit(at: usize): u32 {
  return <u32>load<u8>(at) - 48
}

@inline function number(at: usize): u32 {
  return digit(at) * 10 + digit(at + 1)
}

@inline function isDigit(byte: u32): bool {
  return byte - 48 < 10
}

@inline function isLetter(byte: u32): bool {
  return (byte | 32) - 97 < 26
}

@inline function isGap(byte: u32): bool {
  return byte == SPACE || byte == HYPHEN
}

@inline function isMail(byte: u32): bool {
  return isDigit(byte) || isLetter(byte) || byte == DOT || byte == HYPHEN || byte == UNDERSCORE || byte == PLUS
}
