import { AMOUNT_BANDS, type AmountBand, amountBand, amountBandNumber, FEW, type Interval } from './bands.ts'
import { breakDown } from './break-down.ts'
import { mergeYears, settleMonths } from './months.ts'
import type { DiligenceTable } from './preview-paper.ts'
import type { PreviewedColumn } from './previewed-table.ts'
import type { AmountTally, MonthTally, TableTally } from './tally.ts'

const NOTHING: MonthTally = { rows: 0, amounts: [] }
/** From here on a table is told by years: a longer list says no more. */
const MOST_MONTHS = 60

/** Rows and sums by month or year; undefined where there are too few to tell them apart. */
export function describePeriods(
  tally: TableTally,
  date: PreviewedColumn,
  { amounts, whole }: { readonly amounts: readonly PreviewedColumn[]; readonly whole: Interval },
): DiligenceTable['periods'] | undefined {
  const column = tally.columns[date.index]
  if (column === undefined) return undefined
  const { byMonth, unread } = settleMonths(tally, column)
  const months = spanOf(byMonth, nextMonth)
  const by = months.inside.length > MOST_MONTHS ? 'year' : 'month'
  const { inside, outside } = by === 'month' ? months : spanOf(mergeYears(byMonth), (key) => key + 1)
  const bands = breakDown([...inside.map(([, { rows }]) => rows), outside, unread], whole)
  if (bands === undefined || inside.length === 0) return undefined
  const list = inside.map(([key, month], at) => {
    const rows = bands[at] ?? 'withheld'
    return {
      period: periodName(key),
      rows,
      sums: amounts.map((_, place) =>
        typeof rows === 'string' ? 'withheld' : sumBand(month.amounts[place]),
      ),
    }
  })
  return {
    column: date.name,
    by,
    amounts: amounts.map(({ name }) => name),
    list,
    outside: bands[inside.length] ?? 'withheld',
    unread: bands[inside.length + 1] ?? 'withheld',
    totals: amounts.map((_, place) =>
      list.some(({ sums }) => sums[place] === 'withheld') ? 'withheld' : totalBand(inside, place),
    ),
  }
}

/**
 * How a column's amounts are spread over bands.
 * @param alone - whether no sums by month are told: beside these, the sum of all would tell those held back
 */
export function describeSpread(
  tally: TableTally,
  { index, name }: PreviewedColumn,
  { whole, alone }: { readonly whole: Interval; readonly alone: boolean },
): DiligenceTable['amounts'][number] | undefined {
  const column = tally.columns[index]
  if (column === undefined) return undefined
  const counts = Array.from({ length: AMOUNT_BANDS }, (_, band) => column.amounts.get(band) ?? 0)
  const first = counts.findIndex((count) => count >= FEW)
  const last = counts.findLastIndex((count) => count >= FEW)
  if (first < 0) return undefined
  const inside = counts.slice(first, last + 1)
  const outside = sum(counts) - sum(inside)
  const bands = breakDown([...inside, outside, column.unread], whole)
  if (bands === undefined) return undefined
  return {
    column: name,
    bands: inside.map((_, at) => ({ amount: amountBand(first + at), rows: bands[at] ?? 'withheld' })),
    outside: bands[inside.length] ?? 'withheld',
    unread: bands[inside.length + 1] ?? 'withheld',
    sum: alone ? sumBand(column.all) : null,
  }
}

/** How often the values of a column of few kinds occur, without naming one. */
export function describeKinds(
  tally: TableTally,
  { index, name }: PreviewedColumn,
  whole: Interval,
): DiligenceTable['kinds'][number] | undefined {
  const values = tally.columns[index]?.values
  if (values === undefined) return undefined
  const counts = [...values.values()].sort((first, second) => second - first)
  const frequent = counts.filter((count) => count >= FEW)
  const bands = breakDown([...frequent, sum(counts) - sum(frequent)], whole)
  if (bands === undefined || frequent.length === 0) return undefined
  return { column: name, values: bands.slice(0, -1), rare: bands.at(-1) ?? 'withheld' }
}

/**
 * The periods from the first to the last one of ten rows or more, without gaps, and how many rows lie outside: a lone row in
 * a far year shall not tell its date.
 */
function spanOf(
  periods: ReadonlyMap<number, MonthTally>,
  next: (key: number) => number,
): { readonly inside: readonly (readonly [number, MonthTally])[]; readonly outside: number } {
  const all = [...periods.values()].reduce((rows, period) => rows + period.rows, 0)
  const keys = [...periods].filter(([, { rows }]) => rows >= FEW).map(([key]) => key)
  const [first, last] = [keys.at(0), keys.at(-1)]
  if (first === undefined || last === undefined) return { inside: [], outside: all }
  const inside: [number, MonthTally][] = []
  for (let key = first; key <= last; key = next(key)) inside.push([key, periods.get(key) ?? NOTHING])
  return { inside, outside: all - sum(inside.map(([, { rows }]) => rows)) }
}

/**
 * A sum, unless it is that of fewer than ten amounts, or of one that makes up more than half of it: then the sum would tell
 * the amount.
 */
function sumBand(amount: AmountTally | undefined): AmountBand {
  if (amount === undefined || amount.rows < FEW) return 'withheld'
  const size = amount.sum < 0n ? -amount.sum : amount.sum
  return amount.largest * 2n > size ? 'withheld' : amountBand(amountBandNumber(amount.sum))
}

function totalBand(inside: readonly (readonly [number, MonthTally])[], place: number): AmountBand {
  const total = inside.reduce((whole, [, { amounts }]) => whole + (amounts[place]?.sum ?? 0n), 0n)
  return amountBand(amountBandNumber(total))
}

/** 2025 stays; 202503 is 2025-03. */
function periodName(key: number): string {
  const text = String(key)
  return key < 10_000 ? text : `${text.slice(0, 4)}-${text.slice(4)}`
}

function nextMonth(key: number): number {
  return key % 100 === 12 ? key + 89 : key + 1
}

function sum(counts: readonly number[]): number {
  return counts.reduce((whole, count) => whole + count, 0)
}
