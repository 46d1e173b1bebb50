import type { Segment } from '../table.ts'
import { fieldEnd } from './fields.ts'
import { readExactAmount, readPlainAmount } from './read-amount.ts'

// FORMAT.md section 8.2.

/** The exact sum of a column's amounts, in units of which 10 to the power of `scale` make one, and what was summed. */
export interface Total {
  /** The most decimal places that an amount of the column has. */
  readonly scale: number
  readonly sum: bigint
  readonly amounts: number
  /** Cells without a character. */
  readonly empty: number
  /** Cells that are no amount; they are not in the sum. */
  readonly other: number
}

/** A column to sum up. `plain`: of kind number, where a dot can be nothing but the decimal mark. */
export interface TotalTask {
  readonly column: number
  readonly plain: boolean
}

export const NO_TOTAL: Total = { scale: 0, sum: 0n, amounts: 0, empty: 0, other: 0 }

export function addTotals(left: Total, right: Total): Total {
  const scale = Math.max(left.scale, right.scale)
  return {
    scale,
    sum: atScale(left, scale) + atScale(right, scale),
    amounts: left.amounts + right.amounts,
    empty: left.empty + right.empty,
    other: left.other + right.other,
  }
}

export function sameTotal(left: Total, right: Total): boolean {
  return (
    left.scale === right.scale &&
    left.sum === right.sum &&
    left.amounts === right.amounts &&
    left.empty === right.empty &&
    left.other === right.other
  )
}

/** As sameTotal, for cells that went through a database: it may write the same amount with other decimal places. */
export function sameAmounts(left: Total, right: Total): boolean {
  const scale = Math.max(left.scale, right.scale)
  return sameTotal(
    { ...left, scale, sum: atScale(left, scale) },
    { ...right, scale, sum: atScale(right, scale) },
  )
}

/** By how much `found` is above `stated`, as a decimal number: of a sum of one cell it tells no more than the fault. */
export function differenceOf(stated: Total, found: Total): string {
  const scale = Math.max(stated.scale, found.scale)
  return formatUnits(atScale(found, scale) - atScale(stated, scale), scale)
}

/** The totals of a slice, one for each task; its `cells` segments were asserted before. */
export function totalSegments(segments: readonly Segment[], tasks: readonly TotalTask[]): Total[] {
  return tasks.map(({ column, plain }) => {
    const segment = segments.find((each) => each.kind === 'cells' && each.column === column)
    return segment === undefined ? NO_TOTAL : totalCells(segment.bytes, plain)
  })
}

/** Sums that Number still holds exactly: a value below 10^15 can be added to one below this. */
const FLUSH = 4e15
const MOST_FAST_DIGITS = 15
/** A longer field is no amount, whatever it holds. */
const MOST_BYTES = 1024
const LF = 0x0a
const QUOTE = 0x22
const MINUS = 0x2d
const DOT = 0x2e
const ZERO = 0x30

function totalCells(bytes: Uint8Array, plain: boolean): Total {
  const sums = new Sums()
  const { length } = bytes
  let [empty, other] = [0, 0]
  for (let at = 0; at < length; ) {
    const end = bytes[at] === LF ? at : addFast(bytes, at, sums)
    if (end === at) {
      empty += 1
      at += 1
    } else if (end > at) at = end + 1
    else {
      const last = fieldEnd(bytes, at)
      const text = last - at > MOST_BYTES ? undefined : textOf(bytes, at, last)
      const amount = text && (plain ? readPlainAmount(text) : readExactAmount(text))
      if (amount === undefined) other += 1
      else if (amount === '') empty += 1
      else sums.add(amount)
      at = last + 1
    }
  }
  return { ...sums.total(), empty, other }
}

/**
 * Adds a field of at most 15 digits, with a sign and at most two decimal places; nearly all amounts are like that.
 * Returns where it ends, or -1 for any other.
 */
function addFast(bytes: Uint8Array, start: number, sums: Sums): number {
  let at = bytes[start] === MINUS ? start + 1 : start
  const first = at
  let value = 0
  let dot = -1
  for (; bytes[at] !== LF; at += 1) {
    const byte = bytes[at] as number
    if (byte === DOT && dot < 0 && at > first) {
      dot = at
      continue
    }
    const digit = byte - ZERO
    if (digit < 0 || digit > 9 || at - first > MOST_FAST_DIGITS) return -1
    value = value * 10 + digit
  }
  const decimals = dot < 0 ? 0 : at - dot - 1
  if (at === first || (dot >= 0 && decimals === 0) || decimals > 2) return -1
  if (at - first - (dot < 0 ? 0 : 1) > MOST_FAST_DIGITS) return -1
  sums.addNumber(first > start ? -value : value, decimals)
  return at
}

/** Sums by scale, in Number while they are small. */
class Sums {
  readonly #large = new Map<number, bigint>()
  readonly #small: number[] = [0, 0, 0]
  #scale = 0
  #amounts = 0

  addNumber(value: number, scale: number): void {
    const sum = (this.#small[scale] ?? 0) + value
    this.#small[scale] = sum
    if (sum > FLUSH || sum < -FLUSH) this.#flush(scale)
    this.#count(scale)
  }

  add({ value, scale }: { readonly value: bigint; readonly scale: number }): void {
    this.#large.set(scale, (this.#large.get(scale) ?? 0n) + value)
    this.#count(scale)
  }

  total(): Pick<Total, 'scale' | 'sum' | 'amounts'> {
    for (const scale of this.#small.keys()) this.#flush(scale)
    const scale = this.#scale
    const sum = [...this.#large].reduce((all, [own, part]) => all + part * 10n ** BigInt(scale - own), 0n)
    return { scale, sum, amounts: this.#amounts }
  }

  #count(scale: number): void {
    this.#amounts += 1
    if (scale > this.#scale) this.#scale = scale
  }

  #flush(scale: number): void {
    const value = this.#small[scale] ?? 0
    if (value === 0) return
    this.#large.set(scale, (this.#large.get(scale) ?? 0n) + BigInt(value))
    this.#small[scale] = 0
  }
}

/** A field's text as amounts are read from it: without quotes, full-width forms and what spreadsheets wrap numbers in. */
function textOf(bytes: Uint8Array, start: number, end: number): string {
  const field = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString()
  const text = bytes[start] === QUOTE ? field.slice(1, -1).replaceAll('""', '"') : field
  const folded = text
    .replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .trim()
  const bare = folded.startsWith('="') && folded.endsWith('"') ? folded.slice(2, -1) : folded
  return (bare.startsWith("'") ? bare.slice(1) : bare).trim()
}

function atScale({ sum, scale }: Total, wanted: number): bigint {
  return sum * 10n ** BigInt(wanted - scale)
}

/** `-12.30` */
function formatUnits(units: bigint, scale: number): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const sign = units < 0n ? '-' : ''
  return scale === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-scale)}`
}
