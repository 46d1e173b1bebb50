import type { CardLife, Succession } from '../keys/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { ShownCard } from './card-report.ts'

interface ShownRotation {
  readonly keyPath: string
  readonly cardPath: string
  readonly successionPath: string
  readonly digits: string
  readonly succession: Succession
}

export function renderRotated({
  keyPath,
  cardPath,
  successionPath,
  digits,
  succession,
}: ShownRotation): string {
  const words = say().keys
  const files = { key: printable(keyPath), card: printable(cardPath), succession: printable(successionPath) }
  return `${[words.rotated(files), say().report.cardDigits({ digits }), ...describeDates(succession)].join(
    '\n',
  )}\n`
}

export function renderTrustedSuccessor(
  { card, digits }: ShownCard,
  links: readonly [Succession, ...Succession[]],
): string {
  const words = say().keys
  const path = [links[0].from, ...links.map(({ to }) => to)].map(({ name }) => printable(name))
  const last = links.at(-1) ?? links[0]
  return `${[
    say().report.trusted({ name: printable(card.name), digits }),
    words.vouchedBy({ path }),
    ...describeDates(last),
  ].join('\n')}\n`
}

/** A succession whose signatures were checked, as `verify` shows it. */
export function renderSuccessionPaper(succession: Succession, file: string): string {
  const { from, to } = succession
  const words = say().keys
  return `${[
    words.successionPaper({ file: printable(file) }),
    words.names({ old: printable(from.name), new: printable(to.name), fingerprint: to.fingerprint }),
    ...describeDates(succession),
  ].join('\n')}\n`
}

export function buildSuccessionFacts({ from, to, sha256, ...dates }: Succession) {
  return {
    from: { name: from.name, fingerprint: from.fingerprint },
    to: { name: to.name, fingerprint: to.fingerprint },
    signed: dates.created,
    activeFrom: dates.activeFrom,
    decryptOnlyFrom: dates.decryptOnlyFrom,
    retiredFrom: dates.retiredFrom,
    sha256,
  }
}

/** Where a card is in its years, in a few words. */
export function describeState({
  state,
  activeFrom,
  decryptOnlyFrom,
  retiredFrom,
  followedBy,
}: CardLife): string {
  const words = say().keys
  const at = {
    'pre-active': activeFrom,
    active: null,
    'decrypt-only': decryptOnlyFrom,
    retired: retiredFrom,
  }[state]
  const told = words.states[state]({ date: at === null ? '' : dayOf(at) })
  if (followedBy === null) return told
  return words.stateFollowed({
    told,
    successor: printable(followedBy.name, 40),
    date: decryptOnlyFrom === null || state !== 'active' ? null : dayOf(decryptOnlyFrom),
  })
}

function describeDates({ from, to, activeFrom, decryptOnlyFrom, retiredFrom }: Succession): string[] {
  const words = say().keys
  return [
    words.activeFrom({ name: printable(to.name), date: dayOf(activeFrom) }),
    words.decryptOnlyFrom({ name: printable(from.name), date: dayOf(decryptOnlyFrom) }),
    words.retiredFrom({ name: printable(from.name), date: dayOf(retiredFrom) }),
  ]
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}
