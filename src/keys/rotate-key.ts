import { join } from 'node:path'
import { instant } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { type FileSystem, realFileSystem } from '../files/index.ts'
import {
  assertCanSign,
  assertNotCompromised,
  type Card,
  cardToJson,
  createParty,
  type OpenedKey,
  type PartyPaths,
  writeParty,
} from '../identity/index.ts'
import { cardsAs, type Recorder } from '../ledger/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { signPaper } from '../papers/index.ts'
import { DAY } from './key-age.ts'
import { readSuccession, SUCCESSION, type Succession } from './succession-paper.ts'
import { keepSuccession, listSuccessions } from './successions.ts'

/** How long both cards are in use, so that whoever has not heard yet can still seal to the old one. */
export const OVERLAP_DAYS = 30
/** How long after that the paper brings trust to those who have not taken it yet. */
export const CATCH_UP_DAYS = 365

export interface RotateRequest {
  readonly key: OpenedKey
  /** Of the new key and card; absent: the old name and a number. */
  readonly name?: string | undefined
  readonly legalName?: string | undefined
  readonly contact?: string | undefined
  readonly folder: string
  /** Locks the new key file; absent, it is plain. */
  readonly passphrase?: Uint8Array | undefined
  readonly overlapDays?: number | undefined
  readonly home: string
  readonly now: Date
  readonly recorder?: Recorder | undefined
  readonly files?: FileSystem | undefined
}

export interface RotatedKey extends PartyPaths {
  readonly card: Card
  readonly succession: Succession
  readonly successionPath: string
}

/**
 * Makes a key and card that follow, and the paper that says so, signed by both. The old key file is not touched: it is
 * needed for whatever was sealed to it.
 * @throws DatadeedError USAGE for a key that cannot sign, UNTRUSTED for a compromised one, EXISTS where it was rotated already or a file is there
 */
export async function rotateKey(request: RotateRequest): Promise<RotatedKey> {
  const { key, now, home, recorder, overlapDays = OVERLAP_DAYS, files = realFileSystem } = request
  if (key.sign === undefined) {
    throw new DatadeedError('USAGE', say().keys.onlyOpens({ name: printable(key.name) }), {
      hints: [say().keys.onlyOpensHint],
    })
  }
  assertCanSign(key)
  await assertNotCompromised(home, [key.card])
  const before = (await listSuccessions(home)).get(key.card.fingerprint)
  if (before !== undefined) {
    const told = { name: printable(key.name), successor: printable(before.to.name) }
    throw new DatadeedError('EXISTS', say().keys.rotatedAlready(told), {
      hints: [say().keys.rotatedAlreadyHint],
    })
  }
  const { legalName, contact } = request
  const name = request.name ?? nextName(key.name)
  const party = await createParty({ name, role: key.role, legalName, contact, now })
  await recorder?.intent({ cards: cardsAs('own', [key.card]) })
  const decryptOnlyFrom = new Date(now.getTime() + overlapDays * DAY)
  const content = {
    ledgerHead: recorder?.head ?? null,
    successor: cardToJson(party.card),
    activeFrom: instant(now),
    decryptOnlyFrom: instant(decryptOnlyFrom),
    retiredFrom: instant(new Date(decryptOnlyFrom.getTime() + CATCH_UP_DAYS * DAY)),
  }
  const bytes = signPaper(SUCCESSION, content, { key, now, withCard: true, alsoBy: [party.key] })
  const successionPath = join(request.folder, `${key.name}.succession`)
  const succession = readSuccession(bytes, { from: key.card, name: SUCCESSION.predicateType })
  await recorder?.outcome({
    cards: cardsAs('successor', [party.card]),
    paper: { kind: 'succession', sha256: succession.sha256 },
  })
  const beside = [{ path: successionPath, content: bytes, access: 'shared' }] as const
  const paths = await writeParty(request.folder, party, { passphrase: request.passphrase, beside, files })
  recorder?.done()
  await keepSuccession(home, succession, files)
  return { ...paths, card: party.card, succession, successionPath }
}

/** `shop` is followed by `shop-2`, that by `shop-3`: deeds of both are told apart by the names of their cards. */
export function nextName(name: string): string {
  const [, stem = name, number] = /^(.+)-([1-9][0-9]{0,5})$/.exec(name) ?? []
  return `${stem}-${number === undefined ? 2 : Number(number) + 1}`
}
