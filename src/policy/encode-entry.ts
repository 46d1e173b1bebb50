import type { ColumnType } from '../classify/index.ts'
import { encodeFound } from './found.ts'
import type { Action, Found } from './policy.ts'

/** What a person decided of a column. */
export interface DecidedColumn {
  readonly type: ColumnType
  readonly compartment: string
  readonly action: Action
  readonly found?: Found
  /** Still to be looked at. */
  readonly unsure?: true
}

/** An entry in one line, as a policy that datadeed writes has it. */
export function encodeEntry(entry: DecidedColumn): string {
  const mark = entry.unsure ? ', unsure: yes' : ''
  return `{ ${entryWords(entry)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')}${mark} }`
}

/** The settings of an entry, in their order; all of them plain words. */
export function entryWords({ type, compartment, action, found }: DecidedColumn): [string, string][] {
  const decided: [string, string][] = [
    ['type', type],
    ['compartment', compartment],
    ['action', action],
  ]
  return found === undefined ? decided : [...decided, ['found', encodeFound(found)]]
}

/** Plain where YAML reads a plain word back unchanged, else the JSON form, which is YAML too. */
export function encodeKey(key: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(key) ? key : JSON.stringify(key)
}
