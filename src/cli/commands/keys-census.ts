import { DatadeedError } from '../../errors.ts'
import { type Card, listTrustedCards } from '../../identity/index.ts'
import {
  type CensusCondition,
  type CountedDeed,
  countCards,
  findDeeds,
  holdsFor,
  listSuccessions,
  readCondition,
  type Succession,
  type Successions,
  takeCensus,
} from '../../keys/index.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { buildCensusFacts, renderCensus } from '../../report/index.ts'
import { Questions } from '../ask.ts'
import { findCard } from '../cards.ts'
import { nameCounted, openCensusPlaces } from '../census-places.ts'
import type { Command } from '../command.ts'
import { readGrantFiles } from '../grants.ts'
import { readKeyAges } from '../read-policy.ts'
import { findSeriesSigners } from '../series-signers.ts'

/** Which deeds open with which card, how old keys are, and whether any deed is what none may be. */
export const keysCensus: Command = {
  async complete(values, session) {
    const questions = new Questions(values, session)
    await questions.operands(say().census.askDeeds)
    return questions.added
  },

  async run(values, session) {
    const { home, now } = session
    const wanted: { readonly text: string; readonly condition: CensusCondition }[] = []
    for (const text of values.list('fail-if'))
      wanted.push({ text, condition: await readCondition(text, (word) => findCard(word, session)) })
    await using places = await openCensusPlaces(values.operands, session)
    const paths = await findDeeds(places.paths)
    const followed = await findSeriesSigners(places.paths, session)
    const trusted = joinCards(await listTrustedCards(home), followed.cards)
    const successions = joinSuccessions(await listSuccessions(home), followed.successions)
    const grants = await readGrantFiles(values, session)
    const census = nameCounted(await takeCensus({ deeds: paths, trusted, grants }), places)
    const { deeds, uncounted } = census
    const limits = await readKeyAges(values)
    const cards = countCards(deeds, { trusted, successions, now, limits })
    const found = wanted.map(({ text, condition }) => ({
      condition: text,
      deeds: deeds.filter((deed) => holdsFor(condition, deed, now)).map(({ deed }) => deed),
    }))
    session.recorder.about({
      counts: { deeds: deeds.length, uncounted: uncounted.length, cards: cards.length },
    })
    const shown = { ...census, cards, found, now }
    const failure = uncounted[0]?.error ?? findFailure(deeds, found)
    return {
      text: renderCensus(shown),
      document: buildCensusFacts(shown),
      ...(failure === undefined ? {} : { failure }),
    }
  },
}

function joinCards(trusted: readonly Card[], others: readonly Card[]): Card[] {
  return [...new Map([...others, ...trusted].map((card) => [card.fingerprint, card])).values()]
}

/** What this installation knows itself comes before what lies in a series. */
function joinSuccessions(known: Successions, others: readonly Succession[]): Successions {
  return new Map([...others.map((each) => [each.from.fingerprint, each] as const), ...known])
}

/** What could not be checked may be anything, and weighs more than a condition that holds. */
function findFailure(
  deeds: readonly CountedDeed[],
  found: readonly { readonly condition: string; readonly deeds: readonly string[] }[],
): DatadeedError | undefined {
  const unverified = deeds.find(({ verified }) => !verified)
  if (found.length > 0 && unverified !== undefined) {
    const sentence = say().census.notHeldAgainst({ deed: printable(unverified.deed) })
    return new DatadeedError('UNTRUSTED', sentence, { hints: [say().census.grantUncheckedHint] })
  }
  const held = found.filter(({ deeds: holds }) => holds.length > 0)
  if (held.length === 0) return undefined
  const conditions = held.map(({ condition }) => printable(condition))
  return new DatadeedError('RULE', say().census.holds({ conditions }))
}
