import { explainReason } from '../classify/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { DecidedColumn, Policy } from '../policy/index.ts'
import type { Person } from './prompts.ts'
import { type Answer, keepEntry, proposeEntry } from './review-answers.ts'
import { chooseAction, chooseCompartment, chooseType } from './review-choices.ts'
import type { ReviewItem } from './review-items.ts'

/** Where a person goes after a question. */
export type Reply = Answer | 'back' | 'quit'

interface Place {
  readonly at: number
  readonly of: number
  /** What was answered before, when a person comes back. */
  readonly earlier: Answer | undefined
  readonly policy: Policy
}

/** Asks about one item until there is an answer. */
export async function askItem(item: ReviewItem, person: Person, place: Place): Promise<Reply> {
  person.tell(['', headOf(item, place), ...describe(item)].join('\n'))
  const { earlier } = place
  const before = earlier?.act === 'decide' || earlier?.act === 'rename' ? earlier.entry : undefined
  let entry = before ?? proposeEntry(item)
  for (;;) {
    if (entry !== undefined) person.tell(`  ${say().review.decision(shown(entry))}`)
    const key = await askKey(item, person)
    if (key === '') return agree(item, entry)
    if (key === 'b') return 'back'
    if (key === 'q') return 'quit'
    if (key === 's') return { act: 'skip' }
    if (key === 'n') return { act: 'apart' }
    if (key === 'm') person.tell(renderShapes(item))
    if (key === 'k' && item.rule && item.now) return { act: 'decide', entry: keepEntry(item.rule, item.now) }
    if (entry === undefined) continue
    if (key === 't') entry = await chooseType(person, entry, item)
    if (key === 'c') entry = await chooseCompartment(person, entry, place.policy)
    if (key === 'a') entry = await chooseAction(person, entry)
  }
}

function agree({ kind }: ReviewItem, entry: DecidedColumn | undefined): Answer {
  if (kind === 'table') return { act: 'accept' }
  if (entry === undefined) return { act: 'remove' }
  return { act: kind === 'renamed' ? 'rename' : 'decide', entry }
}

type Key = keyof ReturnType<typeof say>['review']['keys']

/** The letters that mean something here, in the order they are offered. */
function keysOf({ kind, shapes }: ReviewItem): Key[] {
  const masked: Key[] = shapes.length === 0 ? [] : ['m']
  const go: Key[] = ['s', 'b', 'q']
  if (kind === 'table' || kind === 'gone') return go
  const change: Key[] = ['t', 'c', 'a', ...masked]
  if (kind === 'renamed') return ['n', ...change, ...go]
  return kind === 'type' || kind === 'compartment' ? ['k', ...change, ...go] : [...change, ...go]
}

async function askKey(item: ReviewItem, person: Person): Promise<Key | ''> {
  const words = say().review
  const keys = keysOf(item)
  const offered = keys.map((key) => `${key} ${words.keys[key]}`).join(' · ')
  person.tell(`  ${words.enter({ does: words.agree[agreeing(item)] })} · ${offered}`)
  for (;;) {
    const answer = (await person.ask('  >')).toLowerCase()
    const key = answer === '' ? '' : keys.find((known) => known === answer)
    if (key !== undefined) return key
    person.tell(`  ${words.noSuchKey({ keys: keys.join(' ') })}`)
  }
}

function agreeing({ kind }: ReviewItem): keyof ReturnType<typeof say>['review']['agree'] {
  if (kind === 'gone' || kind === 'renamed' || kind === 'table') return kind
  return kind === 'type' || kind === 'compartment' ? 'changed' : 'column'
}

function headOf({ kind, table, column }: ReviewItem, { at, of }: Place): string {
  const words = say().review
  const names = { at, of, table: printable(table), column: printable(column) }
  return kind === 'table' ? words.headTable(names) : words.headColumn(names)
}

/** What it is about, what the classifier says, and why. */
function describe({ kind, was = '', before, rule, now }: ReviewItem): string[] {
  const words = say().review
  const reviewed = before === undefined ? '' : `${before.type}, ${before.compartment}`
  const about = words.kinds[kind]({ was: printable(was), reviewed, line: rule?.line ?? 0 })
  if (now === undefined) return [`  ${about}`]
  const percent = Math.round(now.confidence * 100)
  const seen = words.seen({ type: now.type, compartment: now.compartment, percent })
  const reasons = now.reasons.map((reason) => `    - ${printable(explainReason(reason), 160)}`)
  return [`  ${about}`, `  ${seen}`, ...reasons]
}

function renderShapes({ shapes }: ReviewItem): string {
  const width = Math.max(...shapes.map(({ cells }) => String(cells).length))
  const lines = shapes.map(
    ({ shape, cells }) => `    ${String(cells).padStart(width)} × ${printable(shape, 64)}`,
  )
  return [`  ${say().review.shapes}`, ...lines].join('\n')
}

/** An entry as it is told. */
export function shown({ type, compartment, action }: DecidedColumn) {
  const names: Readonly<Record<string, string>> = say().report.actions
  return { type, compartment: printable(compartment), action: names[action] ?? action }
}
