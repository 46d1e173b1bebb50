import type { SliceBlocks } from '../deed/index.ts'
import type { RestoreJob } from './restore-job.ts'

/** The jobs of a table's slices, each with the rows that stand before it. */
export function* numberRows(
  table: number,
  totalRows: number,
  slices: Iterable<SliceBlocks>,
): Generator<RestoreJob> {
  let rowsBefore = 0
  for (const { slice, rows, blocks } of slices) {
    yield { table, slice, rows, rowsBefore, last: rowsBefore + rows === totalRows, blocks }
    rowsBefore += rows
  }
}
