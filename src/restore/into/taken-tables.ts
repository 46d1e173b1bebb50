import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { NameRules } from './map-names.ts'
import type { PlannedTable } from './plan-tables.ts'
import type { Existing } from './request.ts'
import type { FoundTables } from './target.ts'
import type { AcceptingColumn } from './types/type-columns.ts'

/** What has the name of a table of ours already. */
export interface TakenTable {
  readonly name: string
  /** An ordinary table; no view, sequence, type, index. */
  readonly replaceable: boolean
  /** One that the rows of a restore can be told from others in. */
  readonly appendable: boolean
  readonly columns: readonly TakenColumn[]
}

interface TakenColumn {
  readonly name: string
  readonly declared: string
  /** Undefined where it takes none of our texts, whatever they are. */
  readonly accepts: AcceptingColumn['accepts'] | undefined
  /** Whether a row must bring a value for it. */
  readonly needed: boolean
}

/**
 * What of ours is there already, and may be.
 * @throws DatadeedError EXISTS with all tables that are in the way, or all that keeps them from taking our rows
 */
export function settleTaken(
  tables: readonly PlannedTable[],
  taken: readonly TakenTable[],
  {
    path,
    existing,
    names: { fold },
  }: { readonly path: string; readonly existing: Existing; readonly names: NameRules },
): FoundTables {
  const byName = new Map(taken.map((each) => [fold(each.name), each]))
  const found = tables.flatMap((table) => {
    const own = byName.get(fold(table.table))
    return own === undefined ? [] : [{ table, own }]
  })
  const { into } = say()
  const usable = { refuse: () => false, replace: isReplaceable, append: isAppendable }[existing]
  const inTheWay = taken.filter((each) => !usable(each))
  if (inTheWay.length > 0) {
    const told = { path: printable(path), tables: inTheWay.map(({ name }) => printable(name)) }
    const hint = existing === 'refuse' ? into.hintTablesExist : into.hintOtherNames
    throw new DatadeedError('EXISTS', into.tablesExist(told), { hints: [hint] })
  }
  if (existing !== 'append') return new Map(found.map(({ table }) => [table.number, {}]))
  const faults = found.flatMap(({ table, own }) => findFaults(table, own, fold))
  if (faults.length > 0) {
    throw new DatadeedError('EXISTS', into.cannotAppend({ path: printable(path), faults }), {
      hints: [into.hintCannotAppend],
    })
  }
  return new Map(
    found.map(({ table, own }) => {
      const columns = table.columns.map(({ column }): AcceptingColumn => {
        const { declared = '', accepts = [] } = findColumn(own, column, fold) ?? {}
        return { declared, accepts }
      })
      return [table.number, { columns }]
    }),
  )
}

function isReplaceable({ replaceable }: TakenTable): boolean {
  return replaceable
}

function isAppendable({ appendable }: TakenTable): boolean {
  return appendable
}

function findFaults({ table, columns }: PlannedTable, own: TakenTable, fold: NameRules['fold']): string[] {
  const { into } = say()
  const told = (column: string) => ({ table: printable(table), column: printable(column) })
  const ours = columns.flatMap(({ column }) => {
    const there = findColumn(own, column, fold)
    if (there === undefined) return [into.lacksColumn(told(column))]
    const declared = printable(there.declared)
    return there.accepts === undefined ? [into.takesNoText({ ...told(column), declared })] : []
  })
  const given = new Set(columns.map(({ column }) => fold(column)))
  const needed = own.columns.filter((column) => column.needed && !given.has(fold(column.name)))
  return [...ours, ...needed.map(({ name }) => into.needsColumn(told(name)))]
}

function findColumn({ columns }: TakenTable, name: string, fold: NameRules['fold']): TakenColumn | undefined {
  return columns.find((column) => fold(column.name) === fold(name))
}
