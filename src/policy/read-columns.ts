import { COLUMN_TYPES, COMPARTMENTS, type Compartment, isColumnType, TYPE_FACTS } from '../classify/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Fault } from './faults.ts'
import { ACTIONS, type ColumnPolicy, type CompartmentPolicy, type Found } from './policy.ts'
import { readWord, wrongWord } from './read-word.ts'
import type { LineOf } from './read-yaml.ts'

/** What an entry says of its column, as text. */
export interface ColumnWords {
  readonly type?: string | undefined
  readonly compartment?: string | undefined
  readonly action?: string | undefined
  readonly found?: string | undefined
  readonly unsure?: string | undefined
}

/** Understands the entries of all tables. */
export function readColumns(
  tables: ReadonlyMap<string, ReadonlyMap<string, ColumnWords>>,
  context: {
    /** The seller's own compartments. */
    readonly known: ReadonlyMap<string, CompartmentPolicy>
    readonly lineOf: LineOf
    readonly faults: Fault[]
  },
): Map<string, Map<string, ColumnPolicy>> {
  const compartments: readonly string[] = [...new Set([...COMPARTMENTS, ...context.known.keys()])]
  const read = new Map<string, Map<string, ColumnPolicy>>()
  for (const [table, columns] of tables) {
    const entries = Array.from(columns, ([header, words]) => {
      const place = ['columns', table, header]
      const reader = new EntryReader(place, context.lineOf, context.faults)
      return [header, reader.read(words, compartments)] as const
    })
    read.set(table, new Map(entries))
  }
  return read
}

class EntryReader {
  readonly #place: readonly string[]
  readonly #lineOf: LineOf
  readonly #faults: Fault[]

  constructor(place: readonly string[], lineOf: LineOf, faults: Fault[]) {
    this.#place = place
    this.#lineOf = lineOf
    this.#faults = faults
  }

  read(words: ColumnWords, compartments: readonly string[]): ColumnPolicy {
    const type = this.#word('type', words.type, COLUMN_TYPES)
    const compartment = this.#compartment(words.compartment, compartments)
    const action = this.#word('action', words.action, ACTIONS)
    const found = this.#found(words.found)
    const unsure = this.#word('unsure', words.unsure, ['yes', 'no'])
    return {
      ...(type === undefined ? {} : { type }),
      ...(compartment === undefined ? {} : { compartment }),
      action: action ?? 'seal',
      ...(found === undefined ? {} : { found }),
      ...(unsure === 'yes' ? { unsure: true } : {}),
      line: this.#lineOf(this.#place),
    }
  }

  #compartment(word: string | undefined, known: readonly string[]): string | undefined {
    const hint = say().policy.declareCompartment({ name: printable(word ?? '') })
    return this.#word('compartment', word, known, hint)
  }

  /** `TYPE`, or `TYPE/COMPARTMENT` where that is not the type's own. */
  #found(word: string | undefined): Found | undefined {
    if (word === undefined) return undefined
    const [typeWord = '', compartmentWord] = word.split(/\/(.*)/s)
    const type = this.#word('found', typeWord, COLUMN_TYPES)
    const compartment = this.#word<Compartment>('found', compartmentWord, COMPARTMENTS)
    if (type === undefined || !isColumnType(type)) return undefined
    return { type, compartment: compartment ?? TYPE_FACTS[type].compartment }
  }

  #word<Word extends string>(
    key: keyof ColumnWords,
    got: string | undefined,
    known: readonly Word[],
    hint?: string,
  ): Word | undefined {
    if (got === undefined) return undefined
    const word = readWord(got, known)
    if (word === undefined) {
      const at = [...this.#place, key]
      const line = this.#lineOf(at)
      this.#faults.push(wrongWord(printable(at.join('.')), got, known, { line, ...(hint && { hint }) }))
    }
    return word
  }
}
