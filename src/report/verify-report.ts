import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Verdict, VerifyReport } from '../verify/index.ts'
import { listSpecialAccess } from './access-report.ts'
import { listChangedColumns } from './changed-columns.ts'
import { renderTotals } from './receipt-report.ts'
import { formatBytes, formatCount, formatDuration } from './units.ts'
import { padEnd } from './width.ts'

const VERDICTS: readonly Verdict[] = ['complete', 'valid', 'authentic', 'fresh', 'restorable']

/** The five verdicts, then every failure, then what was not checked and why. */
export function renderVerified(report: VerifyReport): string {
  const words = say().report
  const width = Math.max(...VERDICTS.map((verdict) => verdict.length)) + 2
  const failures = countFailures(report)
  const lines = [
    failures > 0
      ? words.notVerified({ deed: printable(report.deed), failures })
      : words.verified({
          deed: printable(report.deed),
          bytes: formatBytes(report.bytes),
          time: formatDuration(report.seconds),
        }),
    ...(report.deedId === null ? [] : [`  ${words.deedId({ id: report.deedId })}`]),
    ...(report.manifestSha256 === null
      ? []
      : [`  ${words.manifestDigest({ sha256: report.manifestSha256 })}`]),
    ...(report.seller === null
      ? []
      : [
          `  ${words.sealedBy({ name: printable(report.seller.name), fingerprint: report.seller.fingerprint })}`,
        ]),
    ...report.tables.map(
      ({ name, rows, columns }) =>
        `  ${words.verifiedTable({ name: printable(name), rows: formatCount(rows), columns })}`,
    ),
    ...listChangedColumns(report.tables.map(({ name, changed }) => ({ name, columns: changed }))).map(
      (line) => `  ${line}`,
    ),
    '',
    ...VERDICTS.map(
      (verdict) =>
        `  ${padEnd(verdict, width)}${padEnd(words.answers[report.verdicts[verdict]], 13)}${words.verdicts[verdict]}`,
    ),
    ...listLines(say().access.accessTitle, listSpecialAccess(report)),
    ...listLines(say().receipt.totalsTitle, renderTotals(report.controlTotals)),
    ...listLines(
      words.failuresTitle,
      report.failures.map(({ verdict, code, sentence }) => `${verdict} (${code}): ${sentence}`),
    ),
    ...listLines(words.notesTitle, report.notes),
  ]
  return `${lines.join('\n')}\n`
}

/** Whatever keeps a deed from being relied on: a sum that is not that of the cells is no verdict, and no pass. */
export function countFailures({
  failures,
  controlTotals,
}: Pick<VerifyReport, 'failures' | 'controlTotals'>): number {
  return failures.length + controlTotals.filter(({ answer }) => answer === 'differ').length
}

function listLines(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : ['', title, ...items.map((item) => `  - ${printable(item, 1000)}`)]
}
