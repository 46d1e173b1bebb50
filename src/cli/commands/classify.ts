import { OPEN_COMPARTMENTS, refuseUnexamined, UNSURE_BELOW } from '../../classify/index.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { type Policy, renderPolicy } from '../../policy/index.ts'
import {
  buildClassifiedFacts,
  buildDifferenceFacts,
  type ExplainedTable,
  renderClassificationPage,
  renderClassified,
  renderClassifiedCsv,
  renderDifferences,
} from '../../report/index.ts'
import { type ClassifiedTable, classifyExports } from '../../seal/index.ts'
import { programVersion } from '../../version.ts'
import { Questions } from '../ask.ts'
import type { Command, Outcome } from '../command.ts'
import { compareExports } from '../compare-exports.ts'
import { findDamageFailure } from '../damage.ts'
import { explainTables } from '../explain.ts'
import { askEncodingOf, describeExports, readExports } from '../exports.ts'
import { assertApart, assertFolderOf, assertNew, assertNotInput, writeNew } from '../files.ts'
import { showSealProgress } from '../progress.ts'
import { readPolicy } from '../read-policy.ts'
import type { Session } from '../session.ts'
import { inputPaths } from '../sources.ts'
import { assertNotBoth } from '../values.ts'

/** What is sensitive in exports, why, and in which compartment it goes. */
export const classify: Command = {
  async complete(values, session) {
    const questions = new Questions(values, session)
    await questions.operands(say().cli.askExports)
    return questions.added
  },

  async run(values, session) {
    const policyPath = values.text('write-policy')
    const csvPath = values.text('csv')
    const htmlPath = values.text('html')
    assertNotBoth(values, 'policy', 'write-policy')
    const exports = readExports(values)
    const inputs = inputPaths(exports)
    const outputs = [policyPath, csvPath, htmlPath]
    assertApart(outputs)
    for (const output of outputs) {
      assertNotInput(output, inputs)
      assertNew(output)
      assertFolderOf(output)
    }
    const reviewed = await readPolicy(values.text('policy'))
    const { tables: classified, notes } = await session.watch((watch) =>
      classifyExports({
        exports,
        signal: session.signal,
        progress: showSealProgress(watch),
        ...askEncodingOf(session),
      }),
    )
    for (const note of notes) session.note(note)
    const tables = explainTables(classified, reviewed?.policy)
    if (policyPath !== undefined) {
      const decided = classified.map(({ name, columns }) => ({ name, decisions: columns }))
      await writeNew(policyPath, renderPolicy(decided))
      session.note(say().cli.wrote({ path: printable(policyPath) }))
    }
    if (csvPath !== undefined) {
      await writeNew(csvPath, renderClassifiedCsv(tables))
      session.note(say().cli.wrote({ path: printable(csvPath) }))
    }
    const policy = values.text('policy')
    const exportWords = describeExports(values).map(session.word).join(' ')
    if (htmlPath !== undefined) {
      const page = renderClassificationPage({
        tables,
        notes,
        unsureBelow: UNSURE_BELOW,
        openCompartments: OPEN_COMPARTMENTS,
        made: { at: session.now, ...programVersion() },
        exports: exportWords,
        policy: policy === undefined ? undefined : session.word(policy),
      })
      await writeNew(htmlPath, page)
      session.note(say().cli.wrote({ path: printable(htmlPath) }))
    }
    const damaged = values.on('fail-on-damage') ? findDamageFailure(classified) : undefined
    const unseen = values.on('fail-on-unexamined') ? refuseUnexamined(listColumns(tables)) : undefined
    const failure = damaged ?? unseen
    const outcome =
      reviewed === undefined
        ? {
            text: renderClassified(tables, UNSURE_BELOW),
            document: buildClassifiedFacts(tables),
            next:
              policyPath === undefined
                ? say().cli.nextClassify({ exports: exportWords })
                : say().review.nextWritten({ exports: exportWords, policy: session.word(policyPath) }),
          }
        : compareWithPolicy(classified, reviewed.policy, { session, exports: exportWords })
    return {
      ...outcome,
      ...(failure === undefined ? {} : { failure }),
      document: { ...outcome.document, notes },
    }
  },
}

function listColumns(tables: readonly ExplainedTable[]) {
  return tables.flatMap(({ name, columns }) =>
    columns.map(({ header, unexamined }) => ({ table: name, header, unexamined })),
  )
}

/** With a policy, only what differs from it is worth a person's time. */
function compareWithPolicy(
  classified: readonly ClassifiedTable[],
  policy: Policy,
  { session, exports }: { readonly session: Session; readonly exports: string },
): Outcome {
  const compared = compareExports(classified, policy)
  const open = compared.unsure.length > 0 || compared.tables.some(({ differences }) => differences.length > 0)
  const next = open ? say().review.nextReview : say().review.nextSeal
  return {
    text: renderDifferences(compared),
    document: buildDifferenceFacts(compared),
    next: next({ exports, policy: session.word(policy.path) }),
  }
}
