/**
 * Who is who: cards (public keys, confirmed by fingerprint), key files (private keys, for their owner's eyes only) and the
 * folder of trusted cards. A card is worth nothing until its fingerprint was compared; nothing here takes trust from a
 * deed. No sentence shows a key or a passphrase. Passphrases come from files, descriptors, standard input or a prompt.
 */
export type { KeyWarning } from './access-warnings.ts'
export {
  assertCardOpens,
  assertCardSigns,
  buildCard,
  type Card,
  type CardFields,
  cardToJson,
  encodeCard,
  parseCard,
  readCard,
  writeCard,
} from './card.ts'
export {
  assertNotCompromised,
  type CompromiseMark,
  clearCompromised,
  listCompromised,
  markCompromised,
} from './compromise-marks.ts'
export {
  findDigitsFault,
  fingerprintDigits,
  fingerprintOf,
  type PublicKeys,
  type Role,
  sameFingerprint,
} from './fingerprint.ts'
export {
  assertCanOpen,
  assertCanSign,
  isLockedKeyFile,
  type KeyFile,
  type OpenedKey,
  openKeyFile,
  writeKeyFile,
} from './key-file.ts'
export { createParty, type Party, type PartyPaths, type PartyRequest, writeParty } from './keygen.ts'
export {
  NewPseudonymKeys,
  openPseudonymKey,
  type PseudonymKeyFile,
  renderPseudonymKey,
} from './pseudonym-key.ts'
export { readSmallFile } from './read-small-file.ts'
export { parseSecretSource, readSecret, type SecretSource } from './secret-source.ts'
export {
  defaultHome,
  findTrustedCard,
  isTrusted,
  listKeptCards,
  listTrustedCards,
  trustCard,
} from './trusted-cards.ts'
