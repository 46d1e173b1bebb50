/**
 * The policy room: the seller's reviewed decisions (`datadeed.yaml`) and what they make of the classifier's.
 * `parsePolicy` reads the file and reports all its faults at once; `buildPlan` is pure and says, before anything is
 * written, which column goes into which compartment and who can open it; `renderPolicy` writes a first policy.
 */
export { findSeconds } from './amount.ts'
export { isDecided } from './decided.ts'
export { type Difference, findDifferences, isReview } from './differences.ts'
export { editPolicy, type PolicyEdit } from './edit-policy.ts'
export type { DecidedColumn } from './encode-entry.ts'
export { findRule } from './find-rule.ts'
export { parsePolicy } from './parse-policy.ts'
export {
  buildPlan,
  orderCompartments,
  type Plan,
  type PlannedColumn,
} from './plan.ts'
export { actionsFor } from './plan-change.ts'
export { planTable } from './plan-table.ts'
export {
  type Action,
  type BackupPolicy,
  type ColumnPolicy,
  EVERY_TABLE,
  type Policy,
  type RetentionPolicy,
  UNREVIEWED,
  type Unreviewed,
} from './policy.ts'
export { findNamedReaders } from './readers.ts'
export { classifiedEntry, renderPolicy } from './render-policy.ts'
