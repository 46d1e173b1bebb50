import type { TargetTable } from '../compare/target-table.ts'
import type { LoadedSlice, LoadForm } from './load-job.ts'
import type { NameRules } from './map-names.ts'
import type { PlannedTable } from './plan-tables.ts'
import type { ColumnType, TypeChoice } from './types/choose-type.ts'
import type { AcceptingColumn } from './types/type-columns.ts'

/** A table of the target while its rows come, in order. */
export interface TableLoad {
  write(slice: LoadedSlice): Promise<void>
  /** @param rows that were given; a target that counted others refuses */
  finish(rows: number): Promise<void>
}

/** By the number of a table of ours; `columns` are those of a table that is to take more rows. */
export type FoundTables = ReadonlyMap<number, { readonly columns?: readonly AcceptingColumn[] }>

/**
 * A database that a deed is restored into, in one transaction: disposing without `commit` leaves it as it was.
 * Nothing is written before `make`.
 */
export interface DatabaseTarget extends AsyncDisposable {
  readonly kind: 'sqlite' | 'postgres'
  readonly names: NameRules
  /** That a table of it can have. */
  readonly mostColumns: number
  /** What tells this database from all others, for the ledger's memory. */
  readonly identity: string
  /** Whether it is made only now, so that nothing can have been imported into it. */
  readonly isNew: boolean
  /** How the threads give slices to `load`. */
  readonly form: LoadForm
  /** What a column can be here besides text. */
  readonly choice: TypeChoice
  /** What this target calls a type. */
  nameType(type: ColumnType): string
  /**
   * The columns, in our order, of the tables that are there already and are to take the rows.
   * @throws DatadeedError EXISTS with all tables that are in the way, or cannot take them whatever their cells are
   */
  look(tables: readonly PlannedTable[]): Promise<FoundTables>
  make(tables: readonly PlannedTable[]): Promise<void>
  load(table: PlannedTable): Promise<TableLoad>
  /** The rows that were loaded, and no others, as the target has them now. */
  readBack(table: PlannedTable): TargetTable
  commit(): Promise<{ readonly lasting: boolean }>
  /** Unfinished files beside the target, of runs that were killed or are still going. */
  readonly leftovers: readonly string[]
}
