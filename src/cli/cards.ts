import { existsSync, statSync } from 'node:fs'
import { DatadeedError, InternalError } from '../errors.ts'
import {
  assertNotCompromised,
  type Card,
  findDigitsFault,
  findTrustedCard,
  fingerprintDigits,
  isTrusted,
  readCard,
  sameFingerprint,
} from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { ATTEMPTS, type Person } from './prompts.ts'
import type { Session } from './session.ts'

/** A card's fingerprint as it is read over the telephone. */
export function digitsOf(card: Card): string {
  return fingerprintDigits(card.fingerprint)
}

/** The card that a word on the command line means: a card file, or the name of a trusted card; a folder may have it, too. */
export async function findCard(word: string, session: Session): Promise<Card> {
  if (existsSync(word) && !statSync(word).isDirectory()) return readCard(word)
  const trusted = await findTrustedCard(session.home, word)
  if (trusted !== undefined) return trusted
  throw new DatadeedError('IO_READ', say().cli.noSuchCard({ word: printable(word) }), {
    hints: [say().cli.hintNoSuchCard],
  })
}

/**
 * A card that may be used: trusted before, or confirmed in this run by its digits.
 *
 * @throws DatadeedError UNTRUSTED for every other card
 */
export async function findConfirmedCard(
  word: string,
  confirmations: readonly string[],
  session: Session,
): Promise<Card> {
  const [card] = await findConfirmedCards([word], confirmations, session)
  if (card !== undefined) return card
  throw new InternalError('one word means one card')
}

export async function findConfirmedCards(
  words: readonly string[],
  confirmations: readonly string[],
  session: Session,
): Promise<Card[]> {
  for (const digits of confirmations) assertDigitsForm('confirm', digits)
  const cards: Card[] = []
  for (const word of words) cards.push(await findCard(word, session))
  await assertNotCompromised(session.home, cards)
  assertConfirmationsFit(confirmations, cards, session)
  for (const [index, card] of cards.entries()) {
    if (!(await isConfirmed(card, confirmations, session)))
      throw unconfirmed(card, words[index] ?? '', session)
  }
  return cards
}

/**
 * Digits that fit no card in use were misheard, or that card was changed on its way: then even a trusted card is refused.
 * Where every card has its own digits, surplus ones can only be those of a card that is not in use.
 */
function assertConfirmationsFit(
  confirmations: readonly string[],
  cards: readonly Card[],
  session: Session,
): void {
  if (confirmations.every((digits) => cards.some((card) => sameFingerprint(digits, card)))) return
  if (cards.every((card) => confirmations.some((digits) => sameFingerprint(digits, card)))) {
    session.warn(say().cli.confirmSurplus)
    return
  }
  throw new DatadeedError('UNTRUSTED', say().cli.confirmFitsNone, { hints: [say().cli.hintDigitsDiffer] })
}

function unconfirmed(card: Card, word: string, session: Session): DatadeedError {
  return new DatadeedError('UNTRUSTED', say().cli.unconfirmed({ name: printable(card.name) }), {
    hints: [
      say().cli.hintCall({ digits: digitsOf(card) }),
      say().cli.hintTrust({ card: session.word(word) }),
    ],
  })
}

async function isConfirmed(card: Card, confirmations: readonly string[], session: Session): Promise<boolean> {
  if (confirmations.some((digits) => sameFingerprint(digits, card))) return true
  return isTrusted(session.home, card)
}

/** Refuses what cannot be a fingerprint, before it is taken for that of another card. */
export function assertDigitsForm(flag: string, heard: string): void {
  const fault = findDigitsFault(heard)
  if (fault === undefined) return
  throw new DatadeedError('USAGE', say().cli.notDigits({ flag, ...fault }), {
    hints: [say().cli.hintNotDigits],
  })
}

/**
 * The digits of a card as its owner reads them out. A slip of the hand may be put right.
 *
 * @throws DatadeedError USAGE or UNTRUSTED after the last attempt
 */
export async function hearDigits(card: Card, person: Person): Promise<string> {
  const name = printable(card.name)
  for (let attempt = 1; ; attempt++) {
    const heard = await person.ask(say().cli.askDigits({ name }))
    if (sameFingerprint(heard, card)) return heard
    if (attempt < ATTEMPTS) {
      person.tell(say().cli.digitsAgain({ name, attempt, most: ATTEMPTS }))
      continue
    }
    assertDigitsForm('fingerprint', heard)
    assertDigits(card, heard)
  }
}

/** Compares what the owner read out over the telephone with the card at hand. */
export function assertDigits(card: Card, heard: string): void {
  if (sameFingerprint(heard, card)) return
  throw new DatadeedError('UNTRUSTED', say().cli.digitsDiffer({ name: printable(card.name) }), {
    hints: [say().cli.hintDigitsDiffer],
  })
}

/** For each card that is not confirmed yet, asks for its digits; the answers become `--confirm`. */
export async function askForDigits(
  words: readonly string[],
  confirmations: readonly string[],
  session: Session,
): Promise<string[]> {
  const { person } = session
  if (person === undefined) return []
  const added: string[] = []
  for (const word of words) {
    const card = await findCard(word, session)
    if (await isConfirmed(card, [...confirmations, ...added], session)) continue
    added.push(await hearDigits(card, person))
  }
  return added
}
