import type { SourceDescription } from '../ingest/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { DriftReport, PlannedTableReport, SealPreview, SealReport } from '../seal/index.ts'
import { listActions } from './changed-columns.ts'
import { renderRemarks } from './remarks.ts'
import { renderTextTable } from './text-table.ts'
import { formatBytes, formatCount, formatDuration, shortHex } from './units.ts'

type Readers = readonly { readonly name: string; readonly fingerprint: string }[]

/** What was sealed, for whom, and how big it is. */
export function renderSealed(report: SealReport): string {
  const words = say().report
  const lines = [
    words.sealed({ output: printable(report.output), id: report.deedId }),
    `  ${words.sealedSize({
      rows: formatCount(report.rows),
      source: formatBytes(report.sourceBytes),
      bytes: formatBytes(report.bytes),
      time: formatDuration(report.seconds),
    })}`,
    `  ${words.manifestDigest({ sha256: report.manifestSha256 })}`,
    ...report.moved.map(
      ({ table, column, from, to }) =>
        `  ${words.sealedTwice({ table: printable(table), column: printable(column), from: printable(from), to: printable(to) })}`,
    ),
    ...renderDrift(report.drift),
    `  ${report.readBack ? words.readBack : words.notReadBack}`,
    `  ${words.suites[report.suite]}`,
    '',
    ...renderTables(report.tables),
    ...renderNotes(report),
    '',
    ...indent(
      renderTextTable(
        words.compartmentHeadings,
        report.compartments.map(({ name, epochs, readers }) => [name, String(epochs), listReaders(readers)]),
        [1],
      ),
    ),
    ...renderKept(report),
    ...renderAccess(report),
  ]
  return `${lines.join('\n')}\n`
}

/** What a receipt will be compared with. */
function renderKept({ controlTotals, record }: SealReport): string[] {
  const words = say().report
  const lines = [
    ...controlTotals.map(({ table, column, compartment, amounts, empty, other }) => {
      const counts = { amounts: formatCount(amounts), empty: formatCount(empty), other }
      const names = { table: printable(table), column: printable(column), compartment }
      return `${other > 0 ? '!' : '-'} ${words.totalSealed({ ...names, ...counts })}`
    }),
    ...(record === null ? [] : [`- ${words.recordWritten({ file: printable(record) })}`]),
  ]
  return lines.length === 0 ? [] : ['', ...indent(lines)]
}

/** Who opens it besides the addressees, or instead of them. */
function renderAccess({ seller, escrow }: Pick<SealReport, 'seller' | 'escrow'>): string[] {
  const words = say().access
  const lines = [
    ...(seller === null ? [] : [seller === 'holds' ? words.held : words.kept]),
    ...(escrow === null
      ? []
      : [words.escrowIs({ ...escrow, holders: escrow.holders.map((name) => printable(name)) })]),
  ]
  return lines.length === 0 ? [] : ['', ...indent(lines.map((line) => `- ${line}`))]
}

/** What sealing would do. */
export function renderPreview(preview: SealPreview): string {
  const words = say().report
  const lines = [
    words.preview,
    ...renderDrift(preview.drift),
    '',
    ...renderTables(preview.tables),
    ...renderNotes({ ...preview, dryRun: true }),
    '',
    ...preview.tables.flatMap((table) => [
      `  ${printable(table.name)}`,
      ...indent(
        renderTextTable(
          words.previewHeadings,
          table.columns.map((column) => [
            printable(column.name, 32),
            column.type,
            column.compartment ?? '-',
            words.actions[column.action],
          ]),
        ),
        4,
      ),
      '',
    ]),
    ...indent(
      renderTextTable(
        words.readerHeadings,
        preview.compartments.map(({ name, readers }) => [name, listReaders(readers)]),
      ),
    ),
  ]
  return `${lines.join('\n')}\n`
}

/** What passed although nobody has reviewed it. */
function renderDrift(drift: readonly DriftReport[]): string[] {
  const words = say().drift
  return drift.map((each) => {
    const at = { table: printable(each.table), column: printable(each.column ?? '') }
    const compartment = printable(each.compartment ?? '')
    const was = each.was === null ? undefined : printable(each.was)
    if (each.kind === 'gone') return `  ${words.passedGone(at)}`
    if (each.kind === 'table') return `  ${words.passedTable({ ...at, how: each.outcome })}`
    if (each.kind === 'new' || each.kind === 'renamed')
      return `  ${words.passedNew({ ...at, was, compartment })}`
    return `  ${words.passedType({ ...at, before: each.before ?? '', now: each.now ?? '', compartment })}`
  })
}

function renderTables(tables: readonly (PlannedTableReport & { readonly rows: number | null })[]): string[] {
  const words = say().report
  return indent(
    renderTextTable(
      words.tableHeadings,
      tables.map((table) => [
        printable(table.name),
        printable(table.file),
        table.rows === null ? '-' : formatCount(table.rows),
        String(table.columns.filter(({ action }) => action !== 'drop').length),
        shortSource(table.source),
        words.fidelity[table.fidelity],
      ]),
      [2, 3],
    ),
  )
}

/** The kind of an export in a word; of a CSV its encoding, which tells more. */
function shortSource(source: SourceDescription): string {
  return source.kind === 'csv' ? source.encoding : source.kind
}

/** What is not in the deed as it was, or was damaged before: for the seller alone. */
function renderNotes(report: Pick<SealReport, 'notes'> & Parameters<typeof listActions>[0]): string[] {
  const { notes, tables } = report
  const lines = [
    ...notes.map((note) => `- ${note}`),
    ...listActions(report),
    ...tables.flatMap((table) => renderRemarks(table, (column) => table.columns[column]?.name ?? '')),
  ]
  return lines.length === 0 ? [] : ['', ...indent(lines)]
}

function listReaders(readers: Readers): string {
  return readers.map(({ name, fingerprint }) => `${printable(name)} (${shortHex(fingerprint)})`).join(', ')
}

function indent(lines: readonly string[], by = 2): string[] {
  return lines.map((line) => ' '.repeat(by) + line)
}
