import { describeChange } from '../actions/index.ts'
import type { ColumnDecision, SampleCollector } from '../classify/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { buildPlan, findDifferences, isDecided, type Plan, type PlannedColumn } from '../policy/index.ts'
import { assertSealable } from './assert-sealable.ts'
import type { ClassifiedExport } from './classify-exports.ts'
import type { NamedExport } from './open-exports.ts'
import { planTables, type SealableTable } from './plan-tables.ts'
import type { MovedColumn, SealRequest } from './request.ts'

/** What is known of a table's columns before the plan; without decisions where the policy decides everything. */
export interface DecidedExport extends NamedExport {
  readonly decisions: readonly ColumnDecision[]
  /** Null where nothing had to be read to decide. */
  readonly rows: number | null
  readonly unfinished?: SampleCollector | undefined
}

export interface PlannedSealing {
  readonly plan: Plan
  readonly tables: readonly SealableTable[]
  readonly decided: readonly DecidedExport[]
}

type Classify = (named: readonly NamedExport[]) => Promise<readonly ClassifiedExport[]>

/**
 * The plan for these exports. `first` is asked about those that a policy does not decide alone; it may look at the first
 * rows only. Where these say that a column is another than reviewed, `whole` reads all rows before anybody is alarmed.
 * @throws DatadeedError POLICY, RULE, LIMIT, USAGE
 */
export async function planSealing(
  named: readonly NamedExport[],
  request: SealRequest,
  { first, whole }: { readonly first: Classify; readonly whole: Classify },
): Promise<PlannedSealing> {
  const policy = request.policy?.policy
  const undecided = named.filter(
    ({ name, source }) =>
      source.rereadable && (policy === undefined || !isDecided(policy, name, source.columns)),
  )
  const classified = undecided.length === 0 ? [] : await first(undecided)
  const doubtful = classified.filter((table) => table.unfinished !== undefined && hasChanged(table, request))
  const confirmed = doubtful.length === 0 ? [] : await whole(doubtful)
  const byName = new Map([...classified, ...confirmed].map((table) => [table.name, table]))
  const decided = await Promise.all(
    named.map(async (table) => byName.get(table.name) ?? (await undecidedYet(table))),
  )
  return planDecided(decided, request)
}

/** A table that a policy decides alone, or whose rows go by only once, so that they are judged while they are sealed. */
async function undecidedYet(table: NamedExport): Promise<DecidedExport> {
  const undecided = { ...table, decisions: [], rows: null }
  if (table.source.rereadable) return undecided
  const { SampleCollector } = await import('../classify/index.ts')
  return { ...undecided, unfinished: new SampleCollector(table.source.columns) }
}

/**
 * The plan anew, now that every row was read, and the columns that it puts elsewhere than the first one did. Without
 * such columns both seal alike, and the new one only knows more.
 * @param readings - by the table's number
 */
export async function planAgain(
  first: PlannedSealing,
  readings: ReadonlyMap<number, SampleCollector>,
  request: SealRequest,
): Promise<{ readonly planned: PlannedSealing; readonly moved: readonly MovedColumn[] }> {
  if (readings.size === 0) return { planned: first, moved: [] }
  const { classifyTable } = await import('../classify/index.ts')
  const judged = first.decided.map((table, number): DecidedExport => {
    const reading = readings.get(number)
    if (reading === undefined) return table
    const columns = reading.samples()
    const decisions = classifyTable({ name: table.name, columns }, { evidence: 'telling' })
    return { ...table, decisions, rows: reading.rows, unfinished: undefined }
  })
  const planned = planDecided(judged, request)
  return { planned, moved: findMoved(first.plan, planned.plan) }
}

/** Whether a column of it is of another type than reviewed. */
function hasChanged({ name, source, decisions }: ClassifiedExport, { policy }: SealRequest): boolean {
  if (policy === undefined) return false
  const differences = findDifferences(policy.policy, { name, columns: source.columns, decisions })
  return differences.some(
    ({ kind, outcome }) => (kind === 'type' || kind === 'compartment') && outcome !== 'noted',
  )
}

function planDecided(decided: readonly DecidedExport[], request: SealRequest): PlannedSealing {
  const { addressees, trusted } = request
  const policy = request.policy?.policy
  const planned = buildPlan({
    tables: decided.map(({ name, source, decisions }) => ({
      name,
      columns: source.columns,
      decisions,
      strict: !source.rereadable,
    })),
    ...(policy === undefined ? {} : { policy }),
    addressees,
    trusted,
  })
  const plan = withSeller(planned, request)
  assertSealable(plan, request)
  return { plan, tables: planTables(decided, plan, request.controlTotals), decided }
}

/** The plan in which the seller reads every compartment too, or alone. */
function withSeller(plan: Plan, { seller, access }: SealRequest): Plan {
  if (access?.seller === undefined) return plan
  const { fingerprint } = seller.card
  const compartments = plan.compartments.map(({ name, readers }) => ({
    name,
    readers: access.seller === 'holds' ? [fingerprint] : [...new Set([...readers, fingerprint])],
  }))
  return { ...plan, compartments }
}

function findMoved(first: Plan, second: Plan): MovedColumn[] {
  return second.tables.flatMap(({ name: table, columns }, number) =>
    columns.flatMap((now, index) => {
      const before = first.tables[number]?.columns[index] ?? now
      const [from, to] = [placeOf(before), placeOf(now)]
      return from === to && before.action === now.action ? [] : [{ table, column: now.name, from, to }]
    }),
  )
}

/** A compartment, with what is done to the cells on the way there: that may go by a column's type, and so move with it. */
function placeOf({ compartment, change }: PlannedColumn): string {
  return change === null ? compartment : `${compartment} (${describeChange(change)})`
}

/** Of tables that were not classified because their rows go by only once. */
export function readOnceNotes({ tables }: PlannedSealing): string[] {
  return tables.flatMap(({ name, source, columns }) => {
    const count = columns.filter(
      ({ decidedBy, action }) => decidedBy === 'unreviewed' && action === 'seal',
    ).length
    if (source.rereadable || count === 0) return []
    const [{ compartment } = { compartment: '' }] = columns.filter(
      ({ decidedBy }) => decidedBy === 'unreviewed',
    )
    return [say().seal.readOnce({ table: printable(name), columns: count, compartment })]
  })
}
