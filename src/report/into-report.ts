import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { IntoReport } from '../restore/index.ts'
import { listChangedColumns } from './changed-columns.ts'
import { renderTextTable } from './text-table.ts'
import { formatCount, formatDuration } from './units.ts'

type Stayed = IntoReport['tables'][number]['columns'][number]['stayedText']

/** What was restored into a database, what it is called there, and what this key does not open. */
export function renderRestoredInto(report: IntoReport): string {
  const { report: words, intoReport: own } = say()
  const { tables } = report
  const into = printable(report.into)
  const rows = formatCount(report.rows)
  const lines = [
    report.dryRun
      ? own.dry({ into, rows })
      : own.restored({
          into,
          rows,
          time: formatDuration(report.seconds),
          readBack: formatDuration(report.readBackSeconds),
        }),
    '',
    ...renderTextTable(
      own.headings,
      tables.map(({ name, rows: count, columns, table, done }) => [
        printable(name),
        formatCount(count),
        String(columns.length),
        printable(table),
        own.done[done],
      ]),
      [1, 2],
    ).map((line) => `  ${line}`),
    '',
    ...listRenamed(report),
    ...listTypes(report),
    `  ${words.opened({ names: report.opened.join(', ') })}`,
    ...(report.closed.length === 0 ? [] : [`  ${words.closed({ names: report.closed.join(', ') })}`]),
    ...listNotes(report),
    ...listChangedColumns(tables.map(({ name, changed }) => ({ name, columns: changed }))).map(
      (line) => `  ${line}`,
    ),
    ...report.absent.map((table) => `  - ${words.missingTable({ table: printable(table) })}`),
    ...tables.flatMap(({ name, missing }) =>
      missing.map((column) => {
        const because = words.because[column.because]
        return `  - ${words.missingColumn({ table: printable(name), column: printable(column.name), because })}`
      }),
    ),
  ]
  return `${lines.join('\n')}\n`
}

/** All of them: who looks for a column must find it. The names of tables stand in the table above. */
function listRenamed({ tables }: IntoReport): string[] {
  const { intoReport: own } = say()
  const renamed = tables.flatMap(({ name, columns }) =>
    columns.flatMap((column) => {
      if (column.name === null || column.name === column.column) return []
      const told = { name: printable(column.name), column: printable(column.column) }
      return [own.renamedColumn({ table: printable(name), ...told })]
    }),
  )
  return listUnder(own.renamed, renamed)
}

/** Which columns are no text, and why others are. */
function listTypes({ tables }: IntoReport): string[] {
  const { intoReport: own } = say()
  const typed = tables.flatMap(({ name, columns }) => {
    const named = columns.flatMap(({ name: called, column, type }) =>
      called === null || /^text$/i.test(type) ? [] : [`${printable(column)} ${printable(type)}`],
    )
    return named.length === 0 ? [] : [own.typedColumns({ table: printable(name), columns: named })]
  })
  const stayed = tables.flatMap(({ name, columns }) =>
    columns.flatMap(({ column, stayedText }) => {
      if (stayedText === null) return []
      const told = { table: printable(name), column: printable(column) }
      return [own.stayed({ ...told, because: whyText(stayedText) })]
    }),
  )
  return [...listUnder(own.typed, typed), ...listUnder(own.stayedText, stayed)]
}

function whyText({ code, nearest, cells, firstRow }: NonNullable<Stayed>): string {
  const { intoReport: own } = say()
  if (code === 'no-values') return own.noValues
  const [why, row] = [own.textReasons[code], formatCount(firstRow)]
  return nearest === null
    ? own.noType({ why, row })
    : own.nearly({ type: nearest, cells: formatCount(cells), row, why })
}

function listUnder(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`  ${title}`, ...lines.map((line) => `    ${line}`), '']
}

function listNotes({ tables, target }: IntoReport): string[] {
  const { intoReport: own } = say()
  const absent = tables.filter(({ absentAsNull }) => absentAsNull).map(({ name }) => printable(name))
  const numbered = tables.flatMap(({ name, columns: [first] }) =>
    first?.name === null ? [own.rowNumber({ table: printable(name), column: printable(first.column) })] : [],
  )
  return [
    own.nulls,
    ...(absent.length === 0 ? [] : [own.absent({ tables: absent.join(', ') })]),
    ...tables.flatMap(({ name, bytesAsText }) => {
      if (bytesAsText.length === 0) return []
      const columns = bytesAsText.map((column) => printable(column)).join(', ')
      return [own.bytes({ table: printable(name), columns })]
    }),
    target === 'sqlite' ? own.listed : own.commented,
    ...numbered,
  ].map((line) => `  - ${line}`)
}
