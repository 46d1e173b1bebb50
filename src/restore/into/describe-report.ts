import { isChanged } from '../../deed/index.ts'
import type { PlannedTable } from './plan-tables.ts'
import type { IntoRequest, IntoTable } from './request.ts'
import type { DatabaseTarget, FoundTables } from './target.ts'

/** What the report tells of the tables. */
export function describeTables(
  tables: readonly PlannedTable[],
  {
    found,
    target,
    existing,
  }: {
    readonly found: FoundTables
    readonly target: DatabaseTarget
    readonly existing: IntoRequest['existing']
  },
): IntoTable[] {
  return tables.map(({ number, name, table, rows, changed, missing, absentAsNull, ...planned }) => {
    const own = found.get(number)
    const columns = planned.columns.map(
      ({ deed, name: called, column, type, stayedText, described }, at) => ({
        name: deed === null ? null : called,
        column,
        type: own?.columns?.[at]?.declared ?? target.nameType(type),
        semanticType: described?.type ?? null,
        compartment: described?.compartment ?? null,
        stayedText,
      }),
    )
    const done = own === undefined ? 'made' : existing === 'append' ? 'appended' : 'replaced'
    const bytesAsText = planned.columns.flatMap(({ column, described }) =>
      described?.kind === 'bytes' && !isChanged(described) ? [column] : [],
    )
    return { name, table, rows, done, columns, changed, missing, absentAsNull, bytesAsText }
  })
}
