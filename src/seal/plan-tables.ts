import type { TotalTask } from '../deed/index.ts'
import { DatadeedError, InternalError } from '../errors.ts'
import type { TableSource } from '../ingest/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Plan, PlannedColumn } from '../policy/index.ts'
import { chooseTotals } from './control-totals.ts'
import type { NamedExport } from './open-exports.ts'
import type { CompartmentShare } from './slice-job.ts'

/** A table as the plan wants it sealed. Compartments are positions in the plan's list. */
export interface SealableTable {
  readonly number: number
  readonly name: string
  readonly source: TableSource
  readonly columns: readonly PlannedColumn[]
  /** One for each compartment that the table's sealed columns use, ascending. */
  readonly shares: readonly CompartmentShare[]
  /** Columns to sum up, ascending. */
  readonly totals: readonly TotalTask[]
}

/** Says for every table which columns go into which compartment, and which compartment carries its row layout. */
export function planTables(
  named: readonly NamedExport[],
  plan: Plan,
  controlTotals: readonly string[] = [],
): SealableTable[] {
  const chosen = chooseTotals(named, plan, controlTotals)
  const numbers = new Map(plan.compartments.map(({ name }, number) => [name, number]))
  return named.map(({ name, source }, number) => {
    const columns = plan.tables[number]?.columns
    if (columns === undefined) throw new InternalError('the plan lacks a table that it was made for')
    const sealed = columns.filter(({ action }) => action !== 'drop')
    const layout = sealed[0]?.compartment
    if (layout === undefined) throw allDropped(name)
    const used = [...numbers].filter(([compartment]) =>
      sealed.some((column) => column.compartment === compartment),
    )
    const shares = used.map(([compartmentName, compartment]) => ({
      compartment,
      columns: sealed.filter((column) => column.compartment === compartmentName).map(({ index }) => index),
      layout: compartmentName === layout,
    }))
    return { number, name, source, columns, shares, totals: chosen[number] ?? [] }
  })
}

function allDropped(table: string): DatadeedError {
  const hints = [say().seal.tableDroppedHint]
  return new DatadeedError('POLICY', say().seal.tableDropped({ table: printable(table) }), { hints })
}
