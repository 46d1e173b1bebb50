import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { grantAccess, passShare } from '../../access/index.ts'
import { DatadeedError } from '../../errors.ts'
import { cardsAs } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import { renderGranted, renderSharePassed } from '../../report/index.ts'
import { Questions } from '../ask.ts'
import { findConfirmedCard, findConfirmedCards } from '../cards.ts'
import { warnOfOddClock } from '../clock.ts'
import type { Command } from '../command.ts'
import { assertFolderOf, assertNew } from '../files.ts'
import { readGrantFiles } from '../grants.ts'
import { openKey } from '../keys.ts'
import { readList } from '../scalars.ts'
import type { Values } from '../values.ts'

/** Lets somebody open compartments of a sealed deed, or passes a share of its escrow on. */
export const grant: Command = {
  async complete(values, session) {
    const questions = new Questions(values, session)
    await questions.operand(say().cli.askDeed)
    await questions.key()
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
    const key = await openKey(values.text('key') ?? '', values, session)
    const fromWord = values.text('from')
    const [to, from] =
      fromWord === undefined
        ? [await findConfirmedCards(values.list('to'), confirmations, session), key.card]
        : await splitLast([...values.list('to'), fromWord], confirmations)
    const grants = await readGrantFiles(values)
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

    async function splitLast(words: readonly string[], digits: readonly string[]) {
      const cards = await findConfirmedCards(words, digits, session)
      const last = cards.at(-1) ?? (await findConfirmedCard(fromWord ?? '', digits, session))
      return [cards.slice(0, -1), last] as const
    }
  },
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
