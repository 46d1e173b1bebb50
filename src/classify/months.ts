import { findDay, findEra, isTimestamp } from './dates.ts'

/**
 * The month that a date cell lies in. Where day and month cannot be told apart (`03/04/2025`), both numbers in their order,
 * for somebody who knows the rest of the column.
 */
export type MonthReading =
  | { readonly year: number; readonly month: number; readonly order?: DayOrder }
  | { readonly year: number; readonly either: readonly [first: number, second: number] }

/** What a cell shows of the order in which its column writes days and months. */
export type DayOrder = 'day-first' | 'month-first'

const YEAR_FIRST = /^(?:19|20)\d{2}(?:[-/. ]|[年년.] ?)(\d{1,2})/
const MONTH_YEAR = /^(\d{1,2})[-/.](?:19|20)\d{2}$/
const COMPACT = /^\d{4}(\d{2})\d{2}(?:\d{6})?$/
const YEAR_LAST = /^(\d{1,2})([-/. ])(\d{1,2})[-/. ](?:(?:19|20)\d{2}|\d{2})(?!\d)/
const MINGUO = /^(?:民国)?(\d{2,3})[-/.年](\d{1,2})[-/.月]\d{1,2}日?$/
const NAMED_YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/
const WORD = /\p{L}{3,}/gu

/** First letters of the months' names in the languages that dates.ts reads. */
const MONTH_WORDS: readonly string[][] = [
  ['jan', 'ene', 'gen'],
  ['feb'],
  ['mar'],
  ['apr', 'abr'],
  ['may', 'mai', 'mag'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott'],
  ['nov'],
  ['dec', 'dez', 'dic'],
]

/**
 * Reads the month of a cell in one of the forms of dates.ts; timestamps in UTC. Undefined for what is no date, and for dates
 * that do not say their year.
 */
export function findMonth(cell: string): MonthReading | undefined {
  if (isTimestamp(cell)) return ofTimestamp(cell)
  const day = findDay(cell)
  if (day === undefined) return undefined
  if (day.year === undefined) return ofNamed(cell)
  const { year } = day
  const era = findEra(cell)
  if (era !== undefined) return valid(year, era.month)
  const number = YEAR_FIRST.exec(cell)?.[1] ?? MONTH_YEAR.exec(cell)?.[1] ?? COMPACT.exec(cell)?.[1]
  if (number !== undefined) return valid(year, Number(number))
  const last = YEAR_LAST.exec(cell)
  if (last !== null) return ofPair(year, Number(last[1]), Number(last[3]), last[2])
  const minguo = MINGUO.exec(cell)
  return minguo === null ? undefined : valid(year, Number(minguo[2]))
}

function ofTimestamp(cell: string): MonthReading {
  const number = Number(cell)
  const date = new Date(number > 99_999_999_999 ? number : number * 1000)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 }
}

function ofPair(year: number, first: number, second: number, sign = ''): MonthReading | undefined {
  if (first > 12) return valid(year, second, 'day-first')
  if (second > 12) return valid(year, first, 'month-first')
  // 31.12.2025: wherever days are written with dots, they come first.
  if (sign === '.' || first === second) return valid(year, second)
  return first < 1 || second < 1 ? undefined : { year, either: [first, second] }
}

function ofNamed(cell: string): MonthReading | undefined {
  const year = NAMED_YEAR.exec(cell)?.[0]
  if (year === undefined) return undefined
  for (const [word] of cell.toLowerCase().matchAll(WORD)) {
    const month = MONTH_WORDS.findIndex((starts) => starts.some((start) => word.startsWith(start)))
    if (month >= 0) return { year: Number(year), month: month + 1 }
  }
  return undefined
}

function valid(year: number, month: number, order?: DayOrder): MonthReading | undefined {
  if (month < 1 || month > 12) return undefined
  return order === undefined ? { year, month } : { year, month, order }
}
