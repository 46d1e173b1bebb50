import { basename } from 'node:path'
import { listTrustedCards } from '../../identity/index.ts'
import { cardsAs } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import { findNamedReaders } from '../../policy/index.ts'
import { renderPreview, renderSealed } from '../../report/index.ts'
import { type OpenedTable, previewSeal, sealExports, startSealThreads } from '../../seal/index.ts'
import { findSealCards, readAccessRequest } from '../access-request.ts'
import { Questions } from '../ask.ts'
import { warnOfOddClock } from '../clock.ts'
import type { Command } from '../command.ts'
import { warnOfDamage } from '../damage.ts'
import { warnOfDisk } from '../disk-warnings.ts'
import { askEncodingOf, readExports } from '../exports.ts'
import { assertApart, assertFolderOf, assertNew, assertNotInput } from '../files.ts'
import { assertKeysInUse } from '../key-dates.ts'
import { openKey } from '../keys.ts'
import { showSealProgress } from '../progress.ts'
import { openPseudonymKeys } from '../pseudonym-keys.ts'
import { readFutureDate, readWorkers } from '../scalars.ts'
import { readSealingPolicy } from '../sealing-policy.ts'
import { inputPaths } from '../sources.ts'
import { reviewUnsure } from '../unsure-columns.ts'

/** Seals exports into one deed for the other side. */
export const seal: Command = {
  async complete(values, session) {
    const questions = new Questions(values, session)
    const operands = await questions.operands(say().cli.askExports)
    await questions.keyOrNew()
    await questions.cards('to', say().cli.askCard)
    await questions.flag('output', say().cli.askOutput, 'handover.deed')
    if (questions.added.length === 0 || values.on('policy')) return questions.added
    return [...questions.added, ...(await reviewUnsure(readExports({ ...values, operands }), session))]
  },

  async run(values, session) {
    const output = values.text('output') ?? ''
    warnOfOddClock(session)
    const keyPath = values.text('key') ?? ''
    const exports = readExports(values)
    assertNotInput(output, inputPaths(exports))
    assertNew(output)
    assertFolderOf(output)
    const record = values.text('record')
    assertNotInput(record, inputPaths(exports))
    assertApart([output, record])
    assertNew(record)
    assertFolderOf(record)
    const workers = readWorkers(values.text('workers'))
    const dry = values.on('dry-run')
    if (!dry) session.recorder.about({ file: basename(output) })
    await using threads = dry ? undefined : await startSealThreads({ exports, workers })
    const policy = await readSealingPolicy(values, session)
    const pseudonymKeys = await openPseudonymKeys(policy?.policy, session)
    const cards = await findSealCards(values, session)
    const { addressees } = cards
    const dealId = values.text('deal')
    const expires = readFutureDate('expires', values.text('expires'), session.now)
    const seller = await openKey(keyPath, values, session)
    const access = readAccessRequest(values, cards, seller)
    const trusted = await listTrustedCards(session.home)
    await assertKeysInUse(
      {
        signer: { key: seller, path: keyPath },
        readers: [
          ...addressees,
          ...cards.holders,
          ...(access.seller === undefined ? [] : [seller.card]),
          ...(policy === undefined ? [] : findNamedReaders(policy.policy, trusted)),
        ],
        limits: policy?.policy.keyAges,
      },
      session,
    )
    if (addressees.every(({ fingerprint }) => fingerprint === seller.card.fingerprint)) {
      session.warn(say().cli.onlyToSelf, [say().cli.hintOnlyToSelf])
    }
    if (!dry) {
      session.recorder.about({
        cards: [
          ...cardsAs('own', [seller.card]),
          ...cardsAs('addressee', addressees),
          ...cardsAs('grantor', cards.grantors),
          ...cardsAs('holder', cards.holders),
        ],
      })
    }
    const request = {
      exports,
      seller,
      recorder: session.recorder,
      pseudonymKeys,
      addressees,
      access,
      trusted,
      output,
      form: values.on('folder') ? ('folder' as const) : ('file' as const),
      suite: values.on('classic') ? ('classic' as const) : ('hybrid' as const),
      readback: !values.on('no-readback'),
      failOnUnexamined: values.on('fail-on-unexamined'),
      now: session.now,
      signal: session.signal,
      dealId,
      expires,
      controlTotals: values.list('control-total'),
      record,
      workers,
      threads,
      ...(policy === undefined ? {} : { policy }),
      ...askEncodingOf(session),
      opened: (tables: readonly OpenedTable[]) => warnOfDamage(tables, session, values.on('fail-on-damage')),
    }
    if (dry) {
      const preview = await session.watch((watch) =>
        previewSeal({ ...request, progress: showSealProgress(watch) }),
      )
      return { text: renderPreview(preview), document: { dryRun: true, ...preview } }
    }
    const report = await session.watch((watch) =>
      sealExports({ ...request, progress: showSealProgress(watch) }),
    )
    warnOfDisk(report, session)
    return {
      text: renderSealed(report),
      document: { ...report },
      next:
        report.seller === 'holds'
          ? say().access.heldNext({ deed: session.word(output) })
          : say().cli.nextSeal({
              deed: session.word(output),
              card: session.word(keyPath.replace(/\.key$/, '.card')),
            }),
    }
  },
}
