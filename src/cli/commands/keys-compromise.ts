import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SERIES_FILE } from '../../backup/index.ts'
import { DatadeedError } from '../../errors.ts'
import {
  type Card,
  clearCompromised,
  listCompromised,
  listKeptCards,
  markCompromised,
} from '../../identity/index.ts'
import { findDeeds, findReach, type Reach, takeCensus } from '../../keys/index.ts'
import { cardsAs } from '../../ledger/index.ts'
import { REASON_CHARACTERS } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { buildCompromiseFacts, renderCompromised, renderCompromiseUndone } from '../../report/index.ts'
import { Questions } from '../ask.ts'
import { digitsOf, findCard } from '../cards.ts'
import { nameCounted, openCensusPlaces } from '../census-places.ts'
import type { Command, Outcome } from '../command.ts'
import { readAllGrantFiles } from '../grants.ts'
import { readPastDate } from '../scalars.ts'
import type { Session } from '../session.ts'
import { assertNotBoth, type Values } from '../values.ts'

/** Refuses a card from now on, and says what it reaches and how that is mended. */
export const keysCompromise: Command = {
  async complete(values, session) {
    const questions = new Questions(values, session)
    await questions.operand(say().cli.askCardFile)
    return questions.added
  },

  async run(values, session) {
    assertNotBoth(values, 'undo', 'since')
    assertNotBoth(values, 'undo', 'among')
    const { home, now, recorder } = session
    const card = await findCard(values.operands[0] ?? '', session)
    if (values.on('undo')) return undo(card, values, session)
    const before = (await listCompromised(home)).get(card.fingerprint)
    const since = readPastDate('since', values.text('since'), now) ?? before?.since ?? null
    // The mark comes first: whatever is wrong with a deed, the card is refused.
    await recorder.outcome({ cards: cardsAs('compromised', [card]), state: 'marked' })
    await markCompromised(home, card, { since, now: before?.marked ?? now })
    recorder.done()
    const places = values.list('among')
    await using brought = await openCensusPlaces(places, session)
    const counted = await takeCensus({
      deeds: await findDeeds(brought.paths),
      trusted: await listKeptCards(home),
      grants: await readAllGrantFiles(values),
    })
    const census = nameCounted(counted, brought)
    const reach = findReach(census.deeds, card.fingerprint, since)
    const told = {
      card,
      digits: digitsOf(card),
      since,
      reach,
      seriesFolders: findSeriesFolders(reach),
      census,
      places: places.map(session.word),
      word: session.word,
      named: values.operands[0] ?? '',
    }
    const failure = census.uncounted[0]?.error
    return {
      text: renderCompromised(told),
      document: buildCompromiseFacts(told),
      ...(failure === undefined ? {} : { failure }),
    }
  },
}

function findSeriesFolders(reach: readonly Reach[]): ReadonlySet<string> {
  const folders = reach.map(({ deed }) => dirname(deed))
  return new Set(folders.filter((folder) => existsSync(join(folder, SERIES_FILE))))
}

async function undo(card: Card, values: Values, { home, recorder }: Session): Promise<Outcome> {
  const reason = values.text('reason')?.trim() ?? ''
  if (reason === '' || reason.length > REASON_CHARACTERS) {
    throw new DatadeedError('USAGE', say().compromise.needsReason({ most: REASON_CHARACTERS }))
  }
  if (!(await listCompromised(home)).has(card.fingerprint)) {
    throw new DatadeedError('USAGE', say().compromise.notMarked({ name: printable(card.name) }))
  }
  await recorder.outcome({ cards: cardsAs('compromised', [card]), state: 'unmarked', reason })
  await clearCompromised(home, card.fingerprint)
  recorder.done()
  return {
    text: renderCompromiseUndone(card),
    document: { card: { name: card.name, fingerprint: card.fingerprint }, compromised: false, reason },
  }
}
