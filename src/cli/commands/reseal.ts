import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { DatadeedError } from '../../errors.ts'
import { type Card, listCompromised, listTrustedCards, type OpenedKey } from '../../identity/index.ts'
import { listSuccessions, type Successions } from '../../keys/index.ts'
import { cardsAs } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { renderResealed } from '../../report/index.ts'
import { type ResealReport, resealDeed, retiredName, startResealThreads } from '../../reseal/index.ts'
import { Questions } from '../ask.ts'
import { findConfirmedCards } from '../cards.ts'
import { warnOfOddClock } from '../clock.ts'
import type { Command } from '../command.ts'
import { warnOfDisk } from '../disk-warnings.ts'
import { assertApart, assertFolderOf, assertNew } from '../files.ts'
import { readGivenGrants } from '../grants.ts'
import { assertKeysInUse } from '../key-dates.ts'
import { openKey } from '../keys.ts'
import { readKeyAges } from '../read-policy.ts'
import { readWorkers } from '../scalars.ts'
import { assertSealedInTime } from '../seller-dates.ts'
import type { Session } from '../session.ts'
import type { Values } from '../values.ts'

/** Seals what a deed holds once more, under new keys and for other readers. */
export const reseal: Command = {
  async complete(values, session) {
    const questions = new Questions(values, session)
    await questions.operand(say().cli.askDeed)
    await questions.cards('from', say().cli.askFrom)
    await questions.key()
    await questions.flag('output', say().cli.askOutput)
    return questions.added
  },

  async run(values, session) {
    warnOfOddClock(session)
    const deed = values.operands[0] ?? ''
    const output = values.text('output') ?? ''
    const paper = `${output.replace(/[/\\]+$/, '').replace(/\.deed$/i, '')}.reseal`
    const [dryRun, retire] = [values.on('dry-run'), values.on('retire')]
    assertApart([deed, output, paper, ...(retire ? [retiredName(deed)] : [])])
    assertFolderOf(output)
    if (dryRun || !existsSync(output)) for (const path of [output, paper]) assertNew(path)
    const workers = readWorkers(values.text('workers'))
    if (!dryRun) session.recorder.about({ file: basename(output) })
    // They load while cards and keys are read.
    await using threads = dryRun ? undefined : startResealThreads(workers)
    // All at once: each of the digits must fit one of them.
    const words = [values.text('from') ?? '', ...values.list('to')]
    const [from, ...to] = await findConfirmedCards(words, values.list('confirm'), session)
    if (from === undefined) throw new DatadeedError('USAGE', say().cli.askFrom)
    const grants = await readGivenGrants(values, from, session)
    await assertSealedInTime(deed, from, session)
    const limits = await readKeyAges(values)
    const { key, signer } = await openKeys(values, session, limits)
    const [trusted, compromised] = [await listTrustedCards(session.home), await listCompromised(session.home)]
    const followers = findFollowers(await listSuccessions(session.home), compromised)
    const { recorder, now, signal } = session
    if (!dryRun) recorder.about({ cards: cardsAs('own', [key.card, signer.card]) })
    const report = await session.watch((watch) =>
      resealDeed({
        deed,
        output,
        paper,
        from,
        key,
        signer,
        grants,
        to: values.on('to') ? to : undefined,
        known: trusted,
        followers,
        compromised: new Set(compromised.keys()),
        retire,
        dryRun,
        threads,
        now,
        recorder,
        signal,
        chosen: (readers) => assertKeysInUse({ readers, limits }, session),
        progress: ({ phase, table, bytes, total, rows }) =>
          watch({ label: say().reseal.progress[phase]({ table }), bytes, totalBytes: total, rows }),
      }),
    )
    warnOfDisk(report, session)
    return {
      text: renderResealed(report, dryRun),
      document: { dryRun, ...report },
      ...(dryRun ? {} : { next: nextStep(report, session) }),
    }
  },
}

/** The key that opens the deed, and the one that signs: the same, unless another one is named. */
async function openKeys(
  values: Values,
  session: Session,
  limits: Awaited<ReturnType<typeof readKeyAges>>,
): Promise<{ readonly key: OpenedKey; readonly signer: OpenedKey }> {
  const path = values.text('key') ?? ''
  const signPath = values.text('sign-key')
  const key = await openKey(path, values, session)
  const signer =
    signPath === undefined ? key : await openKey(signPath, values, session, 'sign-passphrase-file')
  if (signer.card.sign === undefined) {
    throw new DatadeedError('USAGE', say().reseal.keyOnlyOpens({ name: printable(signer.name) }), {
      hints: [say().reseal.keyOnlyOpensHint],
    })
  }
  await assertKeysInUse({ signer: { key: signer, path: signPath ?? path }, limits }, session)
  return { key, signer }
}

/** By a card's fingerprint, the last card that follows it, where none on the way is refused here. */
function findFollowers(
  successions: Successions,
  compromised: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, Card> {
  const followers = new Map<string, Card>()
  for (const fingerprint of successions.keys()) {
    const way = new Set([fingerprint])
    let last: Card | undefined
    for (let at = successions.get(fingerprint)?.to; at !== undefined && !way.has(at.fingerprint); ) {
      way.add(at.fingerprint)
      last = at
      at = successions.get(at.fingerprint)?.to
    }
    if (last !== undefined && ![...way].some((each) => compromised.has(each)))
      followers.set(fingerprint, last)
  }
  return followers
}

function nextStep({ retired, series, ...report }: ResealReport, { word }: Session): string {
  const told = { deed: word(report.deed), output: word(report.output) }
  if (series !== null) return say().reseal.nextInSeries({ ...told, sequence: series.sequence })
  return retired === null ? say().reseal.next(told) : say().reseal.nextRetired(told)
}
