/**
 * Anyone's way: a deed and the seller's confirmed card give five verdicts, each yes, no or not checked, with every failure
 * listed. No secret is needed; with a key, every block that it opens is opened too.
 */

export { type InspectReport, inspectDeed } from './inspect-deed.ts'
export { type Answer, VERDICTS, type Verdict, type VerifyFailure, type VerifyReport } from './report.ts'
export { type Verification, type VerifyRequest, verifyDeed, verifyWithProof } from './verify-deed.ts'
