import { listCompromised, listKeptCards } from '../../identity/index.ts'
import { listSuccessions, readLife } from '../../keys/index.ts'
import { buildCardFacts, renderCards } from '../../report/index.ts'
import { digitsOf } from '../cards.ts'
import type { Command } from '../command.ts'

/** The cards that this installation trusts, with their dates. */
export const cardList: Command = {
  async run(_values, { home, now }) {
    const cards = await listKeptCards(home)
    const marks = await listCompromised(home)
    const successions = await listSuccessions(home)
    const shown = cards.map((card) => ({
      card,
      digits: digitsOf(card),
      trusted: !marks.has(card.fingerprint),
      mark: marks.get(card.fingerprint),
      life: readLife(card, successions, now),
    }))
    return { text: renderCards(shown), document: { cards: shown.map(buildCardFacts) } }
  },
}
