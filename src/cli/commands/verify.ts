import { basename } from 'node:path'
import { assertOutsideDeed } from '../../deed/index.ts'
import { cardsAs, type Facts } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import { peekPaper } from '../../papers/index.ts'
import { renderVerified } from '../../report/index.ts'
import { type VerifyReport, verifyDeed } from '../../verify/index.ts'
import { Questions } from '../ask.ts'
import { warnOfOddClock } from '../clock.ts'
import type { Command } from '../command.ts'
import { assertFolderOf, assertNew, assertNotInput } from '../files.ts'
import { findNewerOrWarn } from '../find-newer.ts'
import { findSigner, sellerNamedBy } from '../find-signer.ts'
import { readGivenGrants } from '../grants.ts'
import { openKey } from '../keys.ts'
import { envelopeOf, readPaper } from '../read-paper.ts'
import { assertSealedInTime } from '../seller-dates.ts'
import type { Session } from '../session.ts'
import type { Values } from '../values.ts'
import { findVerifyFailure, readVerdicts, verdictFacts } from '../verdict.ts'

/** Checks a deed and answers with five verdicts; a paper, that it is the seller's and shows what was signed. */
export const verify: Command = {
  async complete(values, session) {
    const questions = new Questions(values, session)
    const deed = await questions.operand(say().cli.askDeed)
    if (values.on('from') || !(await isTrustedSigner(deed, values, session))) {
      await questions.cards('from', say().cli.askFrom)
    }
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
    const required = readVerdicts(values.list('require'))
    const page = values.text('html')
    assertNotInput(page, [deed])
    assertNew(page)
    assertFolderOf(page)
    if (page !== undefined) await assertOutsideDeed(page, deed)
    const from = await findSigner(values, session, () => sellerNamedBy(deed))
    const grants = await readGivenGrants(values, from, session)
    await assertSealedInTime(deed, from, session)
    const keyPath = values.text('key')
    const key = keyPath === undefined ? undefined : await openKey(keyPath, values, session)
    if (key !== undefined) session.recorder.about({ cards: cardsAs('own', [key.card]) })
    const report = await session.watch((watch) =>
      verifyDeed({
        deed,
        from,
        grants,
        now: session.now,
        findNewer: (place) => findNewerOrWarn(place, session),
        signal: session.signal,
        progress: (bytes, total) => watch({ label: say().cli.progress.verify, bytes, totalBytes: total }),
        ...(key === undefined ? {} : { key }),
      }),
    )
    session.recorder.about(verifiedFacts(report))
    if (page !== undefined) {
      const { writeVerifiedPage } = await import('../evidence.ts')
      await writeVerifiedPage(page, { report, key }, session)
    }
    const failure = findVerifyFailure(report, required)
    return {
      text: renderVerified(report),
      // A sum that differs, or a verdict that was required, is no failure of the report's.
      document: { ...report, exit: failure?.exitCode ?? report.exit },
      next: say().cli.nextVerify({
        deed: session.word(deed),
        card: session.word(values.text('from') ?? from.name),
      }),
      ...(failure === undefined ? {} : { failure }),
    }
  },
}

/** Somebody is asked for the seller's card only where none that is trusted fits. */
async function isTrustedSigner(deed: string | undefined, values: Values, session: Session): Promise<boolean> {
  if (deed === undefined) return false
  try {
    const paper = await readPaper(deed)
    const named = async () =>
      paper === undefined ? sellerNamedBy(deed) : peekPaper(envelopeOf(paper, deed), deed).issuer
    await findSigner(values, session, named)
    return true
  } catch {
    // What is wrong is said when the command runs.
    return false
  }
}

function verifiedFacts({
  deedId,
  manifestSha256,
  series,
  sequence,
  seller,
  tables,
  verdicts,
}: VerifyReport): Facts {
  return {
    ...(deedId !== null && { deedId }),
    ...(manifestSha256 !== null && { manifest: manifestSha256 }),
    ...(series !== null && { series }),
    ...(sequence !== null && { sequence }),
    ...(seller !== null && { cards: cardsAs('seller', [seller]) }),
    counts: { tables: tables.length, rows: tables.reduce((sum, { rows }) => sum + rows, 0) },
    verdicts: verdictFacts(verdicts),
  }
}
