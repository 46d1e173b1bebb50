import { statSync } from 'node:fs'
import { PAPER_PAGE_BYTES } from '../limits.ts'
import { findPaperForm, PAPER_HEAD_BYTES } from '../papers/index.ts'
import { readAtMost } from './read-at-most.ts'

/** The bytes of a file that begins like a paper; undefined for all else, a deed above all. */
export async function readPaper(path: string): Promise<Uint8Array | undefined> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return undefined
  if (findPaperForm(await readAtMost(path, PAPER_HEAD_BYTES)) === undefined) return undefined
  return readAtMost(path, PAPER_PAGE_BYTES + 1)
}
