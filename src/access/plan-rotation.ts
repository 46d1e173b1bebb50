import type { DeedAccess, Party } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import type { Card, OpenedKey } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { LAST_SERIAL, mayNotGrant } from './grant-access.ts'
import { type CardFollows, findAuthority } from './rotation-authority.ts'

/** Who is to read from now on, and who no longer. */
export interface ReaderChange {
  /** Confirmed cards. They come in where a dropped one goes; where none is dropped, into every compartment. */
  readonly to: readonly Card[]
  readonly dropped: readonly Party[]
}

export interface PlannedCompartment {
  readonly name: string
  /** After the change. */
  readonly readers: readonly Party[]
  readonly changed: boolean
}

/** What a change of readers means for one deed. */
export interface PlannedRotation {
  readonly serial: number
  readonly compartments: readonly PlannedCompartment[]
  /** False where the deed has these readers already. */
  readonly changed: boolean
}

/** Pure. */
export function planRotation(
  { access }: Pick<DeedAccess, 'access'>,
  { to, dropped }: ReaderChange,
): PlannedRotation {
  const drop = new Set(dropped.map(({ fingerprint }) => fingerprint))
  const compartments = access.compartments.map(({ name, readers: before }): PlannedCompartment => {
    const staying = before.filter(({ fingerprint }) => !drop.has(fingerprint))
    const goes = staying.length < before.length
    const known = new Set(staying.map(({ fingerprint }) => fingerprint))
    const coming = (goes || drop.size === 0 ? to : [])
      .filter(({ fingerprint }) => !known.has(fingerprint))
      .map(({ name: called, fingerprint }) => ({ name: called, fingerprint }))
    return { name, readers: [...staying, ...coming], changed: goes || coming.length > 0 }
  })
  const serial = Math.min(LAST_SERIAL, access.serial + 1)
  return { serial, compartments, changed: compartments.some(({ changed }) => changed) }
}

/** Whose cards there are to wrap keys for. */
export interface RotationCards {
  readonly key: OpenedKey
  readonly to: readonly Card[]
  /** Cards that are trusted here, by fingerprint: of the readers that stay. */
  readonly trusted: ReadonlyMap<string, Card>
  /** What this installation knows of cards that follow others: this key's may follow one that may grant. */
  readonly successions: readonly CardFollows[]
}

/** What stands against a rotation of a deed, as far as it shows without opening it; all of it. */
export function findRotationFaults(
  deed: Pick<DeedAccess, 'manifest' | 'access'>,
  { compartments }: PlannedRotation,
  { key, to, trusted, successions }: RotationCards,
): DatadeedError[] {
  const words = say().access
  const faults: DatadeedError[] = []
  if (findAuthority(deed, key.card, successions) === undefined)
    faults.push(mayNotGrant(key.card, words.rotateWhoHint))
  if (deed.access.escrow !== undefined)
    faults.push(new DatadeedError('USAGE', words.rotateEscrow, { hints: [words.rotateEscrowHint] }))
  const left = compartments.filter(({ readers }) => readers.length === 0).map(({ name }) => name)
  if (left.length > 0)
    faults.push(
      new DatadeedError('USAGE', words.leftWithout({ names: left }), { hints: [words.leftWithoutHint] }),
    )
  const known = new Set([
    ...trusted.keys(),
    ...to.map(({ fingerprint }) => fingerprint),
    key.card.fingerprint,
  ])
  const readers = compartments.filter(({ changed }) => changed).flatMap((each) => each.readers)
  const unknown = new Map(
    readers.filter(({ fingerprint }) => !known.has(fingerprint)).map((each) => [each.fingerprint, each]),
  )
  if (unknown.size > 0) {
    const cards = [...unknown.values()].map(
      ({ name, fingerprint }) => `${printable(name)} (${fingerprint.slice(0, 16)}…)`,
    )
    faults.push(
      new DatadeedError('UNTRUSTED', words.cardsMissing({ cards }), { hints: [words.cardsMissingHint] }),
    )
  }
  return faults
}
