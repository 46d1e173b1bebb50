/**
 * The buyer's way: a verified deed, through its blocks and slices, into files or a database. It takes nothing but a
 * VerifiedDeed, writes 0600 `.partial` files only, and gives them their names when every check of every block has passed;
 * in a database all is one transaction, which is committed when what it would leave was compared with the deed.
 */

export { compareDeed } from './compare/compare-deed.ts'
export { type CompareRowsRequest, compareRows } from './compare/compare-rows.ts'
export { type CompareThreads, startCompareThreads } from './compare/compare-threads.ts'
export { isEqual, type RowsComparison } from './compare/comparison.ts'
export type {
  ComparedTable,
  CompareNote,
  CompareProgress,
  CompareReport,
  CompareRequest,
  MaskedCell,
} from './compare/report.ts'
export type { TableMatch, TargetTable } from './compare/target-table.ts'
export { startLoadThreads } from './into/load-threads.ts'
export { assertTarget } from './into/open-target.ts'
export type { IntoProgress, IntoReport, IntoRequest } from './into/request.ts'
export { restoreInto } from './into/restore-into.ts'
export type { RestoredTable, RestoreProgress, RestoreReport, RestoreRequest } from './request.ts'
export { restoreDeed } from './restore-deed.ts'
export { startRestoreThreads } from './restore-threads.ts'
export { type SumTargetRequest, sumTarget } from './sum-target.ts'
