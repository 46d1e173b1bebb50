import type { Census, CountedCard, CountedDeed } from '../keys/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { describeState } from './keys-report.ts'
import { renderTextTable } from './text-table.ts'

const DAY = 24 * 60 * 60 * 1000

/** A condition as it was given, and the deeds for which it holds. */
interface Found {
  readonly condition: string
  readonly deeds: readonly string[]
}

export interface ShownCensus extends Census {
  readonly cards: readonly CountedCard[]
  readonly found: readonly Found[]
  readonly now: Date
}

export function renderCensus({ deeds, uncounted, pruned, cards, found, now }: ShownCensus): string {
  const words = say().census
  const rows = deeds.map((deed) => [
    printable(deed.deed),
    words.days({ days: ageOf(deed, now) }),
    deed.suite,
    `${printable(deed.seller.name, 40)}${deed.verified ? '' : ` ${words.unverified}`}`,
    String(deed.compartments.reduce((sum, { epochs }) => sum + epochs, 0)),
    describeReaders(deed),
  ])
  const cardRows = cards.map(({ name, fingerprint, opens, signed, known }) => [
    printable(name, 40),
    fingerprint.slice(0, 16),
    known === null ? words.unknown : words.days({ days: known.age.days }),
    known === null ? words.unknown : words.verdicts[known.age.verdict],
    known === null ? words.notTrusted : describeState(known.life),
    String(opens),
    String(signed),
  ])
  const blocks = [
    ...(deeds.length === 0 ? [] : [renderTextTable(words.deedHeadings, rows, [4])]),
    ...(cards.length === 0 ? [] : [renderTextTable(words.cardHeadings, cardRows, [5, 6])]),
    ...(uncounted.length === 0
      ? []
      : [uncounted.map(({ deed, error }) => words.uncounted({ deed: printable(deed), why: error.message }))]),
    ...(pruned.length === 0 ? [] : [[words.pruned({ count: pruned.length })]]),
    ...(found.length === 0
      ? []
      : [
          found.map(({ condition, deeds: held }) =>
            words.condition({ condition: printable(condition), deeds: held.map((deed) => printable(deed)) }),
          ),
        ]),
    [...(deeds.some(({ verified }) => !verified) ? [words.unverifiedMeans] : []), ...words.limits],
  ]
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

export function buildCensusFacts({ deeds, uncounted, pruned, cards, found, now }: ShownCensus) {
  return {
    deeds: deeds.map((deed) => ({ ...deed, ageDays: ageOf(deed, now) })),
    cards: cards.map(({ known, ...card }) => ({
      ...card,
      trusted: known !== null,
      dates: known?.life ?? null,
      ageDays: known?.age.days ?? null,
      age: known?.age.verdict ?? null,
    })),
    uncounted: uncounted.map(({ deed, error: { code, message } }) => ({ deed, code, message })),
    pruned,
    conditions: found,
  }
}

/** `buyer` for one that opens everything, `buyer (contact, financial)` for less. */
function describeReaders({ compartments }: CountedDeed): string {
  const words = say().census
  const opened = new Map<string, { label: string; names: Set<string> }>()
  for (const { name, readers } of compartments)
    for (const reader of readers) {
      const label = reader.escrow ? words.escrow : printable(reader.name, 40)
      const entry = opened.get(reader.fingerprint) ?? { label, names: new Set<string>() }
      entry.names.add(name)
      opened.set(reader.fingerprint, entry)
    }
  if (opened.size === 0) return words.nobody
  const described = [...opened.values()].map(({ label, names }) =>
    names.size === compartments.length ? label : `${label} (${[...names].join(', ')})`,
  )
  return described.join('; ')
}

function ageOf({ created }: CountedDeed, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - created.getTime()) / DAY))
}
