import {
  COLUMN_TYPES,
  COMPARTMENTS,
  type ColumnDecision,
  explainReason,
  TYPE_FACTS,
  UNSURE_BELOW,
} from '../classify/index.ts'
import { EPOCH_BYTES, EPOCH_ROWS } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { type DecidedColumn, encodeEntry, encodeKey } from './encode-entry.ts'
import { ACTIONS } from './policy.ts'

/** Reasons beside a column that is sure; more would hide the next line. */
const REASONS_SHOWN = 2
/** Columns to be checked that are named at the head; the rest are counted. */
const NAMED_AT_HEAD = 20
const WIDTH = 96

interface DecidedTable {
  readonly name: string
  readonly decisions: readonly ColumnDecision[]
}

/** A `datadeed.yaml` that says what the classifier decided, with its reasons as comments, ready to be edited. */
export function renderPolicy(tables: readonly DecidedTable[]): string {
  const words = say().policy
  const lines = [
    ...words.yamlHead.map((line) => `# ${line}`),
    ...toCheck(tables),
    'version: 1',
    '',
    `# ${words.yamlReaders}`,
    '# compartments:',
    '#   financial: { readers: [buyer] }',
    '',
    'columns:',
    ...tables.flatMap(({ name, decisions }) => [
      `  ${encodeKey(name)}:${decisions.length === 0 ? ' {}' : ''}`,
      ...decisions.flatMap(renderColumn),
    ]),
    ...(tables.length === 0 ? ['  {}'] : []),
    '',
    `epochs: { rows: ${EPOCH_ROWS}, bytes: ${EPOCH_BYTES / 1024 ** 3}GiB }`,
    '',
    `# ${words.yamlUnreviewed}`,
    'unreviewed: refuse',
    '',
    ...choices(),
    '',
  ]
  return lines.join('\n')
}

export function isUnsure({ confidence }: ColumnDecision): boolean {
  return confidence < UNSURE_BELOW
}

/** What the classifier decided, as an entry. */
export function classifiedEntry(decision: ColumnDecision): DecidedColumn {
  const { type, compartment } = decision
  const entry = { type, compartment, action: 'seal', found: { type, compartment } } as const
  return isUnsure(decision) ? { ...entry, unsure: true } : entry
}

/** What needs a person, before anything else. */
function toCheck(tables: readonly DecidedTable[]): string[] {
  const unsure = tables.flatMap(({ name, decisions }) =>
    decisions.filter(isUnsure).map(({ header }) => `${printable(name)}.${printable(header, 40)}`),
  )
  const words = say().policy
  if (unsure.length === 0) return ['#', `# ${words.yamlNothingToCheck}`]
  const named = [...unsure.slice(0, NAMED_AT_HEAD), ...(unsure.length > NAMED_AT_HEAD ? ['…'] : [])]
  return ['#', `# ${words.yamlToCheck({ count: unsure.length })}`, ...wrap(named, '#   ', ', ')]
}

/** One column: an unsure one with all its reasons above it, so that nobody reads past it. */
function renderColumn(decision: ColumnDecision): string[] {
  const unsure = isUnsure(decision)
  const words = say().policy
  const sure = words.yamlConfidence({ percent: Math.round(decision.confidence * 100) })
  const reasons = decision.reasons.map((reason) => printable(explainReason(reason), 160))
  const entry = `    ${encodeKey(decision.header)}: ${encodeEntry(classifiedEntry(decision))}`
  if (!unsure) return [`${entry} # ${[sure, ...reasons.slice(0, REASONS_SHOWN)].join('; ')}`]
  return [`    # ${words.yamlUnsure} ${[sure, ...reasons].join('; ')}`, entry]
}

/** All that can stand in an entry, for whoever edits it by hand. */
function choices(): string[] {
  const words = say().policy
  return [
    `# ${words.yamlActions({ actions: ACTIONS.join(', ') })}`,
    `# ${words.yamlTypes}`,
    ...COMPARTMENTS.flatMap((compartment) => {
      const types = COLUMN_TYPES.filter((type) => TYPE_FACTS[type].compartment === compartment)
      return wrap(types, `#   ${compartment.padEnd(11)} `, ' ')
    }),
  ]
}

/** Words over several comment lines; only the first bears the whole of its head. */
function wrap(words: readonly string[], head: string, between: string): string[] {
  const lines: string[] = []
  let line = head
  for (const [place, word] of words.entries()) {
    const more = place === words.length - 1 ? word : `${word}${between.trimEnd()}`
    if (line.length + more.length > WIDTH && line.trim() !== head.trim()) {
      lines.push(line.trimEnd())
      line = `#${' '.repeat(head.length - 1)}`
    }
    line += `${more} `
  }
  return [...lines, line.trimEnd()]
}
