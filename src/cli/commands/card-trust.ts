import { assertNotCompromised, trustCard } from '../../identity/index.ts'
import { followSuccessions, keepChain, readSuccessionBytes } from '../../keys/index.ts'
import { cardsAs } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import {
  buildCardFacts,
  buildSuccessionFacts,
  renderTrusted,
  renderTrustedSuccessor,
} from '../../report/index.ts'
import { Questions } from '../ask.ts'
import { assertDigits, assertDigitsForm, digitsOf, findCard } from '../cards.ts'
import type { Command, Outcome } from '../command.ts'
import type { Session } from '../session.ts'
import { assertNotBoth, type Values } from '../values.ts'

/** Keeps a card as trusted, once its digits were heard from its owner, or a trusted card has named it as its successor. */
export const cardTrust: Command = {
  async complete(values, session) {
    const questions = new Questions(values, session)
    const file = await questions.operand(say().cli.askCardFile)
    if (file === undefined || file === '' || values.on('fingerprint') || values.on('successor'))
      return questions.added
    await questions.digits(await findCard(file, session))
    return questions.added
  },

  async run(values, session) {
    assertNotBoth(values, 'fingerprint', 'successor')
    if (values.on('successor')) return trustSuccessor(values, session)
    const card = await findCard(values.operands[0] ?? '', session)
    const heard = values.text('fingerprint') ?? ''
    assertDigitsForm('fingerprint', heard)
    assertDigits(card, heard)
    await assertNotCompromised(session.home, [card])
    await session.recorder.outcome({ cards: cardsAs('trusted', [card]) })
    await trustCard(session.home, card)
    session.recorder.done()
    const digits = digitsOf(card)
    return {
      text: renderTrusted({ card, digits, trusted: true }),
      document: { card: buildCardFacts({ card, digits, trusted: true }) },
      next: say().cli.nextTrust,
    }
  },
}

async function trustSuccessor(values: Values, session: Session): Promise<Outcome> {
  const { home, now, recorder } = session
  const card = await findCard(values.operands[0] ?? '', session)
  const papers = []
  for (const name of values.list('successor')) papers.push({ name, bytes: await readSuccessionBytes(name) })
  const chain = await followSuccessions({ home, card, papers, now })
  const last = chain.links.at(-1) ?? chain.links[0]
  await recorder.outcome({
    cards: [
      ...cardsAs('issuer', [chain.links[0].from]),
      ...cardsAs(
        'trusted',
        chain.links.map(({ to }) => to),
      ),
    ],
    paper: { kind: 'succession', sha256: last.sha256 },
  })
  await keepChain(home, chain)
  recorder.done()
  const shown = { card: last.to, digits: digitsOf(last.to), trusted: true }
  return {
    text: renderTrustedSuccessor(shown, chain.links),
    document: { card: buildCardFacts(shown), successions: chain.links.map(buildSuccessionFacts) },
    next: say().keys.nextTrustSuccessor({
      old: session.word(last.from.name),
      new: session.word(last.to.name),
    }),
  }
}
