import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { ComparedTable, CompareReport, RowsComparison } from '../restore/index.ts'
import { renderTextTable } from './text-table.ts'
import { formatCount, formatDuration } from './units.ts'

/** Places of each kind that a text lists of a table; the document has more. */
const SHOWN = 5

/** Whether a target is what a deed holds, and where it is not: places and counts, no cell. */
export function renderComparison(report: CompareReport): string {
  const words = say().compare
  const told = {
    deed: printable(report.deed),
    target: printable(report.target),
    rows: formatCount(report.rows),
    time: formatDuration(report.seconds),
  }
  const lists = [
    ...named(
      report.otherTables,
      (names) => `${report.kind === 'folder' ? '!' : '-'} ${words.otherTables({ names })}`,
    ),
    ...named(report.tablesNotCompared, (names) => `- ${words.tablesNotCompared({ names })}`),
  ]
  const lines = [
    report.equal ? words.same(told) : words.different(told),
    '',
    ...renderTextTable(words.headings, report.tables.map(row), [2, 3, 4, 5, 6, 7]).map((line) => `  ${line}`),
    '',
    ...report.tables.flatMap((table) => tellTable(table).map((line) => `  ${line}`)),
    ...lists.map((line) => `  ${line}`),
    `  ${say().report.opened({ names: report.opened.join(', ') })}`,
    ...named(report.closed, (names) => `  ${say().report.closed({ names })}`),
    ...named(report.leftOut, (names) => `  ${say().report.leftOut({ names })}`),
  ]
  return `${lines.join('\n')}\n`
}

function row({ name, target, rows }: ComparedTable): string[] {
  const counts =
    rows === null
      ? ['', '', '', '', '', '']
      : [rows.deedRows, rows.targetRows, rows.same, rows.different, rows.missing, rows.extra].map(formatCount)
  return [printable(name), printable(target ?? '–'), ...counts]
}

/** `!` stands before what differs, `-` before what is only to be known. */
function tellTable(compared: ComparedTable): string[] {
  const words = say().compare
  const { rows, by, equal } = compared
  const table = printable(compared.name)
  if (compared.target === null) return [`! ${words.noTable({ table })}`]
  const notHere = compared.notCompared.flatMap(({ name, because }) => (because === 'dropped' ? [] : [name]))
  return [
    ...(equal && by !== null ? [words.equalBy[by]({ table })] : []),
    ...named(compared.missingColumns, (names) => `! ${words.noColumns({ table, names })}`),
    ...named(compared.extraColumns, (names) => `! ${words.extraColumns({ table, names })}`),
    ...named(compared.movedColumns, (names) => `! ${words.movedColumns({ table, names })}`),
    ...(rows === null ? [] : tellRows(table, rows)),
    ...compared.masked.map(({ column, deedRow, deed, target }) => {
      const [own, its] = [deed, target].map((text) =>
        text === null ? words.emptyCell : `"${printable(text)}"`,
      )
      const told = { column: printable(column), deedRow: formatCount(deedRow) }
      return `    ${words.masked({ ...told, deed: own ?? '', target: its ?? '' })}`
    }),
    ...compared.notes.map((note) => `- ${words.notes[note]({ table })}`),
    ...named(notHere, (names) => `- ${words.columnsNotCompared({ table, names })}`),
  ]
}

function tellRows(table: string, rows: RowsComparison): string[] {
  const words = say().compare
  const { otherOrder, places, placesLeftOut, swaps } = rows
  const shown = (['different', 'missing', 'extra'] as const).flatMap((kind) =>
    places.filter((place) => place.kind === kind).slice(0, SHOWN),
  )
  const more = places.length - shown.length + placesLeftOut
  return [
    ...rows.columns.map(({ column, cells, nullToEmpty, emptyToNull }) => {
      const of = [
        ...(nullToEmpty === 0 ? [] : [words.nullToEmpty({ cells: formatCount(nullToEmpty) })]),
        ...(emptyToNull === 0 ? [] : [words.emptyToNull({ cells: formatCount(emptyToNull) })]),
      ]
      const told = words.column({ table, column: printable(column), cells: formatCount(cells) })
      return `! ${of.length === 0 ? told : words.withDetails({ told, details: of })}`
    }),
    ...shown.map((place) => `    ${tellPlace(place)}`),
    ...(more === 0 ? [] : [`    ${words.morePlaces({ more: formatCount(more) })}`]),
    ...swaps.slice(0, SHOWN).map(({ columns: [one, other], deedRows: [first, second] }) => {
      const [left, right] = [formatCount(first), formatCount(second)]
      return one === other
        ? `    ${words.swapped({ column: printable(one), first: left, second: right })}`
        : `    ${words.swappedColumns({ row: left, first: printable(one), second: printable(other) })}`
    }),
    ...(otherOrder === null
      ? []
      : [
          `- ${words.otherOrder({
            table,
            deedRow: formatCount(otherOrder.deedRow),
            targetRow: formatCount(otherOrder.targetRow),
          })}`,
        ]),
    ...(places.length > 0 && rows.pairedBy === 'place' ? [`- ${words.pairedByPlace({ table })}`] : []),
  ]
}

function tellPlace(place: RowsComparison['places'][number]): string {
  const words = say().compare
  switch (place.kind) {
    case 'missing':
      return words.rowMissing({ row: formatCount(place.deedRow) })
    case 'extra':
      return (place.repeats ? words.rowRepeats : words.rowExtra)({ row: formatCount(place.targetRow) })
    case 'different':
      return words.rowDiffers({
        deedRow: formatCount(place.deedRow),
        targetRow: formatCount(place.targetRow),
        columns: place.columns.map((name) => printable(name)).join(', '),
      })
    default:
      return place satisfies never
  }
}

/** A sentence with names in it, where there are any. */
function named(names: readonly string[], sentence: (names: string) => string): string[] {
  return names.length === 0 ? [] : [sentence(names.map((name) => printable(name)).join(', '))]
}
