import { DatadeedError } from '../errors.ts'
import { cardsAs } from '../ledger/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { findPaperForm, openSignedPaper, peekPaper } from '../papers/index.ts'
import { checkPreview } from '../preview/index.ts'
import { findPaper, renderPreviewChecked, renderPreviewPage } from '../report/index.ts'
import type { Outcome } from './command.ts'
import { writeReceiptPage } from './evidence.ts'
import { assertFolderOf, assertNew, assertNotInput } from './files.ts'
import { findSigner } from './find-signer.ts'
import { PAPER_KINDS } from './paper-kinds.ts'
import { envelopeOf } from './read-paper.ts'
import type { Session } from './session.ts'
import type { Values } from './values.ts'

/** Flags of `verify` that are for deeds. */
const FOR_DEEDS = ['key', 'require']

/** What `verify` says of a paper: who signed it, and what it says. Nothing has to be opened of it. */
export async function verifyPaper(bytes: Uint8Array, values: Values, session: Session): Promise<Outcome> {
  const file = values.operands[0] ?? ''
  for (const flag of FOR_DEEDS) {
    if (values.on(flag)) throw new DatadeedError('USAGE', say().papers.notForPapers({ flag }))
  }
  const name = printable(file)
  const from = await findSigner(values, session, async () => peekPaper(envelopeOf(bytes, name), name).issuer)
  const page = values.text('html')
  assertNotInput(page, [file])
  assertNew(page)
  assertFolderOf(page)
  const tell = (paper: { readonly kind: string; readonly sha256: string }): void =>
    session.recorder.about({ cards: cardsAs('issuer', [from]), paper })
  if (findPaperForm(bytes) === 'page') {
    if (page !== undefined) throw noPage()
    const pages = { render: renderPreviewPage, findEnvelope: findPaper }
    const checked = checkPreview({ bytes, from, name, pages })
    const { preview, form, sha256 } = checked
    tell({ kind: 'preview', sha256 })
    return {
      text: renderPreviewChecked(checked, file),
      document: { paper: file, kind: 'preview', form, sha256, preview },
    }
  }
  const paper = openSignedPaper(bytes, { from, name })
  const kind = PAPER_KINDS.find(({ predicateType }) => predicateType === paper.predicateType)
  if (kind !== undefined) {
    const { shown, receipt, ...told } = kind.show(paper, { file, name, bytes, from })
    tell(told)
    if (page !== undefined && receipt !== undefined) await writeReceiptPage(page, receipt, session)
    else if (page !== undefined) throw noPage()
    return { text: shown.text, document: { paper: file, ...told, ...shown.document } }
  }
  // A deed's own statements are papers of no kind; what else says that it is one is of a later version.
  const { unknownKind, noPaper } = say().papers
  if (!/^urn:datadeed:(?!manifest:|access:)/.test(paper.predicateType)) {
    throw new DatadeedError('DAMAGED', noPaper({ name }))
  }
  throw new DatadeedError('UNSUPPORTED', unknownKind({ name }), { hints: [say().deed.newerVersionHint] })
}

/** Only of deeds and receipts is there a page to be made. */
function noPage(): DatadeedError {
  return new DatadeedError('USAGE', say().papers.noPage)
}
