import { CHINESE_CARD, CHINESE_MOBILE, isResidentId } from './checks/chinese.ts'
import { type ColumnScan, ENOUGH_HOLDING, RARE_IDENTIFIERS, type RareIdentifier } from './column.ts'

/** What a scan adds up; one per column and thread, merged afterwards. */
export interface ScanCounts extends ColumnScan {
  cells: number
  filled: number
  passed: number
  readonly hits: Record<RareIdentifier, number>
}

export function createScanCounts(): ScanCounts {
  return {
    cells: 0,
    filled: 0,
    passed: 0,
    hits: { mobile: 0, phone: 0, 'national-id': 0, 'bank-card': 0, email: 0 },
  }
}

export function mergeScanCounts(into: ScanCounts, from: ColumnScan): void {
  into.cells += from.cells
  into.filled += from.filled
  into.passed += from.passed
  for (const identifier of RARE_IDENTIFIERS) into.hits[identifier] += from.hits[identifier]
}

const BIT = { mobile: 1, phone: 2, 'national-id': 4, 'bank-card': 8, email: 16 } as const

const LF = 10
const QUOTE = 34
const AT = 64
const DOT = 46
const SPACE = 32
const HYPHEN = 45
const PLUS = 43
const UNDERSCORE = 95

/**
 * Looks at every byte of a `cells` segment (one RFC 4180 field in UTF-8 a row, each ended by LF) and counts the cells
 * that hold a cheap identifier somewhere, until enough do. One pass, no string but for runs of digits of the right length.
 */
export function scanSegment(bytes: Uint8Array, into: ScanCounts): void {
  const end = bytes.length
  let at = 0
  let holding = 0
  while (at < end) {
    const searching = holding < ENOUGH_HOLDING
    const quoted = bytes[at] === QUOTE
    const start = at
    let found = 0
    let open = quoted
    if (quoted) at++
    while (at < end) {
      const byte = bytes[at] ?? 0
      if (byte === QUOTE && quoted) {
        open = !open
        at++
      } else if (byte === LF && !open) {
        break
      } else if (searching && isDigit(byte)) {
        const run = measureDigits(bytes, at)
        found |= judgeDigits(bytes, at, run)
        at = run.next
      } else if (searching && byte === AT) {
        const next = passEmailDomain(bytes, at)
        if (next > at + 1 && at > start && isMailByte(bytes[at - 1] ?? 0)) found |= BIT.email
        at = Math.max(next, at + 1)
      } else {
        at++
      }
    }
    into.cells++
    if (at - start > (quoted ? 2 : 0)) into.filled++
    if (!searching) into.passed++
    if (found !== 0) {
      holding++
      count(found, into)
    }
    at++
  }
}

function count(found: number, into: ScanCounts): void {
  for (const identifier of RARE_IDENTIFIERS) if ((found & BIT[identifier]) !== 0) into.hits[identifier]++
}

interface DigitRun {
  /** How many digits stand together and in which groups: lengths as digits of a number to base 32. */
  readonly shape: number
  readonly total: number
  readonly next: number
}

const shapeOf = (...groups: readonly number[]): number =>
  groups.reduce((shape, length) => shape * 32 + length, 0)

/** The ways to write each number; a run of another shape is none of them and costs no string. */
const MOBILE_SHAPES = new Set([
  shapeOf(11),
  shapeOf(13),
  shapeOf(15),
  shapeOf(2, 11),
  shapeOf(4, 11),
  shapeOf(3, 4, 4),
  shapeOf(2, 3, 4, 4),
  shapeOf(4, 3, 4, 4),
])
const CARD_SHAPES = new Set([
  ...[16, 17, 18, 19].map((length) => shapeOf(length)),
  shapeOf(4, 4, 4, 4),
  ...[1, 2, 3].map((length) => shapeOf(4, 4, 4, 4, length)),
  ...[10, 11, 12, 13].map((length) => shapeOf(6, length)),
])
const MOST_GROUPS = 5
const LONGEST_GROUP = 31

/** Measures digits in groups, parted by one space or hyphen each, as people write numbers. */
function measureDigits(bytes: Uint8Array, from: number): DigitRun {
  let at = from
  let shape = 0
  let total = 0
  for (let groups = 1; ; groups++) {
    const start = at
    while (isDigit(bytes[at] ?? 0)) at++
    const length = at - start
    shape = shape * 32 + Math.min(length, LONGEST_GROUP)
    total += length
    const separator = bytes[at]
    const parted = (separator === SPACE || separator === HYPHEN) && isDigit(bytes[at + 1] ?? 0)
    if (!parted || groups === MOST_GROUPS || length > 8) return { shape, total, next: at }
    at++
  }
}

