/** Types that a cell's text can have without being another text when it is read back. One bit each. */
export const FITS = {
  /** `true` or `false` */
  word: 1,
  /** `t` or `f` */
  letter: 2,
  /** 32 bits */
  integer: 4,
  /** 64 bits */
  bigint: 8,
  /** As PostgreSQL keeps it: digit for digit, zeros at the end included. */
  numeric: 16,
  /** As a double of SQLite's that is written with these very digits, or an integer of 64 bits. */
  decimal: 32,
  date: 64,
  timestamp: 128,
} as const
export type Fit = keyof typeof FITS
export const FIT_NAMES = Object.keys(FITS) as readonly Fit[]

const [MINUS, DOT, ZERO, NINE, LETTER_F, LETTER_T] = [0x2d, 0x2e, 0x30, 0x39, 0x66, 0x74]
const [SPACE, COLON] = [0x20, 0x3a]
const MOST_INTEGER = 2 ** 31
const MOST_BIGINT = 2n ** 63n
/** https://www.postgresql.org/docs/current/datatype-numeric.html */
const [NUMERIC_DIGITS, NUMERIC_SCALE] = [131_072, 16_383]
/** Decimal digits with which every SQLite writes a double as it came, and zeros behind the point before an exponent. */
const [DOUBLE_DIGITS, DOUBLE_ZEROS] = [13, 3]

/** The bits of all types that the text from `start` to `end` has. */
export function fitsOf(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start)
  if (start >= end || first > LETTER_T) return 0
  if (first === LETTER_T || first === LETTER_F) return wordFits(text.slice(start, end))
  if (first !== MINUS && !isDigit(first)) return 0
  return isDateLike(text, start, end) ? dateFits(text, start, end) : numberFits(text, start, end)
}

function wordFits(word: string): number {
  if (word === 'true' || word === 'false') return FITS.word
  return word === 't' || word === 'f' ? FITS.letter : 0
}

function numberFits(text: string, start: number, end: number): number {
  const from = text.charCodeAt(start) === MINUS ? start + 1 : start
  const point = digitsEnd(text, from, end)
  const whole = point - from
  if (whole === 0 || (whole > 1 && text.charCodeAt(from) === ZERO)) return 0
  const negative = from > start
  const zero = text.charCodeAt(from) === ZERO
  if (point === end) return negative && zero ? 0 : integerFits(text.slice(start, end), whole)
  const scale = end - point - 1
  if (text.charCodeAt(point) !== DOT || scale === 0 || digitsEnd(text, point + 1, end) !== end) return 0
  let zeros = 0
  while (zeros < scale && text.charCodeAt(point + 1 + zeros) === ZERO) zeros += 1
  if (negative && zero && zeros === scale) return 0
  const numeric = whole <= NUMERIC_DIGITS && scale <= NUMERIC_SCALE ? FITS.numeric : 0
  const kept = zero ? zeros <= DOUBLE_ZEROS && scale <= DOUBLE_DIGITS : whole + scale <= DOUBLE_DIGITS
  return kept && text.charCodeAt(end - 1) !== ZERO ? numeric | FITS.decimal : numeric
}

function integerFits(digits: string, whole: number): number {
  const numeric = whole <= NUMERIC_DIGITS ? FITS.numeric : 0
  if (whole > 19) return numeric
  if (whole === 19) {
    const value = BigInt(digits)
    return value >= -MOST_BIGINT && value < MOST_BIGINT ? numeric | FITS.bigint | FITS.decimal : numeric
  }
  const value = Number(digits)
  const small = value >= -MOST_INTEGER && value < MOST_INTEGER ? FITS.integer : 0
  return numeric | FITS.bigint | FITS.decimal | small
}

function isDateLike(text: string, start: number, end: number): boolean {
  return end - start >= 10 && text.charCodeAt(start + 4) === MINUS && text.charCodeAt(start + 7) === MINUS
}

/** YYYY-MM-DD, and with a space behind it hh:mm:ss and up to six digits of a fraction, the last of them no zero. */
function dateFits(text: string, start: number, end: number): number {
  const year = readDigits(text, start, 4)
  const month = readDigits(text, start + 5, 2)
  const day = readDigits(text, start + 8, 2)
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month))) return 0
  if (end === start + 10) return FITS.date
  const time = start + 11
  if (end < time + 8 || text.charCodeAt(time - 1) !== SPACE) return 0
  if (text.charCodeAt(time + 2) !== COLON || text.charCodeAt(time + 5) !== COLON) return 0
  const [hours, minutes] = [readDigits(text, time, 2), readDigits(text, time + 3, 2)]
  if (!(hours < 24 && minutes < 60 && readDigits(text, time + 6, 2) < 60)) return 0
  const point = time + 8
  if (point === end) return FITS.timestamp
  const scale = end - point - 1
  const sound =
    text.charCodeAt(point) === DOT &&
    scale >= 1 &&
    scale <= 6 &&
    digitsEnd(text, point + 1, end) === end &&
    text.charCodeAt(end - 1) !== ZERO
  return sound ? FITS.timestamp : 0
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** NaN unless all of them are digits. */
function readDigits(text: string, at: number, count: number): number {
  let value = 0
  for (let place = at; place < at + count; place++) {
    const code = text.charCodeAt(place)
    value = isDigit(code) ? 10 * value + code - ZERO : Number.NaN
  }
  return value
}

function digitsEnd(text: string, from: number, end: number): number {
  let at = from
  while (at < end && isDigit(text.charCodeAt(at))) at += 1
  return at
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE
}
