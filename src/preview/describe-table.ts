import { orderCompartments } from '../policy/index.ts'
import { FEW, type Interval, possibleRows, roundRows } from './bands.ts'
import { describeKinds, describePeriods, describeSpread } from './break-columns.ts'
import { type FillBand, fillBand, possibleFilled } from './fill.ts'
import { INVENTED_ROWS, type Inventions } from './invent.ts'
import { settleMonths } from './months.ts'
import type { DiligenceTable, TeaserTable } from './preview-paper.ts'
import type { PreviewedColumn, TalliedTable } from './previewed-table.ts'
import type { TableTally } from './tally.ts'

/** Digits of a table's number of rows that are told. */
const TEASER_DIGITS = 2
const DILIGENCE_DIGITS = 3

/** What a broker may publish: how much of what there is, and from when. */
export function describeTeaser({ columns, tally, date }: TalliedTable): TeaserTable {
  const counts = new Map<string, number>()
  for (const { compartment } of columns) counts.set(compartment, (counts.get(compartment) ?? 0) + 1)
  return {
    rows: roundRows(tally.rows, TEASER_DIGITS),
    columns: orderCompartments(counts.keys()).map((compartment) => ({
      compartment,
      columns: counts.get(compartment) ?? 0,
    })),
    years: date === undefined ? null : describeYears(tally, date.index),
  }
}

/** What a buyer may know who has signed that nothing of it is passed on. */
export function describeDiligence(table: TalliedTable, inventions: Inventions): DiligenceTable {
  const { name, columns, tally, date, amounts, kinds } = table
  const rows = roundRows(tally.rows, DILIGENCE_DIGITS)
  const possible = possibleRows(rows, DILIGENCE_DIGITS)
  const whole = (column: PreviewedColumn): Interval => possibleFilled(fillOf(tally, column.index), possible)
  const periods = (date && describePeriods(tally, date, { amounts, whole: whole(date) })) ?? null
  const alone = periods === null
  return {
    name,
    rows,
    columns: columns.map(({ index, name: header, type, compartment, distinct }) => {
      const filled = fillOf(tally, index)
      return {
        name: header,
        type,
        compartment,
        filled,
        distinct: filled === 'few' ? null : distinct,
        invented: Array.from({ length: INVENTED_ROWS }, (_, row) => inventions.cell(type, row)),
      }
    }),
    periods,
    amounts: amounts.flatMap(
      (column) => describeSpread(tally, column, { whole: whole(column), alone }) ?? [],
    ),
    kinds: kinds.flatMap((column) => describeKinds(tally, column, whole(column)) ?? []),
  }
}

function fillOf({ columns, rows }: TableTally, index: number): FillBand {
  return fillBand(columns[index]?.filled ?? 0, rows)
}

function describeYears(tally: TableTally, index: number): TeaserTable['years'] {
  const column = tally.columns[index]
  if (column === undefined) return null
  const rows = new Map<number, number>()
  for (const [key, month] of settleMonths(tally, column).byMonth) {
    const year = Math.floor(key / 100)
    rows.set(year, (rows.get(year) ?? 0) + month.rows)
  }
  const years = [...rows].filter(([, count]) => count >= FEW).map(([year]) => year)
  const [first, last] = [years.at(0), years.at(-1)]
  return first === undefined || last === undefined ? null : { from: String(first), to: String(last) }
}
