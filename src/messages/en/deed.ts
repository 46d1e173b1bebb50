type Schema = { what: string; fields: readonly string[]; more: number }
type Size = { name: string; got: number; most: number }

const fieldList = ({ fields, more }: Schema): string =>
  `${fields.join(', ')}${more > 0 ? ` and ${more} more` : ''}`

export const deed = {
  // Entries and container
  foreignEntry: (p: { name: string }) => `"${p.name}" is no name that an entry of a deed can have`,
  foreignEntryHint: 'do not unpack it; ask the sender for the deed again, exactly as datadeed wrote it',
  doubledEntry: (p: { name: string }) => `the entry "${p.name}" is there more than once`,
  missingEntry: (p: { name: string }) => `the entry "${p.name}" is missing`,
  pruned:
    'its content was removed: only manifest.json and signatures.json are left, as "backup prune" leaves a deed',
  prunedHint: 'restore another deed; which ones a series still has: datadeed backup list --series FOLDER',
  unfinished: 'the entry "signatures.json" is missing: without it this is not a finished deed',
  additionalEntry: (p: { name: string }) => `the entry "${p.name}" does not belong to this deed`,
  misplacedEntry: (p: { name: string }) => `the entry "${p.name}" does not stand in its place`,
  emptyFolder: (p: { name: string }) => `the empty folder "${p.name}" does not belong to a deed`,
  tooManyEntries: (p: { got: number; most: number }) =>
    `the deed has ${p.got} entries, at most ${p.most} are read`,
  entryTooLong: (p: Size) => `"${p.name}" has ${p.got} bytes, at most ${p.most} are read`,
  entrySize: (p: { name: string; got: number; expected: number }) =>
    `the entry "${p.name}" has ${p.got} bytes, ${p.expected} were signed`,
  entryDigest: (p: { name: string }) => `the entry "${p.name}" is not what was signed: its SHA-256 differs`,
  entryChecksum: (p: { name: string }) => `the entry "${p.name}" is damaged: its CRC-32 differs`,
  mimetype: 'the entry "mimetype" does not say application/vnd.datadeed.v1',
  maybePaperHint:
    'if this is no deed but a paper (a receipt, a grant, a mark of a series of backups), datadeed verify shows it',
  notADeed: (p: { path: string }) => `"${p.path}" is not a whole deed: it does not end like one`,
  zipDamaged: (p: { path: string }) => `"${p.path}" is damaged: its ZIP directory does not fit the file`,
  zipHeader: (p: { number: number }) => `the ZIP header of entry ${p.number} is not in the one strict form`,
  notRegular: (p: { path: string }) => `"${p.path}" is not a regular file; a deed holds no links or devices`,
  cutShort: (p: { path: string }) => `"${p.path}" ends before its content does`,
  changedWhileRead: (p: { name: string }) => `the entry "${p.name}" changed while the deed was read`,
  askAgainHint: 'ask the sender for the deed again; nothing was restored from this one',
  newerVersionHint: 'it was made by a newer datadeed; update this one: npm install -g datadeed',

  // Statements
  wholeDocument: 'the whole document',
  unknownField: 'an unknown field',
  schema: (p: Schema) => `${p.what} does not have the form of format v1: ${fieldList(p)}`,
  schemaLimit: (p: Schema) => `${p.what} is over a limit: ${fieldList(p)}`,
  predicateType: (p: { name: string; expected: string }) =>
    `${p.name} is not a statement of type ${p.expected}`,
  unsupported: (p: { name: string; field: string; got: string }) =>
    `${p.name} needs a newer version: ${p.field} is "${p.got}"`,
  inconsistent: (p: { name: string; field: string }) =>
    `${p.name} contradicts itself or the deed: ${p.field}`,
  payloadType: (p: { name: string; expected: string }) =>
    `${p.name} signs another kind of content than ${p.expected}`,
  noCard: "without the seller's card nothing in a deed can be believed",
  noCardHint: "name the seller's card: --from SELLER.card",
  otherSeller: 'the manifest names another seller than the card that its signatures were checked with',
  coSigner: (p: { fingerprint: string }) =>
    `the manifest asks for a signature of ${p.fingerprint}… as well, which cannot be checked`,
  wrongRecipient: (p: { names: readonly string[] }) =>
    `the deed is not addressed to this key; it is addressed to ${p.names.map((name) => `"${name}"`).join(', ')}`,
  wrongRecipientHint: 'use the key whose card you gave to the seller, or ask the seller to seal to your card',

  // Keys
  theKeysOf: (p: { compartment: string }) => `the key payload of compartment "${p.compartment}"`,
  theFactsOf: (p: { compartment: string }) => `the facts of compartment "${p.compartment}"`,
  totalsElsewhere: (p: { what: string }) =>
    `${p.what} state a control total of a column that is not sealed there as it is, or state one twice`,
  theRecord: "the seller's record",
  recordOfAnother: 'this record was written for another deed',
  recordOfAnotherHint: 'use the file that --record wrote when this very deed was sealed',
  recordDamaged: 'what the record holds is not what the manifest commits to: it was damaged or changed',
  keysOfAnother: (p: { what: string }) =>
    `${p.what} was made for another deed, compartment or list of epochs`,
  keyCommitment: (p: { compartment: string }) =>
    `the keys of compartment "${p.compartment}" are not those that the seller committed to`,
  notOpened: (p: { compartment: string }) =>
    `compartment "${p.compartment}" is assigned to you, but your key does not open it`,
  notOpenedHint: 'check with the seller that the deed was sealed to your present card, not to an older one',
  nothingLeft: (p: { at: string; issuer: string }) =>
    `the readers of the deed were changed on ${p.at} by ${p.issuer}, and your key is not among them`,
  nothingLeftHint: 'use the key that came in its place; or ask whoever changed them',
  nothingAssigned: 'the deed is addressed to you, but no compartment of it is assigned to your key',
  nothingAssignedHint:
    'ask the seller for a grant, a small file that opens it: --grant FILE (a deed may be held back until closing)',

  // Index and blocks
  indexTooLong: (p: { most: number }) => `a table has more blocks than an index of ${p.most} bytes can list`,
  indexShape: (p: { name: string; expected: number }) =>
    `"${p.name}" is not an index of ${p.expected} blocks`,
  indexRecord: (p: { name: string; number: number }) =>
    `"${p.name}" does not describe its table's blocks without gap: record ${p.number}`,
  blockTooLong: (p: Size) => `"${p.name}" lists a block of ${p.got} bytes, at most ${p.most} are read`,
  block: (p: { table: string; compartment: string; slice: number; fault: string }) =>
    `the block of slice ${p.slice}, compartment "${p.compartment}", table "${p.table}" is refused: ${p.fault}`,
  blockDigest: 'its SHA-256 differs from the one that was signed',
  unknownCodec: (p: { codec: number }) => `it uses codec ${p.codec}, which this version does not know`,
  unknownKind: (p: { kind: number }) =>
    `it holds a segment of kind ${p.kind}, which this version does not know`,
  paddingDamaged: 'its padding or lengths are not those of the format',
  frameTooLong: (p: { got: number; most: number }) =>
    `it would hold ${p.got} bytes unpacked, at most ${p.most} are handled`,
  frameDamaged: 'its directory does not fit the columns that the manifest assigns',
  zstdDamaged: 'its compressed data is not one whole Zstandard frame of the stated length',
  zstdWindow: (p: { got: number; most: number }) =>
    `its compressed data asks for a window of ${p.got} bytes, at most ${p.most} are given`,
  zstdRatio: (p: { got: number; frame: number; most: number }) =>
    `its ${p.frame} compressed bytes claim to hold ${p.got}, over ${p.most} times as many`,
  fieldsDamaged: 'a column does not hold exactly one well-formed field a row',
  fieldTooLong: (p: { got: number; most: number }) =>
    `a cell has ${p.got} bytes, at most ${p.most} are handled`,
  tagsDamaged: 'what it says of the kinds of its cells is malformed',
  unknownCellKind: (p: { kind: number }) =>
    `it has a cell of kind ${p.kind}, which this version does not know`,
  sourceDamaged: "what it keeps of the export's own bytes is malformed",
  plainRootDiffers: (p: { table: string; compartment: string }) =>
    `what compartment "${p.compartment}" of table "${p.table}" opened to is not what was sealed: its plainRoot differs`,
}
