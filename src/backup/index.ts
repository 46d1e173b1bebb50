/**
 * Series: deeds of the same sources, one behind the other, made without a person by a host whose key only signs. Every
 * deed, mark and prune names what stands before it by its digest, so that what is taken out, put in or brought back shows;
 * what this host has seen of a series it remembers itself. Sealing and verifying are those of `seal` and `deed`.
 */
export { type BeginRequest, type BegunSeries, beginSeries } from './begin-series.ts'
export type { SeriesFault } from './check-chain.ts'
export { type Retention, RULES } from './choose-kept.ts'
export type { DrillChoice } from './drill/choose-deed.ts'
export { fileReport } from './drill/file-report.ts'
export { type DrillRun, runDrill } from './drill/run-drill.ts'
export { type SignedDrill, signDrill } from './drill/sign-drill.ts'
export type { DrillPlace } from './drill/throw-away.ts'
export { DRILL, type DrillPaper, type DrillStep, readDrill } from './drill-paper.ts'
export { type DrillReport, type DrillReports, readDrills, readsSeries } from './drill-reports.ts'
export { type Link, signerOf } from './links.ts'
export { type ListedSeries, listSeries } from './list-series.ts'
export { readSeen } from './memory.ts'
export { renderMetrics } from './metrics.ts'
export { type Mirror, openMirror } from './mirror.ts'
export { type PlannedBackup, planBackup } from './plan-backup.ts'
export type { KeptBy, PruneChoice, PrunePlan } from './plan-prune.ts'
export { type PruneReport, previewPrune, pruneSeries } from './prune-series.ts'
export { isRemote } from './rclone.ts'
export {
  type RotatedDeed,
  type RotateSeriesRequest,
  rotateSeries,
  type SeriesRotation,
} from './rotate-series.ts'
export { type BackupReport, type BackupRequest, runBackup } from './run-backup.ts'
export { type OpenedSeries, openOwnSeries, openSeries, readSeriesFile } from './series.ts'
export {
  MARK,
  type MarkPaper,
  PRUNE,
  type PrunePaper,
  SERIES,
  SERIES_FILE,
  type SeriesPaper,
} from './series-papers.ts'
export { type SeriesStatus, seriesStatus } from './series-status.ts'
export type { KnownSuccessions, Signer, Signers } from './signers.ts'
export { type SeriesVerification, type Subset, verifySeries } from './verify-series.ts'
