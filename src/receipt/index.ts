/**
 * The receipt: the buyer's signed word on what came of a deed. Writing one opens everything that the key opens, so that
 * its proofs stand for that; checking one compares it with the deed and with what the seller kept. Neither writes a file,
 * and no cell or sum of cells stands in a receipt in the clear.
 */
export type { EarlierReceipt, ReceiptMemory } from './check-fresh.ts'
export { type CheckReceiptRequest, checkReceipt } from './check-receipt.ts'
export { CHECKS, type ReceiptCheck, type ReceiptFault } from './findings.ts'
export {
  RECEIPT,
  RECEIPT_STATES,
  type Receipt,
  type ReceiptState,
  readReceipt,
} from './receipt-paper.ts'
export { type ReceiptRequest, type WrittenReceipt, writeReceipt } from './write-receipt.ts'
