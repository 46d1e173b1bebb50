import { COMPARTMENTS, type ColumnDecision, type ColumnType, TYPE_FACTS } from '../classify/index.ts'
import type { ErrorCode } from '../errors.ts'
import { EPOCH_BYTES, EPOCH_ROWS } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Column } from '../table.ts'
import { type Fault, throwFaults } from './faults.ts'
import { findNearest } from './nearest.ts'
import { type Action, type ColumnPolicy, type EpochPolicy, EVERY_TABLE, type Policy } from './policy.ts'
import { type Addressee, resolveReaders, strictestCompartment } from './readers.ts'

export interface PlannedColumn {
  readonly index: number
  readonly name: string
  readonly type: ColumnType
  readonly compartment: string
  readonly action: Action
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
  readonly epochs: EpochPolicy
  /** SHA-256 of the policy file, hex; null without a policy. */
  readonly policyDigest: string | null
}

interface PlanRequest {
  readonly tables: readonly {
    readonly name: string
    readonly columns: readonly Column[]
    readonly decisions: readonly ColumnDecision[]
    /** Whether columns that nobody reviewed go into the strictest compartment, since the rows are read only once. */
    readonly strict?: boolean | undefined
  }[]
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
  const tables = request.tables.map(({ name, columns, decisions, strict = false }) => {
    for (const problem of missingColumns(name, columns, policy)) problems.add('RULE', problem)
    const byIndex = new Map(decisions.map((decision) => [decision.index, decision]))
    const planned = columns.map((column): PlannedColumn => {
      const rule = findRule(policy, name, column.name)
      if (rule === undefined && policy?.unreviewed === 'refuse') {
        problems.add('RULE', {
          what: say().policy.unreviewed({ table: printable(name), column: printable(column.name) }),
          hint: say().policy.unreviewedHint({ path: printable(policy.path) }),
        })
      }
      const unreviewedCompartment =
        rule === undefined && (strict || policy?.unreviewed === 'seal-strict') ? strictest : undefined
      return planColumn(column, { decision: byIndex.get(column.index), rule, unreviewedCompartment })
    })
    return { name, columns: planned }
  })
  const sealed = tables.flatMap(({ columns }) => columns).filter(({ action }) => action === 'seal')
  if (sealed.length === 0) problems.add('POLICY', { what: say().policy.allDropped })
  problems.throwAll(policy?.path)
  const used = new Set(sealed.map(({ compartment }) => compartment))
  const compartments = orderCompartments(used).map((name) => ({
    name,
    readers: readers.get(name) ?? [],
  }))
  return {
    tables,
    compartments,
    epochs: policy?.epochs ?? { rows: EPOCH_ROWS, bytes: EPOCH_BYTES },
    policyDigest: policy?.digest ?? null,
  }
}

function planColumn(
  column: Column,
  from: {
    readonly decision: ColumnDecision | undefined
    readonly rule: ColumnPolicy | undefined
    readonly unreviewedCompartment: string | undefined
  },
): PlannedColumn {
  const { decision, rule, unreviewedCompartment } = from
  const type = rule?.type ?? decision?.type ?? 'free-text-pii'
  // A reviewer who corrects the type means the type's own compartment, not the one of the mistake.
  const byType =
    rule?.type !== undefined && rule.type !== decision?.type ? TYPE_FACTS[rule.type].compartment : undefined
  const compartment =
    rule?.compartment ??
    unreviewedCompartment ??
    byType ??
    decision?.compartment ??
    TYPE_FACTS[type].compartment
  return {
    index: column.index,
    name: column.name,
    type,
    compartment,
    action: rule?.action ?? 'seal',
    decidedBy:
      rule !== undefined ? 'policy' : unreviewedCompartment === undefined ? 'classifier' : 'unreviewed',
  }
}

/** What the policy says of a column: its own table's word before that for every table. */
function findRule(policy: Policy | undefined, table: string, column: string): ColumnPolicy | undefined {
  return policy?.columns.get(table)?.get(column) ?? policy?.columns.get(EVERY_TABLE)?.get(column)
}

function missingColumns(table: string, columns: readonly Column[], policy: Policy | undefined): Fault[] {
  const headers = new Set(columns.map(({ name }) => name))
  const named = [...(policy?.columns.get(table) ?? [])]
  return named
    .filter(([header]) => !headers.has(header))
    .map(([header, { line }]) => {
      const nearest = findNearest(header, headers)
      return {
        line,
        what: say().policy.columnMissing({
          table: printable(table),
          column: printable(header),
          nearest: nearest === undefined ? undefined : printable(nearest),
        }),
        hint: say().policy.columnMissingHint,
      }
    })
}

/** The seven in their own order, then the seller's own by name. */
function orderCompartments(names: ReadonlySet<string>): string[] {
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
