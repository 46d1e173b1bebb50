import type { CompartmentKeys, OpenedCompartments, VerifiedDeed } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

/** By name, the compartments whose columns come back, and those that were opened but not asked for. */
export interface NamedCompartments {
  /** In the manifest's order. */
  readonly names: readonly string[]
  readonly leftOut: readonly string[]
}

/** The compartments whose columns come back, and the names of those that do not. */
export interface ChosenCompartments extends NamedCompartments {
  /** By position in the manifest; what `names` names. */
  readonly keys: ReadonlyMap<number, CompartmentKeys>
  /** Not assigned to this reader. */
  readonly closed: readonly string[]
}

/**
 * Of the compartments that a key opens those that are asked for, or all.
 * @throws DatadeedError USAGE for names that the deed does not have, NO_KEY for those that the key does not open
 */
export function chooseCompartments(
  { manifest }: VerifiedDeed,
  { opened, closed }: OpenedCompartments,
  asked: readonly string[] = [],
): ChosenCompartments {
  const known = manifest.compartments.map(({ name }) => name)
  assertAsked(asked, known, closed)
  const isAsked = (number: number): boolean => asked.length === 0 || asked.includes(known[number] ?? '')
  const keys = new Map([...opened].filter(([number]) => isAsked(number)))
  const namesOf = (numbers: readonly number[]): string[] => numbers.map((number) => known[number] ?? '')
  return {
    keys,
    names: namesOf([...keys.keys()]),
    closed,
    leftOut: namesOf([...opened.keys()].filter((number) => !keys.has(number))),
  }
}

function assertAsked(asked: readonly string[], known: readonly string[], closed: readonly string[]): void {
  const { restore } = say()
  const list = (names: readonly string[]): string =>
    [...new Set(names)].map((name) => printable(name)).join(', ')
  const unknown = asked.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    const sentence = restore.unknownCompartments({ names: list(unknown), known: list(known) })
    throw new DatadeedError('USAGE', sentence)
  }
  const shut = asked.filter((name) => closed.includes(name))
  if (shut.length === 0) return
  throw new DatadeedError('NO_KEY', restore.compartmentsNotOpened({ names: list(shut) }), {
    hints: [restore.askForCompartment],
  })
}
