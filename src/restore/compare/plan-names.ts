import type { VerifiedDeed } from '../../deed/index.ts'
import { isPostgres } from '../../postgres/index.ts'
import type { NamedCompartments } from '../choose-compartments.ts'
import { type PlannedTable, planTables } from '../into/plan-tables.ts'

/** What a restore into this database would call the tables and columns that the reader opens. */
export async function planNames(
  deed: Pick<VerifiedDeed, 'manifest'>,
  chosen: NamedCompartments,
  { operand, prefix }: { readonly operand: string; readonly prefix?: string | undefined },
): Promise<PlannedTable[]> {
  const { NAMES } = isPostgres(operand)
    ? await import('../into/postgres/open-postgres-target.ts')
    : await import('../into/sqlite/open-sqlite-target.ts')
  return planTables(deed, chosen, { names: NAMES, mostColumns: Number.POSITIVE_INFINITY, prefix })
}
