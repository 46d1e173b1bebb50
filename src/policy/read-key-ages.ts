import { KEY_AGE_DAYS } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Fault } from './faults.ts'
import { KEY_USES, type KeyAges, type KeyUse } from './policy.ts'
import type { LineOf } from './read-yaml.ts'

/** Days after which a key is due, is warned of, is refused; as text. */
export interface AgeWords {
  readonly due?: string | undefined
  readonly warn?: string | undefined
  readonly refuse?: string | undefined
}

export type KeyAgeWords = Readonly<Partial<Record<KeyUse, AgeWords | undefined>>>

const DAYS_OF = { d: 1, y: 365 } as const
const MOST_DAYS = 36_500
const STEPS = ['due', 'warn', 'refuse'] as const

/** What is not said stays at its default, and moves with what is said where it would be out of order. */
export function readKeyAges(words: KeyAgeWords, lineOf: LineOf, faults: Fault[]): KeyAges {
  const read = (use: KeyUse) => {
    const given = words[use] ?? {}
    const days = STEPS.map((step) => {
      const text = given[step]
      if (text === undefined) return KEY_AGE_DAYS[use][step]
      const found = findDays(text)
      if (found === undefined) {
        const told = { where: `keys.${use}.${step}`, got: printable(text) }
        faults.push({ line: lineOf(['keys', use, step]), what: say().policy.keyAge(told) })
      }
      return found ?? KEY_AGE_DAYS[use][step]
    })
    const [due = 0, warn = 0, refuse = 0] = days
    const steps = { due: given.due === undefined ? Math.min(due, warn) : due, warn, refuse }
    if (steps.due > steps.warn || steps.warn > steps.refuse)
      faults.push({ line: lineOf(['keys', use]), what: say().policy.keyAgeOrder({ where: `keys.${use}` }) })
    return steps
  }
  const [signing, reader] = KEY_USES.map(read) as [KeyAges['signing'], KeyAges['reader']]
  return { signing, reader }
}

/** `90d` or `1y`: a year has 365 days. */
function findDays(text: string): number | undefined {
  const [, digits, unit] = /^([0-9]{1,5})(d|y)$/.exec(text) ?? []
  if (digits === undefined || (unit !== 'd' && unit !== 'y')) return undefined
  const days = Number(digits) * DAYS_OF[unit]
  return days >= 1 && days <= MOST_DAYS ? days : undefined
}
