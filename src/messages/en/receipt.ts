const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** Receipts: writing one, checking one, and how it reads as text. */
export const receipt = {
  theReceipt: 'the receipt',
  theFigures: 'the sums in the receipt',
  // Writing
  rejectHint: 'to sign that you do not take it as it is: datadeed receipt … --state rejected',
  acceptedWithExceptions: '--state accepted has no --exception: it is the one or the other',
  totalsDiffer: (p: { count: number }) =>
    `${plural(p.count, 'control total is', 'control totals are')} not what was sealed`,
  exceptionsHint: 'leave --state out, or say --state with-exceptions: that can be signed',
  noReason: (p: { state: string }) =>
    `nothing speaks against this deed, and "${p.state}" is without a reason`,
  noReasonHint: 'say why: --exception TEXT, once for each',
  tooManyExceptions: (p: { got: number; most: number }) =>
    `${p.got} exceptions, at most ${p.most} are signed`,
  exceptionTooLong: (p: { got: number; most: number }) =>
    `an exception has ${p.got} characters, at most ${p.most} are signed`,
  exceptionEmpty: '--exception has no text',
  onlyAgainst: (p: { flag: string }) => `--${p.flag} says how tables are called in the target of --against`,
  noFiguresNote:
    "the seller's card only signs: the sums stay out, and the receipt says only whether they agree",
  askOutput: 'Name of the receipt to write?',
  written: (p: { output: string; state: string }) => `wrote ${p.output}: ${p.state}`,
  nextWritten: (p: { output: string; card: string }) =>
    `next: send ${p.output} to the seller, who checks it with your card:
      datadeed receipt check ${p.output} DEED --from ${p.card} --key SELLER.key --record FILE`,
  // Checking
  askReceipt: 'Which receipt?',
  askBuyer: "The buyer's card? (file, or name of a trusted card)",
  noReceipt: (p: { name: string }) => `${p.name} is no receipt; the receipt stands first, then the deed`,
  isFolder: (p: { path: string }) => `"${p.path}" is a folder, expected a file`,
  contradicts: (p: { name: string }) =>
    `${p.name} contradicts itself: it is about another manifest than it names, or accepts what it says is at fault`,
  figuresOfAnother: 'the sums in the receipt were made for another receipt',
  otherDeed: 'the receipt is of another deed',
  otherDeedHint: 'compare the deed id in the receipt with that of the deed: datadeed inspect DEED',
  noReader: (p: { name: string }) => `"${p.name}" is no addressee and no reader of this deed`,
  recordNeedsKey: "proofs, totals: the record opens with the seller's own key: --key SELLER.key",
  recordFault: (p: { fault: string }) => `the record cannot be used: ${p.fault}`,
  noRecord:
    'proofs, totals: only what was kept at sealing shows that they are right (datadeed seal --record FILE, then --record FILE here)',
  nothingOpened: 'counts, proofs, totals: the receipt says that nothing was opened',
  notSealed: (p: { table: string; compartment: string }) =>
    `table "${p.table}" has nothing in compartment "${p.compartment}"`,
  otherRows: (p: { table: string; compartment: string; got: number; sealed: number }) =>
    `table "${p.table}", compartment "${p.compartment}": ${p.got} rows in the receipt, ${p.sealed} were sealed`,
  otherColumns: (p: { table: string; compartment: string; got: number; sealed: number }) =>
    `table "${p.table}", compartment "${p.compartment}": ${p.got} columns in the receipt, ${p.sealed} were sealed`,
  notOpened: (p: { table: string; compartment: string }) =>
    `table "${p.table}", compartment "${p.compartment}" is assigned to the buyer, and the receipt does not have it`,
  otherTables: 'the receipt names its tables otherwise than the deed, or one of them twice',
  wrongProof: (p: { table: string; compartment: string }) =>
    `table "${p.table}", compartment "${p.compartment}": the proof was not made by opening it for this receipt`,
  totalDiffers: (p: { table: string; column: string }) =>
    `the buyer says that the control total of "${p.column}" in table "${p.table}" differs`,
  totalNotChecked: (p: { table: string; column: string }) =>
    `totals: the buyer has not checked that of "${p.column}" in table "${p.table}"`,
  noTotals:
    'totals: none were sealed with what the buyer opened (datadeed seal --control-total TABLE.COLUMN)',
  noFigures: "totals: the receipt has no sums that the seller's key opens",
  sumDiffers: (p: {
    table: string
    column: string
    by: string
    amounts: number
    empty: number
    other: number
  }) =>
    `"${p.column}" in table "${p.table}": the buyer's sum less the sealed one is ${p.by}${
      p.amounts === 0 && p.empty === 0 && p.other === 0
        ? ', of as many amounts'
        : ` (amounts ${signed(p.amounts)}, empty cells ${signed(p.empty)}, other cells ${signed(p.other)})`
    }`,
  sumMissing: (p: { table: string; column: string }) =>
    `"${p.column}" in table "${p.table}": the receipt has no sum of it`,
  sumUnasked: (p: { table: string; column: string }) =>
    `"${p.column}" in table "${p.table}": the receipt has a sum, and none was sealed`,
  withExceptions: 'the receipt does not accept the deed without exceptions',
  isRejected: 'the receipt rejects the deed',
  olderThanChecked: (p: {
    created: string
    state: string
    newer: string
    newerState: string
    checked: string
  }) =>
    `this receipt (signed on ${p.created}, ${p.state}) is older than one of the same buyer for the same deed (signed on ${p.newer}, ${p.newerState}) that was checked here on ${p.checked}`,
  anywayHint: 'if it is to count all the same, say why: --anyway "REASON" goes into the ledger',
  anotherReceipt: (p: {
    ownCreated: string
    ownState: string
    created: string
    state: string
    checked: string
  }) =>
    `two receipts of one buyer for one deed: this one was signed on ${p.ownCreated} (${p.ownState}), the other on ${p.created} (${p.state}; checked here on ${p.checked})`,
  anotherHint: 'rely on the later one only after asking the buyer',
  ledgerUnread: (p: { fault: string }) => `fresh: the ledger of this installation cannot be read: ${p.fault}`,
  checkFailed: (p: { name: string; count: number }) =>
    `${p.name} is not as it should be: ${plural(p.count, 'fault', 'faults')}`,
  checks: {
    signed: 'whether this buyer signed it',
    deed: 'whether it is of this deed, which this seller signed',
    reader: 'whether the deed was given to this buyer',
    counts: 'whether tables, compartments, columns and rows are those that were sealed',
    proofs: 'whether the buyer opened every block of them, for this receipt',
    totals: 'whether the sums that the buyer made are those that were sealed',
    fresh: 'whether no newer receipt of this buyer for this deed was checked here before',
  },
  // Text
  title: (p: { file: string; state: string }) => `receipt ${p.file}: ${p.state}`,
  checkedTitle: (p: { file: string; state: string }) => `checked ${p.file}: ${p.state}`,
  notChecked: (p: { file: string; count: number }) =>
    `NOT IN ORDER: ${p.file}, ${plural(p.count, 'fault', 'faults')}`,
  states: { accepted: 'accepted', 'with-exceptions': 'accepted with exceptions', rejected: 'rejected' },
  signedBy: (p: { name: string; fingerprint: string }) => `signed by ${p.name}, ${p.fingerprint}`,
  created: (p: { at: string }) => `signed on ${p.at}`,
  paper: (p: { id: string }) => `receipt id ${p.id}`,
  environment: (p: { tool: string; version: string; node: string; platform: string }) =>
    `made by ${p.tool} ${p.version}, Node.js ${p.node}, ${p.platform}`,
  opened: (p: { table: string; compartment: string; columns: number; rows: string }) =>
    `table "${p.table}", ${p.compartment}: ${plural(p.columns, 'column', 'columns')}, ${p.rows} rows opened`,
  closed: (p: { names: string }) => `not for this buyer: ${p.names}`,
  ledger: (p: { head: string }) => `the buyer's ledger stood at ${p.head}`,
  summedTarget: 'the sums were made of what stands where the deed was restored to',
  verdictsTitle: 'what the buyer found:',
  totalsTitle: 'control totals:',
  total: (p: { table: string; column: string; answer: string }) =>
    `"${p.column}" in table "${p.table}": ${p.answer}`,
  totalAnswers: { agree: 'agrees', differ: 'DIFFERS', 'not checked': 'not checked' },
  exceptionsTitle: 'exceptions, in the buyer’s own words:',
  checksTitle: 'checks:',
  earlierTitle: 'checked here before:',
  checkedSame: (p: { checked: string }) => `this very receipt, on ${p.checked}`,
  checkedOther: (p: { state: string; created: string; checked: string }) =>
    `another one (signed on ${p.created}, ${p.state}), on ${p.checked}`,
}

function signed(count: number): string {
  return count > 0 ? `+${count}` : String(count)
}
