type Place = { what: string; offset: number }

export const crypto = {
  jsonNotUtf8: (p: { what: string }) => `${p.what} is not valid UTF-8`,
  jsonBom: (p: { what: string }) => `${p.what} begins with a byte order mark, which JSON must not have`,
  jsonSyntax: (p: Place) => `${p.what} is not valid JSON: unexpected byte or end at offset ${p.offset}`,
  jsonTrailing: (p: Place) => `${p.what} goes on after its JSON value, at byte offset ${p.offset}`,
  jsonDuplicate: (p: Place) => `${p.what} has the same key twice in one object, at byte offset ${p.offset}`,
  jsonProto: (p: Place) => `${p.what} has the forbidden key "__proto__" at byte offset ${p.offset}`,
  jsonString: (p: Place) => `${p.what} has a broken string that begins at byte offset ${p.offset}`,
  jsonNumber: (p: Place) =>
    `${p.what} has a number at byte offset ${p.offset} that cannot be kept exactly (only whole numbers up to 2^53 - 1 and plain decimals)`,
  jsonValues: (p: { what: string; most: number }) => `${p.what} has more than ${p.most} values`,
  jsonDepth: (p: { what: string; most: number }) => `${p.what} is nested deeper than ${p.most} levels`,

  cobblestoneKeyLength: (p: { got: number; expected: number }) =>
    `an encryption key has ${p.got} bytes, expected ${p.expected}`,
  cobblestoneKey: 'the encrypted data does not belong to this key and place: its key commitment differs',
  cobblestoneTruncated: (p: { got: number }) =>
    `the encrypted data is cut off: it ends after ${p.got} bytes without its final chunk`,
  cobblestoneAltered: (p: { chunk: number }) =>
    `the encrypted data was altered: chunk ${p.chunk} does not authenticate`,
  cobblestoneRange: (p: { start: number; end: number; length: number }) =>
    `the bytes ${p.start} to ${p.end} lie outside the encrypted data, which holds ${p.length}`,
  cobblestoneTooLong: 'the data is longer than the 2^38 chunks that one key may encrypt',

  base64: (p: { what: string }) => `${p.what} is not canonical base64`,
  hex: (p: { what: string }) => `${p.what} is not lower-case hexadecimal`,
  byteCount: (p: { what: string; got: number; expected: number }) =>
    `${p.what} has ${p.got} bytes, expected ${p.expected}`,

  ed25519KeyLength: (p: { got: number }) => `an Ed25519 public key has ${p.got} bytes, expected 32`,
  ed25519KeyNotCanonical: 'an Ed25519 public key is not written in its one canonical form',
  ed25519KeySmallOrder: 'an Ed25519 public key has small order: signatures under it prove nothing',
  mlDsaKeyLength: (p: { got: number }) => `an ML-DSA-65 public key has ${p.got} bytes, expected 1952`,
  signatureMissing: (p: { missing: readonly string[] }) =>
    `no valid ${p.missing.join(' and no valid ')} signature of the expected signer`,
  signatureMissingHint:
    'check with the sender by telephone that you have their current card, and ask for the file again',
  signatureCount: (p: { got: number; most: number }) =>
    `${p.got} signatures in one envelope, at most ${p.most} are read`,

  ageTooLarge: (p: { got: number; most: number }) =>
    `an age file has ${p.got} bytes, at most ${p.most} are read`,
  ageTooManyStanzas: (p: { most: number }) => `an age file names more than ${p.most} readers`,
  ageHeader: 'an age file has a broken header',
  ageDamaged: 'an age file is damaged or was altered: it does not authenticate',
  ageNotBinary: 'an age file must be in binary form here, not armored or something else',
  ageForeignStanza: (p: { expected: string }) =>
    `an age file names readers of another kind than the suite "${p.expected}" allows`,
  ageMixed: 'an age file mixes readers of different suites, or has readers of a kind that is not allowed',
  ageNotMine: 'none of the given keys opens the age file',
  ageNotMineHint: 'use the key file whose card the sender sealed to, or ask them to grant your card access',
  ageRecipient: (p: { number: number; suite: string }) =>
    `reader ${p.number} has no valid age recipient of the suite "${p.suite}"`,
  ageRecipientUnusable: 'an age recipient is well formed but cannot be wrapped for',
  ageRecipientHint: 'ask for a fresh card; only the built-in age recipients are used, plugins are never run',
  ageNoRecipients: 'nothing can be wrapped for no readers at all',
  ageIdentity: 'an age identity of the key file is broken',

  passphraseWrong: 'the passphrase does not open the age file',
  passphraseWrongHint: 'check the keyboard layout and capitals, then try again',
  passphraseNotOne: 'the age file is not locked with a passphrase alone',
  passphraseWork: (p: { got: number; most: number }) =>
    `the age file asks for 2^${p.got} rounds of scrypt, at most 2^${p.most} are done`,
  armor: 'the ASCII armor of an age file is broken',
}
