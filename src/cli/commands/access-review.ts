import { basename } from 'node:path'
import { reviewAccess } from '../../access/index.ts'
import { cardsAs } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import { renderAccessReview } from '../../report/index.ts'
import { Questions } from '../ask.ts'
import { findConfirmedCard } from '../cards.ts'
import type { Command } from '../command.ts'
import { readGrantFiles } from '../grants.ts'

/** Who can open what of a deed, since when, by which paper. */
export const accessReview: Command = {
  async complete(values, session) {
    const questions = new Questions(values, session)
    await questions.operand(say().cli.askDeed)
    await questions.cards('from', say().cli.askFrom)
    return questions.added
  },

  async run(values, session) {
    const deed = values.operands[0] ?? ''
    session.recorder.about({ file: basename(deed) })
    const from = await findConfirmedCard(values.text('from') ?? '', values.list('confirm'), session)
    const review = await reviewAccess({ deed, from, grants: await readGrantFiles(values, session) })
    const { deedId, manifestSha256: manifest } = review
    session.recorder.about({ deedId, manifest, cards: cardsAs('seller', [from]) })
    return { text: renderAccessReview(review), document: { ...review } }
  },
}
