/**
 * Series: deeds of the same sources, one behind the other, made without a person by a host whose key only signs. Every
 * deed, mark and prune names what stands before it by its digest, so that what is taken out, put in or brought back shows;
 * what this host has seen of a series it remembers itself. Sealing and verifying are those of `seal` and `deed`.
 *
 * `series` is the folder, its links and whom they are signed by; `remote` brings it from elsewhere; `run` adds a link, `look`
 * verifies and tells, `prune` takes content out, `rotate` changes readers, `drill` restores to see that it can be done.
 */

export type { DrillChoice } from './drill/choose-deed.ts'
export { DRILL, type DrillPaper, type DrillStep, readDrill } from './drill/drill-paper.ts'
export { type DrillReport, type DrillReports, readDrills, readsSeries } from './drill/drill-reports.ts'
export { fileReport } from './drill/file-report.ts'
export { type DrillRun, runDrill } from './drill/run-drill.ts'
export { type SignedDrill, signDrill } from './drill/sign-drill.ts'
export type { DrillPlace } from './drill/throw-away.ts'
export { renderMetrics } from './look/metrics.ts'
export { type SeriesStatus, seriesStatus } from './look/series-status.ts'
export { type SeriesVerification, type Subset, verifySeries } from './look/verify-series.ts'
export { type Retention, RULES } from './prune/choose-kept.ts'
export type { KeptBy, PruneChoice, PrunePlan } from './prune/plan-prune.ts'
export { type PruneReport, previewPrune, pruneSeries } from './prune/prune-series.ts'
export { type Frames, openFrames } from './remote/frames.ts'
export { type Mirror, openMirror } from './remote/mirror.ts'
export { isRemote, placeBelow } from './remote/rclone.ts'
export {
  type RotatedDeed,
  type RotateSeriesRequest,
  rotateSeries,
  type SeriesRotation,
} from './rotate/rotate-series.ts'
export { type PlannedBackup, planBackup } from './run/plan-backup.ts'
export { type BackupReport, type BackupRequest, runBackup } from './run/run-backup.ts'
export { type BeginRequest, type BegunSeries, beginSeries } from './series/begin-series.ts'
export type { SeriesFault } from './series/check-chain.ts'
export { type Link, signerOf } from './series/links.ts'
export { type ListedSeries, listSeries } from './series/list-series.ts'
export { readSeen } from './series/memory.ts'
export { type OpenedSeries, openOwnSeries, openSeries, readSeriesFile } from './series/series.ts'
export {
  MARK,
  type MarkPaper,
  PRUNE,
  type PrunePaper,
  SERIES,
  SERIES_FILE,
  type SeriesPaper,
} from './series/series-papers.ts'
export type { KnownSuccessions, Signer, Signers } from './series/signers.ts'
