import type { CheckedAnchor, LedgerLine, LedgerVerification } from '../ledger/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { renderTextTable } from './text-table.ts'
import { formatCount, shortHex } from './units.ts'

/** Lines of the ledger for people, oldest first; `before` are not among them. */
export function renderLedger(
  lines: readonly LedgerLine[],
  { before, path }: { readonly before: number; readonly path: string },
): string {
  const words = say().ledger
  if (lines.length === 0) return `${words.empty({ path: printable(path) })}\n`
  const rows = lines.map((line) => [
    String(line.sequence),
    line.time.slice(0, 19).replace('T', ' '),
    line.command,
    words.events[line.event],
    line.exit === undefined ? '' : describeExit(line),
    describeFacts(line),
  ])
  const table = renderTextTable(words.headings, rows, [0])
  return `${[...(before > 0 ? [words.earlier({ lines: formatCount(before) })] : []), ...table].join('\n')}\n`
}

function describeExit({ exit, code }: LedgerLine): string {
  return code === undefined ? String(exit) : `${exit} ${code}`
}

/** What a line is about, shortest first; the document has all of it. */
function describeFacts({ facts }: LedgerLine): string {
  const words = say().ledger
  const { file, deedId, paper, cards = [], counts = {}, verdicts = {}, target, reason, state } = facts
  const { rows } = counts
  const denied = Object.entries(verdicts).flatMap(([verdict, answer]) => (answer === 'no' ? [verdict] : []))
  return [
    ...(file === undefined ? [] : [printable(file, 60)]),
    ...(deedId === undefined ? [] : [words.deed({ id: shortHex(deedId) })]),
    ...(paper === undefined ? [] : [words.paper({ kind: paper.kind })]),
    ...cards.map(({ part, name }) => `${words.parts[part]} ${printable(name, 40)}`),
    ...(rows === undefined ? [] : [words.rows({ rows: formatCount(rows) })]),
    ...(state === undefined ? [] : [state]),
    ...(denied.length === 0 ? [] : [words.denied({ verdicts: denied.join(', ') })]),
    ...(target === undefined ? [] : [words.target({ digest: shortHex(target) })]),
    ...(reason === undefined ? [] : [words.reason({ reason: printable(reason, 200) })]),
  ].join(' · ')
}

/** Whether a ledger is whole, how far it goes, and what the quoted heads say. */
export function renderLedgerVerified(verified: LedgerVerification): string {
  const words = say().ledger
  const { path, lines, head, failures, unfinished, mended, anchors } = verified
  const shown = { path: printable(path), lines: formatCount(lines) }
  if (lines === 0 && failures.length === 0) return `${words.empty({ path: printable(path) })}\n`
  const result = [
    (failures.length === 0 ? words.whole : words.notWhole)(shown),
    ...(head === null ? [] : [`  ${words.headIs({ head: `${head.sequence}:${head.hash}:${head.key}` })}`]),
    ...anchors.map((anchor) => `  ${describeAnchor(anchor)}`),
    ...mended.map(({ sequence, facts }) => {
      const bytes = facts.counts?.bytes ?? 0
      return `  ${words.mendedAt({ line: sequence, bytes, file: facts.file === undefined ? null : printable(facts.file) })}`
    }),
    ...unfinished.map(({ sequence, command }) => `  ${words.unfinished({ line: sequence, command })}`),
    ...(failures.length === 0
      ? []
      : ['', ...failures.map(({ message }) => `  - ${printable(message, 1000)}`)]),
  ]
  return `${result.join('\n')}\n`
}

function describeAnchor({ source, head, answer }: CheckedAnchor): string {
  const place = { source: printable(source), line: head.sequence }
  return say().ledger.anchors[answer](place)
}

/** As a program reads it. */
export function buildLedgerVerifiedFacts({
  path,
  lines,
  head,
  fault,
  torn,
  anchors,
  unfinished,
  mended,
  failures,
}: LedgerVerification) {
  return {
    ledger: path,
    lines,
    head: head === null ? null : { ...head, text: `${head.sequence}:${head.hash}:${head.key}` },
    firstBadLine: fault?.line ?? null,
    tornBytes: torn,
    anchors: anchors.map(({ source, head: { sequence }, answer }) => ({ source, sequence, answer })),
    unfinished: unfinished.map(({ sequence }) => sequence),
    mended: mended.map(({ sequence }) => sequence),
    failures: failures.map(({ code, message }) => ({ code, message })),
  }
}
