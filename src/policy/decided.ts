import type { Column } from '../table.ts'
import { findRule } from './find-rule.ts'
import type { Policy } from './policy.ts'

/** Whether the policy alone decides every column of a table and compares no types, so that nothing is classified. */
export function isDecided(policy: Policy, table: string, columns: readonly Column[]): boolean {
  if (policy.drift === 'types') return false
  return columns.every(({ name }) => {
    const rule = findRule(policy, table, name)
    return (
      rule !== undefined &&
      (rule.action === 'drop' || (rule.type !== undefined && rule.compartment !== undefined))
    )
  })
}
