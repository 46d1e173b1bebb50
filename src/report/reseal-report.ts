import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Party, ResealPaper, ResealReport } from '../reseal/index.ts'
import { renderTextTable } from './text-table.ts'
import { formatBytes, formatCount, formatDuration, shortHex } from './units.ts'

/** What was sealed again, who opens it now and who does no more, and what stays as it was. */
export function renderResealed(report: ResealReport, dryRun: boolean): string {
  const words = say().reseal
  const { before, after, compartments } = report
  const from = { deed: printable(report.deed), id: before.deedId, seller: printable(before.seller.name) }
  const size = {
    rows: formatCount(report.rows),
    tables: report.tables.length,
    bytes: formatBytes(report.bytes),
    time: formatDuration(report.seconds),
  }
  const done =
    after === null
      ? []
      : [
          `  ${words.size(size)}`,
          `  ${say().report.manifestDigest({ sha256: after.manifest })}`,
          `  ${words.sameContent({ seller: from.seller })}`,
          `  ${words.signedBy({ name: printable(report.signer.name) })}`,
          `  ${words.paperWritten({ paper: printable(report.paper) })}`,
        ]
  const output = printable(report.output)
  const lines = [
    after === null || dryRun
      ? words.wouldReseal({ output })
      : report.wentOn
        ? words.wentOn({ output, id: after.deedId })
        : words.resealed({ output, id: after.deedId }),
    `  ${words.of(from)}`,
    ...done,
    '',
    ...renderTextTable(
      say().report.readerHeadings,
      compartments.map(({ name, readers }) => [name, readers.map(describeParty).join(', ')]),
    ).map((line) => `  ${line}`),
    '',
    ...[...describeChanges(report), ...words.limits].map((line) => `  - ${line}`),
  ]
  return `${lines.join('\n')}\n`
}

function describeChanges(report: ResealReport): string[] {
  const words = say().reseal
  const { leftOut, followed, series, retired } = report
  return [
    ...leftOut.map(({ name, because }) => words.leftOut({ name: printable(name), because })),
    ...followed.map(({ was, by }) => words.follows({ was: printable(was.name), by: printable(by.name) })),
    ...(report.escrowLeft ? [words.escrowLeft] : []),
    ...(series === null ? [] : [words.outsideSeries({ sequence: series.sequence })]),
    ...(retired === null ? [] : [words.retired({ folder: printable(retired) })]),
  ]
}

/** A paper that says which deed follows which. */
export function renderResealPaper(paper: ResealPaper, file: string): string {
  const words = say().reseal
  const { before, after, issuer, created, tables } = paper
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const seller = describeParty(before.seller)
  const lines = [
    words.isPaper({ file: printable(file) }),
    `  ${say().preview.signedBy({ name: printable(issuer.name), fingerprint: issuer.fingerprint })}`,
    `  ${say().preview.created({ at: printable(created) })}`,
    `  ${words.paperBefore({ id: before.deedId, seller })}`,
    `    ${say().report.manifestDigest({ sha256: before.manifest })}`,
    `  ${words.paperAfter({ id: after.deedId })}`,
    `    ${say().report.manifestDigest({ sha256: after.manifest })}`,
    `  ${words.paperTables({ rows: formatCount(rows), tables: tables.map(({ name }) => printable(name)) })}`,
    `  ${words.paperMeans}`,
  ]
  return `${lines.join('\n')}\n`
}

function describeParty({ name, fingerprint }: Party): string {
  return `${printable(name)} (${shortHex(fingerprint)})`
}
