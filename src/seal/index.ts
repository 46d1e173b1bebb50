/**
 * The seller's way: exports, classified and planned, slice by slice through the workers into a signed deed that is read
 * back before it gets its name. Sources are only ever read; a run that fails leaves nothing behind.
 */

export { commitmentsOf } from './build-manifest.ts'
export { type ClassifiedExport, classifyExports, classifyNamedExports } from './classify-exports.ts'
export { DataKeys } from './data-keys.ts'
export { openExports } from './open-exports.ts'
export type {
  AccessRequest,
  ClassifiedTable,
  ClassifyRequest,
  DriftReport,
  ExportRequest,
  OpenedTable,
  PlannedTableReport,
  PseudonymKeyReport,
  SealedTable,
  SealPreview,
  SealProgress,
  SealReport,
  SealRequest,
} from './request.ts'
export { runSlices } from './run-slices.ts'
export { previewSeal, sealExports } from './seal-exports.ts'
export { startSealThreads } from './seal-threads.ts'
export { areUnchanged, type TableDigest, TableDigests } from './table-digests.ts'
