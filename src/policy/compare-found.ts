import {
  type ColumnDecision,
  type ColumnType,
  isSensitiveType,
  OPEN_COMPARTMENTS,
  TYPE_FACTS,
  UNSURE_BELOW,
} from '../classify/index.ts'
import type { ColumnPolicy, Found } from './policy.ts'

/** What a column was at its review and what the classifier sees now, where that is not the same. */
export interface ChangedColumn {
  readonly kind: 'type' | 'compartment'
  readonly before: Found
  /** Whether sealing is to stop for it. */
  readonly grave: boolean
}

/** Surer than sure, for a move between the two open compartments: numbers and codes look alike, and no person is in them. */
const OPEN_MOVE = 0.8

/** Types that one column shows by turns, as its rows come and go. */
const KINDRED: readonly (readonly ColumnType[])[] = [
  ['mobile', 'landline', 'phone'],
  ['person-name', 'given-name', 'family-name', 'nickname', 'username'],
  ['national-id', 'id-document', 'passport'],
  ['bank-card', 'credit-card', 'bank-account', 'payment-account', 'iban'],
  ['password', 'password-hash', 'hashed-identifier', 'token'],
  ['member-no', 'customer-id'],
]

/**
 * Compares a reviewed column with what the classifier says of it now (docs/policy.md, "When the exports change").
 * Undefined where both are the same, or where the policy names no type to compare with.
 */
export function compareFound(rule: ColumnPolicy, now: ColumnDecision): ChangedColumn | undefined {
  const before = foundBy(rule)
  if (before === undefined || rule.action === 'drop') return undefined
  // An entry written by hand does not say which compartment was the classifier's and which the person's.
  const moved =
    now.compartment !== before.compartment &&
    (rule.found !== undefined || now.compartment !== rule.compartment)
  if (now.type === before.type && !moved) return undefined
  const sure = now.confidence >= UNSURE_BELOW && now.type !== 'empty'
  const kind = now.type === before.type ? 'compartment' : 'type'
  return { kind, before, grave: sure && isGrave(before, now, moved) }
}

/** What the classifier saw at the review, as far as the policy tells. */
export function foundBy(rule: ColumnPolicy): Found | undefined {
  if (rule.found !== undefined || rule.type === undefined) return rule.found
  return { type: rule.type, compartment: TYPE_FACTS[rule.type].compartment }
}

function isGrave(before: Found, now: ColumnDecision, moved: boolean): boolean {
  const unknown = isUnknown(before)
  const guarded = isSensitiveType(before.type) || unknown
  if (now.sensitive && !guarded) return true
  // A remark in which nothing personal stands today is still the same remark.
  if (before.type === 'free-text-pii' && now.type === 'free-text') return false
  if (!moved) return !unknown && guarded && !isKindred(before.type, now.type)
  const open = [before.compartment, now.compartment].every((each) => OPEN_COMPARTMENTS.includes(each))
  return guarded || !open || now.confidence >= OPEN_MOVE
}

/** What the classifier protected because it could not name it; named now, it is no less protected where it lies. */
function isUnknown({ type, compartment }: Found): boolean {
  if (type === 'free-text-pii') return true
  const beyond = compartment !== TYPE_FACTS[type].compartment && !OPEN_COMPARTMENTS.includes(compartment)
  return beyond && !isSensitiveType(type)
}

/** Whether the one may be taken for the other without anything being wrong. */
export function isKindred(one: ColumnType, other: ColumnType): boolean {
  return one === other || KINDRED.some((kin) => kin.includes(one) && kin.includes(other))
}
