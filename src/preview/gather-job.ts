import { findMonth, isBlank, type MonthReading, normaliseCell } from '../classify/read-segments.ts'
import {
  type CsvDialect,
  cutSliceInPlace,
  eachCell,
  type SliceFault,
  SliceRefused,
} from '../ingest/cut-and-join.ts'
import type { Segment } from '../table.ts'
import { amountBandNumber } from './bands.ts'
import { readAmount } from './read-amount.ts'
import {
  AMBIGUOUS,
  type AmountTally,
  addAmount,
  addValue,
  type ColumnTally,
  type ColumnTask,
  createTally,
  type MonthKey,
  monthOf,
  type TableTally,
} from './tally.ts'

/** What is counted of a table. */
export interface TableTasks {
  /** By column of the export. */
  readonly tasks: readonly ColumnTask[]
  /** The amount columns that are summed up by month, in the order of `MonthTally.amounts`. */
  readonly summed: readonly number[]
}

export interface GatherSetup {
  readonly dialects: readonly CsvDialect[]
  readonly tables: readonly TableTasks[]
  /** Every invented value that may stand on the page: one is struck where a cell is a part of it. */
  readonly invented: readonly string[]
}

export interface GatherJob {
  readonly table: number
  readonly slice: number
  readonly offset: number
  readonly last: boolean
  readonly bytes: Uint8Array
}

export type GatherResult =
  | { readonly lineEnds: number; readonly tally: TableTally }
  | { readonly fault: SliceFault }

/** The key of rows without a date. */
const NO_MONTH = 0
/** Shorter cells, a sex or a yes, are parts of everything. */
const LEAST_PART = 2

/** The parts of the invented values, each with the numbers of those that hold it. */
type Parts = ReadonlyMap<string, readonly number[]>

/** Prepares a thread; the function counts one slice. Cells are looked at one by one: this is no hot path. */
export function prepareGathering(setup: GatherSetup): (job: GatherJob) => GatherResult {
  const parts = listParts(setup.invented)
  return (job) => {
    const dialect = setup.dialects[job.table] as CsvDialect
    try {
      const place = { number: job.slice, offset: job.offset, last: job.last }
      const { rows, lineEnds, segments } = cutSliceInPlace(job.bytes, dialect, place)
      const tally = tallySlice(rows, segments, setup.tables[job.table] as TableTasks, parts)
      return { lineEnds, tally }
    } catch (error) {
      if (error instanceof SliceRefused) return { fault: error.fault }
      throw error
    }
  }
}

function listParts(invented: readonly string[]): Parts {
  const parts = new Map<string, number[]>()
  for (const [number, value] of invented.entries()) {
    for (let from = 0; from < value.length; from++) {
      for (let to = from + LEAST_PART; to <= value.length; to++) {
        const part = value.slice(from, to)
        const numbers = parts.get(part)
        if (numbers === undefined) parts.set(part, [number])
        else if (numbers.at(-1) !== number) numbers.push(number)
      }
    }
  }
  return parts
}

function tallySlice(
  rows: number,
  segments: readonly Segment[],
  { tasks, summed }: TableTasks,
  parts: Parts,
): TableTally {
  const tally = createTally(tasks)
  tally.rows = rows
  const keys = new Array<MonthKey>(rows).fill(NO_MONTH)
  const cells = segments.filter(({ kind }) => kind === 'cells')
  const isDate = ({ column }: Segment): boolean => tasks[column] === 'dates'
  // Dates before amounts: a sum needs to know its row's month.
  for (const segment of [...cells.filter(isDate), ...cells.filter((other) => !isDate(other))]) {
    const column = tally.columns[segment.column]
    const task = tasks[segment.column]
    if (column === undefined || task === undefined) continue
    const place = summed.indexOf(segment.column)
    let row = -1
    for (const { text } of eachCell(segment)) {
      row++
      for (const number of parts.get(text) ?? []) tally.struck.add(number)
      const cell = normaliseCell(text)
      if (isBlank(cell)) continue
      column.filled++
      if (task === 'values') addValue(column, cell, 1)
      else if (task === 'dates') keys[row] = tallyDate(cell, tally, column, summed.length)
      else if (task === 'amounts') {
        tallyAmount(cell, column, tally.months.get(keys[row] ?? NO_MONTH)?.amounts[place])
      }
    }
  }
  return tally
}

function tallyDate(cell: string, tally: TableTally, column: ColumnTally, amounts: number): MonthKey {
  const month = findMonth(cell)
  if (month === undefined) {
    column.unread++
    return NO_MONTH
  }
  if ('order' in month) column.orders[month.order]++
  const key = keyOf(month)
  monthOf(tally, key, amounts).rows++
  return key
}

function keyOf(month: MonthReading): MonthKey {
  if ('month' in month) return month.year * 100 + month.month
  const [first, second] = month.either
  return AMBIGUOUS + month.year * 10_000 + first * 100 + second
}

/** @param month - that of the row, where the column is one of those that are summed up by month */
function tallyAmount(cell: string, column: ColumnTally, month: AmountTally | undefined): void {
  const sum = readAmount(cell)
  if (sum === undefined) {
    column.unread++
    return
  }
  const band = amountBandNumber(sum)
  column.amounts.set(band, (column.amounts.get(band) ?? 0) + 1)
  const amount = { rows: 1, sum, largest: sum < 0n ? -sum : sum }
  addAmount(column.all, amount)
  if (month !== undefined) addAmount(month, amount)
}
