import { AMBIGUOUS, addAmounts, type ColumnTally, type MonthTally, type TableTally } from './tally.ts'

/** The months of a date column, in order, and the cells whose month cannot be told. */
export interface Months {
  readonly byMonth: ReadonlyMap<number, MonthTally>
  readonly unread: number
}

/**
 * Puts dates such as 03/04/2025 into their month, by what the column's other dates show of its order: a 25/04 makes it
 * day-first, a 04/25 month-first. Where nothing shows it, or both, they are not read.
 */
export function settleMonths({ months }: TableTally, { orders, unread }: ColumnTally): Months {
  const dayFirst = orders['day-first'] > 0
  const told = dayFirst !== orders['month-first'] > 0
  const byMonth = new Map<number, MonthTally>()
  let lost = unread
  for (const [key, month] of months) {
    if (key < AMBIGUOUS) mergeMonth(byMonth, key, month)
    else if (told) mergeMonth(byMonth, settleKey(key - AMBIGUOUS, dayFirst), month)
    else lost += month.rows
  }
  const sorted = [...byMonth].sort(([first], [second]) => first - second)
  return { byMonth: new Map(sorted), unread: lost }
}

/** The same by year. */
export function mergeYears(byMonth: ReadonlyMap<number, MonthTally>): Map<number, MonthTally> {
  const byYear = new Map<number, MonthTally>()
  for (const [key, month] of byMonth) mergeMonth(byYear, Math.floor(key / 100), month)
  return byYear
}

function settleKey(pair: number, dayFirst: boolean): number {
  const year = Math.floor(pair / 10_000)
  return year * 100 + (dayFirst ? pair % 100 : Math.floor(pair / 100) % 100)
}

function mergeMonth(into: Map<number, MonthTally>, key: number, { rows, amounts }: MonthTally): void {
  const before = into.get(key)
  if (before === undefined) {
    into.set(key, { rows, amounts: amounts.map((amount) => ({ ...amount })) })
    return
  }
  before.rows += rows
  addAmounts(before, amounts)
}
