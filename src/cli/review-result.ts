import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { PolicyEdit } from '../policy/index.ts'
import { padEnd } from '../report/index.ts'
import { shown } from './review-question.ts'

/** What came of a review. */
export interface Reviewed {
  readonly path: string
  /** Whether there was no policy before. */
  readonly made: boolean
  readonly edits: readonly PolicyEdit[]
  /** Questions without an answer. */
  readonly left: number
}

/** Edits told one by one; the rest are counted. */
const TOLD = 40

export function renderReviewed({ path, made, edits, left }: Reviewed): string {
  const words = say().review
  const at = { path: printable(path), count: edits.length }
  const first = made ? words.made(at) : edits.length === 0 ? words.unchanged(at) : words.written(at)
  const told = edits.slice(0, TOLD).map((edit) => `  ${editLine(edit)}`)
  const more = edits.length > TOLD ? ['  …'] : []
  return `${[first, ...told, ...more, ...(left === 0 ? [] : [words.left({ count: left })])].join('\n')}\n`
}

function editLine(edit: PolicyEdit): string {
  const words = say().review
  const name = `${printable(edit.table, 24)}.${printable(edit.column, 32)}`
  if (edit.act === 'remove') return words.removed({ name })
  const decision = words.decision(shown(edit.entry))
  if (edit.act === 'decide') return `${padEnd(name, 32)}  ${decision}`
  return `${words.renamed({ was: name, name: printable(edit.to, 32) })}  ${decision}`
}

/** The same facts as a document; no cell, and no form of one. */
export function buildReviewedFacts({ path, made, edits, left }: Reviewed) {
  const decided = edits.map((edit) => ({
    act: edit.act,
    table: edit.table,
    column: edit.column,
    ...(edit.act === 'rename' ? { to: edit.to } : {}),
    ...(edit.act === 'remove'
      ? {}
      : { type: edit.entry.type, compartment: edit.entry.compartment, action: edit.entry.action }),
  }))
  return { policy: path, made, decided, left }
}
