import type { PlannedTable } from '../plan-tables.ts'
import { type Reading, readTables } from '../read-tables.ts'
import { type ColumnScan, joinScans, NOTHING_SCANNED } from './scan-column.ts'

/** What the cells of each column can be, by table and in its columns' order; the number of the row is left out. */
export type TableScans = ReadonlyMap<PlannedTable, readonly ColumnScan[]>

/** Reads all cells of these tables once, and writes nothing. */
export async function scanTables(tables: readonly PlannedTable[], reading: Reading): Promise<TableScans> {
  const scanned = new Map<PlannedTable, readonly ColumnScan[]>()
  await readTables(tables, reading, {
    form: 'scan',
    step: 'scan',
    open(table) {
      let scans: readonly ColumnScan[] = table.columns.flatMap(({ deed }) =>
        deed === null ? [] : [NOTHING_SCANNED],
      )
      return {
        take: (slice) => {
          scans = scans.map((scan, at) => joinScans(scan, slice.scans[at] ?? NOTHING_SCANNED))
        },
        end: () => {
          scanned.set(table, scans)
        },
      }
    },
  })
  return scanned
}
