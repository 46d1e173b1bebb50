/**
 * Previews for due diligence: what a buyer may know of customer data before there is a deed. Exports are read twice, once to
 * know what their columns are, once to count; of the counts only what cannot tell of fewer than ten rows is signed, as a
 * paper. No cell gets into one: sample rows are made up, kinds are numbered, sums and counts are bands.
 */
export type { AmountBand, CountBand, RoundedRows } from './bands.ts'
export { checkPreview } from './check-preview.ts'
export type { FillBand } from './fill.ts'
export {
  type DiligenceTable,
  PREVIEW,
  type Preview,
  STAGES,
  type Stage,
  type TeaserTable,
} from './preview-paper.ts'
export type {
  CheckedPreview,
  CheckRequest,
  PreviewPages,
  PreviewProgress,
  PreviewRequest,
  SignedPreview,
} from './request.ts'
export { writePreview } from './write-preview.ts'
