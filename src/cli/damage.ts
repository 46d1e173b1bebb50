import { DatadeedError } from '../errors.ts'
import type { ColumnRemark } from '../ingest/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { formatCount, renderRemarks } from '../report/index.ts'
import type { Session } from './session.ts'

/** A table whose source may have lost something before. */
interface RemarkedTable {
  readonly name: string
  readonly columns: readonly { readonly index: number; readonly name: string }[]
  readonly remarks: readonly ColumnRemark[]
}

/** A line for each damaged column. */
export function describeDamage(tables: readonly RemarkedTable[]): string[] {
  return tables.flatMap(({ name, columns, remarks }) => {
    const nameOf = (column: number): string => columns[column]?.name ?? ''
    return renderRemarks({ remarks: remarks.filter(({ damage }) => damage), excluded: [] }, nameOf).map(
      (line) => say().sources.damage({ table: printable(name), line: line.replace(/^! /, '') }),
    )
  })
}

/** Tells a person of damage before anything is sealed. @throws RULE where it is to be refused */
export function warnOfDamage(tables: readonly RemarkedTable[], session: Session, refuse: boolean): void {
  const lines = describeDamage(tables)
  for (const line of lines) session.warn(line)
  const failure = refuse ? findDamageFailure(tables) : undefined
  if (failure !== undefined) throw failure
  if (lines.length > 0) session.note(say().sources.hintDamage)
}

/** The refusal of damaged exports by --fail-on-damage. */
export function findDamageFailure(
  tables: readonly Pick<RemarkedTable, 'remarks'>[],
): DatadeedError | undefined {
  const damaged = tables.flatMap(({ remarks }) => remarks.filter(({ damage }) => damage))
  if (damaged.length === 0) return undefined
  const cells = formatCount(damaged.reduce((sum, remark) => sum + remark.cells, 0))
  return new DatadeedError('RULE', say().sources.damageRefused({ columns: damaged.length, cells }), {
    hints: [say().sources.hintDamageRefused],
  })
}
