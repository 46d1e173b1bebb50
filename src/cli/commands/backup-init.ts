import { resolve } from 'node:path'
import { beginSeries, isRemote } from '../../backup/index.ts'
import { DatadeedError } from '../../errors.ts'
import { cardsAs } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import type { BackupPolicy } from '../../policy/index.ts'
import { renderBegun } from '../../report/index.ts'
import { findConfirmedCards } from '../cards.ts'
import { warnOfOddClock } from '../clock.ts'
import type { Command } from '../command.ts'
import { assertFolderOf } from '../files.ts'
import { assertKeysInUse } from '../key-dates.ts'
import { openKey } from '../keys.ts'
import { readKeyAges } from '../read-policy.ts'
import { readBackupPolicy, seriesFolder, seriesLabel } from '../series.ts'
import type { Session } from '../session.ts'
import type { Values } from '../values.ts'
import { warnOfOpeningKey } from '../warn-of-key.ts'

/** Begins a series: a folder, and a paper that says whose it is and who reads it. */
export const backupInit: Command = {
  async run(values, session) {
    warnOfOddClock(session)
    const policy = await readBackupPolicy(values)
    const folder = seriesFolder(values, policy)
    if (!isRemote(folder)) assertFolderOf(resolve(folder))
    const words = values.list('to').length > 0 ? values.list('to') : (policy?.readers ?? [])
    if (words.length === 0)
      throw new DatadeedError('USAGE', say().backup.noReaders, { hints: [say().backup.noReadersHint] })
    const may = values.list('may-grant')
    const cards = await findConfirmedCards([...words, ...may], values.list('confirm'), session)
    const readers = cards.slice(0, words.length)
    const grantors = may.length === 0 ? undefined : cards.slice(words.length)
    const keyPath = values.text('key') ?? ''
    const key = await openKey(keyPath, values, session)
    warnOfOpeningKey(keyPath, key, session)
    const limits = await readKeyAges(values)
    await assertKeysInUse({ signer: { key, path: keyPath }, readers, limits }, session)
    session.recorder.about({ file: seriesLabel(folder), cards: cardsAs('own', [key.card]) })
    const begun = await beginSeries({
      folder,
      name: values.text('series-name') ?? seriesLabel(folder),
      key,
      ...{ readers, grantors },
      suite: values.on('classic') ? 'classic' : 'hybrid',
      home: session.home,
      now: session.now,
      signal: session.signal,
      recorder: session.recorder,
    })
    const { paper } = begun
    if (paper.grantors?.length === 0) session.warn(say().backup.noGrantors, [say().backup.noGrantorsHint])
    return {
      text: renderBegun(begun),
      document: {
        ...{ folder, series: paper.series, name: paper.name, suite: paper.suite },
        ...{ signer: paper.issuer, readers: paper.readers, grantors: paper.grantors },
      },
      next: nextOf(values, policy, session),
    }
  },
}

/** What the policy says already need not be typed again. */
function nextOf(values: Values, policy: BackupPolicy | undefined, session: Session): string {
  const key = session.word(values.text('key') ?? '')
  const path = values.text('policy')
  if (path !== undefined && policy?.destination === seriesFolder(values, policy) && policy.sources.length > 0)
    return say().backup.nextBegunByPolicy({ policy: session.word(path), key })
  return say().backup.nextBegun({ folder: session.word(seriesFolder(values, policy)), key })
}
