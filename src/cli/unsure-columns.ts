import { UNSURE_BELOW } from '../classify/index.ts'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { type ClassifiedTable, classifyExports, type ExportRequest } from '../seal/index.ts'
import { describeDamage } from './damage.ts'
import { askEncodingOf } from './exports.ts'
import { showSealProgress } from './progress.ts'
import type { Session } from './session.ts'

/** Columns named in the question; the rest are counted. */
const SHOWN = 12

/**
 * Before sealing without a policy: shows a person what is left out of the exports or was damaged before, and the columns
 * that the classifier is unsure of. Answers with the words that spare the next run a question about the encoding.
 *
 * @throws DatadeedError RULE if the person says no
 */
export async function reviewUnsure(
  exports: readonly ExportRequest[],
  session: Session,
): Promise<readonly string[]> {
  const { person } = session
  if (person === undefined) return []
  const { tables, notes } = await session.watch((watch) =>
    classifyExports({
      exports,
      signal: session.signal,
      progress: showSealProgress(watch),
      ...askEncodingOf(session),
    }),
  )
  const unsure = tables.flatMap(({ name, columns }) =>
    columns
      .filter(({ confidence }) => confidence < UNSURE_BELOW)
      .map(({ header, compartment }) => `${printable(name)}.${printable(header, 40)} (${compartment})`),
  )
  for (const note of notes) person.tell(note)
  const damage = describeDamage(tables.map(byName))
  for (const line of damage) person.tell(`! ${line}`)
  if (unsure.length > 0) {
    const list = [...unsure.slice(0, SHOWN), ...(unsure.length > SHOWN ? ['…'] : [])].join(', ')
    person.tell(say().cli.unsureColumns({ count: unsure.length, list }))
  }
  if (unsure.length + damage.length > 0) {
    const answer = await person.ask(say().cli.askGoOn, 'y')
    if (!/^(y|yes|是|好)$/i.test(answer)) {
      const hints = [...(damage.length > 0 ? [say().sources.hintDamageRefused] : []), say().cli.hintReview]
      throw new DatadeedError('RULE', say().cli.notSealed, { hints })
    }
  }
  const [only, ...more] = tables
  const asked = only?.source.kind === 'csv' && only.source.encodingBy === 'asked' ? only.source : undefined
  return asked !== undefined && more.length === 0 ? ['--encoding', asked.encoding] : []
}

/** A classified table with its columns as others call them. */
function byName({ name, columns, remarks }: ClassifiedTable) {
  return { name, remarks, columns: columns.map(({ header }, index) => ({ index, name: header })) }
}
