export const seal = {
  // Control totals and the seller's record
  noSuchTotal: (p: { word: string }) => `--control-total "${p.word}": there is no such column`,
  totalMeansTwo: (p: { word: string }) =>
    `--control-total "${p.word}" means more than one column; give one of the tables another name with --name`,
  totalNotSealed: (p: { word: string }) =>
    `--control-total "${p.word}": only a column that is sealed as it is can be summed up`,
  totalsHint: 'name it as TABLE.COLUMN, the table as in the deed: datadeed seal … --dry-run shows both',
  tooManyTotals: (p: { got: number; most: number }) => `${p.got} control totals, at most ${p.most} are kept`,
  recordNeedsOpening: 'the record is encrypted to your own card, and your key can only sign',
  recordNeedsOpeningHint:
    'make a key that does both: datadeed keygen NAME --role both; or seal without --record: then a receipt is checked without its proofs',
  tooManyEpochs: (p: { most: number }) =>
    `these exports need more than ${p.most} data keys for one compartment`,
  widenEpochs: 'raise epochs.rows or epochs.bytes in the policy, or seal fewer exports at once',
  nameIsNoText: (p: { path: string }) => `the table name for "${p.path}" is empty, or no Unicode text`,
  dealIdTooLong: (p: { most: number }) => `--deal is longer than ${p.most} characters`,
  nameTooLong: (p: { path: string; most: number }) =>
    `the table name for "${p.path}" is longer than ${p.most} bytes`,
  nameIsValue: (p: { path: string }) =>
    `the name of the file "${p.path}" holds what looks like a phone, card or ID number or an e-mail address, and table names are readable by everybody`,
  nameForMany: (p: { path: string; tables: number }) =>
    `"${p.path}" has ${p.tables} tables, which one name cannot serve`,
  nameForManyHint: 'name each table by its own name: --name "TABLE=NAME"',
  readOnce: (p: { table: string; columns: number; compartment: string }) =>
    `table "${p.table}" can be read only once: ${p.columns} columns that no policy decides are in the strictest compartment, ${p.compartment}`,
  nameMatchesNothing: (p: { name: string }) =>
    `--name speaks of "${p.name}", which is neither an export nor a table of one`,
  giveName: 'give each table a name of your own, for example --name "members.csv=members"',
  sameName: (p: { name: string; first: string; second: string }) =>
    `"${p.first}" and "${p.second}" would both become the table "${p.name}"`,
  tableDropped: (p: { table: string }) => `the policy drops every column of table "${p.table}"`,
  tableDroppedHint: 'leave this export out, or seal at least one of its columns',
  readBackFailed: 'what was written does not read back as it was sealed; the deed was discarded',
  readBackHint: 'check the disk, then seal again; nothing was published',
  readerCannotOpen: (p: { name: string }) => `the card "${p.name}" has no key that a deed could be sealed to`,
  readerCannotOpenHint: 'ask for a card made with --role open or --role both',
}
