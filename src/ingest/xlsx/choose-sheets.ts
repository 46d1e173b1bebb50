import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { refuse } from './refusals.ts'
import type { SheetReading } from './survey.ts'
import type { Sheet } from './workbook.ts'

/** A row number for one sheet of a workbook, or for all of them. */
export interface SheetNumber {
  /** Absent for every sheet. */
  readonly sheet?: string | undefined
  readonly number: number
}

/** How a person says that a workbook is to be read. */
export interface WorkbookOptions {
  /** Names of the sheets to seal; every visible one without it. */
  readonly sheets?: readonly string[] | undefined
  readonly headerRows?: readonly SheetNumber[] | undefined
  readonly footerRows?: readonly SheetNumber[] | undefined
}

const SHOWN = 20

/** @throws USAGE for a sheet that the workbook does not have */
export function assertSheetsExist(sheets: readonly Sheet[], options: WorkbookOptions, path: string): void {
  const { sheets: chosen = [], headerRows = [], footerRows = [] } = options
  const named = [...chosen, ...[...headerRows, ...footerRows].flatMap(({ sheet }) => sheet ?? [])]
  const [missing] = named.filter((name) => findSheet(sheets, name) === undefined)
  if (missing === undefined) return
  const names = sheets.slice(0, SHOWN).map(({ name }) => `"${printable(name, 40)}"`)
  const more = sheets.length > SHOWN ? ', …' : ''
  const told = { path: printable(path), sheet: printable(missing, 60), sheets: names.join(', ') + more }
  throw new DatadeedError('USAGE', say().xlsx.noSuchSheet(told))
}

/** A sheet by its name; names of sheets differ by more than case. */
export function findSheet(sheets: readonly Sheet[], name: string): Sheet | undefined {
  const folded = fold(name)
  return sheets.find((sheet) => fold(sheet.name) === folded)
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/** What options say of one sheet; what is said of it alone goes before what is said of all. */
export function readingOf(
  { name }: Sheet,
  { headerRows = [], footerRows = [] }: WorkbookOptions,
  header: boolean | undefined,
): SheetReading {
  return { headerRow: numberOf(headerRows, name), header, footerRows: numberOf(footerRows, name) ?? 0 }
}

function numberOf(given: readonly SheetNumber[], sheet: string): number | undefined {
  const own = given.find((each) => each.sheet !== undefined && fold(each.sheet) === fold(sheet))
  return (own ?? given.find((each) => each.sheet === undefined))?.number
}

/** @throws FORMAT for a sheet that has no cells by its kind, and was asked for */
export function assertHasCells({ name, type }: Sheet, path: string): void {
  if (type === 'worksheet') return
  const told = { path: printable(path), sheet: printable(name, 60) }
  throw refuse('FORMAT', say().xlsx.noCellSheet(told), ['hintSheet'])
}
