import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { findCount } from './amount.ts'
import type { Fault } from './faults.ts'
import { RETENTION_RULES, type RetentionPolicy } from './policy.ts'
import type { LineOf } from './read-yaml.ts'

export type RetentionWords = { readonly [Rule in (typeof RETENTION_RULES)[number]]?: string | undefined }

/** A rule that keeps none has no place in a policy: a slip of the pen must not delete. */
export const MOST_KEPT = 100_000
/** As long as the names of links are. */
const MOST_SEQUENCE = 9_999_999_999

interface Place {
  readonly lineOf: LineOf
  readonly faults: Fault[]
}

/** What a prune keeps. Without a rule it is no retention, and a fault. */
export function readRetention(words: RetentionWords, { lineOf, faults }: Place): RetentionPolicy {
  const at = ['backup', 'retention']
  const retention: { [Rule in (typeof RETENTION_RULES)[number]]?: number } = {}
  for (const rule of RETENTION_RULES) {
    const got = words[rule]
    if (got === undefined) continue
    const count = findCount(got)
    if (count !== undefined && count >= 1 && count <= MOST_KEPT) retention[rule] = count
    else
      faults.push({
        line: lineOf([...at, rule]),
        what: say().policy.retention({ rule, got: printable(got), most: MOST_KEPT }),
      })
  }
  if (RETENTION_RULES.every((rule) => words[rule] === undefined))
    faults.push({ line: lineOf(at), what: say().policy.emptyInBackup({ key: 'retention' }) })
  return retention
}

/** Numbers of links. */
export function readHold(words: readonly string[] = [], { lineOf, faults }: Place): number[] {
  return words.flatMap((word) => {
    const count = findCount(word)
    if (count !== undefined && count >= 1 && count <= MOST_SEQUENCE) return [count]
    faults.push({ line: lineOf(['backup', 'hold']), what: say().policy.hold({ got: printable(word) }) })
    return []
  })
}
