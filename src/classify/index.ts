/**
 * The classifier's room: slices -> classified columns. One detector a file (`detectors`), header words per language
 * (`headers`), and a judge that weighs both in the light of the whole table. It reads values and says what they are;
 * it never puts one into a reason. What it cannot decide goes to a protected compartment, with low confidence.
 */

export { type CellShape, shapeCells } from './cell-shapes.ts'
export { classifyTable } from './classify-table.ts'
export {
  type ColumnDecision,
  type ColumnSample,
  type DetectorCount,
  type DistinctBand,
  type Examined,
  UNSURE_BELOW,
} from './column.ts'
export { findLegalCategories } from './legal.ts'
export type { AnnexA, LegalCategories, LegalNote } from './legal-of-type.ts'
export { explainReason } from './reasons.ts'
export { SAMPLE_HEAD_ROWS, SAMPLE_ROWS, SampleCollector } from './sample.ts'
export { createScanCounts, scanSegment } from './scan.ts'
export {
  COLUMN_TYPES,
  COMPARTMENTS,
  type ColumnType,
  type Compartment,
  isColumnType,
  isSensitiveType,
  OPEN_COMPARTMENTS,
  TYPE_FACTS,
} from './types.ts'
export { countUnexamined, refuseUnexamined } from './unexamined.ts'
