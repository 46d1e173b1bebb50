import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Fault } from './faults.ts'
import { findNearest } from './nearest.ts'

export function readWord<Word extends string>(word: string, known: readonly Word[]): Word | undefined {
  return known.find((candidate) => candidate === word)
}

/** Looks for the nearest known word when the sentence is asked for: only the first faults of many are shown. */
export function wrongWord(
  where: string,
  got: string,
  known: readonly string[],
  { line, hint }: Pick<Fault, 'line' | 'hint'>,
): Fault {
  return {
    ...(line !== undefined && { line }),
    ...(hint !== undefined && { hint }),
    get what() {
      const few = known.length <= 8 ? known.join(', ') : undefined
      const nearest = findNearest(got, known)
      return say().policy.unknownWord({ where, got: printable(got), nearest, known: few })
    },
  }
}
