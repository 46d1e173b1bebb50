import { trustCard } from '../../identity/index.ts'
import { cardsAs } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import { buildCardFacts, renderTrusted } from '../../report/index.ts'
import { Questions } from '../ask.ts'
import { assertDigits, assertDigitsForm, digitsOf, findCard } from '../cards.ts'
import type { Command } from '../command.ts'

/** Keeps a card as trusted, once its digits were heard from its owner. */
export const cardTrust: Command = {
  async complete(values, session) {
    const questions = new Questions(values, session)
    const file = await questions.operand(say().cli.askCardFile)
    if (file === undefined || file === '' || values.on('fingerprint')) return questions.added
    await questions.digits(await findCard(file, session))
    return questions.added
  },

  async run(values, session) {
    const card = await findCard(values.operands[0] ?? '', session)
    const heard = values.text('fingerprint') ?? ''
    assertDigitsForm('fingerprint', heard)
    assertDigits(card, heard)
    await session.recorder.outcome({ cards: cardsAs('trusted', [card]) })
    await trustCard(session.home, card)
    session.recorder.done()
    const digits = digitsOf(card)
    return {
      text: renderTrusted({ card, digits, trusted: true }),
      document: { card: buildCardFacts({ card, digits, trusted: true }) },
      next: say().cli.nextTrust,
    }
  },
}
