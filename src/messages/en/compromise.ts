/** A card whose key somebody else may have. */
export const compromise = {
  needsReason: (p: { most: number }) =>
    `say why the card may be used again: --reason TEXT, at most ${p.most} characters; the ledger keeps it`,
  notMarked: (p: { name: string }) => `the card of "${p.name}" is not marked as compromised here`,
  marked: (p: { name: string; digits: string; date: string | null }) =>
    `the card of "${p.name}" (${p.digits}) is refused on this computer from now on${p.date === null ? '' : `; compromised since ${p.date}`}`,
  unmarked: (p: { name: string }) => `the card of "${p.name}" is no longer marked as compromised`,
  lookedNowhere: 'no deeds were looked through: --among DEED|FOLDER|rclone:REMOTE:PATH does that',
  looked: (p: { deeds: number; reached: number }) =>
    `of ${p.deeds} ${p.deeds === 1 ? 'deed' : 'deeds'} it reaches ${p.reached}`,
  reach: (p: { deed: string; does: readonly string[] }) => `  ${p.deed}: ${p.does.join('; ')}`,
  opens: (p: { names: readonly string[] }) => `opens ${p.names.join(' + ')}`,
  wasReader: 'was sealed to it',
  signed: (p: { before: boolean | null }): string =>
    p.before === null
      ? 'is signed by it'
      : p.before
        ? 'is signed by it, before that day by its own word'
        : 'is signed by it, since that day',
  mayGrant: 'lets it grant',
  hasGranted: 'was granted on by it',
  holdsShare: 'has a share of its escrow with it',
  /** What the reader of a command line puts their own names in place of. */
  blank: {
    newCard: 'NEW.card',
    newKey: 'NEW.key',
    myKey: 'MY.key',
    hostKey: 'HOST.key',
    sources: 'EXPORT…',
    reader: 'READER.card',
    seller: 'SELLER.card',
    exports: 'EXPORT…',
    folder: 'FOLDER',
  },
  mend: 'To mend it, in this order:',
  stepTrust: (p: { name: string }) =>
    `call the owner of "${p.name}"; they make a new key with keygen (a succession by the old one is refused), and read its digits out`,
  stepSigned: (p: { deed: string }) =>
    `its owner seals the exports of ${p.deed} again, from the source, with the new key; then the old deed and its copies are deleted`,
  stepBegin: (p: { folder: string }) =>
    `its host begins a new series instead of ${p.folder}, with the new key; the deeds in there are refused from now on`,
  stepReseal: (p: { deed: string; name: string }) =>
    `somebody else who opens all of ${p.deed} seals it again with new keys, to everybody but the old card of "${p.name}"`,
  stepResealCopy: (p: { deed: string; name: string }) =>
    `${p.deed} is a copy out of a series: delete it if it need not stay; else somebody else who opens all of it seals it again with new keys, to everybody but the old card of "${p.name}", and then it is deleted`,
  stepRetire: (p: { deed: string }) =>
    `when its readers have opened that, the same again takes ${p.deed} away; its copies are deleted by whoever has them`,
  stepRotate: (p: { folder: string; name: string }) =>
    `somebody else who opens the deeds in ${p.folder}, and may grant, shuts the old card of "${p.name}" out of their key files; whoever has copied these still opens the deeds`,
  stepRun: (p: { folder: string }) =>
    `the host adds a deed to ${p.folder}, under data keys that nobody has yet`,
  stepPrune: (p: { folder: string }) =>
    `the host then removes from ${p.folder} what can still be opened with the keys that got out; what must stay restorable is resealed into another folder before`,
  stepCheck: 'look whether any deed is left that it opens',
  limits: [
    'Nothing takes a key back: whoever has this one opens every copy of those deeds that they hold.',
    'Grants count only if they are given with --grant, and this computer alone refuses the card: tell the others.',
  ],
}
