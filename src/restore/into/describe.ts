import type { PlannedColumn, PlannedTable } from './plan-tables.ts'

/** What a database keeps beside a table of ours; for programs, in no language. */
export function describeTable({ name, table }: PlannedTable, deedId: string): string {
  return told({ deed: deedId, table: name === table ? undefined : name })
}

/** What a database keeps beside a column of ours: what it holds, and its name where the target has another. */
export function describeColumn({ name, column, described }: PlannedColumn): string {
  if (described === undefined) return told({ type: 'row-number' })
  const { type, compartment, how } = described
  return told({
    type,
    compartment: compartment ?? undefined,
    changed: how,
    name: name === column ? undefined : name,
  })
}

function told(facts: Readonly<Record<string, string | undefined>>): string {
  const words = Object.entries(facts).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${/^[\w-]+$/.test(value) ? value : JSON.stringify(value)}`],
  )
  return `datadeed ${words.join(' ')}`
}
