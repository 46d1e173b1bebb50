import { type Mirror, openMirror, openOwnSeries, planBackup, runBackup } from '../../backup/index.ts'
import { DatadeedError } from '../../errors.ts'
import { type Card, listTrustedCards, type OpenedKey } from '../../identity/index.ts'
import type { SuccessionFile } from '../../keys/index.ts'
import { cardsAs } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { type BackupPolicy, findNamedReaders } from '../../policy/index.ts'
import { renderBackup, renderPlannedBackup } from '../../report/index.ts'
import { type OpenedTable, startSealThreads } from '../../seal/index.ts'
import { readBeside } from '../beside-key.ts'
import { findConfirmedCards } from '../cards.ts'
import { warnOfOddClock } from '../clock.ts'
import type { Command } from '../command.ts'
import { warnOfDamage } from '../damage.ts'
import { warnOfDisk } from '../disk-warnings.ts'
import { readExports } from '../exports.ts'
import { assertKeysInUse } from '../key-dates.ts'
import { openKey } from '../keys.ts'
import { showSealProgress } from '../progress.ts'
import { openPseudonymKeys } from '../pseudonym-keys.ts'
import { readWorkers } from '../scalars.ts'
import { readSealingPolicy } from '../sealing-policy.ts'
import { assertOutside, seriesFolder, seriesLabel } from '../series.ts'
import type { Session } from '../session.ts'
import { inputPaths } from '../sources.ts'
import type { Values } from '../values.ts'
import { warnOfOpeningKey } from '../warn-of-key.ts'

/** Adds the next link to a series. */
export const backupRun: Command = {
  async run(values, session) {
    warnOfOddClock(session)
    const policy = await readSealingPolicy(values, session)
    const backup = policy?.policy.backup
    const folder = seriesFolder(values, backup)
    const exports = readExports({ ...values, operands: findSources(values, backup) })
    assertOutside(folder, inputPaths(exports))
    const workers = readWorkers(values.text('workers'))
    const dry = values.on('dry-run')
    if (!dry) session.recorder.about({ file: seriesLabel(folder) })
    // They load meanwhile. A mark needs none of them, which nobody can know yet.
    await using threads = dry ? undefined : await startSealThreads({ exports, workers })
    const pseudonymKeys = await openPseudonymKeys(policy?.policy, session)
    const trusted = await listTrustedCards(session.home)
    const keyPath = values.text('key') ?? ''
    const seller = await openKey(keyPath, values, session)
    warnOfOpeningKey(keyPath, seller, session)
    await using mirror = await openMirror(folder, { signal: session.signal, only: 'series' })
    const beside = await readBeside(keyPath)
    const addressees = await findReaders(values, { mirror, backup, seller, session, beside })
    const named = policy === undefined ? [] : findNamedReaders(policy.policy, trusted)
    const limits = policy?.policy.keyAges
    await assertKeysInUse(
      { signer: { key: seller, path: keyPath }, readers: [...addressees, ...named], limits },
      session,
    )
    if (!dry) {
      const cards = [...cardsAs('own', [seller.card]), ...cardsAs('addressee', addressees)]
      session.recorder.about({ cards })
    }
    const request = {
      ...{ mirror, beside },
      home: session.home,
      always: values.on('always'),
      warn: session.warn,
      seal: {
        ...{ exports, seller, addressees, trusted, pseudonymKeys, workers, threads },
        recorder: session.recorder,
        now: session.now,
        signal: session.signal,
        failOnUnexamined: values.on('fail-on-unexamined'),
        controlTotals: values.list('control-total'),
        ...(policy === undefined ? {} : { policy }),
        opened: (tables: readonly OpenedTable[]) =>
          warnOfDamage(tables, session, values.on('fail-on-damage')),
      },
    }
    if (dry) {
      const planned = await session.watch((watch) =>
        planBackup({ ...request, seal: { ...request.seal, progress: showSealProgress(watch) } }),
      )
      return { text: renderPlannedBackup(planned), document: { dryRun: true, ...planned } }
    }
    const report = await session.watch((watch) =>
      runBackup({ ...request, seal: { ...request.seal, progress: showSealProgress(watch) } }),
    )
    if (report.sealed !== null) warnOfDisk(report.sealed, session)
    return { text: renderBackup(report), document: { ...report } }
  },
}

/** @throws DatadeedError USAGE */
function findSources(values: Values, backup: BackupPolicy | undefined): readonly string[] {
  const given = values.list('source')
  const sources = given.length > 0 ? given : (backup?.sources ?? [])
  if (sources.length > 0) return sources
  throw new DatadeedError('USAGE', say().backup.noSources, { hints: [say().backup.noSourcesHint] })
}

/** Whom the command line names; else whom the policy names; else whom the series is for, if their cards are trusted. */
async function findReaders(
  values: Values,
  {
    mirror,
    backup,
    seller,
    session,
    beside,
  }: {
    readonly mirror: Mirror
    readonly backup: BackupPolicy | undefined
    readonly seller: OpenedKey
    readonly session: Session
    readonly beside: readonly SuccessionFile[]
  },
): Promise<Card[]> {
  const named = [values.list('to'), backup?.readers ?? []].find((words) => words.length > 0)
  const words =
    named ??
    (await openOwnSeries(mirror, seller.card, { home: session.home, beside })).paper.readers.map(
      ({ fingerprint }) => fingerprint,
    )
  const cards = await findConfirmedCards(words, values.list('confirm'), session)
  if (cards.some(({ fingerprint }) => fingerprint === seller.card.fingerprint))
    session.warn(say().backup.hostReads({ name: printable(seller.card.name) }))
  return cards
}
