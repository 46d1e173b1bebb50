interface Part {
  path: string
  part: string
}

const mib = (bytes: number) => `${bytes / 1024 / 1024} MiB`
const some = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`

/** Workbooks. A path here names file and sheet: `members.xlsx [Sheet1]`. */
export const xlsx = {
  // What is no workbook, or a damaged one
  notWorkbook: (p: { path: string; what: string }) =>
    `"${p.path}" is no workbook that can be read: its content is ${p.what}`,
  notWorkbookAtAll: (p: { path: string }) =>
    `"${p.path}" is not an Excel workbook, which would be a ZIP archive`,
  noWorkbook: (p: { path: string }) => `"${p.path}" is a ZIP archive without an Excel workbook in it`,
  binaryWorkbook: (p: { path: string }) => `"${p.path}" is a binary workbook (.xlsb), which is not read`,
  damagedArchive: (p: { path: string }) =>
    `"${p.path}" is not a sound ZIP archive: it was cut off, damaged, or put together wrongly`,
  doublePart: (p: Part) =>
    `"${p.path}" holds two parts named "${p.part}": programs disagree which one counts`,
  missingPart: (p: Part) => `"${p.path}" lacks the part "${p.part}"`,
  encryptedPart: (p: { path: string }) => `"${p.path}" is an encrypted ZIP archive`,
  brokenPart: (p: Part) => `"${p.path}": the part "${p.part}" is not what a workbook holds there`,
  documentType: (p: Part) =>
    `"${p.path}": the part "${p.part}" declares a document type, which no workbook does`,
  // Limits
  tooManyParts: (p: { path: string; got: number; most: number }) =>
    `"${p.path}" has ${p.got} parts, at most ${p.most} are read`,
  partTooLong: (p: Part & { most: number }) =>
    `"${p.path}": the part "${p.part}" unpacks to more than ${mib(p.most)}`,
  partTooDense: (p: Part & { most: number }) =>
    `"${p.path}": the part "${p.part}" unpacks to more than ${p.most} times its size`,
  pieceTooLong: (p: Part & { most: number }) =>
    `"${p.path}": a text in the part "${p.part}" is longer than ${mib(p.most)}`,
  tooDeep: (p: Part & { most: number }) =>
    `"${p.path}": elements in the part "${p.part}" are nested more than ${p.most} deep`,
  tooManyStrings: (p: Part & { strings: number; bytes: number }) =>
    `"${p.path}" has more than ${p.strings} distinct texts, or more than ${mib(p.bytes)} of them`,
  // Cells
  halfCharacter: (p: Part) =>
    `"${p.path}": a text in the part "${p.part}" has half of a surrogate pair, which is no character`,
  unreadableCell: (p: { path: string; cell: string; type: string }) =>
    `"${p.path}" cell ${p.cell}: its value is not of its type "${p.type}"`,
  noCachedValue: (p: { path: string; cell: string; cells: number }) =>
    `"${p.path}": ${some(p.cells, 'formula')} without a calculated value, the first in cell ${p.cell}`,
  // Header line and other rows
  mergedTitle: (p: { path: string; row: number; cells: number; below: number; names: number }) =>
    `"${p.path}": row ${p.row} is a merged title, not the header line, which looks like row ${p.below} (${p.names} names)`,
  titleRow: (p: { path: string; row: number; cells: number; below: number; names: number }) =>
    `"${p.path}": row ${p.row} holds ${some(p.cells, 'cell')} only; the header line looks like row ${p.below} (${p.names} names)`,
  unnamedColumns: (p: { path: string; row: number; columns: string; cells: number }) =>
    `"${p.path}": the header line in row ${p.row} has no name for ${p.columns}, where ${some(p.cells, 'cell')} below it ${p.cells === 1 ? 'is' : 'are'} filled`,
  valuesAsNames: (p: { path: string; row: number; columns: string }) =>
    `"${p.path}": row ${p.row} should be the header line, but has numbers, dates or the like in ${p.columns}; names are not encrypted`,
  emptyHeaderRow: (p: { path: string; row: number }) =>
    `"${p.path}": row ${p.row} is to be the header line, but is empty`,
  footerTooLong: (p: { path: string; got: number; most: number }) =>
    `"${p.path}": --footer-rows ${p.got} is more than the ${p.most} rows that can be left out`,
  tooManyFooterRows: (p: { path: string; got: number; rows: number }) =>
    `"${p.path}": --footer-rows ${p.got} would leave out more rows than the ${p.rows} there are`,
  // Sheets
  sheetFaults: (p: { path: string; sheets: number; list: string }) =>
    `"${p.path}": ${p.sheets} sheets cannot be read as they are:\n  ${p.list}`,
  noSuchSheet: (p: { path: string; sheet: string; sheets: string }) =>
    `"${p.path}" has no sheet "${p.sheet}"; it has ${p.sheets}`,
  noCellSheet: (p: { path: string; sheet: string }) =>
    `"${p.path}": sheet "${p.sheet}" is a chart or the like and has no cells`,
  empty: (p: { path: string }) => `"${p.path}" has no visible sheet with cells to seal`,
  notForWorkbooks: (p: { path: string; flag: string }) =>
    `--${p.flag} does not concern "${p.path}": a workbook says this itself`,
  onlyForWorkbooks: (p: { flag: string }) =>
    `--${p.flag} is for Excel workbooks, and none is among the exports`,
  notARow: (p: { flag: string; got: string }) =>
    `--${p.flag} takes a number from 1, or SHEET=NUMBER, not "${p.got}"`,
  // What to do
  hintSaveAgain: 'open it in Excel, WPS or LibreOffice, look whether it is whole, and save it anew as .xlsx',
  hintSaveAsXlsx: 'open it in Excel, WPS or LibreOffice and save it as .xlsx',
  hintRenameCsv: 'if it is a text file, rename it to .csv',
  hintPassword: 'open it with its password, take the password off, and save it as .xlsx',
  hintSplitWorkbook: 'split the workbook into several',
  hintCalculate: 'open it in Excel, WPS or LibreOffice, which calculates it, and save it',
  hintNameColumns: 'give every column a name of its own in a copy of the workbook',
  hintThisHeaderRow: (p: { row: string }) => `if it is: --header-row ${p.row}`,
  hintHeaderRow: 'if the header line is another row: --header-row NUMBER',
  hintNoHeader: 'if there is no header line: --no-header',
  hintHeader: 'if these really are names: --header',
  hintFooterRows: 'count the rows below the table again',
  hintSheet: 'to choose sheets: --sheet NAME',
  hintEmpty: 'run the export again and check that it wrote rows',
  // Said of what is sealed, or left out
  hiddenSheet: (p: { sheet: string }) =>
    `sheet "${p.sheet}" is hidden and holds cells: it is not sealed unless you name it by --sheet`,
  sheetLeftOut: (p: { sheet: string }) => `sheet "${p.sheet}" is not sealed: --sheet does not name it`,
  emptySheet: (p: { sheet: string }) => `sheet "${p.sheet}" is empty`,
  noCells: (p: { sheet: string }) => `sheet "${p.sheet}" is a chart or the like and is not sealed`,
  totalRow: (p: { sheet: string; row: number; footerRows: string }) =>
    `sheet "${p.sheet}": row ${p.row} looks like a total or a remark and is sealed as a row; to leave it out: --footer-rows ${p.footerRows}`,
  hiddenRows: (p: { sheet: string; rows: number }) =>
    `sheet "${p.sheet}": ${some(p.rows, 'hidden row')} ${p.rows === 1 ? 'is' : 'are'} sealed like the others`,
  links: (p: { sheet: string; links: number }) =>
    `sheet "${p.sheet}": of ${some(p.links, 'link')} the text is sealed, not where ${p.links === 1 ? 'it leads' : 'they lead'}`,
  comments: (p: { sheet: string; comments: number }) =>
    `sheet "${p.sheet}": ${some(p.comments, 'comment')} on cells ${p.comments === 1 ? 'is' : 'are'} not sealed`,
  pictures: (p: { path: string; pictures: number }) =>
    `"${p.path}": ${some(p.pictures, 'picture')} ${p.pictures === 1 ? 'is' : 'are'} not sealed`,
  macros: (p: { path: string }) => `"${p.path}": its macros are not run and not sealed`,
}
