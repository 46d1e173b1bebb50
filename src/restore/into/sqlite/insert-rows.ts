import type { DatabaseSync } from 'node:sqlite'
import { InternalError } from '../../../errors.ts'
import type { LoadedSlice } from '../load-job.ts'
import { DOUBLED, NO_CELL } from '../place-cells.ts'
import type { PlannedTable } from '../plan-tables.ts'
import { quoteName } from './quote.ts'

/**
 * Inserts the rows of a table, each by one statement that was prepared for all.
 * @param isDecimal whether a column's cells are numbers that may have a fraction
 */
export function openInserting(
  connection: DatabaseSync,
  { table, columns }: PlannedTable,
  isDecimal: (column: number) => boolean,
): (slice: LoadedSlice) => void {
  const names = columns.map(({ column }) => quoteName(column)).join(', ')
  const places = columns.map(() => '?').join(', ')
  const statement = connection.prepare(`INSERT INTO main.${quoteName(table)} (${names}) VALUES (${places})`)
  const first = columns[0]?.deed === null ? 1 : 0
  const decimals = columns.map((_, column) => isDecimal(column))
  return ({ rows, rowsBefore, cells }) => {
    if (cells.length + first !== columns.length)
      throw new InternalError('a slice has other columns than its table')
    const texts = cells.map(({ bytes }) =>
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(),
    )
    const spans = cells.map((each) => each.spans)
    const values = new Array<string | number | null>(columns.length)
    for (let row = 0; row < rows; row++) {
      if (first > 0) values[0] = rowsBefore + row + 1
      for (let column = 0; column < texts.length; column++) {
        const own = spans[column]!
        const [start, end] = [own[2 * row]!, own[2 * row + 1]!]
        const text = start === NO_CELL ? null : cut(texts[column]!, start, end)
        values[column + first] = text !== null && decimals[column + first] ? asNumber(text) : text
      }
      statement.run(...values)
    }
  }
}

function cut(text: string, start: number, end: number): string {
  if (end < DOUBLED) return text.slice(start, end)
  return text.slice(start, end - DOUBLED).replaceAll('""', '"')
}

/** SQLite itself reads some fractions as the double beside the nearest one; integers it reads exactly. */
function asNumber(text: string): string | number {
  return text.includes('.') ? Number(text) : text
}
