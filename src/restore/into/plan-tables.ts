import { changedColumns, type ManifestTable, type VerifiedDeed } from '../../deed/index.ts'
import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { NamedCompartments } from '../choose-compartments.ts'
import { missingColumns, rowNumberName } from '../opened-columns.ts'
import { mapNames, type NameRules } from './map-names.ts'
import type { IntoTable } from './request.ts'
import type { ColumnType, StayedText } from './types/choose-type.ts'

export interface PlannedColumn {
  /** Position in the deed's table; null for the number of the row. */
  readonly deed: number | null
  /** In the deed. */
  readonly name: string
  /** In the target. */
  readonly column: string
  /** In a table that is made; what is there already keeps its own. */
  readonly type: ColumnType
  readonly stayedText: StayedText | null
  /** What was said of it when it was sealed; absent for the number of the row. */
  readonly described?: ManifestTable['columns'][number] | undefined
}

/** A table of which this key opens something, and what it is to be in the target. */
export interface PlannedTable {
  /** Position in the manifest. */
  readonly number: number
  readonly name: string
  /** In the target. */
  readonly table: string
  readonly rows: number
  readonly columns: readonly PlannedColumn[]
  readonly missing: IntoTable['missing']
  readonly changed: IntoTable['changed']
  readonly absentAsNull: boolean
}

/**
 * Says for every table what of it goes into the target, and under which names.
 * @throws DatadeedError LIMIT with all tables that have more columns than the target can take
 */
export function planTables(
  { manifest }: Pick<VerifiedDeed, 'manifest'>,
  chosen: NamedCompartments,
  target: { readonly names: NameRules; readonly mostColumns: number; readonly prefix?: string | undefined },
): PlannedTable[] {
  const opened = new Set(chosen.names)
  const tables = manifest.tables.flatMap((table, number) => {
    const columns = openedColumns(table, opened)
    return columns.length === 0 ? [] : [{ number, table, columns }]
  })
  const names = mapNames(
    tables.map(({ table }) => `${target.prefix ?? ''}${table.name}`),
    target.names,
  )
  const planned = tables.map(({ number, table, columns }, at): PlannedTable => {
    const missing = missingColumns(table, opened, new Set(chosen.leftOut))
    const numbered = missing.some(({ because }) => because !== 'dropped')
    const all = numbered ? [rowNumber(table), ...columns] : columns
    const mapped = mapNames(
      all.map(({ name }) => name),
      target.names,
    )
    return {
      number,
      name: table.name,
      table: names[at] ?? '',
      rows: table.rows,
      columns: all.map((column, index) => ({
        ...column,
        column: mapped[index] ?? '',
        type: column.deed === null ? 'integer' : 'text',
        stayedText: null,
      })),
      missing,
      changed: changedColumns(columns.map(({ described }) => described)),
      absentAsNull: table.source.kind === 'jsonl' || table.source.kind === 'json',
    }
  })
  assertColumns(planned, target.mostColumns)
  return planned
}

function openedColumns({ columns }: ManifestTable, opened: ReadonlySet<string>) {
  return columns.flatMap((described, deed) =>
    described.compartment !== null && opened.has(described.compartment)
      ? [{ deed, name: described.name, described }]
      : [],
  )
}

function rowNumber({ columns }: ManifestTable): Pick<PlannedColumn, 'deed' | 'name' | 'described'> {
  return { deed: null, name: rowNumberName(columns.map(({ name }) => name)) }
}

function assertColumns(tables: readonly PlannedTable[], most: number): void {
  const wide = tables.filter(({ columns }) => columns.length > most)
  if (wide.length === 0) return
  const told = { tables: wide.map(({ name }) => printable(name)), most }
  throw new DatadeedError('LIMIT', say().into.tooManyColumns(told), { hints: [say().into.hintColumns] })
}
