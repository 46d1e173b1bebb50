import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { CheckedPreview, DiligenceTable, Preview, TeaserTable } from '../preview/index.ts'
import { formatAmount, formatBand, formatRows } from './preview-figures.ts'
import { renderTextTable } from './text-table.ts'

/** What was signed, as it was just written. */
export function renderPreviewWritten(preview: Preview, output: string): string {
  const { written, stages } = say().preview
  const title = written({ output: printable(output), stage: stages[preview.stage] })
  return renderTitled(title, preview)
}

/** What was signed, as somebody who was sent it may rely on. */
export function renderPreviewChecked({ preview, form }: CheckedPreview, file: string): string {
  const { checked, stages, pageChecked } = say().preview
  const title = checked({ file: printable(file), stage: stages[preview.stage] })
  return renderTitled(title, preview, form === 'page' ? [pageChecked] : [])
}

function renderTitled(title: string, preview: Preview, notes: readonly string[] = []): string {
  const words = say().preview
  const { name, fingerprint } = preview.issuer
  const lines = [
    title,
    `  ${words.signedBy({ name: printable(name), fingerprint })}`,
    `  ${words.created({ at: preview.created })}`,
    ...notes.map((note) => `  ${note}`),
    '',
    ...(preview.stage === 'teaser'
      ? preview.tables.flatMap((table, at) => teaserLines(table, at + 1))
      : preview.tables.flatMap(diligenceLines)),
    ...words.limits.slice(0, 2),
  ]
  return `${lines.join('\n')}\n`
}

function teaserLines({ rows, columns, years }: TeaserTable, number: number): string[] {
  const words = say().preview
  const count = columns.reduce((sum, each) => sum + each.columns, 0)
  return [
    words.tableNumber({ number }),
    `  ${words.tableRows({ rows: formatRows(rows, words), columns: count })}`,
    ...(years === null ? [] : [`  ${words.spanLine({ span: words.span(years) })}`]),
    ...block(
      words.teaserHeadings,
      columns.map((each) => [each.compartment, String(each.columns)]),
      [1],
    ),
  ]
}

function diligenceLines(table: DiligenceTable): string[] {
  const words = say().preview
  const [column = '', ...invented] = words.inventedHeadings
  return [
    words.table({ name: printable(table.name) }),
    `  ${words.tableRows({ rows: formatRows(table.rows, words), columns: table.columns.length })}`,
    ...block(
      words.columnHeadings,
      table.columns.map(({ name, type, compartment, filled, distinct }) => [
        printable(name, 24),
        type,
        compartment,
        words.filled[filled],
        distinct === null ? words.nothing : words.distinct[distinct],
      ]),
    ),
    ...periodLines(table),
    ...table.amounts.flatMap(({ column: name, bands, outside, unread, sum }) => [
      `  ${words.amountsTitle({ column: printable(name) })}`,
      ...block(words.amountHeadings, [
        ...bands.map(({ amount, rows }) => [formatAmount(amount, words), formatBand(rows, words)]),
        [words.outsideAmounts, formatBand(outside, words)],
        [words.unreadAmounts, formatBand(unread, words)],
        ...(sum === null ? [] : [[words.sumOfAll, formatAmount(sum, words)]]),
      ]),
    ]),
    ...table.kinds.flatMap(({ column: name, values, rare }) => [
      `  ${words.kindsTitle({ column: printable(name) })}`,
      ...block(words.kindHeadings, [
        ...values.map((rows, at) => [words.kind({ number: at + 1 }), formatBand(rows, words)]),
        [words.rareKinds, formatBand(rare, words)],
      ]),
    ]),
    `  ${words.inventedTitle}`,
    ...block(
      [column, ...invented],
      table.columns.map(({ name, invented: cells }) => [
        printable(name, 24),
        ...cells.map((cell) => printable(cell) || words.nothing),
      ]),
    ),
  ]
}

function periodLines({ periods }: DiligenceTable): string[] {
  if (periods === null) return []
  const words = say().preview
  const { by, amounts, list, outside, unread, totals, column } = periods
  const headings = [
    words.periodHeadings[by],
    words.periodHeadings.rows,
    ...amounts.map((name) => words.sumOf({ column: printable(name, 16) })),
  ]
  return [
    `  ${words.periods[by]}: ${words.periodsNote({ column: printable(column) })}`,
    ...block(headings, [
      ...list.map(({ period, rows, sums }) => [
        period,
        formatBand(rows, words),
        ...sums.map((sum) => formatAmount(sum, words)),
      ]),
      ...(amounts.length === 0
        ? []
        : [[words.total, '', ...totals.map((total) => formatAmount(total, words))]]),
      [words.outsidePeriods, formatBand(outside, words)],
      [words.unreadDates, formatBand(unread, words)],
    ]),
  ]
}

function block(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string[] {
  return [...renderTextTable(headings, rows, right).map((line) => `    ${line}`), '']
}
