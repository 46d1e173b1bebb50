/**
 * Who may open what, after a deed was sealed: grants (the keys of some compartments, wrapped anew for other readers), shares
 * of an escrow that their holders pass on, other readers in the place of those before, and the review of all of it. Neither the manifest nor a block is ever touched,
 * and nothing here takes a key back: whoever held one still does.
 */
export { type GrantReport, type GrantRequest, grantAccess } from './grant-access.ts'
export {
  describeGrant,
  describeRotation,
  describeShare,
  GRANT,
  type GrantFacts,
  type RotationFacts,
  SHARE,
  type ShareFacts,
} from './grant-paper.ts'
export { type PassedShareReport, type PassShareRequest, passShare } from './pass-share.ts'
export {
  findRotationFaults,
  type PlannedRotation,
  planRotation,
  type ReaderChange,
  type RotationCards,
} from './plan-rotation.ts'
export { type GrantFile, readGrants } from './read-grants.ts'
export { type AccessReview, type Right, reviewAccess } from './review-access.ts'
export {
  assertOpensAll,
  type RotateAccessRequest,
  type RotatedAccess,
  rotateAccess,
} from './rotate-access.ts'
export { type CardFollows, canBeChanged } from './rotation-authority.ts'
