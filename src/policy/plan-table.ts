import { type ExaminedTable, findDifferences } from './differences.ts'
import { driftFault } from './drift-faults.ts'
import { throwFaults } from './faults.ts'
import { findRule } from './find-rule.ts'
import { type PlannedColumn, planColumn } from './plan.ts'
import type { Policy } from './policy.ts'

/**
 * What becomes of one table's columns, for those who seal nothing: no readers are looked up. With no strictest compartment
 * to put it in, what nobody has reviewed is refused where sealing would be strict about it.
 * @throws DatadeedError RULE with all the differences
 */
export function planTable(
  table: ExaminedTable,
  policy: Policy | undefined,
): readonly Omit<PlannedColumn, 'change'>[] {
  if (policy !== undefined) {
    const refused = findDifferences(policy, table).filter(
      ({ outcome }) => outcome === 'refused' || outcome === 'strict',
    )
    const faults = refused.map((difference) => driftFault(difference, { policy, columns: table.columns }))
    throwFaults(policy.path, faults, 'RULE')
  }
  const decided = new Map(table.decisions.map((decision) => [decision.index, decision]))
  return table.columns.map((column) =>
    planColumn(column, decided.get(column.index), findRule(policy, table.name, column.name)),
  )
}
