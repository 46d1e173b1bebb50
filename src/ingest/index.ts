/**
 * Exports in, slices out. A CSV is read once for its encoding and dialect (never guessed), then in slices of whole
 * rows that any worker cuts into columns of bytes, and that the same room joins again, byte for byte.
 * Nothing here handles cells one by one but `eachCell`; no message names a cell.
 * The byte loops run in WebAssembly (kernel/); TypeScript does what is out of the ordinary, and all of it without that.
 */
export { assertByteExact } from './csv/byte-exact.ts'
export { type CutSlice, cutSlice, cutSliceInPlace, type SlicePlace } from './csv/cut-slice.ts'
export {
  type CsvDialect,
  DELIMITERS,
  type Delimiter,
  LINE_ENDS,
  type LineEnd,
} from './csv/dialect.ts'
export { type Cell, eachCell } from './csv/each-cell.ts'
export { faultToError, type SliceFault, SliceRefused } from './csv/fault.ts'
export { looksLikeValue } from './csv/header.ts'
export { joinColumns, joinSlice } from './csv/join-slice.ts'
export { type Neutralised, neutraliseFormulas, neutraliseHeader } from './csv/neutralise-formulas.ts'
export { type CsvExport, type CsvOptions, openCsvExport } from './csv/open-csv-export.ts'
export { headerFields, joinHeader } from './csv/preamble.ts'
export { assertSampleAgrees } from './csv/sample.ts'
export { type LoadedRows, readCopied, readInserted } from './database/read-loaded.ts'
export type { AskEncoding, EncodingBy, EncodingCandidate } from './encoding/detect-encoding.ts'
export { ENCODINGS, type Encoding, findEncoding } from './encoding/encodings.ts'
export { splitPath } from './jsonl/paths.ts'
export { type ListedTable, listTables } from './list-tables.ts'
export { type ExportOptions, isDatabase, isJsonName, isWorkbookName, openExport } from './open-export.ts'
export { openSourceFile, type SourceDisk, type SourceFile } from './source-file.ts'
export { openDatabaseFile } from './sqlite/open-database.ts'
export type {
  ColumnRemark,
  ExcludedRows,
  OpenedExport,
  SliceRequest,
  SourceDescription,
  SourceSlice,
  TableSource,
} from './table-source.ts'
export { typedDialect } from './typed/slice-writer.ts'
export type { SheetNumber, WorkbookOptions } from './xlsx/choose-sheets.ts'
