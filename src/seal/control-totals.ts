import { type ControlTotal, encodeControlTotals, type TotalTask, totalTask } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { CONTROL_TOTALS } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Plan } from '../policy/index.ts'
import type { NamedExport } from './open-exports.ts'
import type { SealableTable } from './plan-tables.ts'
import type { SealedTotal } from './request.ts'
import type { TableOutcome } from './seal-tables.ts'

/**
 * By table, the columns to sum up: those that the policy marks and those that were named as TABLE.COLUMN. Only what is
 * sealed as it is can be summed up: a total of other cells would be none of the export's.
 * @throws DatadeedError USAGE naming every word that means no such column, or several; LIMIT
 */
export function chooseTotals(
  named: readonly NamedExport[],
  plan: Plan,
  words: readonly string[],
): TotalTask[][] {
  const chosen = named.map((_, table) => {
    const columns = plan.tables[table]?.columns ?? []
    return new Set(columns.filter(({ total }) => total).map(({ index }) => index))
  })
  const faults: string[] = []
  for (const word of new Set(words)) {
    const meant = named.flatMap(({ name, source }, table) =>
      source.columns
        .filter((column) => word === `${name}.${column.name}`)
        .map(({ index }) => ({ table, index })),
    )
    const [first, second] = meant
    const shown = { word: printable(word) }
    if (first === undefined) faults.push(say().seal.noSuchTotal(shown))
    else if (second !== undefined) faults.push(say().seal.totalMeansTwo(shown))
    else if (plan.tables[first.table]?.columns[first.index]?.action !== 'seal')
      faults.push(say().seal.totalNotSealed(shown))
    else chosen[first.table]?.add(first.index)
  }
  if (faults.length > 0) {
    throw new DatadeedError('USAGE', faults.join('; '), { hints: [say().seal.totalsHint] })
  }
  const count = chosen.reduce((sum, { size }) => sum + size, 0)
  if (count > CONTROL_TOTALS) {
    throw new DatadeedError('LIMIT', say().seal.tooManyTotals({ got: count, most: CONTROL_TOTALS }))
  }
  return named.map(({ source }, table) =>
    [...(chosen[table] ?? [])]
      .sort((left, right) => left - right)
      .map((index) => totalTask(index, source.columns[index] ?? {})),
  )
}

/** What was summed up, by table and column. */
export function totalsOf(
  tables: readonly SealableTable[],
  outcomes: readonly TableOutcome[],
): (ControlTotal & { readonly compartment: string })[] {
  return tables.flatMap(({ number: table, totals, columns }) =>
    totals.flatMap(({ column }, at) => {
      const total = outcomes[table]?.totals[at]
      const compartment = columns[column]?.compartment ?? ''
      return total === undefined ? [] : [{ table, column, compartment, ...total }]
    }),
  )
}

/** The facts of each compartment with the control totals of its columns (FORMAT.md section 8.2). */
export function withTotals(
  facts: readonly string[],
  plan: Plan,
  totals: ReturnType<typeof totalsOf>,
): string[] {
  return plan.compartments.map(({ name }, number) => {
    const own = totals.filter(({ compartment }) => compartment === name)
    const text = facts[number] ?? '{}'
    if (own.length === 0) return text
    const begun = text === '{}' ? '{' : `${text.slice(0, -1)},`
    return `${begun}"controlTotals":${encodeControlTotals(own)}}`
  })
}

/** For whoever sealed: what was summed up, and how many cells that are no amount were left out. */
export function describeTotals(
  tables: readonly SealableTable[],
  outcomes: readonly TableOutcome[],
): SealedTotal[] {
  return totalsOf(tables, outcomes).map(({ table, column, compartment, amounts, empty, other }) => ({
    table: tables[table]?.name ?? '',
    column: tables[table]?.columns[column]?.name ?? '',
    compartment,
    amounts,
    empty,
    other,
  }))
}
