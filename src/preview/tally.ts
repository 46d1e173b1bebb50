import type { DayOrder } from '../classify/read-segments.ts'

/** What is counted in a column besides its filled cells. */
export type ColumnTask = 'fill' | 'values' | 'dates' | 'amounts'

/** What the rows of a month hold, before anybody knows which months may be told. */
export interface MonthTally {
  rows: number
  readonly amounts: AmountTally[]
}

/** The amounts of one column in one month. */
export interface AmountTally {
  /** With an amount that could be read. */
  rows: number
  sum: bigint
  /** The largest part of the sum that one row has, without its sign. */
  largest: bigint
}

/** Years and months as one number, 202503; what may be March or April as AMBIGUOUS + 20250304. */
export type MonthKey = number
export const AMBIGUOUS = 100_000_000

/** Counts of one column. All of it is plain data that crosses threads. */
export interface ColumnTally {
  filled: number
  /** Filled cells that are no date or no amount, or could be two. */
  unread: number
  /** How often each value occurs; undefined where there are too many to be kinds. */
  values: Map<string, number> | undefined
  /** By the number of their band, and all of them together. */
  readonly amounts: Map<number, number>
  readonly all: AmountTally
  readonly orders: Record<DayOrder, number>
}

/** Counts of one table, or of a slice of it. */
export interface TableTally {
  rows: number
  readonly columns: readonly ColumnTally[]
  /** Of the table's date column. */
  readonly months: Map<MonthKey, MonthTally>
  /** Numbers of the invented values of which a cell is a part. */
  readonly struck: Set<number>
}

/** More different values than this are no kinds. */
export const MOST_VALUES = 20

export function createTally(tasks: readonly ColumnTask[]): TableTally {
  return {
    rows: 0,
    columns: tasks.map((task) => ({
      filled: 0,
      unread: 0,
      values: task === 'values' ? new Map() : undefined,
      amounts: new Map(),
      all: noAmount(),
      orders: { 'day-first': 0, 'month-first': 0 },
    })),
    months: new Map(),
    struck: new Set(),
  }
}

/** Adds a later slice's counts to those before it. */
export function addTally(into: TableTally, more: TableTally): void {
  into.rows += more.rows
  for (const number of more.struck) into.struck.add(number)
  for (const [at, column] of into.columns.entries()) {
    const other = more.columns[at]
    if (other !== undefined) addColumn(column, other)
  }
  for (const [key, { rows, amounts }] of more.months) {
    const month = monthOf(into, key, amounts.length)
    month.rows += rows
    addAmounts(month, amounts)
  }
}

export function monthOf(tally: TableTally, key: MonthKey, amounts: number): MonthTally {
  const found = tally.months.get(key)
  if (found !== undefined) return found
  const fresh = { rows: 0, amounts: Array.from({ length: amounts }, noAmount) }
  tally.months.set(key, fresh)
  return fresh
}

/** Adds the amounts of another part of the same month. */
export function addAmounts({ amounts }: MonthTally, more: readonly AmountTally[]): void {
  for (const [at, amount] of more.entries()) {
    const into = amounts[at]
    if (into !== undefined) addAmount(into, amount)
  }
}

export function addAmount(into: AmountTally, { rows, sum, largest }: AmountTally): void {
  into.rows += rows
  into.sum += sum
  if (largest > into.largest) into.largest = largest
}

export function noAmount(): AmountTally {
  return { rows: 0, sum: 0n, largest: 0n }
}

export function addValue(column: ColumnTally, value: string, count: number): void {
  if (column.values === undefined) return
  column.values.set(value, (column.values.get(value) ?? 0) + count)
  if (column.values.size > MOST_VALUES) column.values = undefined
}

function addColumn(into: ColumnTally, more: ColumnTally): void {
  into.filled += more.filled
  into.unread += more.unread
  addAmount(into.all, more.all)
  into.orders['day-first'] += more.orders['day-first']
  into.orders['month-first'] += more.orders['month-first']
  for (const [band, count] of more.amounts) into.amounts.set(band, (into.amounts.get(band) ?? 0) + count)
  if (more.values === undefined) into.values = undefined
  else for (const [value, count] of more.values) addValue(into, value, count)
}
