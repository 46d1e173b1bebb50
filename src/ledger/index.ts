/**
 * What this installation did: lines that are only ever added, each bound to the one before by its digest and signed by
 * the installation's own key. A use case awaits its Recorder twice, before the first effect and before the commit;
 * if that fails, it does nothing. No line holds a cell, a path, or a digest of an export.
 */
export { ledgerPaths } from './append-line.ts'
export { type CheckedReceipt, findCheckedReceipts } from './checked-receipts.ts'
export { type CardPart, cardsAs, type Facts } from './facts.ts'
export { encodeHead, type LedgerHead, parseHead } from './head.ts'
export type { LedgerEvent, LedgerLine } from './line.ts'
export {
  assertMayImport,
  assertReason,
  findNewer,
  type ImportedDeed,
  type ImportRequest,
  targetFacts,
} from './memory.ts'
export { type LedgerReading, readLedger } from './read-ledger.ts'
export { openRecorder, type Recorder, type RecorderOptions, type RunRecorder } from './recorder.ts'
export { type Anchor, type CheckedAnchor, type LedgerVerification, verifyLedger } from './verify-ledger.ts'
