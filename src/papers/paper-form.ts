/** The two files that a paper can be: its envelope, or a page that carries the envelope for people to read. */
export type PaperForm = 'envelope' | 'page'

/** Bytes of a file's beginning that tell. */
export const PAPER_HEAD_BYTES = 64

/**
 * What a file is by how it begins; undefined for what is no paper. A deed begins with the letters of a ZIP, an envelope with
 * its brace, a page with its doctype. Nothing is believed by it: it only says who is to read on.
 */
export function findPaperForm(head: Uint8Array): PaperForm | undefined {
  const text = Buffer.from(head.subarray(0, PAPER_HEAD_BYTES)).toString('latin1').trimStart().toLowerCase()
  if (text.startsWith('{')) return 'envelope'
  return text.startsWith('<!doctype html') ? 'page' : undefined
}
