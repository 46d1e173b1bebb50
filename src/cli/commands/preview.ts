import { basename } from 'node:path'
import { DatadeedError } from '../../errors.ts'
import { cardsAs } from '../../ledger/index.ts'
import { currentLanguage, say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { type SignedPreview, STAGES, type Stage, writePreview } from '../../preview/index.ts'
import { renderPreviewPage, renderPreviewWritten } from '../../report/index.ts'
import { Questions } from '../ask.ts'
import { warnOfOddClock } from '../clock.ts'
import type { Command } from '../command.ts'
import { askEncodingOf, readExports } from '../exports.ts'
import { assertFolderOf, assertNew, assertNotInput, writeNew } from '../files.ts'
import { assertKeysInUse } from '../key-dates.ts'
import { openKey } from '../keys.ts'
import { showSealProgress } from '../progress.ts'
import { readPolicy } from '../read-policy.ts'
import { inputPaths } from '../sources.ts'

/** Writes what a buyer may know of exports before there is a deed. */
export const preview: Command = {
  async complete(values, session) {
    const questions = new Questions(values, session)
    await questions.operands(say().cli.askExports)
    await questions.flag('stage', say().preview.askStage, STAGES[0])
    await questions.keyOrNew()
    await questions.flag('output', say().preview.askOutput, 'preview.html')
    return questions.added
  },

  async run(values, session) {
    const output = values.text('output') ?? ''
    const form = readForm(output)
    const stage = STAGES.find((known) => known === values.text('stage')) ?? STAGES[0]
    warnOfOddClock(session)
    const exports = readExports(values)
    assertNotInput(output, inputPaths(exports))
    assertNew(output)
    assertFolderOf(output)
    const policy = await readPolicy(values.text('policy'))
    const keyPath = values.text('key') ?? ''
    const seller = await openKey(keyPath, values, session)
    const limits = policy?.policy.keyAges
    await assertKeysInUse({ signer: { key: seller, path: keyPath }, limits }, session)
    const signed = await session.watch((watch) =>
      writePreview({
        exports,
        stage,
        seller,
        language: currentLanguage(),
        policy: policy?.policy,
        now: session.now,
        signal: session.signal,
        progress: showSealProgress(watch),
        ...askEncodingOf(session),
      }),
    )
    for (const note of signed.notes) session.note(note)
    await session.recorder.outcome({
      file: basename(output),
      cards: cardsAs('own', [seller.card]),
      paper: { kind: 'preview' },
      counts: { tables: signed.preview.tables.length },
      state: stage,
    })
    await writeNew(output, contentOf(signed, form))
    session.recorder.done()
    return {
      text: renderPreviewWritten(signed.preview, output),
      document: buildFacts(signed, { output, form, stage }),
      next: say().preview.nextWritten({
        output: session.word(output),
        card: session.word(keyPath.replace(/\.key$/, '.card')),
      }),
    }
  },
}

/** A page for people or the envelope for programs, by the name of the file. */
function readForm(output: string): 'html' | 'json' {
  if (/\.html?$/i.test(output)) return 'html'
  if (/\.json$/i.test(output)) return 'json'
  const { badOutput, badOutputHint } = say().preview
  throw new DatadeedError('USAGE', badOutput({ path: printable(output) }), { hints: [badOutputHint] })
}

function contentOf({ preview: signed, envelope }: SignedPreview, form: 'html' | 'json'): string {
  const text = Buffer.from(envelope).toString()
  return form === 'json' ? text : renderPreviewPage(signed, text)
}

function buildFacts(
  { preview: signed }: SignedPreview,
  written: { readonly output: string; readonly form: 'html' | 'json'; readonly stage: Stage },
) {
  return { ...written, preview: signed }
}
