import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { RestoreReport } from '../restore/index.ts'
import { listChangedColumns } from './changed-columns.ts'
import { renderTextTable } from './text-table.ts'
import { formatBytes, formatCount, formatDuration } from './units.ts'

const NAMED = 3

/** What was restored and, as plainly, what this key does not open. */
export function renderRestored(report: RestoreReport): string {
  const words = say().report
  const missing = report.tables.flatMap((table) =>
    table.missing.map((column) =>
      words.missingColumn({
        table: printable(table.name),
        column: printable(column.name),
        because: words.because[column.because],
      }),
    ),
  )
  const neutralised = report.tables.flatMap((table) =>
    table.neutralised.map(({ column, cells }) =>
      words.neutralised({
        file: printable(table.file),
        column: printable(column),
        cells: formatCount(cells),
      }),
    ),
  )
  const lines = [
    words.restored({
      output: printable(report.output),
      rows: formatCount(report.rows),
      bytes: formatBytes(report.bytes),
      time: formatDuration(report.seconds),
    }),
    '',
    ...renderTextTable(
      words.restoreHeadings,
      report.tables.map((table) => [
        printable(table.file),
        formatCount(table.rows),
        String(table.columns),
        formatBytes(table.bytes),
        words.fidelity[table.fidelity],
      ]),
      [1, 2, 3],
    ).map((line) => `  ${line}`),
    '',
    `  ${words.opened({ names: report.opened.join(', ') })}`,
    ...(report.closed.length === 0 ? [] : [`  ${words.closed({ names: report.closed.join(', ') })}`]),
    ...(report.leftOut.length === 0 ? [] : [`  ${words.leftOut({ names: report.leftOut.join(', ') })}`]),
    `  ${words.filesReadBack({
      bytes: formatBytes(report.readBack.bytes),
      time: formatDuration(report.readBack.seconds),
    })}`,
    ...tellKindsLost(report),
    ...listChangedColumns(report.tables.map(({ name, changed }) => ({ name, columns: changed }))).map(
      (line) => `  ${line}`,
    ),
    ...report.pseudonymKeys.map(({ label, compartment, file }) =>
      file === null
        ? `  - ${words.pseudonymKeyHere({ label, compartment: printable(compartment) })}`
        : `  ! ${words.pseudonymKeyWritten({ label, file })}`,
    ),
    ...neutralised.map((line) => `  ! ${line}`),
    ...report.absent.map((table) => `  - ${words.missingTable({ table: printable(table) })}`),
    ...missing.map((line) => `  - ${line}`),
  ]
  return `${lines.join('\n')}\n`
}

/** The files whose format says less than their tables knew; not all names of very many. */
function tellKindsLost({ tables }: RestoreReport): string[] {
  const files = tables.filter(({ kindsLost }) => kindsLost).map(({ file }) => printable(file))
  if (files.length === 0) return []
  const told = { files: files.slice(0, NAMED).join(', '), more: Math.max(0, files.length - NAMED) }
  return [`  - ${say().report.kindsLost(told)}`]
}
