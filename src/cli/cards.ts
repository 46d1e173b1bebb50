import { existsSync } from 'node:fs'
import { DatadeedError } from '../errors.ts'
import {
  type Card,
  findTrustedCard,
  fingerprintDigits,
  isTrusted,
  readCard,
  sameFingerprint,
} from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Session } from './session.ts'

/** A card's fingerprint as it is read over the telephone. */
export function digitsOf(card: Card): string {
  return fingerprintDigits(card.fingerprint)
}

/** The card that a word on the command line means: a card file, or the name of a trusted card. */
export async function findCard(word: string, session: Session): Promise<Card> {
  if (existsSync(word)) return readCard(word)
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
  const card = await findCard(word, session)
  if (await isConfirmed(card, confirmations, session)) return card
  throw new DatadeedError('UNTRUSTED', say().cli.unconfirmed({ name: printable(card.name) }), {
    hints: [
      say().cli.hintCall({ digits: digitsOf(card) }),
      say().cli.hintTrust({ card: session.word(word) }),
    ],
  })
}

export async function findConfirmedCards(
  words: readonly string[],
  confirmations: readonly string[],
  session: Session,
): Promise<Card[]> {
  const cards: Card[] = []
  for (const word of words) cards.push(await findConfirmedCard(word, confirmations, session))
  return cards
}

async function isConfirmed(card: Card, confirmations: readonly string[], session: Session): Promise<boolean> {
  if (confirmations.some((digits) => sameFingerprint(digits, card))) return true
  return isTrusted(session.home, card)
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
    const heard = await person.ask(say().cli.askDigits({ name: printable(card.name) }))
    assertDigits(card, heard)
    added.push(heard)
  }
  return added
}
