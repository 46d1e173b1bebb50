import { COLUMN_TYPES, COMPARTMENTS, type Compartment, isColumnType, TYPE_FACTS } from '../classify/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Fault } from './faults.ts'
import type { ColumnPolicy, Found, PseudonymPolicy } from './policy.ts'
import { type ActionWords, readAction } from './read-actions.ts'
import { readWord, wrongWord } from './read-word.ts'
import type { LineOf } from './read-yaml.ts'

/** What an entry says of its column, as text. */
export interface ColumnWords extends ActionWords {
  readonly type?: string | undefined
  readonly compartment?: string | undefined
  readonly found?: string | undefined
  readonly unsure?: string | undefined
}

/** Understands the entries of all tables. */
export function readColumns(
  tables: ReadonlyMap<string, ReadonlyMap<string, ColumnWords>>,
  context: {
    /** The seller's own among them. */
    readonly compartments: readonly string[]
    /** Keys of pseudonyms. */
    readonly labels: ReadonlyMap<string, PseudonymPolicy>
    readonly lineOf: LineOf
    readonly faults: Fault[]
  },
): Map<string, Map<string, ColumnPolicy>> {
  const read = new Map<string, Map<string, ColumnPolicy>>()
  for (const [table, columns] of tables) {
    const entries = Array.from(columns, ([header, words]) => {
      const place = ['columns', table, header]
      const reader = new EntryReader(place, context.lineOf, context.faults)
      return [header, reader.read(words, context)] as const
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

  read(
    words: ColumnWords,
    {
      compartments,
      labels,
    }: { readonly compartments: readonly string[]; readonly labels: ReadonlyMap<string, PseudonymPolicy> },
  ): ColumnPolicy {
    const type = this.#word('type', words.type, COLUMN_TYPES)
    const compartment = this.#compartment(words.compartment, compartments)
    const action = readAction(words, {
      labels,
      at: (setting) => this.#lineOf([...this.#place, setting]),
      where: (setting) => printable([...this.#place, setting].join('.')),
      faults: this.#faults,
    })
    const found = this.#found(words.found)
    const unsure = this.#word('unsure', words.unsure, ['yes', 'no'])
    const total = this.#word('total', words.total, ['yes', 'no'])
    return {
      ...(type === undefined ? {} : { type }),
      ...(compartment === undefined ? {} : { compartment }),
      ...action,
      ...(found === undefined ? {} : { found }),
      ...(unsure === 'yes' ? { unsure: true } : {}),
      ...(total === 'yes' ? { total: true } : {}),
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
    key: string,
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
