import { type ColumnDecision, explainReason, UNSURE_BELOW } from '../classify/index.ts'
import { EPOCH_BYTES, EPOCH_ROWS } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

/** Reasons beside a column; more would hide the next line. */
const REASONS_SHOWN = 2

/** A `datadeed.yaml` that says what the classifier decided, with its reasons as comments, ready to be edited. */
export function renderPolicy(
  tables: readonly { readonly name: string; readonly decisions: readonly ColumnDecision[] }[],
): string {
  const words = say().policy
  const lines = [
    ...words.yamlHead.map((line) => `# ${line}`),
    'version: 1',
    '',
    `# ${words.yamlReaders}`,
    '# compartments:',
    '#   financial: { readers: [buyer] }',
    '',
    'columns:',
  ]
  for (const { name, decisions } of tables) {
    lines.push(`  ${quoteKey(name)}:${decisions.length === 0 ? ' {}' : ''}`)
    for (const decision of decisions) {
      const { type, compartment } = decision
      lines.push(
        `    ${quoteKey(decision.header)}: { type: ${type}, compartment: ${compartment}, action: seal } # ${comment(decision)}`,
      )
    }
  }
  if (tables.length === 0) lines.push('  {}')
  lines.push(
    '',
    `epochs: { rows: ${EPOCH_ROWS}, bytes: ${EPOCH_BYTES / 1024 ** 3}GiB }`,
    'unreviewed: classify',
    '',
  )
  return lines.join('\n')
}

function comment({ confidence, reasons }: ColumnDecision): string {
  const words = say().policy
  const parts = [words.yamlConfidence({ percent: Math.round(confidence * 100) })]
  if (confidence < UNSURE_BELOW) parts.unshift(words.yamlUnsure)
  parts.push(...reasons.slice(0, REASONS_SHOWN).map(explainReason))
  return printable(parts.join('; '), 240)
}

/** Plain where YAML reads a plain word back unchanged, else the JSON form, which is YAML too. */
function quoteKey(key: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(key) ? key : JSON.stringify(key)
}
