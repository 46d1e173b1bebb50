import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Card, type OpenedKey, readCard } from '../../identity/index.ts'
import { OVERLAP_DAYS, rotateKey } from '../../keys/index.ts'
import { say } from '../../messages/index.ts'
import { buildCardFacts, buildSuccessionFacts, renderRotated } from '../../report/index.ts'
import { Questions } from '../ask.ts'
import { digitsOf } from '../cards.ts'
import { warnOfOddClock } from '../clock.ts'
import type { Command } from '../command.ts'
import { assertFolderOf } from '../files.ts'
import { choosePassphrase, openKey } from '../keys.ts'
import { readDays } from '../scalars.ts'
import { assertNotBoth } from '../values.ts'

const MOST_OVERLAP_DAYS = 365

/** Makes the key and card that follow, and the paper by which others trust them without a telephone. */
export const keysRotate: Command = {
  async complete(values, session) {
    const questions = new Questions(values, session)
    await questions.operand(say().cli.askKey)
    return questions.added
  },

  async run(values, session) {
    assertNotBoth(values, 'no-passphrase', 'new-passphrase-file')
    warnOfOddClock(session)
    const keyPath = values.operands[0] ?? ''
    const folder = values.text('output') ?? dirname(keyPath)
    assertFolderOf(join(folder, 'NAME.key'))
    const overlapDays = readDays('overlap', values.text('overlap'), MOST_OVERLAP_DAYS) ?? OVERLAP_DAYS
    const key = await openKey(keyPath, values, session)
    const { legalName, contact } = await findOldCard(keyPath, key)
    const passphraseFile = values.text('new-passphrase-file')
    const unprotected = values.on('no-passphrase')
    const passphrase = await choosePassphrase({ unprotected, passphraseFile }, session)
    try {
      const made = await rotateKey({
        key,
        name: values.text('name'),
        legalName,
        contact,
        folder,
        passphrase,
        overlapDays,
        home: session.home,
        now: session.now,
        recorder: session.recorder,
      })
      const digits = digitsOf(made.card)
      return {
        text: renderRotated({ ...made, digits }),
        document: {
          keyFile: made.keyPath,
          cardFile: made.cardPath,
          successionFile: made.successionPath,
          protected: !unprotected,
          card: buildCardFacts({ card: made.card, digits }),
          succession: buildSuccessionFacts(made.succession),
        },
        next: say().keys.nextRotate({
          card: session.word(made.cardPath),
          succession: session.word(made.successionPath),
          key: session.word(keyPath),
          newKey: session.word(made.keyPath),
          opens: made.card.role !== 'sign',
        }),
      }
    } finally {
      passphrase?.fill(0)
    }
  },
}

/** Registered name and contact stand on the card alone: they go on where the old card lies beside its key. */
async function findOldCard(keyPath: string, key: OpenedKey): Promise<Pick<Card, 'legalName' | 'contact'>> {
  const path = join(dirname(keyPath), `${key.name}.card`)
  if (!existsSync(path)) return {}
  const card = await readCard(path)
  return card.fingerprint === key.card.fingerprint ? card : {}
}
