/** Which deeds open with which card, and what is done about a card that is compromised. */
export const census = {
  askDeeds: 'Which deeds? (files, or folders that hold deeds, separated by spaces)',
  noDeed: (p: { folder: string }) => `there is no deed (*.deed) in "${p.folder}" or below it`,
  tooMany: (p: { most: number }) => `more than ${p.most} deeds; count them folder by folder`,
  strayGrant: (p: { name: string }) => `${p.name} is a grant of none of these deeds`,
  grantUnchecked: (p: { name: string }) =>
    `${p.name} cannot be checked: the card of the deed's seller is not trusted on this computer`,
  grantUncheckedHint: 'trust it first: datadeed card trust SELLER.card',
  noCondition: (p: { got: string }) => `"${p.got}" is no condition of a census`,
  noConditionHint: 'there are: opens-with:CARD, epoch-older-than:180d (or 1y), suite:classic, suite:hybrid',
  deedHeadings: ['deed', 'data keys', 'suite', 'seller', 'epochs', 'opens with'],
  cardHeadings: ['card', 'fingerprint', 'key', 'age', 'dates', 'opens', 'signed'],
  days: (p: { days: number }) => (p.days === 1 ? '1 day' : `${p.days} days`),
  verdicts: { fresh: 'fresh', due: 'due', warn: 'old', refuse: 'too old' },
  unverified: '(not verified)',
  unknown: '?',
  notTrusted: 'not trusted here',
  nobody: 'nobody',
  escrow: 'the escrow',
  uncounted: (p: { deed: string; why: string }) => `not counted: ${p.deed}: ${p.why}`,
  pruned: (p: { count: number }) =>
    `pruned, so that nobody can open anything of them here: ${p.count === 1 ? '1 deed' : `${p.count} deeds`}`,
  condition: (p: { condition: string; deeds: readonly string[] }) =>
    `${p.condition}: ${p.deeds.length === 0 ? 'no deed' : p.deeds.join(', ')}`,
  holds: (p: { conditions: readonly string[] }) => `deeds are what none may be: ${p.conditions.join(', ')}`,
  notHeldAgainst: (p: { deed: string }) =>
    `the card of the seller of ${p.deed} is not trusted here, so no condition can be held against that deed`,
  unverifiedMeans:
    'Not verified: the card of that seller is not trusted here, so this is only what the deed says of itself.',
  limits: [
    'Only grants that were given with --grant are counted: one that is not at hand gives access all the same.',
  ],
}
