/** Flags of the commands about cards and keys, in the help. */
export const keysAbout = {
  successor:
    'instead of digits: a succession by which a card that you trust vouches for the new one; repeatable',
  failIf:
    'exit 14 where a deed is so: opens-with:CARD, epoch-older-than:180d, suite:classic, suite:hybrid; repeatable',
  agesPolicy: 'a policy that says how old keys may be (its section "keys"; no other is used)',
  since: 'since when somebody else may have its key (default: not known)',
  among: 'deeds to look through, or folders that hold some; repeatable',
  undo: 'take the mark away again; needs --reason',
  undoReason: 'why the card may be used again; the ledger keeps it',
  rotateOutput: 'folder for the three files (default: where the key is)',
  rotateName: 'name of the new key and card (default: the old one and a number)',
  overlap: 'so many days the old card may still sign and be sealed to (default: 30)',
  newPassphraseFile: "where the new key file's passphrase comes from; else it is asked for",
  fingerprint: 'the digits heard from the owner of the card',
  clause: 'the sentence to put into the contract',
  resealKey: 'your own key file: it opens every compartment of the deed, and signs the new one',
  resealOutput: 'the deed to write; its paper NEW.reseal comes beside it; neither may exist',
  resealTo:
    'who shall open the new deed: a card file, or the name of a trusted card; repeatable (default: the readers of the old one whose cards are trusted here)',
  resealSignKey:
    'another key file of yours that signs the new deed, where the first one only opens, or is refused as compromised',
  retire:
    'take the old deed away once the new one is there to stay; its manifest and signatures remain in DEED.retired',
}
