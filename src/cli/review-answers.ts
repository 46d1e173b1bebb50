import { type ColumnDecision, TYPE_FACTS } from '../classify/index.ts'
import { InternalError } from '../errors.ts'
import { type ColumnPolicy, classifiedEntry, type DecidedColumn, type PolicyEdit } from '../policy/index.ts'
import type { ClassifiedTable } from '../seal/index.ts'
import type { ReviewItem } from './review-items.ts'

/** What a person says to one question. */
export type Answer =
  | { readonly act: 'decide' | 'rename'; readonly entry: DecidedColumn }
  /** Not the same column: both are asked about. */
  | { readonly act: 'apart' }
  | { readonly act: 'remove' }
  /** The whole table as it was classified. */
  | { readonly act: 'accept' }
  | { readonly act: 'skip' }

/** What agreeing means; undefined where it is not about an entry. */
export function proposeEntry({ kind, rule, now }: ReviewItem): DecidedColumn | undefined {
  if (now === undefined) return undefined
  const seen = classified(now)
  if (rule === undefined) return seen
  return kind === 'type' || kind === 'compartment' ? { ...seen, action: rule.action } : keepEntry(rule, now)
}

/** The policy's decision, and that a person saw what the column holds now. */
export function keepEntry(rule: ColumnPolicy, now: ColumnDecision): DecidedColumn {
  const { action, found: _ } = rule
  const seen = classified(now)
  const type = rule.type ?? now.type
  const own = type === now.type ? now.compartment : TYPE_FACTS[type].compartment
  return { ...seen, type, compartment: rule.compartment ?? own, action }
}

function classified(now: ColumnDecision): DecidedColumn {
  const { unsure: _, ...entry } = classifiedEntry(now)
  return entry
}

/** Whether an item is asked, after what has been answered. */
export function isActive({ after }: ReviewItem, answers: ReadonlyMap<ReviewItem, Answer>): boolean {
  if (after === undefined) return true
  return isActive(after.item, answers) && answers.get(after.item)?.act === after.act
}

/** The changes of the policy that these answers ask for, one a column; a later answer outweighs an earlier one. */
export function editsOf(
  answers: ReadonlyMap<ReviewItem, Answer>,
  tables: readonly ClassifiedTable[],
): PolicyEdit[] {
  const edits = new Map<string, PolicyEdit>()
  const set = (edit: PolicyEdit): void => void edits.set(JSON.stringify([edit.table, edit.column]), edit)
  const given = [...answers].filter(([item]) => isActive(item, answers))
  for (const [item, answer] of given) {
    if (answer.act !== 'accept') continue
    const columns = tables.find(({ name }) => name === item.table)?.columns ?? []
    for (const now of columns)
      set({ act: 'decide', table: item.table, column: now.header, entry: classifiedEntry(now) })
  }
  for (const [item, answer] of given) {
    const edit = editOf(item, answer)
    if (edit !== undefined) set(edit)
  }
  return [...edits.values()]
}

function editOf({ place: table, column, was }: ReviewItem, answer: Answer): PolicyEdit | undefined {
  switch (answer.act) {
    case 'decide':
      return { act: 'decide', table, column, entry: answer.entry }
    case 'rename':
      if (was === undefined) throw new InternalError('a column is renamed that had no other name')
      return { act: 'rename', table, column: was, to: column, entry: answer.entry }
    case 'remove':
      return { act: 'remove', table, column }
    case 'accept':
    case 'apart':
    case 'skip':
      return undefined
    default:
      return answer satisfies never
  }
}
