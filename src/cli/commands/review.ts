import { existsSync } from 'node:fs'
import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { editPolicy, type PolicyEdit, parsePolicy, renderPolicy } from '../../policy/index.ts'
import { type ClassifiedTable, classifyExports } from '../../seal/index.ts'
import { Questions } from '../ask.ts'
import type { Command } from '../command.ts'
import { askEncodingOf, describeExports, readExports } from '../exports.ts'
import { assertFolderOf, assertNotInput, replaceText, writeNew } from '../files.ts'
import { showSealProgress } from '../progress.ts'
import { readPolicy } from '../read-policy.ts'
import { editsOf } from '../review-answers.ts'
import { buildReviewedFacts, renderReviewed } from '../review-result.ts'
import { walkReview } from '../review-walk.ts'
import { inputPaths } from '../sources.ts'

/** Walks a person through what is unsure or has changed, and writes what they decide into the policy. */
export const review: Command = {
  async complete(values, session) {
    const questions = new Questions(values, session)
    await questions.operands(say().cli.askExports)
    await questions.flag('policy', say().review.askPolicy, 'datadeed.yaml')
    return questions.added
  },

  async run(values, session) {
    const { person } = session
    if (person === undefined) {
      throw new DatadeedError('USAGE', say().review.noTerminal, { hints: [say().review.hintNoTerminal] })
    }
    const path = values.text('policy') ?? ''
    const exports = readExports(values)
    assertNotInput(path, inputPaths(exports))
    assertFolderOf(path)
    const made = !existsSync(path)
    const before = made ? undefined : await readPolicy(path)
    const { tables, notes } = await session.watch((watch) =>
      classifyExports({
        exports,
        shapes: true,
        signal: session.signal,
        progress: showSealProgress(watch),
        ...askEncodingOf(session),
      }),
    )
    for (const note of notes) session.note(note)
    const fresh = made ? renderPolicy(tables.map(({ name, columns }) => ({ name, decisions: columns }))) : ''
    const policy = before?.policy ?? parsePolicy(Buffer.from(fresh), path)
    const { answers, left } = await walkReview(tables, policy, person)
    session.signal.throwIfAborted()
    const edits = editsOf(answers, tables)
    if (made) await writeNew(path, edited(fresh, edits, { path, tables }))
    // What somebody else wrote into the file meanwhile stays.
    else if (edits.length > 0) await replaceText(path, (text) => edited(text, edits, { path, tables }))
    const reviewed = { path, made, edits, left }
    const words = { exports: describeExports(values).map(session.word).join(' '), policy: session.word(path) }
    return {
      text: renderReviewed(reviewed),
      document: buildReviewedFacts(reviewed),
      next: left > 0 ? say().review.nextReview(words) : say().review.nextSeal(words),
    }
  },
}

/** The edited text, which must be a policy before it is written. */
function edited(
  text: string,
  edits: readonly PolicyEdit[],
  of: { readonly path: string; readonly tables: readonly ClassifiedTable[] },
): string {
  const headers = new Map(of.tables.map(({ name, columns }) => [name, columns.map(({ header }) => header)]))
  const after = editPolicy(text, edits, headers)
  parsePolicy(Buffer.from(after), of.path)
  return after
}
