import { FOOTER_ROWS } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { SourceFile } from '../source-file.ts'
import type { ExcludedRows, TableSource } from '../table-source.ts'
import { typedDialect, typedPreamble } from '../typed/slice-writer.ts'
import type { Archive } from './archive.ts'
import type { CellContext } from './decode-cell.ts'
import { cellName, refuse } from './refusals.ts'
import { nameColumns } from './sheet-columns.ts'
import { flagNumber } from './sheet-faults.ts'
import { buildRemarks } from './sheet-remarks.ts'
import { openSheet, type ReadSheet, type SheetFacts } from './sheet-rows.ts'
import { readSheetSlices } from './sheet-slices.ts'
import { type SheetReading, SheetSurvey } from './survey.ts'
import { findTotals } from './total-rows.ts'
import type { Sheet } from './workbook.ts'

/** A workbook while its sheets are opened. */
export interface OpenWorkbook {
  readonly file: SourceFile
  readonly archive: Archive
  readonly context: Omit<CellContext, 'path'>
  readonly signal?: AbortSignal | undefined
  /** Told how many bytes of the sheet have been read. */
  readonly reading?: ((bytes: number) => void) | undefined
}

/** A sheet as a table, and what a person should know of it. */
export interface SheetTable {
  readonly source: TableSource
  readonly notes: readonly string[]
}

/**
 * Reads a sheet once, to know its columns, kinds and damage before the first slice; undefined if it holds nothing.
 * @throws SHAPE, VALUE, SYNTAX, LIMIT, FORMAT, CHANGED, IO_READ
 */
export async function openSheetTable(
  workbook: OpenWorkbook,
  sheet: Sheet,
  of: {
    readonly name: string
    readonly reading: SheetReading
    /** The sheet's name where flags must say it, because there are several. */
    readonly flagged: string | undefined
  },
): Promise<SheetTable | undefined> {
  const { file, archive } = workbook
  const { reading, flagged } = of
  const context = { ...workbook.context, path: `${file.path} [${sheet.name}]` }
  assertFooter(reading, context.path)
  const survey = new SheetSurvey(context, reading)
  const opened = await openSheet(archive, sheet.part)
  await surveySheet(survey, opened, workbook)
  if (survey.lastFilled === 0) return undefined
  const { facts } = opened
  assertReading(survey, reading, context.path)
  const columns = nameColumns(survey, reading, { path: context.path, merged: facts.merged, flagged })
  const { first, last } = survey
  const source: TableSource = {
    path: file.path,
    name: of.name,
    size: archive.packedSize(sheet.part),
    dialect: typedDialect(columns.length),
    preamble: typedPreamble(columns),
    preambleLines: 1,
    columns: columns.map(({ index, name, kind }) => ({ index, name, kind, declared: null })),
    description: {
      kind: 'xlsx',
      sheet: sheet.name,
      hidden: sheet.hidden,
      dateSystem: context.dateSystem,
    },
    remarks: buildRemarks(columns, survey, facts),
    excluded: () => excludedRows(survey, reading),
    rereadable: true,
    slices: (request) =>
      readSheetSlices(
        () => openSheet(archive, sheet.part),
        { columns, first, last },
        { file, context, request },
      ),
    assertUnchanged: () => file.assertUnchanged(),
  }
  return {
    source,
    notes: describeSheet(survey, facts, { sheet: sheet.name, flagged, columns: columns.length }),
  }
}

/** @throws LIMIT */
function assertFooter({ footerRows }: SheetReading, path: string): void {
  if (footerRows <= FOOTER_ROWS) return
  const told = { path: printable(path), got: footerRows, most: FOOTER_ROWS }
  throw refuse('LIMIT', say().xlsx.footerTooLong(told), ['hintFooterRows'])
}

async function surveySheet(
  survey: SheetSurvey,
  { rows, read }: ReadSheet,
  { signal, reading }: Pick<OpenWorkbook, 'signal' | 'reading'>,
): Promise<void> {
  for await (const batch of rows) {
    signal?.throwIfAborted()
    for (const row of batch) survey.add(row)
    reading?.(read())
  }
}

/** @throws SHAPE if the rows that a person named are not there, VALUE for formulas without value */
function assertReading(survey: SheetSurvey, { headerRow, footerRows }: SheetReading, path: string): void {
  const { xlsx } = say()
  const where = { path: printable(path) }
  if (headerRow !== undefined && survey.header?.number !== headerRow) {
    throw refuse('SHAPE', xlsx.emptyHeaderRow({ ...where, row: headerRow }), ['hintHeaderRow'])
  }
  const rows = survey.first === 0 ? 0 : survey.lastFilled - survey.first + 1
  if (footerRows > rows) {
    throw refuse('SHAPE', xlsx.tooManyFooterRows({ ...where, got: footerRows, rows }), ['hintFooterRows'])
  }
  if (survey.uncached === undefined) return
  const { cells, column, row } = survey.uncached
  throw refuse('VALUE', xlsx.noCachedValue({ ...where, cells, cell: cellName(column, row) }), [
    'hintCalculate',
  ])
}

function excludedRows(survey: SheetSurvey, { footerRows }: SheetReading): ExcludedRows[] {
  const { first, above, header } = survey
  const blank = (header?.number ?? first) - 1 - above
  return [
    { code: 'above-header' as const, rows: above },
    { code: 'below-table' as const, rows: footerRows },
    { code: 'blank' as const, rows: blank },
  ].filter(({ rows }) => rows > 0)
}

function describeSheet(
  survey: SheetSurvey,
  { links }: SheetFacts,
  {
    sheet,
    flagged,
    columns,
  }: { readonly sheet: string; readonly flagged: string | undefined; readonly columns: number },
): string[] {
  const { xlsx } = say()
  const told = { sheet: printable(sheet) }
  const totals = findTotals(survey.tail, { last: survey.last, columns })
  return [
    ...(totals === undefined
      ? []
      : [xlsx.totalRow({ ...told, row: totals.row, footerRows: flagNumber(totals.footerRows, flagged) })]),
    ...(links === 0 ? [] : [xlsx.links({ ...told, links })]),
    ...(survey.hiddenRows === 0 ? [] : [xlsx.hiddenRows({ ...told, rows: survey.hiddenRows })]),
  ]
}
