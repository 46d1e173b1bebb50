import { findDay } from '../dates.ts'
import type { ColumnView } from '../view.ts'
import type { Detector } from './detector.ts'

/** The years of people: from great-grandparents to the newly born, spread over a generation at least. */
const FIRST_YEAR = 1920
const SPREAD = 25
const OLD = 2006

/** Days without a clock time, of many years, half of them before 2006. */
export const birthDate: Detector = {
  name: 'birth-date',
  type: 'birth-date',
  by: 'shape',
  strength: 0.91,
  least: 0.7,
  matches: (cell) => {
    const day = findDay(cell)
    return day !== undefined && !day.clock
  },
  suits: (view) => {
    const years = readYears(view)
    const early = years.at(Math.floor(years.length * 0.05)) ?? 0
    const late = years.at(Math.floor(years.length * 0.95)) ?? 0
    const middle = years.at(Math.floor(years.length / 2)) ?? 0
    return years.length >= 10 && early >= FIRST_YEAR && late - early >= SPREAD && middle < OLD
  },
}

/** Half of these days lie so far back that a business hardly has records of them. */
export function areLongAgo(view: ColumnView): boolean {
  const years = readYears(view)
  const middle = years.at(Math.floor(years.length / 2)) ?? OLD
  return years.length >= 10 && middle < OLD && (years[0] ?? 0) >= FIRST_YEAR
}

function readYears({ filled }: ColumnView): number[] {
  return filled.flatMap((cell) => findDay(cell)?.year ?? []).sort((a, b) => a - b)
}
