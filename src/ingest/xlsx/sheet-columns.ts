import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { CELL_KINDS, type Column, type ColumnKind } from '../../table.ts'
import { assertColumnCount, assertNames } from '../csv/header.ts'
import type { HeadCell, HeadRow } from './head-rows.ts'
import { columnLetters, refuse } from './refusals.ts'
import { flagNumber } from './sheet-faults.ts'
import type { CellRange } from './sheet-rows.ts'
import type { ColumnSurvey, SheetReading, SheetSurvey } from './survey.ts'

/** A column of the table, and where the sheet has it. */
export interface SheetColumn extends Column {
  readonly kind: ColumnKind
  /** Of the sheet, from 0. */
  readonly at: number
}

const MOST_LETTERS = 10

interface HeaderPlace {
  /** The file and sheet, for sentences. */
  readonly path: string
  readonly merged: readonly CellRange[]
  /** The sheet's name where flags must say it. */
  readonly flagged: string | undefined
}

/**
 * The columns that a sheet uses, named by its header line. Columns of a sheet that hold nothing are none.
 * @throws SHAPE for titles above the header line, cells without a name over them, names that are none; LIMIT
 */
export function nameColumns(survey: SheetSurvey, reading: SheetReading, of: HeaderPlace): SheetColumn[] {
  const header = survey.header && survey.head.complete(survey.header, of.merged)
  if (header !== undefined) assertHeader(header, survey, { ...of, reading })
  const named = new Map((header?.cells ?? []).map((cell) => [cell.column, cell]))
  const used = [...new Set([...named.keys(), ...survey.columns.keys()])].sort((a, b) => a - b)
  assertColumnCount(used.length, of.path)
  const columns = used.map((at, index): SheetColumn => {
    const name = header === undefined ? `column${index + 1}` : (named.get(at)?.text ?? '')
    return { index, name, kind: commonestKind(survey.columns.get(at)), at }
  })
  if (header !== undefined) {
    assertNames(columns, { path: of.path, line: header.number, asserted: reading.header === true })
  }
  return columns
}

/** Of equally common kinds the first; text where there are no cells. */
function commonestKind(survey: ColumnSurvey | undefined): ColumnKind {
  let found: ColumnKind = 'text'
  let most = 0
  for (const [number, kind] of CELL_KINDS.entries()) {
    const cells = survey?.kinds[number] ?? 0
    if (cells <= most || kind === 'null' || kind === 'absent') continue
    found = kind
    most = cells
  }
  return found
}

function assertHeader(
  header: HeadRow,
  survey: SheetSurvey,
  { path, merged, flagged, reading }: HeaderPlace & { readonly reading: SheetReading },
): void {
  const below = reading.headerRow === undefined ? survey.head.findHeaderBelow(merged) : undefined
  const names = new Set(header.cells.map(({ column }) => column))
  const unnamed = [...survey.columns.keys()].filter((column) => !names.has(column)).sort((a, b) => a - b)
  if (unnamed.length > 0 && below !== undefined) throw titleAbove(header, below, { path, merged, flagged })
  const where = { path: printable(path), row: header.number }
  if (unnamed.length > 0) {
    const cells = unnamed.reduce((sum, column) => sum + (survey.columns.get(column)?.filled ?? 0), 0)
    const columns = lettersOf(unnamed)
    const sentence = say().xlsx.unnamedColumns({ ...where, columns, cells })
    throw refuse('SHAPE', sentence, ['hintNameColumns', 'hintHeaderRow', 'hintNoHeader', 'hintSheet'])
  }
  const values = header.cells.filter(({ kind }) => kind !== 'text')
  if (values.length > 0 && reading.header !== true) throw valuesAsNames(values, where)
}

function titleAbove(
  { number, cells }: HeadRow,
  below: HeadRow,
  { path, merged, flagged }: HeaderPlace,
): DatadeedError {
  const across = merged.some(
    ({ firstRow, lastRow, firstColumn, lastColumn }) =>
      firstRow <= number && number <= lastRow && lastColumn > firstColumn,
  )
  const told = {
    path: printable(path),
    row: number,
    cells: cells.length,
    below: below.number,
    names: below.cells.length,
  }
  const sentence = across ? say().xlsx.mergedTitle(told) : say().xlsx.titleRow(told)
  const { hintThisHeaderRow, hintNoHeader, hintSheet } = say().xlsx
  const proposal = hintThisHeaderRow({ row: flagNumber(below.number, flagged) })
  return new DatadeedError('SHAPE', sentence, { hints: [proposal, hintNoHeader, hintSheet] })
}

function valuesAsNames(values: readonly HeadCell[], where: { path: string; row: number }): DatadeedError {
  const columns = lettersOf(values.map(({ column }) => column))
  const sentence = say().xlsx.valuesAsNames({ ...where, columns })
  return refuse('SHAPE', sentence, ['hintNoHeader', 'hintHeaderRow', 'hintHeader'])
}

function lettersOf(columns: readonly number[]): string {
  const letters = columns.slice(0, MOST_LETTERS).map(columnLetters)
  return [...letters, ...(columns.length > MOST_LETTERS ? ['…'] : [])].join(', ')
}
