/**
 * Results as text, documents and CSV, in the language of the run. Pure: no file, no clock, no colour. Everything from
 * outside passes through `printable` on its way into a text; a document carries it as it is, escaped by JSON.
 */
export {
  renderAccessReview,
  renderGranted,
  renderGrantPaper,
  renderRotationPaper,
  renderSharePaper,
  renderSharePassed,
} from './access-report.ts'
export {
  buildListedFacts,
  renderBackup,
  renderBegun,
  renderListed,
  renderMarkPaper,
  renderPlannedBackup,
  renderSeriesPaper,
  renderSeriesVerified,
} from './backup-report.ts'
export { buildCardFacts, renderCard, renderCards, renderKeyCreated, renderTrusted } from './card-report.ts'
export { buildCensusFacts, renderCensus } from './census-report.ts'
export { type ClassificationFacts, renderClassificationPage } from './classification-page/index.ts'
export {
  buildClassifiedFacts,
  type ExplainedColumn,
  type ExplainedTable,
  renderClassified,
  renderClassifiedCsv,
} from './classify-report.ts'
export { renderCompared } from './compare-report.ts'
export { renderComparison } from './comparison-report.ts'
export { buildCompromiseFacts, renderCompromised, renderCompromiseUndone } from './compromise-report.ts'
export { buildDocument } from './document.ts'
export {
  buildDifferenceFacts,
  type ComparedExports,
  renderDifferences,
} from './drift-report.ts'
export { buildHistoryFacts, renderDrillHistory } from './drill-history.ts'
export { renderDrillPage } from './drill-page/index.ts'
export { renderDrilled, renderDrillPaper } from './drill-report.ts'
export { renderReceiptPage, renderVerifiedPage } from './evidence-page/index.ts'
export { buildInspectFacts, renderInspected } from './inspect-report.ts'
export { renderRestoredInto } from './into-report.ts'
export {
  buildSuccessionFacts,
  renderRotated,
  renderSuccessionPaper,
  renderTrustedSuccessor,
} from './keys-report.ts'
export { renderEcsEvent } from './ledger-ecs.ts'
export { buildLedgerVerifiedFacts, renderLedger, renderLedgerVerified } from './ledger-report.ts'
export { findPaper, renderPreviewPage } from './preview-page/index.ts'
export { renderPreviewChecked, renderPreviewWritten } from './preview-report.ts'
export { buildPruneFacts, renderPrune, renderPrunePaper } from './prune-report.ts'
export { renderReceipt, renderReceiptCheck, renderReceiptWritten } from './receipt-report.ts'
export { renderRemarks } from './remarks.ts'
export { renderResealed, renderResealPaper } from './reseal-report.ts'
export { renderRestored } from './restore-report.ts'
export { buildRotationFacts, renderRotation } from './rotate-report.ts'
export { renderPreview, renderSealed } from './seal-report.ts'
export { buildStatusFacts, describeStale, renderStatus } from './status-report.ts'
export { formatBytes, formatCount, formatDuration } from './units.ts'
export { renderVerified } from './verify-report.ts'
export { displayWidth, padEnd } from './width.ts'
