/**
 * Keys that rotate: a card names its successor in a paper that both have signed, and whoever trusts the old one can trust the
 * new one by it. Nothing here takes a key back from whoever has it.
 */
export { CARD_STATES, type CardLife, type CardState, readLife } from './card-life.ts'
export { type Census, type CountedDeed, opensIn, takeCensus } from './census.ts'
export { type CensusCondition, holdsFor, readCondition } from './census-conditions.ts'
export { type CountedCard, countCards } from './count-cards.ts'
export { findDeeds } from './find-deeds.ts'
export { findReach, type Reach } from './find-reach.ts'
export { type AgeLimits, DAY, judgeAge, type KeyAge } from './key-age.ts'
export {
  CATCH_UP_DAYS,
  nextName,
  OVERLAP_DAYS,
  type RotatedKey,
  type RotateRequest,
  rotateKey,
} from './rotate-key.ts'
export {
  readSuccession,
  SUCCESSION,
  type Succession,
  type SuccessionPaper,
  takeSuccession,
} from './succession-paper.ts'
export {
  keepSuccession,
  listSuccessions,
  readSuccessionBytes,
  readSuccessionFile,
  type Successions,
} from './successions.ts'
export {
  dayOf,
  followSuccessions,
  keepChain,
  type SuccessionFile,
  type TrustedChain,
} from './trust-successor.ts'
