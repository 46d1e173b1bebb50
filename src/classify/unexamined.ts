import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Examined } from './column.ts'

/**
 * Cells of a column that were not examined as far as its decision needs: longer than is read, undecodable, or outside
 * the sample in a text that is left open. All other cells outside the sample were searched for what would move them.
 */
export function countUnexamined({ inPart, undecodable, unseen }: Examined): number {
  return inPart + undecodable + unseen
}

/** A column with cells that were not examined. */
export interface UnexaminedColumn {
  readonly table: string
  readonly header: string
  readonly unexamined: number
}

/** Columns named in the refusal; the rest are counted. */
const NAMED = 12

/** The refusal of `--fail-on-unexamined`, where there is something to refuse. */
export function refuseUnexamined(columns: readonly UnexaminedColumn[]): DatadeedError | undefined {
  const affected = columns.filter(({ unexamined }) => unexamined > 0)
  if (affected.length === 0) return undefined
  const cells = affected.reduce((sum, { unexamined }) => sum + unexamined, 0)
  const names = affected.map(
    ({ table, header, unexamined }) => `${printable(table)}.${printable(header, 40)} (${unexamined})`,
  )
  const list = [...names.slice(0, NAMED), ...(names.length > NAMED ? ['…'] : [])].join(', ')
  return new DatadeedError(
    'RULE',
    say().classify.columnsUnexamined({ cells: String(cells), columns: list }),
    {
      hints: [say().classify.hintUnexamined],
    },
  )
}
