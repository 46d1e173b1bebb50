import type { PlannedTable } from './plan-tables.ts'
import type { Reading } from './read-tables.ts'
import type { IntoRequest } from './request.ts'
import type { DatabaseTarget, FoundTables } from './target.ts'
import { scanTables } from './types/scan-tables.ts'
import { findMisfits, inferTypes, needsScan, refuseMisfits } from './types/type-columns.ts'

/**
 * The tables with the types of their columns. Where these depend on cells, all cells are read once before anything is
 * written.
 * @throws DatadeedError VALUE with all columns of existing tables that cannot take their cells
 */
export async function settleTypes(
  tables: readonly PlannedTable[],
  {
    found,
    target,
    reading,
    request: { types, existing, into },
  }: {
    readonly found: FoundTables
    readonly target: DatabaseTarget
    readonly reading: Reading
    readonly request: IntoRequest
  },
): Promise<readonly PlannedTable[]> {
  const columnsOf = ({ number }: PlannedTable) =>
    existing === 'append' ? found.get(number)?.columns : undefined
  const infers = (table: PlannedTable): boolean => types === 'inferred' && columnsOf(table) === undefined
  const looked = tables.filter((table) => infers(table) || needsScan(columnsOf(table) ?? []))
  if (looked.length === 0) return tables
  const scans = await scanTables(looked, reading)
  const faults = tables.flatMap((table) => {
    const [columns, scanned] = [columnsOf(table), scans.get(table)]
    return columns === undefined || scanned === undefined ? [] : findMisfits(table, columns, scanned)
  })
  refuseMisfits(into, faults)
  const inferred = new Map([...scans].filter(([table]) => infers(table)))
  return inferTypes(tables, inferred, target.choice)
}
