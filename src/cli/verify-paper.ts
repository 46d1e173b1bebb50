import { DatadeedError } from '../errors.ts'
import { cardsAs } from '../ledger/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { peekPaper } from '../papers/index.ts'
import { checkPreview } from '../preview/index.ts'
import { findPaper, renderPreviewChecked, renderPreviewPage } from '../report/index.ts'
import type { Outcome } from './command.ts'
import { findSigner } from './find-signer.ts'
import { envelopeOf } from './read-paper.ts'
import type { Session } from './session.ts'
import type { Values } from './values.ts'

/** What `verify` says of a paper: that it is the seller's, and what it says. Nothing has to be opened of it. */
export async function verifyPaper(bytes: Uint8Array, values: Values, session: Session): Promise<Outcome> {
  const file = values.operands[0] ?? ''
  for (const flag of ['key', 'require']) {
    if (values.on(flag)) throw new DatadeedError('USAGE', say().preview.notForPapers({ flag }))
  }
  const name = printable(file)
  const from = await findSigner(values, session, async () => peekPaper(envelopeOf(bytes, name), name).issuer)
  const pages = { render: renderPreviewPage, findEnvelope: findPaper }
  const checked = checkPreview({ bytes, from, name, pages })
  const { preview, form, sha256 } = checked
  session.recorder.about({ cards: cardsAs('issuer', [from]), paper: { kind: 'preview', sha256 } })
  return {
    text: renderPreviewChecked(checked, file),
    document: { paper: file, kind: 'preview', form, sha256, preview },
  }
}
