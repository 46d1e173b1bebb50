import { findDay, findEra, isTimestamp } from '../classify/dates.ts'

export interface ReadDate {
  readonly year: number
  /** 1 to 12; absent where the text does not tell it from the day. */
  readonly month?: number
}

const YEAR_ALONE = /^((?:19|20)\d{2})年?$/
const YEAR_AND_MONTH = /^((?:19|20)\d{2})(0[1-9]|1[0-2])$/
const YEAR_FIRST = /^(?:19|20)\d{2}(?:[-/. ]|[年년.] ?)?(\d{1,2})/
const MONTH_YEAR = /^(\d{1,2})[-/.](?:19|20)\d{2}$/
const MINGUO = /^(?:民国|民國)?\d{2,3}[-/.年](\d{1,2})[-/.月]\d{1,2}日?$/
const YEAR_LAST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ]\d{2,4}/
const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  ene: 1,
  gen: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  abr: 4,
  may: 5,
  mai: 5,
  mag: 5,
  jun: 6,
  juin: 6,
  giu: 6,
  jul: 7,
  juil: 7,
  lug: 7,
  aug: 8,
  ago: 8,
  sep: 9,
  set: 9,
  oct: 10,
  okt: 10,
  ott: 10,
  nov: 11,
  dec: 12,
  dez: 12,
  dic: 12,
}
const NAMED = new RegExp(`(?<!\\p{L})(${Object.keys(MONTHS).join('|')})\\p{L}{0,7}`, 'giu')

/** Year and month of a date in any spelling that the classifier knows; years of the Republic become those of all others. */
export function readDate(text: string): ReadDate | undefined {
  if (text.length > 64) return undefined
  const cell = text.normalize('NFKC').trim().replace('民國', '民国')
  const short = YEAR_ALONE.exec(cell) ?? YEAR_AND_MONTH.exec(cell)
  if (short !== null) return dated(Number(short[1]), numberOf(short[2]))
  if (isTimestamp(cell)) {
    const day = new Date(Number(cell) * (cell.length > 11 ? 1 : 1000))
    return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1 }
  }
  const day = findDay(cell)
  if (day === undefined) return undefined
  if (day.year !== undefined) return dated(day.year, monthOf(cell))
  const year = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(cell)
  return year === null ? undefined : dated(Number(year[1]), namedMonth(cell))
}

function monthOf(cell: string): number | undefined {
  const era = findEra(cell)
  if (era !== undefined) return era.month
  const first = YEAR_FIRST.exec(cell) ?? MONTH_YEAR.exec(cell) ?? MINGUO.exec(cell)
  if (first !== null) return numberOf(first[1])
  const [, one, two] = (YEAR_LAST.exec(cell) ?? []).map(Number)
  if (one === undefined || two === undefined) return undefined
  // 03/04 is the third of April or the fourth of March; 25/04 is only one of these.
  if (one > 12 || one === two) return two
  return two > 12 ? one : undefined
}

/** Nothing where two words could be months, as in "mardi 5 mai". */
function namedMonth(cell: string): number | undefined {
  const found = new Set(Array.from(cell.matchAll(NAMED), ([, word = '']) => MONTHS[word.toLowerCase()]))
  return found.size === 1 ? [...found][0] : undefined
}

function numberOf(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits)
}

function dated(year: number, month: number | undefined): ReadDate {
  return month === undefined || month < 1 || month > 12 ? { year } : { year, month }
}
