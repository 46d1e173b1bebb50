/**
 * The room's second door, for worker threads: sealing and opening blocks, without the schemas of the documents around
 * them, which would cost each thread more to load than a slice takes to seal.
 */
export { type BlockPlace, sealBlock } from './block.ts'
export { addTotals, NO_TOTAL, type Total, type TotalTask, totalSegments } from './control-totals.ts'
export { frameHeadLength } from './frame.ts'
export { type BlockJob, openBlockJob } from './open-block-job.ts'
export { readExactAmount } from './read-amount.ts'
export {
  type BlockKeys,
  type OtherDeed,
  proveInBoth,
  type ResealedBlock,
  resealBlock,
} from './reseal-block.ts'
export { eachKind } from './tags.ts'
