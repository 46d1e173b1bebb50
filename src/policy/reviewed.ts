import type { Column } from '../table.ts'
import { EVERY_TABLE, type Policy } from './policy.ts'

/** Whether the policy alone decides every column of a table, so that nothing has to be classified. */
export function isReviewed(policy: Policy, table: string, columns: readonly Column[]): boolean {
  return columns.every(({ name }) => {
    const rule = policy.columns.get(table)?.get(name) ?? policy.columns.get(EVERY_TABLE)?.get(name)
    return (
      rule !== undefined &&
      (rule.action === 'drop' || (rule.type !== undefined && rule.compartment !== undefined))
    )
  })
}
