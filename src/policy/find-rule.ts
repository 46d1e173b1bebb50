import { type ColumnPolicy, EVERY_TABLE, type Policy } from './policy.ts'

/** What the policy says of a column: its own table's word before that for every table. */
export function findRule(
  policy: Policy | undefined,
  table: string,
  column: string,
): ColumnPolicy | undefined {
  return policy?.columns.get(table)?.get(column) ?? policy?.columns.get(EVERY_TABLE)?.get(column)
}
