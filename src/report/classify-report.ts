import { stringify } from 'csv-stringify/sync'
import type { DetectorCount, DistinctBand, Examined, LegalCategories } from '../classify/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { ClassifiedTable } from '../seal/index.ts'
import { describeSource } from './describe-source.ts'
import { countSampled, renderExamined } from './examined.ts'
import { renderRemarks } from './remarks.ts'
import { renderTextTable } from './text-table.ts'
import { formatCount } from './units.ts'

/** A column's decision with its reasons as sentences; the compartment may be one of the seller's own. */
export interface ExplainedColumn {
  readonly index: number
  readonly header: string
  readonly type: string
  readonly compartment: string
  readonly sensitive: boolean
  readonly confidence: number
  readonly reasons: readonly string[]
  readonly filled: number
  readonly distinct: DistinctBand
  readonly examined: Examined
  readonly evidence: readonly DetectorCount[]
  /** Cells that were not examined as far as the decision needs; none where a person has decided. */
  readonly unexamined: number
  /** Of the type that was decided, by whomever. */
  readonly legal: LegalCategories
  /** The action that a policy decided on; absent where none has. */
  readonly decided?: string | undefined
}

export interface ExplainedTable extends Omit<ClassifiedTable, 'columns'> {
  readonly columns: readonly ExplainedColumn[]
}

/** What is sensitive, why, and in which compartment. */
export function renderClassified(tables: readonly ExplainedTable[], unsureBelow: number): string {
  const lines = tables.flatMap((table) => [
    say().report.classifiedTable({
      name: printable(table.name),
      file: printable(table.file),
      rows: formatCount(table.rows),
      source: describeSource(table.source),
    }),
    ...renderTextTable(
      say().report.classifyHeadings,
      table.columns.map((column) => columnLine(column, unsureBelow)),
      [0, 4],
    ).map((line) => `  ${line}`),
    ...renderExamined(table).map((line) => `  ${line}`),
    ...renderRemarks(table, (column) => table.columns[column]?.header ?? '').map((line) => `  ${line}`),
    '',
  ])
  return `${[...lines, renderSummary(tables, unsureBelow)].join('\n')}\n`
}

function columnLine(column: ExplainedColumn, unsureBelow: number): string[] {
  const unsure = column.confidence < unsureBelow ? '?' : ''
  const reason = column.reasons[0]
  return [
    String(column.index + 1),
    printable(column.header, 24),
    column.type,
    `${column.compartment}${column.sensitive ? ' !' : ''}`,
    `${Math.round(column.confidence * 100)} %${unsure}`,
    printable(reason ?? ''),
  ]
}

function renderSummary(tables: readonly ExplainedTable[], unsureBelow: number): string {
  const columns = tables.flatMap((table) => table.columns)
  return say().report.classifySummary({
    columns: columns.length,
    sensitive: columns.filter((column) => column.sensitive).length,
    unsure: columns.filter((column) => column.confidence < unsureBelow).length,
  })
}

/** The document's `tables`; the reasons are sentences in the language of the run. */
export function buildClassifiedFacts(tables: readonly ExplainedTable[]) {
  return {
    tables: tables.map(({ file, name, rows, source, remarks, excluded, columns }) => ({
      file,
      name,
      rows,
      // Of a CSV alone; `source` says it of every kind.
      encoding: source.kind === 'csv' ? source.encoding : null,
      encodingBy: source.kind === 'csv' ? source.encodingBy : null,
      delimiter: source.kind === 'csv' ? source.delimiter : null,
      source,
      remarks,
      excluded,
      sampled: countSampled(columns),
      unexamined: columns.reduce((sum, { unexamined }) => sum + unexamined, 0),
      columns: columns.map((column) => ({
        index: column.index,
        header: column.header,
        type: column.type,
        compartment: column.compartment,
        sensitive: column.sensitive,
        confidence: column.confidence,
        reasons: column.reasons,
        filled: Number(column.filled.toFixed(4)),
        distinct: column.distinct,
        examined: column.examined,
        unexamined: column.unexamined,
        evidence: column.evidence,
        legal: column.legal,
      })),
    })),
  }
}

/** For review in Excel or WPS: UTF-8 with BOM, CRLF, and no cell that a spreadsheet would take for a formula. */
export function renderClassifiedCsv(tables: readonly ExplainedTable[]): string {
  const rows = tables.flatMap((table) =>
    table.columns.map((column) => [
      table.file,
      table.name,
      column.index + 1,
      column.header,
      column.type,
      column.compartment,
      column.sensitive ? 'yes' : 'no',
      column.confidence.toFixed(2),
      column.reasons.join('; '),
    ]),
  )
  return stringify([say().report.csvHeadings, ...rows.map((row) => row.map(defuse))], {
    bom: true,
    record_delimiter: 'windows',
  })
}

/** Cells that begin like a formula are led by an apostrophe (OWASP: CSV injection). */
function defuse(cell: string | number): string {
  const text = printable(String(cell), 1000)
  return /^[\s\ufffd]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text
}
