import { COLUMN_TYPES, COMPARTMENTS, isColumnType, TYPE_FACTS } from '../classify/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { actionsFor, type DecidedColumn, type Policy } from '../policy/index.ts'
import type { Person } from './prompts.ts'
import type { ReviewItem } from './review-items.ts'

/** What an entry becomes when a person chooses another type. Its compartment goes along. */
export async function chooseType(
  person: Person,
  entry: DecidedColumn,
  { now }: ReviewItem,
): Promise<DecidedColumn> {
  const type = await choose(person, say().review.askType({ type: entry.type }), COLUMN_TYPES)
  if (type === undefined || !isColumnType(type)) return entry
  const compartment = type === now?.type ? now.compartment : TYPE_FACTS[type].compartment
  return { ...entry, type, compartment }
}

export async function chooseCompartment(
  person: Person,
  entry: DecidedColumn,
  policy: Policy,
): Promise<DecidedColumn> {
  const known = [...new Set([...COMPARTMENTS, ...policy.compartments.keys()])]
  const question = say().review.askCompartment({
    compartment: printable(entry.compartment),
    list: numbered(known.map((name) => printable(name))),
  })
  const compartment = await choose(person, question, known)
  return compartment === undefined ? entry : { ...entry, compartment }
}

export async function chooseAction(person: Person, entry: DecidedColumn): Promise<DecidedColumn> {
  const names: Readonly<Record<string, string>> = say().report.actions
  const actions = actionsFor(entry.type, entry.action)
  const list = numbered(actions.map((word) => (names[word] === word ? word : `${word} (${names[word]})`)))
  const action = await choose(person, say().review.askAction({ action: entry.action, list }), actions)
  return action === undefined ? entry : { ...entry, action }
}

function numbered(words: readonly string[]): string {
  return words.map((word, place) => `${place + 1} ${word}`).join(' · ')
}

/** A word by its number, by itself, or by a part that only it has; undefined when nothing is to change. */
async function choose<Word extends string>(
  person: Person,
  question: string,
  words: readonly Word[],
): Promise<Word | undefined> {
  let asked = question
  for (;;) {
    const answer = (await person.ask(asked)).toLowerCase()
    if (answer === '') return undefined
    const exact = words.find((word, place) => word === answer || String(place + 1) === answer)
    if (exact !== undefined) return exact
    const fitting = words.filter((word) => word.includes(answer))
    const [only, ...more] = fitting
    if (only !== undefined && more.length === 0) return only
    asked =
      only === undefined
        ? say().review.noneFits({ word: printable(answer, 40) })
        : say().review.severalFit({ list: fitting.join(', ') })
  }
}
