import { basename } from 'node:path'
import { cardsAs, type Facts } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import { renderVerified } from '../../report/index.ts'
import { type VerifyReport, verifyDeed } from '../../verify/index.ts'
import { Questions } from '../ask.ts'
import { findConfirmedCard } from '../cards.ts'
import { warnOfOddClock } from '../clock.ts'
import type { Command } from '../command.ts'
import { openKey } from '../keys.ts'
import { readPaper } from '../read-paper.ts'
import { findVerifyFailure, readVerdicts } from '../verdict.ts'

/** Checks a deed and answers with five verdicts; a paper, that it is the seller's and shows what was signed. */
export const verify: Command = {
  async complete(values, session) {
    const questions = new Questions(values, session)
    await questions.operand(say().cli.askDeed)
    await questions.cards('from', say().cli.askFrom)
    return questions.added
  },

  async run(values, session) {
    const deed = values.operands[0] ?? ''
    warnOfOddClock(session)
    session.recorder.about({ file: basename(deed) })
    const paper = await readPaper(deed)
    if (paper !== undefined) {
      const { verifyPaper } = await import('../verify-paper.ts')
      return verifyPaper(paper, values, session)
    }
    const fromWord = values.text('from') ?? ''
    const required = readVerdicts(values.list('require'))
    const from = await findConfirmedCard(fromWord, values.list('confirm'), session)
    const keyPath = values.text('key')
    const key = keyPath === undefined ? undefined : await openKey(keyPath, values, session)
    if (key !== undefined) session.recorder.about({ cards: cardsAs('own', [key.card]) })
    const report = await session.watch((watch) =>
      verifyDeed({
        deed,
        from,
        now: session.now,
        signal: session.signal,
        progress: (bytes, total) => watch({ label: say().cli.progress.verify, bytes, totalBytes: total }),
        ...(key === undefined ? {} : { key }),
      }),
    )
    session.recorder.about(verifiedFacts(report))
    const failure = findVerifyFailure(report, required)
    return {
      text: renderVerified(report),
      document: { ...report },
      next: say().cli.nextVerify({ deed: session.word(deed), card: session.word(fromWord) }),
      ...(failure === undefined ? {} : { failure }),
    }
  },
}

function verifiedFacts({ deedId, manifestSha256, seller, tables, verdicts }: VerifyReport): Facts {
  return {
    ...(deedId !== null && { deedId }),
    ...(manifestSha256 !== null && { manifest: manifestSha256 }),
    ...(seller !== null && { cards: cardsAs('seller', [seller]) }),
    counts: { tables: tables.length, rows: tables.reduce((sum, { rows }) => sum + rows, 0) },
    verdicts: Object.fromEntries(
      Object.entries(verdicts).map(([verdict, answer]) => [verdict, answer.replace(' ', '-')]),
    ),
  }
}
