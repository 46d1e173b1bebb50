import type { CellShape, ColumnDecision } from '../classify/index.ts'
import {
  classifiedEntry,
  type Difference,
  EVERY_TABLE,
  findDifferences,
  findRule,
  type Policy,
} from '../policy/index.ts'
import type { ClassifiedTable } from '../seal/index.ts'

/** One column, or a whole table, that a person is asked about. */
export interface ReviewItem extends Omit<Difference, 'kind' | 'outcome' | 'column' | 'index'> {
  readonly kind: Difference['kind'] | 'unsure' | 'chosen'
  readonly column: string
  /** The key in the policy under which the entry stands, or is to stand. */
  readonly place: string
  readonly shapes: readonly CellShape[]
  /** Asked only after that one was answered so. */
  readonly after?: { readonly item: ReviewItem; readonly act: 'apart' | 'accept' }
}

/** Everything of these exports that waits for a person, table by table. */
export function buildReviewItems(tables: readonly ClassifiedTable[], policy: Policy): ReviewItem[] {
  return tables.flatMap((table) => {
    const headers = table.columns.map(({ index, header }) => ({ index, name: header }))
    // Whatever the policy lets pass at night, a person who is there is asked about it.
    const strict = { ...policy, unreviewed: 'refuse', drift: 'types' } as const
    const examined = { name: table.name, columns: headers, decisions: table.columns }
    const changed = findDifferences(strict, examined).filter(({ outcome }) => outcome === 'refused')
    const drifted = changed.flatMap((each) => drifting(each, table, policy))
    const asked = new Set(changed.map(({ column }) => column))
    const unsure = table.columns
      .filter(({ header }) => !asked.has(header) && findRule(policy, table.name, header)?.unsure)
      .map((decision) => itemOf('unsure', decision, { table, policy }))
    return [...unsure, ...drifted]
  })
}

/** A column that a person names, so as to change what is decided of it. */
export function chosenItem(decision: ColumnDecision, table: ClassifiedTable, policy: Policy): ReviewItem {
  return itemOf('chosen', decision, { table, policy })
}

function itemOf(
  kind: ReviewItem['kind'],
  now: ColumnDecision,
  { table, policy }: { readonly table: ClassifiedTable; readonly policy: Policy },
): ReviewItem {
  const rule = findRule(policy, table.name, now.header)
  return {
    kind,
    table: table.name,
    place: placeOf(policy, table.name, now.header),
    column: now.header,
    now,
    shapes: table.shapes?.[table.columns.indexOf(now)] ?? [],
    ...(rule && { rule }),
  }
}

function placeOf(policy: Policy, table: string, column: string): string {
  const star = policy.columns.get(EVERY_TABLE)?.has(column) && !policy.columns.get(table)?.has(column)
  return star ? EVERY_TABLE : table
}

function drifting(difference: Difference, table: ClassifiedTable, policy: Policy): ReviewItem[] {
  const { outcome: _, index, column = '', ...known } = difference
  const shapes =
    index === undefined ? [] : (table.shapes?.[table.columns.findIndex((each) => each.index === index)] ?? [])
  const place = difference.kind === 'gone' ? table.name : placeOf(policy, table.name, column)
  const item: ReviewItem = { ...known, column, place, shapes }
  if (difference.kind === 'table') {
    const unsure = table.columns.filter((decision) => classifiedEntry(decision).unsure)
    const after = { item, act: 'accept' } as const
    return [
      item,
      ...unsure.map((each): ReviewItem => ({ ...itemOf('unsure', each, { table, policy }), after })),
    ]
  }
  if (difference.kind !== 'renamed') return [item]
  const { was = '', rule, before, now, ...plain } = item
  const after = { item, act: 'apart' } as const
  return [
    item,
    { ...plain, ...(now && { now }), kind: 'new', after },
    { ...plain, ...(rule && { rule }), ...(before && { before }), kind: 'gone', column: was, after },
  ]
}
