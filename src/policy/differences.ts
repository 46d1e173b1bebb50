import type { ColumnDecision } from '../classify/index.ts'
import type { Column } from '../table.ts'
import { compareFound, foundBy } from './compare-found.ts'
import { findRule } from './find-rule.ts'
import { type ColumnPolicy, EVERY_TABLE, type Found, type Policy } from './policy.ts'
import { pairRenamed } from './renamed.ts'

/** A table of an export as it is now; no decisions where the classifier was not asked. */
export interface ExaminedTable {
  readonly name: string
  readonly columns: readonly Column[]
  readonly decisions: readonly ColumnDecision[]
}

/** One way in which an export is not as it was reviewed. */
export interface Difference {
  readonly kind: 'table' | 'new' | 'renamed' | 'gone' | 'type' | 'compartment'
  readonly table: string
  /** The export's header; the policy's where it is gone; absent where the whole table is new. */
  readonly column?: string
  readonly index?: number
  /** The policy's header of the column that this may be. */
  readonly was?: string
  /** The policy's entry: of the column, or of the one that it may be. */
  readonly rule?: ColumnPolicy
  readonly before?: Found
  readonly now?: ColumnDecision
  /** What sealing does: refuse, seal it where the fewest can read it, seal it as classified, or go on. */
  readonly outcome: Outcome
}

type Outcome = 'refused' | 'strict' | 'classified' | 'noted'

/**
 * How a table differs from what the policy has reviewed (docs/policy.md, "When the exports change"), in the order of
 * the export, then what is gone. Pure.
 */
export function findDifferences(policy: Policy, table: ExaminedTable): Difference[] {
  const { name, columns, decisions } = table
  const decided = new Map(decisions.map((decision) => [decision.index, decision]))
  const ruled = columns.map((column) => findRule(policy, name, column.name))
  const own = policy.columns.get(name)
  if (own === undefined && ruled.every((rule) => rule === undefined)) return newTable(policy, name)
  const { gone, renamed } = findMoved(policy, table, decided)
  const found = columns.flatMap((column, position): Difference[] => {
    const rule = ruled[position]
    const now = decided.get(column.index)
    const at = { table: name, column: column.name, index: column.index, ...(now && { now }) }
    if (rule !== undefined) return changed(policy, rule, at)
    const was = renamed.get(column.name)
    const old = was === undefined ? undefined : own?.get(was)
    if (was === undefined || old === undefined) {
      const outcome = outcomeOfNew(policy)
      return outcome === undefined ? [] : [{ kind: 'new', ...at, outcome }]
    }
    const before = foundBy(old)
    const outcome = outcomeOfRenamed(policy, old)
    return [{ kind: 'renamed', ...at, was, rule: old, ...(before && { before }), outcome }]
  })
  return [...found, ...gone.map(([column, rule]) => goneColumn(policy, name, column, rule))]
}

/** Whether the policy is a review: then what it does not name is new. */
export function isReview({ columns }: Policy): boolean {
  return [...columns.keys()].some((table) => table !== EVERY_TABLE)
}

function outcomeOfNew(policy: Policy): Outcome | undefined {
  const setting = policy.unreviewed ?? (isReview(policy) ? 'refuse' : undefined)
  if (setting === undefined || (setting === 'classify' && !isReview(policy))) return undefined
  return setting === 'refuse' ? 'refused' : setting === 'seal-strict' ? 'strict' : 'classified'
}

/** What the policy leaves out, or lets in only changed, must not come in as it is under another name. */
function outcomeOfRenamed({ unreviewed }: Policy, before: ColumnPolicy): Outcome {
  return unreviewed === 'seal-strict' && before.action === 'seal' ? 'strict' : 'refused'
}

function newTable(policy: Policy, table: string): Difference[] {
  const outcome = outcomeOfNew(policy)
  return outcome === undefined ? [] : [{ kind: 'table', table, outcome }]
}

function goneColumn(policy: Policy, table: string, column: string, rule: ColumnPolicy): Difference {
  const before = foundBy(rule)
  const outcome = policy.unreviewed === 'seal-strict' ? 'noted' : 'refused'
  return { kind: 'gone', table, column, rule, ...(before && { before }), outcome }
}

function changed(policy: Policy, rule: ColumnPolicy, at: Pick<Difference, 'table' | 'now'>): Difference[] {
  if (at.now === undefined) return []
  const change = compareFound(rule, at.now)
  if (change === undefined) return []
  const { kind, before, grave } = change
  const ignored = !grave || policy.drift === 'names'
  const strict = policy.unreviewed === 'seal-strict' && rule.action === 'seal'
  const outcome = ignored ? 'noted' : strict ? 'strict' : 'refused'
  return [{ kind, ...at, rule, before, outcome }]
}

/** The policy's own columns of a table that the export lacks, and the new ones that some of them may have become. */
function findMoved(
  policy: Policy,
  { name, columns }: ExaminedTable,
  decided: ReadonlyMap<number, ColumnDecision>,
): { readonly gone: [string, ColumnPolicy][]; readonly renamed: ReadonlyMap<string, string> } {
  const own = policy.columns.get(name) ?? new Map<string, ColumnPolicy>()
  const headers = new Set(columns.map((column) => column.name))
  let behind = ''
  const gone = [...own].flatMap(([header, rule]) => {
    if (!headers.has(header)) return [{ header, behind, found: foundBy(rule) }]
    behind = header
    return []
  })
  behind = ''
  const fresh = columns.flatMap(({ name: header, index }) => {
    if (findRule(policy, name, header) === undefined) return [{ header, behind, now: decided.get(index) }]
    behind = header
    return []
  })
  const renamed = pairRenamed(gone, fresh)
  const become = new Set(renamed.values())
  return {
    gone: [...own].filter(([header]) => !headers.has(header) && !become.has(header)),
    renamed,
  }
}
