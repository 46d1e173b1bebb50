import { isTrusted, listCompromised } from '../../identity/index.ts'
import { listSuccessions, readLife } from '../../keys/index.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { buildCardFacts, renderCard } from '../../report/index.ts'
import { Questions } from '../ask.ts'
import { digitsOf, findCard } from '../cards.ts'
import type { Command } from '../command.ts'

/** Shows a card, and the digits that its owner reads out over the telephone. */
export const cardShow: Command = {
  async complete(values, session) {
    const questions = new Questions(values, session)
    await questions.operand(say().cli.askCardFile)
    return questions.added
  },

  async run(values, session) {
    const card = await findCard(values.operands[0] ?? '', session)
    const trusted = await isTrusted(session.home, card)
    const digits = digitsOf(card)
    const mark = (await listCompromised(session.home)).get(card.fingerprint)
    const life = readLife(card, await listSuccessions(session.home), session.now)
    const name = printable(card.legalName ?? card.name)
    const clause = say().cli.clause({ name, fingerprint: card.fingerprint, digits })
    return {
      text: values.on('clause') ? `${clause}\n` : renderCard({ card, digits, trusted, life, mark }),
      document: { card: buildCardFacts({ card, digits, trusted, life, mark }), clause },
    }
  },
}
