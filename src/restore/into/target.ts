import type { TargetTable } from '../compare/target-table.ts'
import type { LoadedSlice, LoadForm } from './load-job.ts'
import type { NameRules } from './map-names.ts'
import type { PlannedTable } from './plan-tables.ts'

/** A table of the target while its rows come, in order. */
export interface TableLoad {
  write(slice: LoadedSlice): Promise<void>
  /** @param rows that were given; a target that counted others refuses */
  finish(rows: number): Promise<void>
}

/**
 * A database that a deed is restored into, in one transaction: disposing without `commit` leaves it as it was.
 * Nothing is written before `make`.
 */
export interface DatabaseTarget extends AsyncDisposable {
  readonly kind: 'sqlite' | 'postgres'
  readonly names: NameRules
  /** That a table of it can have. */
  readonly mostColumns: number
  /** How the threads give slices to `load`. */
  readonly form: LoadForm
  /** What this target calls a column's type. */
  typeOf(column: PlannedTable['columns'][number]): string
  /** @throws DatadeedError EXISTS with all tables that are in the way, and whatever else keeps it from taking them */
  look(tables: readonly PlannedTable[]): Promise<void>
  make(tables: readonly PlannedTable[]): Promise<void>
  load(table: PlannedTable): Promise<TableLoad>
  /** The rows that were loaded, and no others, as the target has them now. */
  readBack(table: PlannedTable): TargetTable
  commit(): Promise<{ readonly lasting: boolean }>
  /** Unfinished files beside the target, of runs that were killed or are still going. */
  readonly leftovers: readonly string[]
}
