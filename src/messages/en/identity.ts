type Role = 'sign' | 'open' | 'both'

export const identity = {
  theCard: (p: { path: string }) => `card "${p.path}"`,
  theKeyFile: (p: { path: string }) => `key file "${p.path}"`,
  keyField: (p: { what: string; field: string }) => `the field "${p.field}" of ${p.what}`,

  unknownField: 'an unknown field',
  notACard: (p: { what: string; fields: readonly string[] }) =>
    `${p.what} is not a card: missing or wrong ${p.fields.join(', ')}`,
  cardIsKey: (p: { what: string }) => `${p.what} is a key file, not a card`,
  cardIsKeyHint: 'give the .card file; a .key file stays with its owner and is never sent',
  cardVersion: (p: { what: string; expected: string }) =>
    `${p.what} has a format that this datadeed does not know, expected "${p.expected}"`,
  cardVersionHint: 'update datadeed, or ask for a card of the known format',
  cardTooLarge: (p: { what: string; most: number }) => `${p.what} is larger than ${p.most} bytes`,
  cardRoleKeys: (p: { what: string; role: Role }) =>
    `${p.what} has the role "${p.role}" but not exactly the keys of that role`,
  cardRecipient: (p: { what: string; suite: string }) => `${p.what} has a broken "${p.suite}" age recipient`,
  cardCannotSign: (p: { name: string }) => `the card of "${p.name}" has no keys to check signatures with`,
  cardCannotOpen: (p: { name: string }) => `the card of "${p.name}" has no keys to seal to`,
  cardRoleHint: 'ask its owner for the card of the other role, or for one with the role "both"',

  nameEmpty: 'a name must not be empty',
  nameTooLong: (p: { got: number; most: number }) => `a name has ${p.got} bytes in UTF-8, at most ${p.most}`,
  nameUnprintable: 'a name has control, invisible or bidirectional characters, or spaces at its ends',
  namePath: (p: { name: string }) => `"${p.name}" cannot be a file name on every system`,
  namePathHint: 'use letters, digits, Chinese characters, spaces inside, "-", "_" and "."',

  keyEmpty: (p: { path: string }) => `key file "${p.path}" is empty`,
  keyIsCard: (p: { path: string }) => `"${p.path}" is a card, and a key file is needed`,
  keyIsRecipient: (p: { path: string }) => `"${p.path}" holds an age recipient, and a key file is needed`,
  keyIsAgeIdentity: (p: { path: string }) => `"${p.path}" holds a bare age identity, not a datadeed key file`,
  notAKeyFile: (p: { path: string }) => `"${p.path}" is not a datadeed key file`,
  keyHint: 'give the NAME.key file that "datadeed keygen NAME" made beside NAME.card',
  keyDamaged: (p: { path: string; fields: readonly string[] }) =>
    `key file "${p.path}" is damaged: missing or wrong ${p.fields.join(', ')}`,
  keyVersion: (p: { path: string; expected: string }) =>
    `key file "${p.path}" has a format that this datadeed does not know, expected "${p.expected}"`,
  thePseudonymKey: (p: { path: string }) => `pseudonym key "${p.path}"`,
  notAPseudonymKey: (p: { path: string }) => `"${p.path}" is not a key of pseudonyms`,
  pseudonymKeyHint:
    'name a file that datadeed made as such, or one that does not exist yet: it is made when sealing',
  keyTooLarge: (p: { path: string; most: number }) => `key file "${p.path}" is larger than ${p.most} bytes`,
  keyPassphraseNeeded: (p: { path: string }) =>
    `key file "${p.path}" is locked with a passphrase, and none was given`,
  keyPassphraseHint: 'give --passphrase-file FILE, fd:N or - ; or run in a terminal to be asked',
  keyPassphraseWrong: (p: { path: string }) => `the passphrase does not open key file "${p.path}"`,
  keyPassphraseWrongHint: 'check the keyboard layout and capitals, then try again',
  keyReadableByOthers: (p: { path: string; mode: string }) =>
    `key file "${p.path}" can be read by other users of this machine (mode ${p.mode})`,
  keyReadableByOthersHint: (p: { path: string }) => `chmod 600 "${p.path}"`,
  keyCannotSign: (p: { name: string }) => `the key of "${p.name}" has the role "open" and cannot sign`,
  keyCannotOpen: (p: { name: string }) => `the key of "${p.name}" has the role "sign" and cannot open`,
  keyRoleHint: 'use a key of the other role, or make one with "datadeed keygen NAME --role both"',

  passphraseEmpty: 'the passphrase is empty',
  passphraseTooLong: (p: { most: number }) => `the passphrase is longer than ${p.most} bytes`,
  passphraseUtf16: 'the passphrase is saved as UTF-16',
  passphraseUtf16Hint: 'save the file as UTF-8 text',
  passphraseSource: 'a passphrase source is a file name, fd:N with N from 3 on, or -',
  passphraseSourceHint:
    'write the passphrase into a file that only you can read; a flag or variable never holds it',
  passphraseFileMissing: 'the file given to --passphrase-file does not exist',
  passphraseFileUnreadable: (p: { reason: string }) =>
    `the file given to --passphrase-file cannot be read: ${p.reason}`,
  passphraseNoPrompt: 'nobody can be asked for the passphrase here',
  theDescriptor: (p: { number: number }) => `descriptor ${p.number}`,
  theStandardInput: 'standard input',

  trustedFileDiffers: (p: { path: string }) =>
    `trusted card "${p.path}" does not have the fingerprint of its file name`,
  trustedFileDiffersHint:
    'somebody changed it: delete the file, and trust the card again after a telephone call',
  trustedAmbiguous: (p: { name: string; count: number }) => `${p.count} trusted cards are named "${p.name}"`,
  trustedAmbiguousHint: (p: { fingerprints: readonly string[] }) =>
    `name one by its fingerprint: ${p.fingerprints.join(' or ')}`,
  compromised: (p: { name: string; since: string | null; marked: string | null }) =>
    `the card of "${p.name}" is refused on this computer: it is ${
      p.since !== null
        ? `compromised since ${p.since}`
        : `marked as compromised${p.marked === null ? '' : `, on ${p.marked}`}`
    }`,
  compromisedHint:
    'get a new card of its owner, by telephone; datadeed keys compromise says how the rest is mended',
  noHome: 'there is no home folder to keep trusted cards in',
  noHomeHint: 'set DATADEED_HOME to a folder of yours',
}
