import type { ColumnDecision } from '../classify/index.ts'
import { isReviewed, type Policy } from '../policy/index.ts'
import { type ClassifyOptions, classifyNamedExports } from './classify-exports.ts'
import type { NamedExport } from './open-exports.ts'

/** What is known of a table's columns before the plan; without decisions where the policy decides everything. */
export interface DecidedExport extends NamedExport {
  readonly decisions: readonly ColumnDecision[]
  /** Null where nothing had to be read to decide. */
  readonly rows: number | null
}

/** Classifies the exports, but for those of which a reviewed policy names every column. */
export async function decideColumns(
  named: readonly NamedExport[],
  policy: Policy | undefined,
  options: ClassifyOptions,
): Promise<DecidedExport[]> {
  const unreviewed = named.filter(
    ({ name, source }) => policy === undefined || !isReviewed(policy, name, source.columns),
  )
  const classified = unreviewed.length === 0 ? [] : await classifyNamedExports(unreviewed, options)
  const byName = new Map(classified.map((table) => [table.name, table]))
  return named.map((table) => byName.get(table.name) ?? { ...table, decisions: [], rows: null })
}
