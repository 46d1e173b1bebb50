import { dirname, isAbsolute, join } from 'node:path'
import { GENERALISE_STEPS } from '../actions/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Fault } from './faults.ts'
import { ACTIONS, type Action, type ColumnPolicy, type PseudonymPolicy } from './policy.ts'
import { readWord, wrongWord } from './read-word.ts'
import type { LineOf } from './read-yaml.ts'

/** What a policy says of an action, in its own words. */
export interface ActionWords {
  readonly action?: string | undefined
  readonly to?: string | undefined
  readonly bands?: readonly string[] | undefined
  readonly key?: string | undefined
  readonly total?: string | undefined
}

export interface PseudonymWords {
  readonly key?: string | undefined
  readonly compartment?: string | undefined
}

const LABEL = /^[a-z][a-z0-9-]{0,31}$/
const BOUND = /^-?\d{1,15}(?:\.\d{1,6})?$/
/** The manifest names them all in one text of at most 1,024 bytes. */
const MOST_BOUNDS = 32
const OWNERS = { to: 'generalise', bands: 'generalise', key: 'pseudonymise', total: 'seal' } as const
export type ActionSetting = keyof typeof OWNERS

/** Settings that only one action has. */
export const ACTION_SETTINGS: readonly ActionSetting[] = ['to', 'bands', 'key', 'total']

export function isSettingOf(setting: ActionSetting, action: Action): boolean {
  return OWNERS[setting] === action
}

/** The action of a column with its settings; what is wrong is added to `faults` and left out. */
export function readAction(
  words: ActionWords,
  context: {
    readonly labels: ReadonlyMap<string, PseudonymPolicy>
    readonly at: (setting: string) => number
    readonly where: (setting: string) => string
    readonly faults: Fault[]
  },
): Pick<ColumnPolicy, 'action' | 'to' | 'bounds' | 'key'> {
  const { labels, at, where, faults } = context
  const got = words.action ?? 'seal'
  const action = readWord(got, ACTIONS)
  if (action === undefined) {
    faults.push(wrongWord(where('action'), got, ACTIONS, { line: at('action') }))
    return { action: 'seal' }
  }
  for (const setting of ACTION_SETTINGS) {
    if (words[setting] === undefined || isSettingOf(setting, action)) continue
    const what = say().actions.settingOfOther({ where: where(setting), owner: OWNERS[setting] })
    faults.push({ line: at(setting), what })
  }
  if (action === 'generalise') return { action, ...readSteps(words, context) }
  if (action !== 'pseudonymise') return { action }
  const { key } = words
  if (key !== undefined && labels.has(key)) return { action, key }
  const hint = say().actions.declareKeyHint
  faults.push(
    key === undefined
      ? { line: at('action'), what: say().actions.noKey({ where: where('key') }), hint }
      : wrongWord(where('key'), key, [...labels.keys()], { line: at('key'), hint }),
  )
  return { action: 'seal' }
}

function readSteps(
  { to, bands }: ActionWords,
  { at, where, faults }: Parameters<typeof readAction>[1],
): Pick<ColumnPolicy, 'to' | 'bounds'> {
  if (to !== undefined && !GENERALISE_STEPS.includes(to)) {
    faults.push(wrongWord(where('to'), to, GENERALISE_STEPS, { line: at('to') }))
    return {}
  }
  if (bands === undefined) return to === undefined ? {} : { to }
  const bounds = bands.map(Number)
  const ascending = bounds.every((bound, place) => place === 0 || bound > (bounds[place - 1] ?? bound))
  const numbers = bands.length > 0 && bands.length <= MOST_BOUNDS && bands.every((band) => BOUND.test(band))
  if (!numbers || !ascending || (to !== undefined && to !== 'band')) {
    faults.push({
      line: at('bands'),
      what: say().actions.bands({ where: where('bands'), most: MOST_BOUNDS }),
    })
  }
  return { to: 'band', bounds }
}

/** The section `pseudonyms`; a key file without a folder of its own lies beside the policy. */
export function readPseudonyms(
  section: ReadonlyMap<string, PseudonymWords> | undefined,
  context: {
    readonly path: string
    readonly compartments: readonly string[]
    readonly lineOf: LineOf
    readonly faults: Fault[]
  },
): Map<string, PseudonymPolicy> {
  const { path, compartments, lineOf, faults } = context
  const read = new Map<string, PseudonymPolicy>()
  for (const [label, { key, compartment }] of section ?? []) {
    const line = lineOf(['pseudonyms', label])
    const shown = printable(label)
    if (!LABEL.test(label)) faults.push({ line, what: say().actions.keyLabel({ label: shown }) })
    if (key === undefined && compartment === undefined)
      faults.push({ line, what: say().actions.keyNowhere({ label: shown }) })
    if (key === '') faults.push({ line, what: say().actions.keyPathEmpty({ label: shown }) })
    if (compartment !== undefined && !compartments.includes(compartment)) {
      const where = printable(`pseudonyms.${label}.compartment`)
      faults.push(
        wrongWord(where, compartment, compartments, { line: lineOf(['pseudonyms', label, 'compartment']) }),
      )
    }
    const file = key === undefined || isAbsolute(key) ? key : join(dirname(path), key)
    read.set(label, {
      ...(file === undefined ? {} : { file }),
      ...(compartment === undefined ? {} : { compartment }),
      line,
    })
  }
  return read
}
