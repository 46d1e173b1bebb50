import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { grantAccess, passShare } from '../../access/index.ts'
import { readUnverified } from '../../deed/index.ts'
import { DatadeedError } from '../../errors.ts'
import type { Card } from '../../identity/index.ts'
import { cardsAs } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { renderGranted, renderSharePassed } from '../../report/index.ts'
import { Questions } from '../ask.ts'
import { findConfirmedCards } from '../cards.ts'
import { warnOfOddClock } from '../clock.ts'
import type { Command } from '../command.ts'
import { assertFolderOf, assertNew } from '../files.ts'
import { findTrustedSigner, sellerNamedBy } from '../find-signer.ts'
import { readGrantFiles } from '../grants.ts'
import { assertKeysInUse } from '../key-dates.ts'
import { openKey } from '../keys.ts'
import { readKeyAges } from '../read-policy.ts'
import { readList } from '../scalars.ts'
import type { Session } from '../session.ts'
import type { Values } from '../values.ts'

/** Lets somebody open compartments of a sealed deed, or passes a share of its escrow on. */
export const grant: Command = {
  async complete(values, session) {
    const questions = new Questions(values, session)
    const deed = (await questions.operand(say().cli.askDeed)) ?? ''
    await questions.key()
    const names = (await namedCompartments(deed)).map((name) => printable(name))
    await questions.oneOf('compartment', ['all', 'share'], say().access.askWhat({ names }))
    await questions.cards('to', say().cli.askCard)
    return questions.added
  },

  async run(values, session) {
    warnOfOddClock(session)
    const deed = values.operands[0] ?? ''
    const compartments = readWhat(values)
    const output = values.text('output') ?? findFreeName(deed)
    assertNew(output)
    assertFolderOf(output)
    const dryRun = values.on('dry-run')
    if (!dryRun) session.recorder.about({ file: basename(output) })
    const confirmations = values.list('confirm')
    const path = values.text('key') ?? ''
    const key = await openKey(path, values, session)
    const seller = await findSellerWord(deed, values, session, key.card)
    // All at once: each of the digits must fit one of them.
    const words = [...values.list('to'), ...(seller === undefined ? [] : [seller])]
    const cards = await findConfirmedCards(words, confirmations, session)
    const to = cards.slice(0, values.list('to').length)
    const from = cards[to.length] ?? key.card
    const limits = await readKeyAges(values)
    await assertKeysInUse({ signer: { key, path }, ofOldDeed: true, readers: to, limits }, session)
    const grants = await readGrantFiles(values, session)
    if (!dryRun) session.recorder.about({ cards: cardsAs('own', [key.card]) })
    const { recorder, now } = session
    const common = { deed, from, key, output, dryRun, now, recorder }
    const told = { output: session.word(output), deed: session.word(deed) }
    if (compartments === 'share') {
      const [one] = to
      if (to.length !== 1 || one === undefined) throw new DatadeedError('USAGE', say().access.shareToOne)
      const report = await passShare({ ...common, to: one })
      return {
        text: renderSharePassed(report, dryRun),
        document: { dryRun, ...report },
        next: say().access.nextGrant(told),
      }
    }
    const report = await grantAccess({ ...common, to, compartments, grants })
    return {
      text: renderGranted(report, dryRun),
      document: { dryRun, ...report },
      next: say().access.nextGrant(told),
    }
  },
}

/** What names the seller's card: --from, or a trusted card's fingerprint; undefined where the key is the seller's. */
async function findSellerWord(
  deed: string,
  values: Values,
  session: Session,
  own: Card,
): Promise<string | undefined> {
  const word = values.text('from')
  if (word !== undefined) return word
  const named = await sellerNamedBy(deed)
  if (named.fingerprint === own.fingerprint) return undefined
  return (await findTrustedSigner(named, session)).fingerprint
}

/** For a question only: nobody has checked them. */
async function namedCompartments(deed: string): Promise<readonly string[]> {
  try {
    return (await readUnverified(deed)).manifest.compartments.map(({ name }) => name)
  } catch {
    // What is wrong is said when the command runs.
    return []
  }
}

function readWhat(values: Values): readonly string[] | 'all' | 'share' {
  const names = readList(values.list('compartment'))
  const chosen = [names.length > 0, values.on('all'), values.on('share')].filter(Boolean).length
  if (chosen !== 1) throw new DatadeedError('USAGE', say().access.grantWhat)
  if (names.length > 0) return names
  return values.on('all') ? 'all' : 'share'
}

/** Beside the deed: handover.deed has handover.1.grant, handover.2.grant, … */
function findFreeName(deed: string): string {
  const stem = deed.replace(/[/\\]+$/, '').replace(/\.deed$/, '')
  for (let number = 1; ; number++) {
    const name = `${stem}.${number}.grant`
    if (!existsSync(name)) return name
  }
}
