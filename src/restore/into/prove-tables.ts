import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { compareRows } from '../compare/compare-rows.ts'
import { startCompareThreads } from '../compare/compare-threads.ts'
import { isEqual } from '../compare/comparison.ts'
import type { PlannedTable } from './plan-tables.ts'
import type { Reading } from './read-tables.ts'
import type { DatabaseTarget } from './target.ts'

/**
 * Reads back what was loaded, before it is anybody's, and compares it cell by cell with the deed, whose blocks pass all
 * their checks once more. Rows may stand in another order.
 * @throws DatadeedError DIFFERENT with every table that is not what was sealed
 */
export async function proveTables(
  target: DatabaseTarget,
  tables: readonly PlannedTable[],
  { deed, keys, signal, progress }: Omit<Reading, 'pool'>,
  workers?: number,
): Promise<void> {
  // Rows of an SQLite file are read one by one on this thread, and one more is enough for all else.
  await using threads = startCompareThreads(target.kind === 'sqlite' ? 1 : workers)
  const different: string[] = []
  for (const table of tables) {
    const { columns } = table
    const match = {
      table: table.number,
      target: target.readBack(table),
      columns: columns.flatMap(({ deed: own }, at) => (own === null ? [] : [{ deed: own, target: at }])),
      rowNumber: columns[0]?.deed === null ? 0 : undefined,
    }
    const found = await compareRows({
      ...{ deed, keys, match, threads, signal },
      progress: ({ rows, bytes }) =>
        progress?.({ step: 'prove', table: table.name, rows, totalRows: table.rows, bytes }),
    })
    if (isEqual(found, false)) continue
    const { missing, extra, different: cells } = found
    const named = found.columns.map(({ column }) => printable(column))
    different.push(
      say().into.tableDiffers({
        table: printable(table.table),
        missing,
        extra,
        different: cells,
        columns: named,
      }),
    )
  }
  if (different.length === 0) return
  throw new DatadeedError('DIFFERENT', say().into.notTheSame({ tables: different }), {
    hints: [say().into.hintNotTheSame],
  })
}
