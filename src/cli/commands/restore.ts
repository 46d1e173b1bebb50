import { basename } from 'node:path'
import { DatadeedError } from '../../errors.ts'
import { cardsAs } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { renderRestored } from '../../report/index.ts'
import { restoreDeed, startRestoreThreads } from '../../restore/index.ts'
import { Questions } from '../ask.ts'
import { findConfirmedCard } from '../cards.ts'
import type { Command } from '../command.ts'
import { warnOfDisk } from '../disk-warnings.ts'
import { readGivenGrants } from '../grants.ts'
import { openKey } from '../keys.ts'
import { readList, readWorkers } from '../scalars.ts'
import { assertSealedInTime } from '../seller-dates.ts'
import { assertOneTarget, runInto } from './restore-into.ts'

const FORMATS = ['csv', 'jsonl'] as const

/** Verifies a deed and gives its exports back, as files or into a database. */
export const restore: Command = {
  async complete(values, session) {
    assertOneTarget(values)
    const questions = new Questions(values, session)
    await questions.operand(say().cli.askDeed)
    await questions.cards('from', say().cli.askFrom)
    await questions.key()
    if (!values.on('into')) await questions.flag('output', say().cli.askFolder, 'restored')
    return questions.added
  },

  async run(values, session) {
    assertOneTarget(values)
    const into = values.text('into')
    if (into !== undefined) return runInto(into, values, session)
    const deed = values.operands[0] ?? ''
    const output = values.text('output') ?? ''
    const workers = readWorkers(values.text('workers'))
    const spreadsheetSafe = values.on('spreadsheet-safe')
    if (spreadsheetSafe && values.text('format') === 'jsonl') {
      throw new DatadeedError('USAGE', say().cli.spreadsheetSafeCsv)
    }
    session.recorder.about({ file: basename(deed) })
    // They load while the card and the key are read.
    await using threads = await startRestoreThreads({ deed, workers })
    const from = await findConfirmedCard(values.text('from') ?? '', values.list('confirm'), session)
    const grants = await readGivenGrants(values, from, session)
    await assertSealedInTime(deed, from, session)
    const key = await openKey(values.text('key') ?? '', values, session)
    session.recorder.about({ cards: [...cardsAs('own', [key.card]), ...cardsAs('seller', [from])] })
    const report = await session.watch((watch) =>
      restoreDeed({
        deed,
        from,
        key,
        grants,
        output,
        compartments: readList(values.list('compartments')),
        format: FORMATS.find((format) => format === values.text('format')),
        spreadsheetSafe,
        pseudonymKeys: values.on('pseudonym-keys'),
        recorder: session.recorder,
        signal: session.signal,
        progress: ({ table, rows, totalRows, bytes }) =>
          watch({ label: say().cli.progress.restore({ table }), bytes, rows, totalRows }),
        threads,
      }),
    )
    warnOfDisk(report, session)
    return {
      text: renderRestored(report),
      document: { ...report },
      next: say().cli.nextRestore({ folder: printable(output) }),
    }
  },
}
