import { type Change, GENERALISED_TYPES, generaliseStepsOf, maskShapeOf } from '../actions/index.ts'
import type { ColumnType } from '../classify/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Fault } from './faults.ts'
import { ACTIONS, type Action, type ColumnPolicy, type Policy } from './policy.ts'

/** A key of pseudonyms that some column of these exports needs. */
export interface PlannedKey {
  readonly label: string
  /** Where it stays with the seller; null for a key that is made for this deed alone. */
  readonly file: string | null
  /** Whose readers get it; null if nobody does. */
  readonly compartment: string | null
}

/** What is done to the cells of a column of this type; null where they are sealed as they are, or left out. */
export function planChange(
  rule: ColumnPolicy | undefined,
  type: ColumnType,
  {
    table,
    column,
    report,
  }: { readonly table: string; readonly column: string; readonly report: (fault: Fault) => void },
): Change | null {
  if (rule === undefined || rule.action === 'seal' || rule.action === 'drop') return null
  if (rule.action === 'mask') return { action: 'mask', shape: maskShapeOf(type) }
  const names = { table: printable(table), column: printable(column), type }
  if (rule.action === 'pseudonymise') return { action: 'pseudonymise', label: rule.key ?? '' }
  const steps = generaliseStepsOf(type)
  const [usual] = steps
  if (usual === undefined) {
    const hint = say().actions.generalisedTypesHint({ types: GENERALISED_TYPES.join(', ') })
    report({ line: rule.line, what: say().actions.notGeneralised(names), hint })
    return null
  }
  const { to = usual, bounds } = rule
  const step = steps.find((known) => known === to)
  if (step === undefined) {
    const what = say().actions.stepOfOtherType({ ...names, got: to, steps: steps.join(', ') })
    report({ line: rule.line, what })
    return null
  }
  return { action: 'generalise', to: step, ...(bounds === undefined ? {} : { bounds }) }
}

/** The keys that these changes need. A compartment that is to get one must have something of these exports. */
export function planKeys(
  changes: readonly (Change | null)[],
  {
    policy,
    used,
    report,
  }: {
    readonly policy: Policy | undefined
    readonly used: ReadonlySet<string>
    readonly report: (fault: Fault) => void
  },
): PlannedKey[] {
  const labels = new Set(
    changes.flatMap((change) => (change?.action === 'pseudonymise' ? [change.label] : [])),
  )
  return [...labels].map((label): PlannedKey => {
    const { file = null, compartment = null, line = 1 } = policy?.pseudonyms.get(label) ?? {}
    if (compartment !== null && !used.has(compartment)) {
      report({ line, what: say().actions.keyCompartmentUnused({ label, compartment }) })
    }
    return { label, file, compartment }
  })
}

/**
 * The actions that can be chosen for a column of this type without more being said: pseudonyms need a key, which only
 * the policy's own text names.
 */
export function actionsFor(type: ColumnType, current: Action): Action[] {
  return ACTIONS.filter(
    (action) =>
      action === current ||
      (action === 'generalise' ? generaliseStepsOf(type).length > 0 : action !== 'pseudonymise'),
  )
}
