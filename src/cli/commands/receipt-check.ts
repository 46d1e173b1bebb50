import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { DatadeedError, InternalError } from '../../errors.ts'
import { readFault } from '../../files/index.ts'
import { assertNotCompromised } from '../../identity/index.ts'
import { cardsAs } from '../../ledger/index.ts'
import { ENVELOPE_BYTES, PAPER_BYTES } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { findPaperForm } from '../../papers/index.ts'
import { checkReceipt, type ReceiptCheck } from '../../receipt/index.ts'
import { renderReceiptCheck } from '../../report/index.ts'
import { Questions } from '../ask.ts'
import { findConfirmedCard, findConfirmedCards } from '../cards.ts'
import type { Command } from '../command.ts'
import { readGivenGrants } from '../grants.ts'
import { openKey } from '../keys.ts'
import { readAtMost } from '../read-at-most.ts'
import { receiptFacts } from '../receipt-facts.ts'
import type { Session } from '../session.ts'
import type { Values } from '../values.ts'

/** Compares a receipt with the deed that it is of, on the seller's side. */
export const receiptCheck: Command = {
  async complete(values, session) {
    const questions = new Questions(values, session)
    await questions.operand(say().receipt.askReceipt)
    await questions.operand(say().cli.askDeed, 1)
    await questions.cards('from', say().receipt.askBuyer)
    if (!values.on('seller')) await questions.key()
    return questions.added
  },

  async run(values, session) {
    const [file = '', deed = ''] = values.operands
    session.recorder.about({ file: basename(file) })
    const parties = await findParties(values, session)
    const bytes = await readFileOf(file, PAPER_BYTES)
    if (findPaperForm(bytes) !== 'envelope') {
      throw new DatadeedError('DAMAGED', say().receipt.noReceipt({ name: printable(file) }))
    }
    const anyway = values.text('anyway')
    const recordPath = values.text('record')
    const checked = await checkReceipt({
      bytes,
      name: printable(file),
      deed,
      ...parties,
      grants: await readGivenGrants(values, parties.seller, session),
      record: recordPath === undefined ? undefined : await readFileOf(recordPath, 2 * ENVELOPE_BYTES),
      memory: { home: session.home, anyway },
    })
    const { from, seller } = parties
    session.recorder.about({
      ...receiptFacts(checked.receipt, checked.sha256),
      cards: [...cardsAs('issuer', [from]), ...cardsAs('seller', [seller])],
      ...(checked.answers.fresh === 'no' && anyway !== undefined ? { reason: anyway } : {}),
    })
    warnOfAnother(checked, session)
    const failure = findFailure(checked, file)
    return {
      text: renderReceiptCheck(checked, file),
      document: { file, state: checked.receipt.state, ...checked },
      ...(failure === undefined ? {} : { failure }),
    }
  },
}

/** The buyer's card, confirmed; and the seller's: by their own key, or confirmed as well. */
async function findParties(values: Values, session: Session) {
  const [fromWord, sellerWord, keyPath] = [
    values.text('from') ?? '',
    values.text('seller'),
    values.text('key'),
  ]
  const confirmations = values.list('confirm')
  if (sellerWord === undefined) {
    const from = await findConfirmedCard(fromWord, confirmations, session)
    const key = await openKey(keyPath ?? '', values, session)
    await assertNotCompromised(session.home, [key.card])
    return { from, seller: key.card, key }
  }
  const [from, seller] = await findConfirmedCards([fromWord, sellerWord], confirmations, session)
  const key = keyPath === undefined ? undefined : await openKey(keyPath, values, session)
  if (from === undefined || seller === undefined) throw new InternalError('two words mean two cards')
  return { from, seller, key }
}

async function readFileOf(path: string, most: number): Promise<Uint8Array> {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new DatadeedError('IO_READ', say().receipt.isFolder({ path: printable(path) }))
  }
  try {
    return await readAtMost(path, most + 1)
  } catch (cause) {
    throw readFault(path, cause)
  }
}

/** Two receipts say two things, whichever of them is at hand; which of them holds, only the buyer knows. */
function warnOfAnother({ receipt, earlier, faults }: ReceiptCheck, { warn }: Session): void {
  const other = earlier.findLast(({ same }) => !same)
  if (other === undefined || faults.some(({ code }) => code === 'REPLAYED')) return
  const { states, anotherReceipt, anotherHint } = say().receipt
  const { created, checked } = other
  const own = { ownCreated: printable(receipt.created), ownState: states[receipt.state] }
  warn(anotherReceipt({ ...own, created, state: states[other.state], checked }), [anotherHint])
}

/** Why the seller must not rely on it: a fault, or what the buyer does not accept. */
function findFailure({ faults, receipt }: ReceiptCheck, file: string): DatadeedError | undefined {
  const words = say().receipt
  const telling = faults.find(({ code }) => code === 'SIGNATURE' || code === 'UNTRUSTED') ?? faults[0]
  if (telling !== undefined) {
    const sentence = words.checkFailed({ name: printable(file), count: faults.length })
    return new DatadeedError(telling.code, sentence, { hints: telling.hints })
  }
  if (receipt.state === 'accepted') return undefined
  return new DatadeedError(
    'DIFFERENT',
    receipt.state === 'rejected' ? words.isRejected : words.withExceptions,
  )
}
