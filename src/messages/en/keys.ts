/** Successor cards, their dates, and how old a key may become. */
export const keys = {
  cannotFollow: (p: { name: string }) =>
    `the card in ${p.name} cannot follow the one that signs: it is the same card, or has another role`,
  datesOutOfOrder: (p: { name: string }) => `the dates in ${p.name} are out of order`,
  tooLong: (p: { name: string; most: number }) =>
    `${p.name} is larger than ${p.most} bytes, so it is no succession`,
  noCardInside: (p: { name: string }) => `${p.name} holds no card to check its signatures with`,
  storedDiffers: (p: { path: string }) =>
    `"${p.path}" is not signed by the card whose fingerprint is its file name`,
  storedDiffersHint: 'somebody changed it; delete it, and take the succession from its sender again',
  oldNotTrusted: (p: { name: string; fingerprint: string }) =>
    `the succession is signed by the card of "${p.name}" (${p.fingerprint}…), which is not trusted on this computer`,
  oldNotTrustedHint:
    'trust the old card first, or the new one by its digits: datadeed card trust CARD asks for them',
  leadsElsewhere: (p: { name: string; names: readonly string[] }) =>
    `no succession leads to the card of "${p.name}"; those given lead to: ${p.names.join(', ')}`,
  twoSuccessors: (p: { name: string; first: string; second: string }) =>
    `"${p.name}" has named two successors, "${p.first}" and "${p.second}": one of them may be a thief's`,
  retired: (p: { name: string; date: string }) =>
    `the card of "${p.name}" is retired since ${p.date}, so its succession brings no trust any more`,
  callInsteadHint:
    'call the owner on a number you know already, and trust the new card by its digits: datadeed card trust NEW.card',
  onlyOpens: (p: { name: string }) => `the key of "${p.name}" only opens, so it cannot sign who follows it`,
  onlyOpensHint:
    'make a new key with datadeed keygen, and have its digits heard; a key of the role both can be rotated',
  rotatedAlready: (p: { name: string; successor: string }) =>
    `the key of "${p.name}" was rotated already; it is followed by "${p.successor}"`,
  rotatedAlreadyHint: 'rotate the newest key; a card has one successor',
  rotated: (p: { key: string; card: string; succession: string }) =>
    `${p.key}   private: never give it away, keep a copy in a safe place\n${p.card}   public: send it to the other side\n${p.succession}   public: send it along, it makes the old card vouch for the new one`,
  nextRotate: (p: { card: string; succession: string; key: string; newKey: string; opens: boolean }) =>
    `next: send ${p.card} and ${p.succession} to everyone who trusts your old card; they run\n      datadeed card trust ${p.card} --successor ${p.succession}\n      ${p.opens ? `keep ${p.key}: only it opens what was sealed to the old card` : `a series of backups that ${p.key} signs goes on with the new key: from now on give datadeed backup run --key ${p.newKey}`}`,
  nextTrustSuccessor: (p: { old: string; new: string }) =>
    `next: give ${p.new} where something new is sealed or checked; ${p.old} is still right for what it signed`,
  vouchedBy: (p: { path: readonly string[] }) => `vouched for   ${p.path.join(' → ')}`,
  successionPaper: (p: { file: string }) =>
    `${p.file} is a succession, and signed by both cards that it names`,
  names: (p: { old: string; new: string; fingerprint: string }) =>
    `"${p.old}" is followed by "${p.new}"  ${p.fingerprint}`,
  activeFrom: (p: { name: string; date: string }) => `${p.date}    ${p.name} is active`,
  decryptOnlyFrom: (p: { name: string; date: string }) =>
    `${p.date}    ${p.name} only opens from now on: nothing new is signed with it or sealed to it`,
  retiredFrom: (p: { name: string; date: string }) =>
    `${p.date}    ${p.name} is retired: its word for its successor brings no trust any more`,
  states: {
    'pre-active': (p: { date: string }) => `active from ${p.date}`,
    active: (_: { date: string }) => 'active',
    'decrypt-only': (p: { date: string }) => `only opens since ${p.date}`,
    retired: (p: { date: string }) => `retired since ${p.date}`,
  },
  stateFollowed: (p: { told: string; successor: string; date: string | null }) =>
    `${p.told}${p.date === null ? '' : ` until ${p.date}`}, followed by ${p.successor}`,
  compromised: (p: { since: string | null; marked: string | null }) =>
    p.since !== null
      ? `refused: compromised since ${p.since}`
      : `refused: marked as compromised${p.marked === null ? '' : ` on ${p.marked}`}`,
  cardState: (p: { state: string }) => `dates        ${p.state}`,
  notYetActive: (p: { name: string; date: string }) =>
    `the card of "${p.name}" is active from ${p.date} only`,
  notYetActiveHint: 'until then use the card that it follows: datadeed card list',
  onlyOpensSince: (p: { name: string; date: string; successor: string }) =>
    `the key of "${p.name}" only opens since ${p.date}; it is followed by "${p.successor}"`,
  hasSuccessor: (p: { name: string; successor: string; date: string }) =>
    `"${p.name}" is followed by "${p.successor}", and only opens from ${p.date} on`,
  useSuccessorHint: (p: { successor: string }) => `use "${p.successor}" for everything new`,
  uses: { signing: 'signing key', reader: "reader's key" },
  tooOld: (p: { name: string; use: string; days: number; most: number; date: string }) =>
    `the ${p.use} of "${p.name}" is ${p.days} days old (made ${p.date}); from ${p.most} days on it is refused for anything new`,
  gettingOld: (p: { name: string; use: string; days: number; most: number; date: string }) =>
    `the ${p.use} of "${p.name}" is ${p.days} days old (made ${p.date}); at ${p.most} days it is refused for anything new`,
  rotateHints: {
    signing: 'datadeed keys rotate MY.key makes the next one',
    reader: 'ask its owner for the next card: they run datadeed keys rotate, or keygen',
  },
  sealedTooLate: (p: { name: string; date: string; sealed: string }) =>
    `the card of "${p.name}" seals nothing any more since ${p.date}, but the deed says that it was sealed ${p.sealed}`,
  sealedTooLateHint: (p: { successor: string }) =>
    `ask its owner, by telephone: somebody else may have the old key; what is new is sealed by "${p.successor}"`,
  sellerOnlyOpens: (p: { name: string; date: string }) =>
    `the card of "${p.name}" seals nothing any more since ${p.date}; the deed says that it is older`,
  sellerRetired: (p: { name: string; date: string }) =>
    `the card of "${p.name}" is retired since ${p.date}; the deed says that it is older`,
}
