import { listTrustedCards } from '../../identity/index.ts'
import { buildCardFacts, renderCards } from '../../report/index.ts'
import { digitsOf } from '../cards.ts'
import type { Command } from '../command.ts'

/** The cards that this installation trusts. */
export const cardList: Command = {
  async run(_values, session) {
    const cards = await listTrustedCards(session.home)
    const shown = cards.map((card) => ({ card, digits: digitsOf(card), trusted: true }))
    return { text: renderCards(shown), document: { cards: shown.map(buildCardFacts) } }
  },
}
