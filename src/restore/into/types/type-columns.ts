import { DatadeedError, InternalError } from '../../../errors.ts'
import { say } from '../../../messages/index.ts'
import { printable } from '../../../messages/printable.ts'
import type { PlannedColumn, PlannedTable } from '../plan-tables.ts'
import { chooseType, type TypeChoice } from './choose-type.ts'
import { FIT_NAMES, type Fit } from './fits.ts'
import type { ColumnScan } from './scan-column.ts'
import type { TableScans } from './scan-tables.ts'

/** A column of a table that is there already: what it takes of texts; nothing named means every text. */
export interface AcceptingColumn {
  /** As the target declares it. */
  readonly declared: string
  readonly accepts: readonly Fit[]
}

/** Whether what these columns take depends on cells. */
export function needsScan(columns: readonly AcceptingColumn[]): boolean {
  return columns.some(({ accepts }) => accepts.length > 0)
}

/** The tables with the types that all their cells have; tables that were not scanned stay as they are. */
export function inferTypes(
  tables: readonly PlannedTable[],
  scans: TableScans,
  choice: TypeChoice,
): PlannedTable[] {
  return tables.map((table) => {
    const scanned = scans.get(table)
    if (scanned === undefined) return table
    let next = 0
    const columns = table.columns.map((column) => {
      if (column.deed === null) return column
      const scan = scanOf(scanned, next++)
      // Bytes in hexadecimal may look like a number.
      return column.described?.kind === 'bytes' ? column : { ...column, ...chooseType(scan, choice) }
    })
    return { ...table, columns }
  })
}

/** Sentences for the columns of an existing table that cannot take some of these cells. */
export function findMisfits(
  { table, rows, columns }: PlannedTable,
  found: readonly AcceptingColumn[],
  scans: readonly ColumnScan[],
): string[] {
  let next = 0
  return columns.flatMap((column, at) => {
    const scan = column.deed === null ? undefined : scanOf(scans, next++)
    const { accepts = [], declared = '' } = found[at] ?? {}
    if (accepts.length === 0) return []
    const misfit = scan === undefined ? numberMisfit(rows, accepts) : leastMisfit(scan, accepts)
    if (misfit === undefined) return []
    return [say().into.cellsDoNotFit({ ...named(table, column), declared, ...misfit })]
  })
}

/** @throws DatadeedError VALUE */
export function refuseMisfits(path: string, faults: readonly string[]): void {
  if (faults.length === 0) return
  throw new DatadeedError('VALUE', say().into.doNotFit({ path: printable(path), faults }), {
    hints: [say().into.hintDoNotFit],
  })
}

function leastMisfit({ misfits }: ColumnScan, accepts: readonly Fit[]) {
  const found = accepts.map((fit) => misfits[FIT_NAMES.indexOf(fit)] ?? { cells: 0, firstRow: 0 })
  const least = found.reduce((one, other) => (other.cells < one.cells ? other : one))
  return least.cells === 0 ? undefined : { cells: least.cells, row: least.firstRow }
}

/** Numbers of rows are integers of 53 bits. */
function numberMisfit(rows: number, accepts: readonly Fit[]) {
  if (accepts.some((fit) => fit === 'bigint' || fit === 'numeric' || fit === 'decimal')) return undefined
  return accepts.includes('integer') && rows < 2 ** 31 ? undefined : { cells: rows, row: 1 }
}

function named(table: string, { column }: PlannedColumn): { table: string; column: string } {
  return { table: printable(table), column: printable(column) }
}

function scanOf(scans: readonly ColumnScan[], at: number): ColumnScan {
  const scan = scans[at]
  if (scan === undefined) throw new InternalError('a scan has other columns than its table')
  return scan
}
