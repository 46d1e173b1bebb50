import { parse as parsePath } from 'node:path'
import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { assertWorkbook } from '../foreign-format.ts'
import type { ExportOptions } from '../open-export.ts'
import { openSource } from '../source/open-source.ts'
import type { SourceFile } from '../source-file.ts'
import type { OpenedExport, TableSource } from '../table-source.ts'
import { type Archive, openArchive } from './archive.ts'
import {
  assertHasCells,
  assertSheetsExist,
  findSheet,
  readingOf,
  type WorkbookOptions,
} from './choose-sheets.ts'
import { refuse } from './refusals.ts'
import { readSharedStrings } from './shared-strings.ts'
import { describeExtras, holdsCells } from './sheet-extras.ts'
import { SheetFaults } from './sheet-faults.ts'
import { type OpenWorkbook, openSheetTable } from './sheet-table.ts'
import { readCellFormats } from './styles.ts'
import { readWorkbook, type Sheet, type Workbook } from './workbook.ts'

/** Enough to tell what a file is that is no workbook. */
const HEAD_BYTES = 8192

/**
 * Opens a workbook: every visible sheet that holds cells is a table, or those that `--sheet` names. Each is read once
 * here, so that what the workbook has lost before is known before anything is sealed.
 * @throws USAGE, FORMAT, EMPTY, SHAPE, VALUE, SYNTAX, LIMIT, CHANGED, IO_READ
 */
export async function openXlsxExport(path: string, options: ExportOptions): Promise<OpenedExport> {
  assertOptions(path, options)
  const file = await openSource(path, options)
  try {
    const { tables, notes } = await openTables(file, options)
    return { path, tables, notes, [Symbol.asyncDispose]: () => file[Symbol.asyncDispose]() }
  } catch (cause) {
    try {
      // A file that was written over while it was read is that, whatever its bytes looked like meanwhile.
      await file.assertUnchanged()
    } finally {
      await file[Symbol.asyncDispose]()
    }
    throw cause
  }
}

/** @throws USAGE for what is said of text files only */
function assertOptions(path: string, { encoding, delimiter }: ExportOptions): void {
  const flag = encoding !== undefined ? 'encoding' : delimiter !== undefined ? 'delimiter' : undefined
  if (flag === undefined) return
  throw new DatadeedError('USAGE', say().xlsx.notForWorkbooks({ path: printable(path), flag }))
}

async function openTables(
  file: SourceFile,
  { workbook: wanted = {}, header, signal, opening }: ExportOptions,
): Promise<Pick<OpenedExport, 'tables' | 'notes'>> {
  const { path } = file
  const head = new Uint8Array(Math.min(HEAD_BYTES, file.size))
  await file.readInto(head, 0)
  assertWorkbook(head, path)
  const archive = await openArchive(file)
  const book = await readWorkbook(archive)
  assertSheetsExist(book.sheets, wanted, path)
  const { chosen, notes } = await chooseSheets(archive, book, wanted)
  const total = chosen.reduce((sum, { part }) => sum + archive.packedSize(part), 0)
  let before = 0
  const reading = (bytes: number): void => opening?.(before + bytes, total)
  const opened = { ...(await openContext(file, archive, book)), signal, reading }
  const tables: { sheet: Sheet; source: TableSource }[] = []
  const faults = new SheetFaults()
  for (const sheet of chosen) {
    const table = await openSheetTable(opened, sheet, {
      name: `${parsePath(path).name}.${sheet.name}`,
      reading: readingOf(sheet, wanted, header),
      flagged: chosen.length > 1 ? sheet.name : undefined,
    }).catch((cause) => faults.keep(cause))
    before += archive.packedSize(sheet.part)
    if (table === 'faulty') continue
    if (table === undefined) notes.push(say().xlsx.emptySheet({ sheet: printable(sheet.name) }))
    else {
      tables.push({ sheet, source: table.source })
      notes.push(...table.notes)
    }
  }
  faults.throwAny(path)
  if (tables.length === 0) {
    throw refuse('EMPTY', say().xlsx.empty({ path: printable(path) }), ['hintEmpty', 'hintSheet'])
  }
  const extras = await describeExtras(
    archive,
    book,
    tables.map(({ sheet }) => sheet),
  )
  return { tables: named(tables, path), notes: [...notes, ...extras] }
}

/** A workbook of one table gives it the file's own name. */
function named(tables: readonly { readonly source: TableSource }[], path: string): TableSource[] {
  const [only, ...more] = tables.map(({ source }) => source)
  if (only !== undefined && more.length === 0) return [{ ...only, name: parsePath(path).name }]
  return tables.map(({ source }) => source)
}

async function openContext(file: SourceFile, archive: Archive, book: Workbook): Promise<OpenWorkbook> {
  const formats = await readCellFormats(archive, book.styles)
  const strings =
    book.sharedStrings === undefined ? undefined : await readSharedStrings(archive, book.sharedStrings)
  return { file, archive, context: { strings, formats, dateSystem: book.dateSystem } }
}

/** Sheets that are left out are named; those without cells need only be where they look as if they had some. */
async function chooseSheets(
  archive: Archive,
  { sheets }: Workbook,
  { sheets: asked }: WorkbookOptions,
): Promise<{ chosen: Sheet[]; notes: string[] }> {
  const { xlsx } = say()
  const chosen =
    asked === undefined
      ? sheets.filter(({ hidden, type }) => !hidden && type === 'worksheet')
      : sheets.filter((sheet) => asked.some((name) => findSheet(sheets, name) === sheet))
  for (const sheet of chosen) assertHasCells(sheet, archive.path)
  const notes: string[] = []
  for (const sheet of sheets) {
    if (chosen.includes(sheet)) continue
    const told = { sheet: printable(sheet.name) }
    if (sheet.type !== 'worksheet') notes.push(xlsx.noCells(told))
    else if (await holdsCells(archive, sheet)) {
      notes.push(sheet.hidden ? xlsx.hiddenSheet(told) : xlsx.sheetLeftOut(told))
    }
  }
  return { chosen, notes }
}
