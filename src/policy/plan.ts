import type { Change } from '../actions/index.ts'
import { COMPARTMENTS, type ColumnDecision, type ColumnType, TYPE_FACTS } from '../classify/index.ts'
import type { ErrorCode } from '../errors.ts'
import { EPOCH_BYTES, EPOCH_ROWS } from '../limits.ts'
import { say } from '../messages/index.ts'
import type { Column } from '../table.ts'
import { type Difference, type ExaminedTable, findDifferences } from './differences.ts'
import { driftFault } from './drift-faults.ts'
import { type Fault, throwFaults } from './faults.ts'
import { findRule } from './find-rule.ts'
import { type PlannedKey, planChange, planKeys } from './plan-change.ts'
import type { Action, ColumnPolicy, EpochPolicy, Policy } from './policy.ts'
import { type Addressee, resolveReaders, strictestCompartment } from './readers.ts'

export interface PlannedColumn {
  readonly index: number
  readonly name: string
  readonly type: ColumnType
  readonly compartment: string
  readonly action: Action
  /** What is done to its cells before they are sealed; null where they stay as they are. */
  readonly change: Change | null
  /** Its exact sum is to be sealed with it. */
  readonly total?: true | undefined
  /** `unreviewed`: nobody, so that it goes into the strictest compartment. */
  readonly decidedBy: 'policy' | 'classifier' | 'unreviewed'
}

interface PlannedTable {
  readonly name: string
  readonly columns: readonly PlannedColumn[]
}

interface PlannedCompartment {
  readonly name: string
  /** Fingerprints of the cards that may open it, in the order of --to. */
  readonly readers: readonly string[]
}

/** What sealing these exports under this policy will do, before anything is written. */
export interface Plan {
  readonly tables: readonly PlannedTable[]
  /** Those that hold at least one sealed column, in the order of docs/policy.md. */
  readonly compartments: readonly PlannedCompartment[]
  /** Keys of pseudonyms that these exports need. */
  readonly keys: readonly PlannedKey[]
  readonly epochs: EpochPolicy
  /** SHA-256 of the policy file, hex; null without a policy. */
  readonly policyDigest: string | null
  /** In what the exports are not as they were reviewed, as far as the policy lets it pass. */
  readonly drift: readonly Difference[]
}

/** Where nobody has said what a column holds. */
const UNKNOWN: ColumnType = 'free-text-pii'

interface PlanRequest {
  readonly tables: readonly (ExaminedTable & {
    /** Whether columns that nobody reviewed go into the strictest compartment, since the rows are read only once. */
    readonly strict?: boolean | undefined
  })[]
  readonly policy?: Policy
  /** The cards in --to. */
  readonly addressees: readonly Addressee[]
  /** Confirmed cards that a policy may name as readers besides; no compartment goes to them unnamed. */
  readonly trusted?: readonly Addressee[]
}

/**
 * Puts the classifier's decisions and the policy together. Without a policy every column is sealed and everybody
 * addressed reads every compartment.
 * @throws DatadeedError POLICY if the policy cannot be carried out, RULE if it refuses these exports; all faults at once.
 */
export function buildPlan(request: PlanRequest): Plan {
  const { policy, addressees } = request
  const problems = new Problems()
  if (addressees.length === 0) {
    problems.add('POLICY', { what: say().policy.noAddressee, hint: say().policy.noAddresseeHint })
  }
  const readers = resolveReaders(policy, {
    addressees,
    trusted: request.trusted ?? [],
    report: (fault) => problems.add('POLICY', fault),
  })
  const strictest = strictestCompartment(readers)
  const drift: Difference[] = []
  const tables = request.tables.map((table) => {
    const differences = policy === undefined ? [] : findDifferences(policy, table)
    for (const difference of differences) {
      // A column of another type is known once its rows have gone by; they cannot be sealed elsewhere any more.
      const { kind, outcome } = difference
      const late = table.strict && outcome === 'strict' && (kind === 'type' || kind === 'compartment')
      if (outcome !== 'refused' && !late) drift.push(difference)
      else if (policy !== undefined) problems.add('RULE', driftFault(difference, { policy, ...table }))
    }
    const report = (fault: Fault): void => problems.add('POLICY', fault)
    return { name: table.name, columns: planColumns(table, { policy, strictest, differences, report }) }
  })
  const sealed = tables.flatMap(({ columns }) => columns).filter(({ action }) => action !== 'drop')
  if (sealed.length === 0) problems.add('POLICY', { what: say().policy.allDropped })
  const used = new Set(sealed.map(({ compartment }) => compartment))
  const keys = planKeys(
    sealed.map(({ change }) => change),
    { policy, used, report: (fault) => problems.add('POLICY', fault) },
  )
  problems.throwAll(policy?.path)
  const compartments = orderCompartments(used).map((name) => ({
    name,
    readers: readers.get(name) ?? [],
  }))
  return {
    tables,
    compartments,
    keys,
    epochs: policy?.epochs ?? { rows: EPOCH_ROWS, bytes: EPOCH_BYTES },
    policyDigest: policy?.digest ?? null,
    drift: drift.filter(({ kind, outcome }) => kind === 'gone' || outcome !== 'noted'),
  }
}

