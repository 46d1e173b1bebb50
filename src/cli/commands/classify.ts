import { OPEN_COMPARTMENTS, refuseUnexamined, UNSURE_BELOW } from '../../classify/index.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { renderPolicy } from '../../policy/index.ts'
import {
  buildClassifiedFacts,
  type ExplainedTable,
  renderClassificationPage,
  renderClassified,
  renderClassifiedCsv,
} from '../../report/index.ts'
import { classifyExports } from '../../seal/index.ts'
import { programVersion } from '../../version.ts'
import { Questions } from '../ask.ts'
import type { Command } from '../command.ts'
import { findDamageFailure } from '../damage.ts'
import { explainTables } from '../explain.ts'
import { askEncodingOf, describeExports, readExports } from '../exports.ts'
import { assertApart, assertFolderOf, assertNew, assertNotInput, readPolicy, writeNew } from '../files.ts'
import { showSealProgress } from '../progress.ts'
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
    return {
      ...(failure === undefined ? {} : { failure }),
      text: renderClassified(tables, UNSURE_BELOW),
      document: { ...buildClassifiedFacts(tables), notes },
      next: say().cli.nextClassify({ exports: exportWords }),
    }
  },
}

function listColumns(tables: readonly ExplainedTable[]) {
  return tables.flatMap(({ name, columns }) =>
    columns.map(({ header, unexamined }) => ({ table: name, header, unexamined })),
  )
}
