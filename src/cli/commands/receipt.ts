import { basename } from 'node:path'
import { assertOutsideDeed } from '../../deed/index.ts'
import { DatadeedError } from '../../errors.ts'
import { cardsAs } from '../../ledger/index.ts'
import { EXCEPTION_CHARACTERS, EXCEPTIONS } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { RECEIPT_STATES, type ReceiptRequest, writeReceipt } from '../../receipt/index.ts'
import { renderReceiptWritten } from '../../report/index.ts'
import { Questions } from '../ask.ts'
import { findConfirmedCard } from '../cards.ts'
import { warnOfOddClock } from '../clock.ts'
import type { Command } from '../command.ts'
import { writeReceiptPage } from '../evidence.ts'
import { assertApart, assertFolderOf, assertNew, assertNotInput, writeOwn } from '../files.ts'
import { findNewerOrWarn } from '../find-newer.ts'
import { readGivenGrants } from '../grants.ts'
import { assertKeysInUse } from '../key-dates.ts'
import { openKey } from '../keys.ts'
import { readKeyAges } from '../read-policy.ts'
import { receiptFacts } from '../receipt-facts.ts'
import { readWorkers } from '../scalars.ts'
import { assertSealedInTime } from '../seller-dates.ts'
import { readTargetNames } from '../target-names.ts'
import type { Values } from '../values.ts'

/** Opens what the buyer's key opens of a deed, and writes the buyer's signed word on it. */
export const receipt: Command = {
  async complete(values, session) {
    const questions = new Questions(values, session)
    await questions.operand(say().cli.askDeed)
    await questions.cards('from', say().cli.askFrom)
    await questions.key()
    await questions.flag('output', say().receipt.askOutput, 'handover.receipt')
    return questions.added
  },

  async run(values, session) {
    const deed = values.operands[0] ?? ''
    const output = values.text('output') ?? ''
    warnOfOddClock(session)
    const exceptions = values.list('exception')
    assertExceptions(exceptions)
    assertNotInput(output, [deed])
    assertNew(output)
    assertFolderOf(output)
    const page = values.text('html')
    assertNotInput(page, [deed])
    assertApart([output, page])
    assertNew(page)
    assertFolderOf(page)
    await assertOutsideDeed(output, deed)
    if (page !== undefined) await assertOutsideDeed(page, deed)
    const workers = readWorkers(values.text('workers'))
    const from = await findConfirmedCard(values.text('from') ?? '', values.list('confirm'), session)
    const grants = await readGivenGrants(values, from, session)
    await assertSealedInTime(deed, from, session)
    const keyPath = values.text('key') ?? ''
    const key = await openKey(keyPath, values, session)
    const limits = await readKeyAges(values)
    await assertKeysInUse({ signer: { key, path: keyPath }, ofOldDeed: true, limits }, session)
    // Before the receipt is signed, since it quotes where the ledger stands.
    await session.recorder.intent({
      file: basename(output),
      cards: [...cardsAs('own', [key.card]), ...cardsAs('seller', [from])],
    })
    const written = await session.watch((watch) =>
      writeReceipt({
        deed,
        from,
        key,
        grants,
        state: RECEIPT_STATES.find((state) => state === values.text('state')),
        exceptions,
        against: readAgainst(values),
        ledgerHead: session.recorder.head ?? undefined,
        now: session.now,
        findNewer: (place) => findNewerOrWarn(place, session),
        workers,
        signal: session.signal,
        progress: (bytes, total) => watch({ label: say().cli.progress.verify, bytes, totalBytes: total }),
      }),
    )
    const { receipt: signed, envelope, sha256, failure } = written
    if (signed.controlTotals.length > 0 && from.open === undefined) session.note(say().receipt.noFiguresNote)
    await session.recorder.outcome(receiptFacts(signed, sha256))
    await writeOwn(output, envelope)
    session.recorder.done()
    if (page !== undefined) await writeReceiptPage(page, signed, session)
    return {
      text: renderReceiptWritten(signed, output),
      document: { output, receipt: signed },
      next: say().receipt.nextWritten({
        output: session.word(output),
        card: session.word(keyPath.replace(/\.key$/, '.card')),
      }),
      ...(failure === undefined ? {} : { failure }),
    }
  },
}

function readAgainst(values: Values): ReceiptRequest['against'] {
  const target = values.text('against')
  if (target !== undefined) return { target, ...readTargetNames(values, target) }
  const flag = ['table', 'schema', 'prefix'].find((name) => values.on(name))
  if (flag === undefined) return undefined
  throw new DatadeedError('USAGE', say().receipt.onlyAgainst({ flag }))
}

function assertExceptions(exceptions: readonly string[]): void {
  const { exceptionEmpty, exceptionTooLong, tooManyExceptions } = say().receipt
  if (exceptions.length > EXCEPTIONS) {
    const told = { got: exceptions.length, most: EXCEPTIONS }
    throw new DatadeedError('LIMIT', tooManyExceptions(told))
  }
  for (const { length } of exceptions) {
    if (length === 0) throw new DatadeedError('USAGE', exceptionEmpty)
    if (length <= EXCEPTION_CHARACTERS) continue
    throw new DatadeedError('LIMIT', exceptionTooLong({ got: length, most: EXCEPTION_CHARACTERS }))
  }
}