function planColumns(
  { name, columns, decisions, strict: once }: PlanRequest['tables'][number],
  by: {
    readonly policy: Policy | undefined
    readonly strictest: string
    readonly differences: readonly Difference[]
    readonly report: (fault: Fault) => void
  },
): PlannedColumn[] {
  const { policy, strictest, differences } = by
  const decided = new Map(decisions.map((decision) => [decision.index, decision]))
  const strict = differences.filter(({ outcome }) => outcome === 'strict')
  const all = strict.some(({ kind }) => kind === 'table')
  const some = new Set(strict.map(({ index }) => index))
  return columns.map((column) => {
    const decision = decided.get(column.index)
    const rule = findRule(policy, name, column.name)
    if (all || some.has(column.index)) {
      return { ...planStrict(column, decision, strictest), ...(rule?.total && { total: true }) }
    }
    if (rule === undefined && once) return planStrict(column, decision, strictest)
    const planned =
      once && rule !== undefined
        ? planOnce(column, decision, { rule, strictest })
        : planColumn(column, decision, rule)
    // What is done to rows that go by only once cannot wait for what they hold.
    const type = once ? (rule?.type ?? UNKNOWN) : planned.type
    const place = { table: name, column: column.name, report: by.report }
    return { ...planned, change: planChange(rule, type, place) }
  })
}

/** What was decided of another content, or of none, does not hold: sealed as it is, for the fewest. */
function planStrict(
  { index, name }: Column,
  decision: ColumnDecision | undefined,
  compartment: string,
): PlannedColumn {
  const type = decision?.type ?? UNKNOWN
  return { index, name, type, compartment, action: 'seal', change: null, decidedBy: 'unreviewed' }
}

/** Rows that go by only once are sealed before they are judged: what they hold changes the type, never the place. */
function planOnce(
  column: Column,
  decision: ColumnDecision | undefined,
  { rule, strictest }: { readonly rule: ColumnPolicy; readonly strictest: string },
): Omit<PlannedColumn, 'change'> {
  const planned = planColumn(column, undefined, rule)
  if (rule.type !== undefined) return planned
  return { ...planned, type: decision?.type ?? UNKNOWN, compartment: rule.compartment ?? strictest }
}

export function planColumn(
  column: Column,
  decision: ColumnDecision | undefined,
  rule: ColumnPolicy | undefined,
): Omit<PlannedColumn, 'change'> {
  const type = rule?.type ?? decision?.type ?? UNKNOWN
  // A reviewer who corrects the type means the type's own compartment, not the one of the mistake.
  const byType =
    rule?.type !== undefined && rule.type !== decision?.type ? TYPE_FACTS[rule.type].compartment : undefined
  const compartment = rule?.compartment ?? byType ?? decision?.compartment ?? TYPE_FACTS[type].compartment
  return {
    index: column.index,
    name: column.name,
    type,
    compartment,
    action: rule?.action ?? 'seal',
    decidedBy: rule === undefined ? 'classifier' : 'policy',
    ...(rule?.total && { total: true }),
  }
}

/** The seven in their own order, then the seller's own by name. */
export function orderCompartments(compartments: Iterable<string>): string[] {
  const names = new Set(compartments)
  const standard = COMPARTMENTS.filter((name) => names.has(name))
  const own = [...names].filter((name) => !standard.some((known) => known === name)).sort()
  return [...standard, ...own]
}

/** Faults of both kinds, thrown as one error: a policy that cannot be carried out outweighs one that says no. */
class Problems {
  readonly #faults: Fault[] = []
  #code: ErrorCode = 'RULE'

  add(code: 'POLICY' | 'RULE', fault: Fault): void {
    if (code === 'POLICY') this.#code = code
    this.#faults.push(fault)
  }

  throwAll(path: string | undefined): void {
    throwFaults(path, this.#faults, this.#code)
  }
}
