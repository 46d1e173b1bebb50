/** What a cell says about a day. Years before 1900 and after 2099 are none. */
export interface DayReading {
  /** Absent in month-day forms. */
  readonly year?: number
  readonly clock: boolean
}

const YEAR_FIRST =
  /^((?:19|20)\d{2})(?:[-/. ]|[年년.] ?)(\d{1,2})(?!\d)(?:(?:[-/. ]|[月월.] ?)(\d{1,2})(?!\d)[日일.]?)?[月월.]?(.*)$/
const YEAR_LAST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ]((?:19|20)\d{2}|\d{2})(?!\d)(.*)$/
/** Month and year alone. */
const MONTH_YEAR = /^(?:0?[1-9]|1[0-2])[-/.]((?:19|20)\d{2})$/
const COMPACT = /^((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])((?:[01]\d|2[0-3])[0-5]\d[0-5]\d)?$/
const MONTH_DAY = /^(?:0?[1-9]|1[0-2])[-/月](?:0?[1-9]|[12]\d|3[01])日?$/
const NAMED =
  /^(?:\p{L}{3,9},? )?(?:\d{1,2}(?:\.? |[-/.]))?(?:de )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|juin|juil|okt|dez|ene|abr|ago|dic|gen|mag|giu|lug|set|ott)\p{L}{0,7}\.?(?:,? .{0,30}|[-/.])\d{2,4}/iu
const CLOCK =
  /^[T ]?\s*\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:\s?[ap]m)?(?:Z|[+-]\d{2}:?\d{2}|\s?UTC| GMT)?$/i
const MINGUO = /^(?:民国)?(\d{2,3})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/
/** Years of Japan's eras, by their names or their letters, and the year before each. */
const ERA =
  /^([RHSTM令平昭大明])(?:和|成|治|正)?\.? ?(\d{1,2}|元)[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)$/i
const ERAS: Readonly<Record<string, number>> = {
  R: 2018,
  令: 2018,
  H: 1988,
  平: 1988,
  S: 1925,
  昭: 1925,
  T: 1911,
  大: 1911,
  M: 1867,
  明: 1867,
}
const MILLISECONDS = /^(?:0?9\d{11}|1\d{12}|20\d{11})$/
const SECONDS = /^(?:9\d{8}|1\d{9}|20\d{8})$/

/** Years of the Persian and the Buddhist calendar, as their countries write them, in ours. */
const PERSIAN = /^(1[34]\d{2})[-/](\d{1,2})[-/](\d{1,2})$/
const BUDDHIST = /^(\d{1,2})[-/](\d{1,2})[-/](2[45]\d{2})$/

/** Reads a cell that is a date, perhaps with a clock time, in one of the forms that exports have. */
export function findDay(cell: string): DayReading | undefined {
  if (cell.length < 3 || cell.length > 48 || !/\d/.test(cell)) return undefined
  const first = YEAR_FIRST.exec(cell)
  if (first !== null) return valid(first[1], [first[2], first[3]], first[4])
  const compact = COMPACT.exec(cell)
  if (compact !== null) return { year: Number(compact[1]), clock: compact[4] !== undefined }
  const last = YEAR_LAST.exec(cell.replace(/(?<=\d{4})\.$/, ''))
  if (last !== null) return valid(century(last[3] ?? ''), [last[1], last[2]], last[4])
  if (MONTH_DAY.test(cell)) return { clock: false }
  const minguo = MINGUO.exec(cell)
  if (minguo !== null) return valid(String(Number(minguo[1]) + 1911), [minguo[2], minguo[3]], '')
  const month = MONTH_YEAR.exec(cell)
  if (month !== null) return { year: Number(month[1]), clock: false }
  const era = findEra(cell)
  if (era !== undefined) return valid(String(era.year), [String(era.month), era.day], '')
  const persian = PERSIAN.exec(cell)
  if (persian !== null) return valid(String(Number(persian[1]) + 621), [persian[2], persian[3]], '')
  const buddhist = BUDDHIST.exec(cell)
  if (buddhist !== null) return valid(String(Number(buddhist[3]) - 543), [buddhist[1], buddhist[2]], '')
  if (NAMED.test(cell)) return { clock: /\d:\d{2}/.test(cell) }
  return undefined
}

/** A day or a month of a Japanese era: H28.3.15, 令和7年5月. */
export function findEra(
  cell: string,
): { readonly year: number; readonly month: number; readonly day?: string } | undefined {
  const [, era = '', year, month, day] = ERA.exec(cell) ?? []
  const before = ERAS[era.toUpperCase()]
  if (before === undefined) return undefined
  const read = { year: before + (year === '元' ? 1 : Number(year)), month: Number(month) }
  return day === undefined ? read : { ...read, day }
}

/** Whether a timestamp lies between 2008 and 2030, as those of a business do; a number of an ID card need not. */
export function isRecentTimestamp(cell: string): boolean {
  return isTimestamp(cell) && /^1[2-8]/.test(cell)
}

/** Seconds or milliseconds since 1970, between 1998 and 2037. */
export function isTimestamp(cell: string): boolean {
  return MILLISECONDS.test(cell) || SECONDS.test(cell)
}

function century(year: string): string {
  return year.length === 4 ? year : `${Number(year) > 40 ? 19 : 20}${year}`
}

function valid(
  year: string | undefined,
  parts: readonly (string | undefined)[],
  rest = '',
): DayReading | undefined {
  const numbers = parts.filter((part) => part !== undefined).map(Number)
  if (numbers.some((number) => number > 31) || numbers.every((number) => number > 12)) return undefined
  const tail = rest.trim()
  if (
    tail !== '' &&
    !CLOCK.test(rest) &&
    !/^(?:上午|下午|\(?\p{L}{1,3}\)?)?\s*\d{0,2}:?\d{0,2}:?\d{0,2}$/u.test(tail)
  )
    return undefined
  return { year: Number(year), clock: tail !== '' }
}
