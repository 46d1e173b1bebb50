import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Receipt, ReceiptCheck } from '../receipt/index.ts'
import type { Answer, Verdict } from '../verify/index.ts'
import { formatCount } from './units.ts'
import { padEnd } from './width.ts'

const EXCEPTION_CHARACTERS = 2000

/** A receipt that was just written. */
export function renderReceiptWritten(receipt: Receipt, output: string): string {
  const { written, states } = say().receipt
  return toText([
    written({ output: printable(output), state: states[receipt.state] }),
    ...describeReceipt(receipt),
  ])
}

/** A receipt that somebody was sent: that it is signed, and what it says. */
export function renderReceipt(receipt: Receipt, file: string): string {
  const { title, states } = say().receipt
  return toText([title({ file: printable(file), state: states[receipt.state] }), ...describeReceipt(receipt)])
}

/** What came of comparing a receipt with its deed: each check, then every fault, then what was not checked and why. */
export function renderReceiptCheck(
  { receipt, answers, faults, notes, earlier }: ReceiptCheck,
  file: string,
): string {
  const words = say().receipt
  const { answers: shown, failuresTitle, notesTitle } = say().report
  const state = words.states[receipt.state]
  const title =
    faults.length > 0
      ? words.notChecked({ file: printable(file), count: faults.length })
      : words.checkedTitle({ file: printable(file), state })
  return toText([
    title,
    ...describeReceipt(receipt),
    '',
    words.checksTitle,
    ...renderAnswers(Object.entries(answers) as [keyof typeof answers, Answer][], shown, words.checks),
    ...listLines(
      failuresTitle,
      faults.map(({ check, code, sentence }) => `${check} (${code}): ${sentence}`),
    ),
    ...listLines(notesTitle, notes),
    ...listLines(
      words.earlierTitle,
      earlier.map(({ same, state: told, created, checked }) => {
        const place = { state: words.states[told], created, checked }
        return same ? words.checkedSame(place) : words.checkedOther(place)
      }),
    ),
  ])
}

function describeReceipt(receipt: Receipt): string[] {
  const words = say().receipt
  const report = say().report
  const { issuer, seller, tool, environment, ledgerHead } = receipt
  const party = ({ name, fingerprint }: Receipt['issuer']) => ({ name: printable(name), fingerprint })
  return [
    `  ${words.signedBy(party(issuer))}`,
    `  ${words.created({ at: printable(receipt.created) })}`,
    `  ${words.paper({ id: receipt.paperId })}`,
    `  ${report.deedId({ id: receipt.deedId })}`,
    ...(receipt.dealId === null ? [] : [`  ${report.dealId({ id: printable(receipt.dealId, 200) })}`]),
    `  ${report.manifestDigest({ sha256: receipt.manifestSha256 })}`,
    `  ${report.sealedBy(party(seller))}`,
    `  ${words.environment({
      tool: printable(tool.name),
      version: printable(tool.version),
      node: printable(environment.node),
      platform: printable(environment.platform),
    })}`,
    ...(ledgerHead === null ? [] : [`  ${words.ledger({ head: printable(ledgerHead, 200) })}`]),
    ...receipt.tables.flatMap(({ name, compartments }) =>
      compartments.map(
        (each) =>
          `  ${words.opened({
            table: printable(name),
            compartment: each.name,
            columns: each.columns,
            rows: formatCount(each.rows),
          })}`,
      ),
    ),
    ...(receipt.closed.length === 0 ? [] : [`  ${words.closed({ names: receipt.closed.join(', ') })}`]),
    '',
    words.verdictsTitle,
    ...renderAnswers(
      Object.entries(receipt.verdicts) as [Verdict, Answer][],
      report.answers,
      report.verdicts,
    ),
    ...listLines(words.totalsTitle, [
      ...renderTotals(receipt.controlTotals),
      ...(receipt.summed === 'target' ? [words.summedTarget] : []),
    ]),
    ...listLines(words.exceptionsTitle, receipt.exceptions),
  ]
}

/** Of each sum whether it agrees; no figure. */
export function renderTotals(
  totals: readonly {
    readonly table: string
    readonly column: string
    readonly answer: 'agree' | 'differ' | 'not checked'
  }[],
): string[] {
  const words = say().receipt
  return totals.map(({ table, column, answer }) =>
    words.total({ table: printable(table), column: printable(column), answer: words.totalAnswers[answer] }),
  )
}

function renderAnswers<Question extends string>(
  answers: readonly (readonly [Question, Answer])[],
  shown: Readonly<Record<Answer, string>>,
  meaning: Readonly<Record<Question, string>>,
): string[] {
  const width = Math.max(...answers.map(([question]) => question.length)) + 2
  return answers.map(
    ([question, answer]) => `  ${padEnd(question, width)}${padEnd(shown[answer], 13)}${meaning[question]}`,
  )
}

function listLines(title: string, items: readonly string[]): string[] {
  return items.length === 0
    ? []
    : ['', title, ...items.map((item) => `  - ${printable(item, EXCEPTION_CHARACTERS)}`)]
}

function toText(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}
