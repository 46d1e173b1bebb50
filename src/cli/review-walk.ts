import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { type DecidedColumn, findRule, type Policy } from '../policy/index.ts'
import { padEnd } from '../report/index.ts'
import type { ClassifiedTable } from '../seal/index.ts'
import type { Person } from './prompts.ts'
import { type Answer, isActive, keepEntry } from './review-answers.ts'
import { buildReviewItems, chosenItem, type ReviewItem } from './review-items.ts'
import { askItem, shown } from './review-question.ts'

/** What a person decided, and how much is left. */
export interface Walked {
  readonly answers: ReadonlyMap<ReviewItem, Answer>
  readonly left: number
}

/** Walks a person through what waits for them, then through whatever else they name. */
export async function walkReview(
  tables: readonly ClassifiedTable[],
  policy: Policy,
  person: Person,
): Promise<Walked> {
  const items = buildReviewItems(tables, policy)
  const answers = new Map<ReviewItem, Answer>()
  const columns = tables.reduce((sum, table) => sum + table.columns.length, 0)
  const active = () => items.filter((item) => isActive(item, answers))
  const asked = active().length
  person.tell(asked === 0 ? say().review.nothing({ columns }) : say().review.intro({ count: asked, columns }))
  const talk = { policy, person }
  let from: number | undefined = 0
  while (from !== undefined) {
    const stopped = await walkItems(active, answers, { ...talk, from })
    const back = !stopped && (await changeMore(tables, answers, talk)) === 'back'
    from = back ? Math.max(0, active().length - 1) : undefined
  }
  const left = active().filter((item) => (answers.get(item)?.act ?? 'skip') === 'skip').length
  return { answers, left }
}

interface Talk {
  readonly policy: Policy
  readonly person: Person
}

/** True when the person stopped before the end. */
async function walkItems(
  active: () => readonly ReviewItem[],
  answers: Map<ReviewItem, Answer>,
  { policy, person, from }: Talk & { readonly from: number },
): Promise<boolean> {
  for (let at = from; at < active().length; ) {
    const items = active()
    const item = items[at]
    if (item === undefined) break
    const place = { at: at + 1, of: items.length, earlier: answers.get(item), policy }
    const reply = await askItem(item, person, place)
    if (reply === 'quit') return true
    if (reply === 'back') {
      at = Math.max(0, at - 1)
      continue
    }
    answers.set(item, reply)
    at += 1
  }
  return false
}

interface Listed {
  readonly table: ClassifiedTable
  readonly position: number
  readonly entry: DecidedColumn
}

/** Sure ones can be wrong as well: whatever a person names is asked about. */
async function changeMore(
  tables: readonly ClassifiedTable[],
  answers: Map<ReviewItem, Answer>,
  { policy, person }: Talk,
): Promise<'back' | 'done'> {
  for (;;) {
    const listed = listColumns(tables, answers, policy)
    if (listed.length === 0) return 'done'
    person.tell(`\n${say().review.others({ columns: listed.length })}`)
    const word = await person.ask('>')
    if (word === '' || word === 'q') return 'done'
    if (word === 'b') return 'back'
    if (word === 'l') {
      person.tell(renderList(listed))
      continue
    }
    const found = findListed(listed, word)
    const decision = found?.table.columns[found.position]
    if (found === undefined || decision === undefined) {
      person.tell(say().review.noSuchColumn({ word: printable(word, 40) }))
      continue
    }
    const known = [...answers.keys()].find(
      (each) => each.table === found.table.name && each.now === decision && each.kind !== 'renamed',
    )
    const item = known ?? chosenItem(decision, found.table, policy)
    const earlier: Answer = { act: 'decide', entry: found.entry }
    const reply = await askItem(item, person, { at: 1, of: 1, earlier, policy })
    if (reply === 'quit') return 'done'
    if (reply !== 'back' && reply.act !== 'skip') answers.set(item, reply)
  }
}

/** The columns that are decided, by the policy or just now. */
function listColumns(
  tables: readonly ClassifiedTable[],
  answers: ReadonlyMap<ReviewItem, Answer>,
  policy: Policy,
): Listed[] {
  const decided = new Map<object, DecidedColumn>()
  for (const [item, answer] of answers) {
    const counts = answer.act === 'decide' && item.now !== undefined && isActive(item, answers)
    if (counts && item.now !== undefined && answer.act === 'decide') decided.set(item.now, answer.entry)
  }
  return tables.flatMap((table) =>
    table.columns.flatMap((decision, position): Listed[] => {
      const rule = findRule(policy, table.name, decision.header)
      const entry = decided.get(decision) ?? (rule === undefined ? undefined : keepEntry(rule, decision))
      return entry === undefined ? [] : [{ table, position, entry }]
    }),
  )
}

/** By its number in the list, or by its name; a part of the name is enough if no other column has it. */
function findListed(listed: readonly Listed[], word: string): Listed | undefined {
  const numbered = /^\d{1,5}$/.test(word) ? listed[Number(word) - 1] : undefined
  const headerOf = ({ table, position }: Listed) => table.columns[position]?.header ?? ''
  const exact = listed.filter((each) => headerOf(each) === word)
  const partly = listed.filter((each) => headerOf(each).includes(word))
  return exact[0] ?? numbered ?? (partly.length === 1 ? partly[0] : undefined)
}

function renderList(listed: readonly Listed[]): string {
  const digits = String(listed.length).length
  return listed
    .map(({ table, position, entry }, place) => {
      const name = `${printable(table.name, 24)}.${printable(table.columns[position]?.header ?? '', 32)}`
      return `${String(place + 1).padStart(digits)}  ${padEnd(name, 36)}  ${say().review.decision(shown(entry))}`
    })
    .join('\n')
}
