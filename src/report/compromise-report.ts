import type { Card } from '../identity/index.ts'
import type { Census, Reach } from '../keys/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { planMending } from './mending-steps.ts'

interface ShownCompromise {
  readonly card: Card
  readonly digits: string
  readonly since: Date | null
  readonly reach: readonly Reach[]
  readonly census: Census
  /** The folders that hold a series, of those in which the reached deeds lie. */
  readonly seriesFolders: ReadonlySet<string>
  /** What was looked through, as it can be typed again. */
  readonly places: readonly string[]
  /** What the card was called on the command line. */
  readonly named: string
  /** A name as it can be typed. */
  readonly word: (name: string) => string
}

export function renderCompromised(shown: ShownCompromise): string {
  const { card, digits, since, reach, census } = shown
  const words = say().compromise
  const name = printable(card.name)
  const date = since?.toISOString().slice(0, 10) ?? null
  const looked = census.deeds.length + census.uncounted.length
  const reached = reach.map((each) => words.reach({ deed: printable(each.deed), does: describeReach(each) }))
  const steps = planMending({ ...shown, name: card.name }).map(
    ({ why, command }, at) => `${at + 1}. ${why}\n   ${command}`,
  )
  return `${[
    [words.marked({ name, digits, date })],
    [looked === 0 ? words.lookedNowhere : words.looked({ deeds: looked, reached: reach.length }), ...reached],
    census.uncounted.map(({ deed, error }) =>
      say().census.uncounted({ deed: printable(deed), why: error.message }),
    ),
    [words.mend, ...steps],
    [...words.limits],
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

export function renderCompromiseUndone({ name }: Card): string {
  return `${say().compromise.unmarked({ name: printable(name) })}\n`
}

export function buildCompromiseFacts(shown: ShownCompromise) {
  const { card, since, reach, census } = shown
  return {
    card: { name: card.name, fingerprint: card.fingerprint },
    compromised: true,
    since,
    deeds: reach,
    looked: census.deeds.length,
    uncounted: census.uncounted.map(({ deed, error: { code, message } }) => ({ deed, code, message })),
    commands: planMending({ ...shown, name: card.name }).map(({ command }) => command),
  }
}

function describeReach({
  opens,
  wasReader,
  signed,
  before,
  mayGrant,
  hasGranted,
  holdsShare,
}: Reach): string[] {
  const words = say().compromise
  return [
    ...(opens.length > 0 ? [words.opens({ names: opens })] : wasReader ? [words.wasReader] : []),
    ...(signed ? [words.signed({ before })] : []),
    ...(hasGranted ? [words.hasGranted] : mayGrant ? [words.mayGrant] : []),
    ...(holdsShare ? [words.holdsShare] : []),
  ]
}