function judgeDigits(bytes: Uint8Array, start: number, { shape, total, next }: DigitRun): number {
  const before = bytes[start - 1] ?? 0
  const after = bytes[next] ?? 0
  const plus = before === PLUS
  if (total < 8 || total > MOST_DIGITS || (!plus && total < 11)) return 0
  // Part of a decimal, of a longer code or of a name: no identifier of its own.
  if (before === DOT && isDigit(bytes[start - 2] ?? 0)) return 0
  if (after === DOT && isDigit(bytes[next + 1] ?? 0)) return 0
  if (isLetter(before) || before === UNDERSCORE) return 0
  collectDigits(bytes, start, next)
  if (shape === 17 && (after | 32) === 120) return isIdInDigits(10) ? BIT['national-id'] : 0
  if (isLetter(after)) return 0
  if (shape === 18 && isIdInDigits(digit(17))) return BIT['national-id']
  if (MOBILE_SHAPES.has(shape) && isMobileInDigits(total - 11, plus)) return BIT.mobile
  if (plus && total <= 15) return BIT.phone
  if (!CARD_SHAPES.has(shape) || !passesLuhnInDigits(total)) return 0
  return CHINESE_CARD.test(digitsAsText(total)) ? BIT['bank-card'] : 0
}

const MOST_DIGITS = 24
/** The digits of the run that is being judged, as numbers; no string is made for a run that is nothing. */
const digits = new Uint8Array(MOST_DIGITS)

function digit(index: number): number {
  return digits[index] ?? 0
}

function collectDigits(bytes: Uint8Array, start: number, next: number): void {
  let count = 0
  for (let at = start; at < next; at++) {
    const byte = bytes[at] ?? 0
    if (isDigit(byte)) digits[count++] = byte - 48
  }
}

function digitsAsText(count: number): string {
  return digits.subarray(0, count).join('')
}

/** Prefixes of three digits that a Chinese mobile number can begin with. */
const MOBILE_PREFIXES = Uint8Array.from({ length: 1000 }, (_, prefix) =>
  CHINESE_MOBILE.test(`${String(prefix).padStart(3, '0')}00000000`) ? 1 : 0,
)

/** Eleven digits, after 86 or 0086; after a plus sign only with the country's code. */
function isMobileInDigits(country: number, plus: boolean): boolean {
  const prefix = digit(country) * 100 + digit(country + 1) * 10 + digit(country + 2)
  if (MOBILE_PREFIXES[prefix] !== 1) return false
  if (country === 0) return !plus
  const code = country === 2 ? 0 : digit(0) + digit(1)
  return code === 0 && digit(country - 2) === 8 && digit(country - 1) === 6
}

const ID_WEIGHTS = Uint8Array.of(7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)

/** MOD 11-2 first, which ten in eleven numbers fail; then region and date. */
function isIdInDigits(check: number): boolean {
  let sum = 0
  for (let at = 0; at < 17; at++) sum += digit(at) * (ID_WEIGHTS[at] ?? 0)
  if ((12 - (sum % 11)) % 11 !== check) return false
  return isResidentId(digitsAsText(17) + (check === 10 ? 'X' : check))
}

function passesLuhnInDigits(count: number): boolean {
  let sum = 0
  for (let place = 0; place < count; place++) {
    const value = digit(count - 1 - place) * (place % 2 === 0 ? 1 : 2)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}

/** Where the domain after an '@' ends, or the '@' itself if none follows; a domain has a dot before its last label. */
function passEmailDomain(bytes: Uint8Array, at: number): number {
  let next = at + 1
  let dot = 0
  while (next < bytes.length && isMailByte(bytes[next] ?? 0)) {
    if (bytes[next] === DOT) dot = next
    next++
  }
  return dot > at + 1 && next - dot > 2 ? next : at
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57
}

function isLetter(byte: number): boolean {
  return (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)
}

function isMailByte(byte: number): boolean {
  return (
    isDigit(byte) || isLetter(byte) || byte === DOT || byte === HYPHEN || byte === UNDERSCORE || byte === PLUS
  )
}
