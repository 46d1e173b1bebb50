/** Pages that say what a verification or a receipt came to: one self-contained file each, for the browser and for paper. */
export { type ReceiptPageFacts, renderReceiptPage } from './receipt-page.ts'
export { renderVerifiedPage, type VerifiedPageFacts } from './verified-page.ts'
