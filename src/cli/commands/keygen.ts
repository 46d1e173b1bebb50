import { join } from 'node:path'
import { cardsAs } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import { buildCardFacts, renderKeyCreated } from '../../report/index.ts'
import { Questions } from '../ask.ts'
import { digitsOf } from '../cards.ts'
import { warnOfOddClock } from '../clock.ts'
import type { Command } from '../command.ts'
import { assertFolderOf } from '../files.ts'
import { makeKey } from '../keys.ts'
import { readRole } from '../scalars.ts'
import { assertNotBoth } from '../values.ts'

/** Makes a key file and the card to send to the other side. */
export const keygen: Command = {
  async complete(values, session) {
    const questions = new Questions(values, session)
    await questions.operand(say().cli.askParty)
    return questions.added
  },

  async run(values, session) {
    assertNotBoth(values, 'no-passphrase', 'passphrase-file')
    warnOfOddClock(session)
    const folder = values.text('output') ?? '.'
    assertFolderOf(join(folder, 'NAME.key'))
    const passphraseFile = values.text('passphrase-file')
    const made = await makeKey(
      {
        name: values.operands[0] ?? '',
        role: readRole(values.text('role')),
        legalName: values.text('legal-name'),
        contact: values.text('contact'),
        folder,
        unprotected: values.on('no-passphrase'),
        ...(passphraseFile === undefined ? {} : { passphraseFile }),
      },
      session,
      { before: (card) => session.recorder.outcome({ cards: cardsAs('own', [card]) }) },
    )
    session.recorder.done()
    const digits = digitsOf(made.card)
    return {
      text: renderKeyCreated({ ...made, digits }),
      document: {
        keyFile: made.keyPath,
        cardFile: made.cardPath,
        protected: !values.on('no-passphrase'),
        card: buildCardFacts({ card: made.card, digits }),
      },
      next: say().cli.nextKeygen({ card: session.word(made.cardPath) }),
    }
  },
}
