import { CHINESE_CARD, CHINESE_MOBILE, isResidentId } from './checks/chinese.ts'
import { passesLuhn } from './checks/digits.ts'
import type { ColumnScan, RareIdentifier } from './column.ts'

/** What a scan adds up; one per column and thread, merged afterwards. */
export interface ScanCounts extends ColumnScan {
  cells: number
  filled: number
  readonly hits: Record<RareIdentifier, number>
}

export function createScanCounts(): ScanCounts {
  return { cells: 0, filled: 0, hits: { mobile: 0, phone: 0, 'national-id': 0, 'bank-card': 0, email: 0 } }
}

export function mergeScanCounts(into: ScanCounts, from: ColumnScan): void {
  into.cells += from.cells
  into.filled += from.filled
  for (const identifier of IDENTIFIERS) into.hits[identifier] += from.hits[identifier]
}

const IDENTIFIERS = ['mobile', 'phone', 'national-id', 'bank-card', 'email'] as const
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
 * that hold a cheap identifier somewhere. One pass, no string but for runs of digits of the right length.
 */
export function scanSegment(bytes: Uint8Array, into: ScanCounts): void {
  const end = bytes.length
  let at = 0
  while (at < end) {
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
      } else if (byte >= 48 && byte <= 57) {
        const run = measureDigits(bytes, at)
        found |= judgeDigits(bytes, at, run)
        at = run.next
      } else if (byte === AT) {
        const next = passEmailDomain(bytes, at)
        if (next > at + 1 && at > start && isMailByte(bytes[at - 1] ?? 0)) found |= BIT.email
        at = Math.max(next, at + 1)
      } else {
        at++
      }
    }
    into.cells++
    if (at - start > (quoted ? 2 : 0)) into.filled++
    if (found !== 0) count(found, into)
    at++
  }
}

function count(found: number, into: ScanCounts): void {
  for (const identifier of IDENTIFIERS) if ((found & BIT[identifier]) !== 0) into.hits[identifier]++
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
  if (total < 8 || (!plus && total < 11)) return 0
  // Part of a decimal, of a longer code or of a name: no identifier of its own.
  if (before === DOT && isDigit(bytes[start - 2] ?? 0)) return 0
  if (after === DOT && isDigit(bytes[next + 1] ?? 0)) return 0
  if (isLetter(before) || before === UNDERSCORE) return 0
  if (shape === 17 && (after | 32) === 120)
    return isResidentId(`${read(bytes, start, next)}X`) ? BIT['national-id'] : 0
  if (isLetter(after)) return 0
  if (shape === 18 && isResidentId(read(bytes, start, next))) return BIT['national-id']
  if (MOBILE_SHAPES.has(shape)) {
    const local = read(bytes, start, next).slice(total - 11)
    const country = total - 11
    if (((country === 0 && !plus) || endsCountryCode(bytes, start, country)) && CHINESE_MOBILE.test(local))
      return BIT.mobile
  }
  if (plus && total <= 15) return BIT.phone
  if (!CARD_SHAPES.has(shape)) return 0
  const card = read(bytes, start, next)
  return CHINESE_CARD.test(card) && passesLuhn(card) ? BIT['bank-card'] : 0
}

/** 86 or 0086 before a mobile number. */
function endsCountryCode(bytes: Uint8Array, start: number, length: number): boolean {
  const code = String.fromCharCode(...bytes.subarray(start, start + length))
  return code === '86' || code === '0086'
}

/** The digits of a run without their separators. */
function read(bytes: Uint8Array, start: number, next: number): string {
  return String.fromCharCode(...bytes.subarray(start, next)).replace(/[ -]/g, '')
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
