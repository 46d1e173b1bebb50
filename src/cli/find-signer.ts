import { readUnverified } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { assertNotCompromised, type Card, listTrustedCards } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { findConfirmedCard } from './cards.ts'
import type { Session } from './session.ts'
import type { Values } from './values.ts'

/** Who is said to have signed something; nobody has checked it. */
interface NamedSigner {
  readonly name: string
  readonly fingerprint: string
}

/**
 * The card to check a signature with: the one that --from names, else the trusted card whose fingerprint the document
 * gives. That is only a hint where to look; the signature is checked with the card, and only with it.
 * @throws DatadeedError UNTRUSTED if no trusted card fits
 */
export async function findSigner(
  values: Values,
  session: Session,
  named: () => Promise<NamedSigner>,
): Promise<Card> {
  const word = values.text('from')
  if (word !== undefined) return findConfirmedCard(word, values.list('confirm'), session)
  const { fingerprint } = await findTrustedSigner(await named(), session)
  // Digits that were heard are compared with it, though it is trusted already.
  return findConfirmedCard(fingerprint, values.list('confirm'), session)
}

/** @throws DatadeedError UNTRUSTED if no trusted card fits */
export async function findTrustedSigner({ name, fingerprint }: NamedSigner, session: Session): Promise<Card> {
  await assertNotCompromised(session.home, [{ name, fingerprint }])
  const trusted = await listTrustedCards(session.home)
  const card = trusted.find((each) => each.fingerprint === fingerprint)
  if (card !== undefined) return card
  const { sellerNamesake, sellerNamesakeHint, sellerUnknown, sellerUnknownHint, sellerFromHint } =
    say().ledger
  const shown = { name: printable(name) }
  const namesake = trusted.some((each) => each.name.normalize('NFC') === name.normalize('NFC'))
  throw new DatadeedError('UNTRUSTED', (namesake ? sellerNamesake : sellerUnknown)(shown), {
    hints: [namesake ? sellerNamesakeHint : sellerUnknownHint, sellerFromHint],
  })
}

/** Who a deed says has sealed it. @throws DatadeedError if it cannot be read */
export async function sellerNamedBy(deed: string): Promise<NamedSigner> {
  const { manifest } = await readUnverified(deed)
  return manifest.seller
}
