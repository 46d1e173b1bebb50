/**
 * Papers: every signed statement but those inside a deed. A paper is one file, a DSSE envelope with its payload inside; it
 * is verified before it is parsed, read as the one kind that was asked for, and only ever under a card that was confirmed
 * before. What a kind of paper says is its own room's business; how it is signed and read is settled here.
 */
export { paperHead, readIssuerCard, withIssuerCard } from '../deed/index.ts'
export {
  assertAlsoSigned,
  type OpenedPaper,
  openPaper,
  openSignedPaper,
  type PaperKind,
  type SignedPaper,
} from './open-paper.ts'
export { findPaperForm, PAPER_HEAD_BYTES, type PaperForm } from './paper-form.ts'
export { type PeekedPaper, peekPaper } from './peek-paper.ts'
export { drawPaperId, type PaperSigner, signPaper } from './sign-paper.ts'
