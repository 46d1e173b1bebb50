import { statSync } from 'node:fs'
import { DatadeedError } from '../errors.ts'
import { PAPER_PAGE_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { findPaperForm, PAPER_HEAD_BYTES } from '../papers/index.ts'
import { findPaper } from '../report/index.ts'
import { readAtMost } from './read-at-most.ts'

/** The bytes of a file that begins like a paper; undefined for all else, a deed above all. */
export async function readPaper(path: string): Promise<Uint8Array | undefined> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return undefined
  if (findPaperForm(await readAtMost(path, PAPER_HEAD_BYTES)) === undefined) return undefined
  return readAtMost(path, PAPER_PAGE_BYTES + 1)
}

/** A page carries its envelope; whether it shows what was signed is not asked here. */
export function envelopeOf(bytes: Uint8Array, name: string): Uint8Array {
  if (findPaperForm(bytes) !== 'page') return bytes
  const envelope = findPaper(Buffer.from(bytes).toString())
  if (envelope !== undefined) return Buffer.from(envelope)
  throw new DatadeedError('DAMAGED', say().preview.noPaper({ name }))
}
