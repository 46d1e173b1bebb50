import { DatadeedError } from '../../errors.ts'
import type { FileSystem } from '../../files/index.ts'
import type { Card, OpenedKey } from '../../identity/index.ts'
import { say } from '../../messages/index.ts'
import { compareDeed, restoreDeed, restoreInto } from '../../restore/index.ts'
import type { ThrowAway } from './throw-away.ts'

/** What a drill is at, for whoever watches it. */
export interface DrillProgress {
  readonly step: 'restore' | 'compare'
  readonly table: string
  readonly rows: number
  readonly totalRows: number
  readonly bytes: number
}

export interface DrilledDeed {
  readonly deed: string
  readonly from: Card
  readonly key: OpenedKey
  readonly workers?: number | undefined
  readonly signal?: AbortSignal | undefined
  readonly progress?: ((step: DrillProgress) => void) | undefined
  readonly files?: FileSystem | undefined
}

export interface DrillRestored {
  readonly deedId: string
  readonly tables: number
  readonly rows: number
  readonly cells: number
  readonly opened: readonly string[]
  readonly closed: readonly string[]
}

/**
 * The very restore of a hand-over. It is told of no memory: a target that is thrown away is no import, so that neither an
 * expired deed nor one that was imported before is refused, and none later for its sake.
 */
export async function restoreAway(drilled: DrilledDeed, target: ThrowAway): Promise<DrillRestored> {
  const { progress, ...request } = drilled
  const { kind, operand, schema } = target
  const step = 'restore' as const
  if (kind === 'folder') {
    const tell = progress && { progress: (at: Omit<DrillProgress, 'step'>) => progress({ ...at, step }) }
    const { tables, rows, ...report } = await restoreDeed({ ...request, ...tell, output: operand })
    const cells = tables.reduce((sum, table) => sum + table.rows * table.columns, 0)
    return { ...report, tables: tables.length, rows, cells }
  }
  const { tables, rows, ...report } = await restoreInto({
    ...request,
    ...{ into: operand, schema, existing: 'refuse' },
    progress: progress && ((at) => progress({ ...at, step })),
  })
  const cells = tables.reduce((sum, table) => sum + table.rows * countOwn(table.columns), 0)
  return { ...report, tables: tables.length, rows, cells }
}

/**
 * Reads the target as anybody's, and every cell of the deed once more.
 * @throws DatadeedError DIFFERENT
 */
export async function compareAway(
  drilled: DrilledDeed,
  target: ThrowAway,
  restored: DrillRestored,
): Promise<void> {
  const { progress, ...request } = drilled
  const report = await compareDeed({
    ...request,
    ...{ target: target.operand, schema: target.schema },
    progress: progress && ((at) => progress({ ...at, step: 'compare' })),
  })
  const all = report.rows === restored.rows && report.tables.length === restored.tables
  if (report.equal && all && report.deedId === restored.deedId) return
  throw new DatadeedError('DIFFERENT', say().drill.differs)
}

/** The number of a row is no cell of the deed. */
function countOwn(columns: readonly { readonly name: string | null }[]): number {
  return columns.filter(({ name }) => name !== null).length
}
