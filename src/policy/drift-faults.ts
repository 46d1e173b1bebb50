import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Column } from '../table.ts'
import type { Difference } from './differences.ts'
import type { Fault } from './faults.ts'
import { describeFound } from './found.ts'
import { findNearest } from './nearest.ts'
import { EVERY_TABLE, type Policy } from './policy.ts'

/** What is wrong with a difference that sealing refuses, and what to do about it. */
export function driftFault(
  { kind, table, column = '', was: old = '', rule, before, now }: Difference,
  { policy, columns }: { readonly policy: Policy; readonly columns: readonly Column[] },
): Fault {
  const words = say().drift
  const at = { table: printable(table), column: printable(column) }
  const review = words.hintReview({ policy: printable(policy.path) })
  const hints = policy.unreviewed === 'seal-strict' ? [review] : [review, words.hintStrict]
  const line = rule === undefined ? {} : { line: rule.line }
  switch (kind) {
    case 'table':
      return newTable(table, policy, hints)
    case 'new':
      return { what: words.new({ ...at, type: now?.type }), hints }
    case 'renamed': {
      const dropped = rule?.action === 'drop' && policy.unreviewed === 'seal-strict'
      const what = words.renamed({ ...at, was: printable(old) })
      return { ...line, what, hints: dropped ? [words.dropped({ was: printable(old) }), review] : hints }
    }
    case 'gone':
      return {
        ...line,
        // Looked for only when it is to be told: of many faults few are.
        get what() {
          const nearest = findNearest(column, new Set(columns.map(({ name }) => name)))
          return words.gone({ ...at, nearest: nearest === undefined ? undefined : printable(nearest) })
        },
        hints: [review, words.hintGone],
      }
    case 'type':
    case 'compartment': {
      const percent = Math.round((now?.confidence ?? 0) * 100)
      const [was, type] = [before, now].map((found) =>
        found === undefined ? '' : describeFound(found, kind),
      )
      const what = words.type({ ...at, was: was ?? '', type: type ?? '', percent })
      return { ...line, what, hints }
    }
    default:
      return kind satisfies never
  }
}

function newTable(table: string, { columns }: Policy, hints: readonly string[]): Fault {
  const words = say().drift
  const known = [...columns.keys()].filter((name) => name !== EVERY_TABLE)
  if (known.length === 0) return { what: words.noTable({ table: printable(table) }), hints }
  const listed = [
    ...known.slice(0, 5).map((name) => `"${printable(name)}"`),
    ...(known.length > 5 ? ['…'] : []),
  ]
  return {
    what: words.table({ table: printable(table), known: listed.join(', ') }),
    hints: [words.hintTable, ...hints],
  }
}
