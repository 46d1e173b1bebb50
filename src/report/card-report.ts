import type { Card, CompromiseMark } from '../identity/index.ts'
import type { CardLife } from '../keys/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { describeState } from './keys-report.ts'
import { renderTextTable } from './text-table.ts'

/** A card with what is derived from it; `trusted` where somebody has looked. */
export interface ShownCard {
  readonly card: Card
  /** The fingerprint as it is read over the telephone. */
  readonly digits: string
  readonly trusted?: boolean
  /** Where its dates were asked for. */
  readonly life?: CardLife
  /** That it is refused here. */
  readonly mark?: CompromiseMark | undefined
}

export function renderCard({ card, digits, trusted, life, mark }: ShownCard): string {
  const words = say().report
  const lines = [
    words.cardTitle({ name: printable(card.name), role: words.roles[card.role] }),
    words.cardDigits({ digits }),
    words.cardFingerprint({ fingerprint: card.fingerprint }),
    ...(card.legalName === undefined ? [] : [words.cardLegalName({ name: printable(card.legalName) })]),
    ...(card.contact === undefined ? [] : [words.cardContact({ contact: printable(card.contact) })]),
    words.cardCreated({ at: card.created }),
    ...(life?.follows || life?.followedBy ? [say().keys.cardState({ state: describeState(life) })] : []),
    ...(mark === undefined ? [] : [say().keys.cardState({ state: describeMark(mark) })]),
    ...(trusted === undefined ? [] : [trusted ? words.cardTrusted : words.cardUntrusted]),
  ]
  const [title, ...rest] = lines
  return `${[title, ...rest.map((line) => `  ${line}`)].join('\n')}\n`
}

export function renderCards(cards: readonly ShownCard[]): string {
  const words = say().report
  if (cards.length === 0) return `${words.noTrustedCards}\n`
  const rows = cards.map(({ card, digits, life, mark }) => [
    printable(card.name, 40),
    words.roles[card.role],
    digits,
    (life?.created.toISOString() ?? card.created).slice(0, 10),
    mark === undefined ? (life === undefined ? '' : describeState(life)) : describeMark(mark),
  ])
  return `${renderTextTable(words.cardHeadings, rows).join('\n')}\n`
}

export function renderTrusted({ card, digits }: ShownCard): string {
  return `${say().report.trusted({ name: printable(card.name), digits })}\n`
}

export function renderKeyCreated(made: {
  readonly keyPath: string
  readonly cardPath: string
  readonly digits: string
}): string {
  const words = say().report
  const files = words.keyCreated({ key: printable(made.keyPath), card: printable(made.cardPath) })
  return `${files}\n${words.cardDigits({ digits: made.digits })}\n`
}

/** The card's facts for a document; its keys are in its file. */
export function buildCardFacts({ card, digits, trusted, life, mark }: ShownCard) {
  const { name, role, fingerprint, created, legalName, contact } = card
  return {
    name,
    role,
    fingerprint,
    digits,
    created,
    legalName: legalName ?? null,
    contact: contact ?? null,
    ...(trusted === undefined ? {} : { trusted }),
    ...(life === undefined ? {} : { dates: life }),
    ...(mark === undefined ? {} : { compromised: { since: mark.since, marked: mark.marked } }),
  }
}

function describeMark({ since, marked }: CompromiseMark): string {
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null
  return say().keys.compromised({ since: day(since), marked: day(marked) })
}
