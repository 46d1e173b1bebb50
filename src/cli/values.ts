import { delimiter as pathDelimiter } from 'node:path'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { findTwin, type OptionSpec } from './options.ts'

/** What stands on the command line or, for what does not, in the environment. */
export interface Values {
  readonly operands: readonly string[]
  text(flag: string): string | undefined
  list(flag: string): readonly string[]
  on(flag: string): boolean
}

/** Raw values by flag: the texts given, or an empty list for a switch that was given. */
export type RawValues = ReadonlyMap<string, readonly string[]>

export function buildValues(operands: readonly string[], raw: RawValues): Values {
  return {
    operands,
    text: (flag) => raw.get(flag)?.at(-1),
    list: (flag) => raw.get(flag) ?? [],
    on: (flag) => raw.has(flag),
  }
}

/** Fills what the command line left open from the environment; a flag that was given wins. */
export function withTwins(
  given: RawValues,
  options: readonly OptionSpec[],
  env: Readonly<Record<string, string | undefined>>,
): RawValues {
  const values = new Map(given)
  for (const option of options) {
    const twin = findTwin(option)
    const text = twin === undefined ? undefined : env[twin]
    if (twin === undefined || text === undefined || text === '' || values.has(option.flag)) continue
    if (option.value === undefined) {
      if (parseSwitch(twin, text)) values.set(option.flag, [])
    } else {
      values.set(option.flag, option.many ? splitList(text, option) : [text])
    }
  }
  return values
}

/** Lists in the environment are split at commas and, where no value has one inside, at the platform's path delimiter. */
function splitList(text: string, { colons }: OptionSpec): string[] {
  return text
    .split(',')
    .flatMap((part) => (colons ? [part] : part.split(pathDelimiter)))
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function parseSwitch(twin: string, text: string): boolean {
  const word = text.toLowerCase()
  if (['1', 'true', 'yes', 'on'].includes(word)) return true
  if (['0', 'false', 'no', 'off'].includes(word)) return false
  throw new DatadeedError('USAGE', say().cli.twinNotSwitch({ twin: printable(twin) }))
}

/** Refuses two flags that say different things. */
export function assertNotBoth(values: Values, first: string, second: string): void {
  if (!values.on(first) || !values.on(second)) return
  throw new DatadeedError('USAGE', say().cli.bothFlags({ first, second }))
}

/** Refuses a value outside a flag's closed list. */
export function assertChoices(raw: RawValues, options: readonly OptionSpec[]): void {
  for (const option of options) {
    for (const got of raw.get(option.flag) ?? []) {
      if (option.choices === undefined || option.choices.includes(got)) continue
      const sentence = say().cli.notAChoice({
        flag: option.flag,
        got: printable(got),
        choices: option.choices.join(', '),
      })
      throw new DatadeedError('USAGE', sentence)
    }
  }
}
