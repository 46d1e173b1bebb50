/** Grants, shares of an escrow, and the review of who can open what. */
export const access = {
  theShare: (p: { holder: number }) => `the escrow's share ${p.holder}`,
  ageFile: 'an age file in a statement',
  shareNotOpened: (p: { what: string }) => `${p.what} is wrapped for you, but your key does not open it`,
  shareOfAnother: (p: { what: string }) =>
    `${p.what} is not the one that the access statement describes; it belongs to another deed or holder`,
  sharesDoNotFit: 'the shares do not give back the identity of this escrow',
  tooFewShares: (p: { shares: number; threshold: number }) =>
    `you have ${p.shares} of the ${p.threshold} different shares that open this deed; fewer open nothing`,
  tooFewSharesHint:
    'ask another holder to pass their share on to you: datadeed grant DEED --share --to YOUR.card …; then give the file with --grant',
  ofAnotherDeed: (p: { name: string }) => `${p.name} is of another deed`,
  ofAnotherDeedHint:
    'a grant fits one deed only; ask for the one of this deed (datadeed inspect shows its id)',
  mayNotGrant: (p: { name: string; issuer: string; fingerprint: string }) =>
    `${p.name} comes with the card of ${p.issuer} (${p.fingerprint}…), whom the deed does not let do that`,
  mayNotGrantHint:
    'only the seller, and cards that the seller named with --may-grant, may grant; only holders may pass shares on',
  youMayNotGrant: (p: { name: string }) => `the deed does not let ${p.name} grant access`,
  youMayNotGrantHint: 'the seller can, and whom the seller names when sealing: --may-grant CARD',
  mayNotRotate: (p: { issuer: string; fingerprint: string }) =>
    `access.rotated.json comes with the card of ${p.issuer} (${p.fingerprint}…), whom the deed does not let change its readers`,
  mayNotRotateHint:
    'only the seller and the cards that the manifest names as grantors may: somebody else has put this file there',
  rotateWhoHint:
    'those may whom it names (datadeed access review), and who followed one of them by keys rotate; a series names them when it begins: --may-grant CARD',
  rotateEscrow: 'the deed has an escrow, and for its key, which nobody holds, nothing can be wrapped anew',
  rotateEscrowHint:
    'the readers of such a deed cannot be changed; seal the data anew for others, or grant them access',
  leftWithout: (p: { names: readonly string[] }) =>
    `nobody would be left to open ${p.names.join(', ')}: say with --to who comes in the place of who goes`,
  leftWithoutHint: 'what no card opens is lost for good',
  cardsMissing: (p: { cards: readonly string[] }) =>
    `the cards of readers that stay are not trusted here: ${p.cards.join(', ')}`,
  cardsMissingHint: 'take their cards first: datadeed card trust FILE; or take them out with --drop',
  cannotRotate: (p: { closed: readonly string[] }) =>
    `your key does not open ${p.closed.join(', ')}, so it cannot wrap these keys for others`,
  cannotRotateHint: 'somebody who can open all that changes, and may grant, has to run this',
  noSuchCompartment: (p: { unknown: readonly string[]; names: readonly string[] }) =>
    `the deed has no compartment ${p.unknown.join(', ')}; it has ${p.names.join(', ')}`,
  notYours: (p: { closed: readonly string[] }) =>
    `your key does not open ${p.closed.join(', ')}, so it cannot grant it`,
  notYoursHint:
    'a seller who shall grant later seals with --keep-access or --hold; anybody else gives the grant that lets them open it with --grant FILE',
  holdsNoShare: (p: { name: string }) => `${p.name} holds no share of an escrow of this deed`,
  grantWhat:
    'say what is granted: --compartment NAME, repeated, --all, or --share for your share of the escrow',
  askWhat: (p: { names: readonly string[] }) =>
    `What shall they open? (${p.names.length === 0 ? 'compartments' : p.names.join(', ')}: one, or several with commas; "all"; or "share" for your share of the escrow)`,
  shareToOne: 'a share is passed on to one card: give --to once',
  holdNeedsOpen: (p: { name: string }) =>
    `the key of ${p.name} only signs, so it cannot keep access to what it seals`,
  holdNeedsOpenHint: 'use a key of the role both: datadeed keygen NAME --role both',
  keepOrHold:
    '--hold keeps the deed closed to everybody but you; --keep-access is part of it, give only one of them',
  escrowForm: (p: { got: string }) =>
    `"${p.got}" is no escrow; write it as 2-of-3, followed by the three cards`,
  escrowNumbers: (p: { most: number }) =>
    `an escrow has 2 to ${p.most} holders, and at least 2 of them open it together`,
  escrowHolders: (p: { wanted: number; got: number }) =>
    `the escrow has ${p.wanted} holders, but ${p.got} different cards were given`,
  accessTitle: 'who can open it:',
  granted: (p: { output: string; bytes: string }) => `granted  ${p.output}  (${p.bytes})`,
  wouldGrant: 'would grant',
  to: (p: { name: string; fingerprint: string }) => `to           ${p.name}  ${p.fingerprint}`,
  opens: (p: { names: readonly string[] }) => `opens        ${p.names.join(', ')}`,
  staysClosed: (p: { names: readonly string[] }) => `as before    ${p.names.join(', ')}`,
  serial: (p: { serial: number }) => `statement    ${p.serial}  (0 is the one in the deed)`,
  nextGrant: (p: { output: string; deed: string }) =>
    `next: send ${p.output} to them; they run\n      datadeed restore ${p.deed} --grant ${p.output} …`,
  sharePassed: (p: { output: string; bytes: string }) => `share passed on  ${p.output}  (${p.bytes})`,
  shareNeeds: (p: { threshold: number; holders: number }) =>
    `opens with   ${p.threshold} different shares of ${p.holders}`,
  reviewTitle: (p: { deed: string }) => `who can open ${p.deed}`,
  reviewHeadings: ['compartment', 'reader', 'since', 'by'],
  byDeed: 'the deed',
  byRotation: (p: { serial: number; issuer: string }) => `rotation ${p.serial} of ${p.issuer}`,
  rotatedBy: (p: { serial: number; at: string; issuer: string }) =>
    `its readers were changed after sealing, on ${p.at}, by ${p.issuer} (statement ${p.serial})`,
  rotationPaper: (p: { file: string }) => `rotation  ${p.file}: who opens a deed from then on`,
  byGrant: (p: { serial: number; issuer: string }) => `grant ${p.serial} of ${p.issuer}`,
  escrowReader: 'the escrow',
  heldFrom: (p: { name: string }) => `${p.name} is addressed, but may open nothing yet: the deed is held`,
  closedTo: (p: { name: string }) =>
    `${p.name} was addressed when it was sealed, and may open nothing since its readers were changed`,
  rotationSerial: (p: { serial: number }) => `statement    ${p.serial}  (0 is the one it was sealed with)`,
  mayGrantToo: (p: { fingerprints: readonly string[] }) =>
    `besides the seller may grant: ${p.fingerprints.join(', ')}`,
  escrowIs: (p: { threshold: number; holders: readonly string[] }) =>
    `escrow: any ${p.threshold} of ${p.holders.join(', ')} open everything together; one share alone opens nothing`,
  sharePassedOn: (p: { from: string; to: string; since: string }) =>
    `the share of ${p.from} was passed on to ${p.to}, ${p.since}`,
  reviewLimits: [
    'Only papers that were given here are counted: a grant that is not at hand gives access all the same.',
    'Nothing takes a key back: whoever could open a compartment once, and kept its keys, still can.',
  ],
  held: 'held: the addressees may open nothing until the seller grants it',
  kept: 'you stay a reader yourself',
  heldNext: (p: { deed: string }) =>
    `next: send ${p.deed} ahead; when the deal closes\n      datadeed grant ${p.deed} --all --to THEIR.card --key MY.key`,
  grantPaper: (p: { file: string }) => `${p.file} is a grant, and signed as it says`,
  sharePaper: (p: { file: string }) => `${p.file} passes on a share of an escrow, and is signed as it says`,
  opensFor: (p: { compartment: string; name: string; fingerprint: string }) =>
    `${p.compartment} for ${p.name}  ${p.fingerprint}`,
  tooManyGrants: (p: { most: number }) => `at most ${p.most} grants are read with one deed`,
}
