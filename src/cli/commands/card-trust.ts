import { trustCard } from '../../identity/index.ts'
import { say } from '../../messages/index.ts'
import { buildCardFacts, renderTrusted } from '../../report/index.ts'
import { Questions } from '../ask.ts'
import { assertDigits, digitsOf, findCard } from '../cards.ts'
import type { Command } from '../command.ts'

/** Keeps a card as trusted, once its digits were heard from its owner. */
export const cardTrust: Command = {
  async complete(values, session) {
    const questions = new Questions(values, session)
    const file = await questions.operand(say().cli.askCardFile)
    if (file === undefined || file === '' || values.on('fingerprint')) return questions.added
    const { name } = await findCard(file, session)
    await questions.digits(name)
    return questions.added
  },

  async run(values, session) {
    const card = await findCard(values.operands[0] ?? '', session)
    assertDigits(card, values.text('fingerprint') ?? '')
    await trustCard(session.home, card)
    const digits = digitsOf(card)
    return {
      text: renderTrusted({ card, digits, trusted: true }),
      document: { card: buildCardFacts({ card, digits, trusted: true }) },
      next: say().cli.nextTrust,
    }
  },
}
