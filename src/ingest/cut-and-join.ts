/**
 * The room's second door, for worker threads: cutting slices and joining them again, without what opens an export,
 * which would cost each thread as much to load.
 */
export { assertByteExact } from './csv/byte-exact.ts'
export { type CutSlice, cutSliceInPlace } from './csv/cut-slice.ts'
export type { CsvDialect } from './csv/dialect.ts'
export { type Cell, eachCell } from './csv/each-cell.ts'
export { type SliceFault, SliceRefused } from './csv/fault.ts'
export { joinColumns, joinSlice } from './csv/join-slice.ts'
export { type Neutralised, neutraliseFormulas, neutraliseHeader } from './csv/neutralise-formulas.ts'
export { isJsonNumber, isJsonText } from './jsonl/is-json.ts'
export { absentTags } from './typed/absent-tags.ts'
