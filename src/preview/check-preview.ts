import { DatadeedError } from '../errors.ts'
import { PAPER_PAGE_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { findPaperForm, openPaper } from '../papers/index.ts'
import { programVersion } from '../version.ts'
import { PREVIEW } from './preview-paper.ts'
import type { CheckedPreview, CheckRequest } from './request.ts'

/**
 * Checks a preview that somebody was sent: the seller's signatures, then, of a page, that it shows what was signed and
 * nothing else. For that the page is made anew from the signed figures and compared byte for byte.
 * @throws DatadeedError SIGNATURE, UNSUPPORTED, LIMIT, DAMAGED for what is no preview; DIFFERENT for a page that shows
 * something else
 */
export function checkPreview({ bytes, from, name, pages }: CheckRequest): CheckedPreview {
  const form = findPaperForm(bytes)
  if (form === undefined) throw new DatadeedError('DAMAGED', say().preview.noPaper({ name }))
  if (form === 'envelope') {
    const { predicate, sha256 } = openPaper(bytes, PREVIEW, { from, name })
    return { preview: predicate, form, sha256 }
  }
  if (bytes.length > PAPER_PAGE_BYTES) {
    const size = { name, got: bytes.length, most: PAPER_PAGE_BYTES }
    throw new DatadeedError('LIMIT', say().papers.tooLong(size))
  }
  const page = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const envelope = pages.findEnvelope(page.toString())
  if (envelope === undefined) throw new DatadeedError('DAMAGED', say().preview.noPaper({ name }))
  const { predicate, sha256 } = openPaper(Buffer.from(envelope), PREVIEW, { from, name })
  if (!page.equals(Buffer.from(pages.render(predicate, envelope))))
    throw shownOtherwise(predicate.tool.version, name)
  return { preview: predicate, form, sha256 }
}

/** Another version may word the page in another way; it is refused all the same, for nobody can tell. */
function shownOtherwise(madeBy: string, name: string): DatadeedError {
  const { version } = programVersion()
  const { differs, differsHint, versionHint } = say().preview
  const hints = madeBy === version ? [differsHint] : [versionHint({ madeBy, version }), differsHint]
  return new DatadeedError('DIFFERENT', differs({ name }), { hints })
}
