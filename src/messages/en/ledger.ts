export const ledger = {
  // Writing
  theKey: (p: { path: string }) => `the ledger's key "${p.path}"`,
  keyDamaged: (p: { what: string }) => `${p.what} is not what this program wrote`,
  keyGone: (p: { path: string }) =>
    `the ledger's key "${p.path}" is gone, so nothing can be added to the ledger`,
  keyGoneHint: (p: { path: string }) =>
    `bring the key back; if it is lost, keep ${p.path} as evidence under another name, and a new ledger begins`,
  notContinued: (p: { path: string }) =>
    `the last line of the ledger "${p.path}" is not as it was written, so nothing can be added behind it`,
  notContinuedHint:
    'datadeed ledger verify names the first bad line; bring the ledger back from a backup, or keep it as evidence under another name, and a new one begins',
  unwritten: (p: { path: string; why: string }) =>
    `nothing is done that cannot stand in the ledger: ${p.why}`,
  unwrittenRead: (p: { path: string; why: string }) => `this is not in the ledger: ${p.why}`,
  homeHint: 'the ledger lies in the folder that --home names; make room there, or make it writable',
  lockTaken: (p: { pid: number }) =>
    `the ledger was locked by process ${p.pid}, which is over; its lock was taken over`,
  completed: 'the last line of the ledger lacked its end, as after a power cut; it was completed',
  setAside: (p: { bytes: number; file: string }) =>
    `the ledger ended in half a line (${p.bytes} bytes), as after a power cut; it was moved to "${p.file}"`,
  // Importing
  imported: (p: { date: string; line: number }) =>
    `this deed was imported into this database before: ${p.date}, line ${p.line} of the ledger`,
  importedNewer: (p: { sequence: number; newer: number; date: string }) =>
    `this deed is number ${p.sequence} of its series; number ${p.newer} was imported into this database on ${p.date}`,
  expired: (p: { date: string }) => `this deed expired on ${p.date} and may no longer be imported`,
  postdated: (p: { date: string }) =>
    `this deed says that it was sealed on ${p.date}, which is still to come`,
  anywayHint:
    'if it is meant to be, say why: --anyway "REASON" goes into the ledger; restoring to a folder is never refused for this',
  clockHint: "check this computer's clock",
  badReason: (p: { got: number; most: number }) =>
    `--anyway needs a reason of at most ${p.most} characters, got ${p.got}`,
  // Showing
  empty: (p: { path: string }) =>
    `there is no ledger yet: "${p.path}" begins with the first command that is recorded`,
  earlier: (p: { lines: string }) => `(${p.lines} earlier lines: --last N shows more)`,
  headings: ['#', 'Time (UTC)', 'Command', 'What', 'Exit', 'About'],
  events: {
    begin: 'ledger begun',
    mended: 'half line kept',
    intent: 'begins',
    outcome: 'done',
    failed: 'failed',
    late: 'failed afterwards',
  },
  parts: {
    own: 'key of',
    seller: 'from',
    addressee: 'to',
    reader: 'to',
    issuer: 'signed by',
    grantor: 'granted by',
    holder: 'held by',
    trusted: 'card of',
    successor: 'successor',
    compromised: 'compromised card of',
    dropped: 'no longer to',
  },
  deed: (p: { id: string }) => `deed ${p.id}`,
  paper: (p: { kind: string }) => p.kind,
  rows: (p: { rows: string }) => `${p.rows} rows`,
  denied: (p: { verdicts: string }) => `no: ${p.verdicts}`,
  target: (p: { digest: string }) => `into ${p.digest}`,
  reason: (p: { reason: string }) => `reason: ${p.reason}`,
  whole: (p: { path: string; lines: string }) => `${p.path}: all ${p.lines} lines are as they were written`,
  notWhole: (p: { path: string; lines: string }) =>
    `${p.path} is not as it was written; the first ${p.lines} lines are`,
  headIs: (p: { head: string }) => `head ${p.head}`,
  anchors: {
    agrees: (p: { source: string; line: number }) => `agrees with ${p.source} (line ${p.line})`,
    cut: (p: { source: string; line: number }) => `CUT: ${p.source} quotes line ${p.line}, which is gone`,
    rewritten: (p: { source: string; line: number }) =>
      `REWRITTEN: ${p.source} quotes another line ${p.line} than stands here`,
    unreached: (p: { source: string; line: number }) =>
      `${p.source} quotes line ${p.line}, which lies behind the first bad line`,
    foreign: (p: { source: string; line: number }) =>
      `${p.source} quotes the ledger of another installation (line ${p.line})`,
  },
  mendedAt: (p: { line: number; bytes: number; file: string | null }) =>
    p.file === null
      ? `line ${p.line}: the line before it had lost its end and was completed`
      : `line ${p.line}: half a line (${p.bytes} bytes) was found before it and kept as ${p.file}`,
  unfinished: (p: { line: number; command: string }) =>
    `line ${p.line}: "${p.command}" was begun and never ended: killed, or still going`,
  noHead: 'there is no ledger yet: it begins with the first command that is recorded',
  nextHead:
    'next: keep this line where nobody at this computer can change it, such as a mail to the other side; later: datadeed ledger verify --against "HEAD"',
  exportJson: 'the events are JSON already: --json goes with -o FILE only',
  exported: (p: { lines: string; path: string }) => `wrote ${p.lines} events to ${p.path}`,
  headGiven: 'the head that was given',
  noHeadIn: (p: { source: string }) => `${p.source} quotes no ledger`,
  noHeadInHint: 'give one that was made by a datadeed with a ledger: a deed, receipt or grant from 0.3.0 on',
  // Finding a card
  sellerUnknown: (p: { name: string }) =>
    `the card of "${p.name}", who is said to have signed this, is not trusted on this computer`,
  sellerNamesake: (p: { name: string }) =>
    `this says that it was signed by "${p.name}", but with other keys than those of the card of that name that you trust`,
  sellerUnknownHint:
    'have the digits of their card read out over the telephone, then: datadeed card trust THEIR.card',
  sellerFromHint: 'or name their card for this once: --from THEIR.card --confirm DIGITS',
  sellerNamesakeHint:
    'call them on a number you know already before you use this; new keys of theirs are trusted like the first ones',
  // Reading
  line: (p: { number: number }) => `line ${p.number} of the ledger`,
  gone: (p: { path: string }) => `the ledger "${p.path}" is gone; its key is still there`,
  goneHint: (p: { path: string }) =>
    `bring the ledger back from a backup; if it is lost, keep ${p.path} as evidence under another name, and a new one begins`,
  lineNumber: (p: { what: string; got: number; expected: number }) =>
    `${p.what} says that it is number ${p.got}, expected ${p.expected}: a line was taken out, added or moved`,
  linePrevious: (p: { what: string }) => `${p.what} does not follow the line before it`,
  lineBegins: (p: { what: string }) => `${p.what} is not where a ledger begins`,
  lineOtherKey: (p: { what: string }) => `${p.what} was not signed by this installation's key`,
  damagedHint:
    'keep the file as evidence; whoever has quoted a head of it (deed, receipt, grant) can show how far it once went',
  torn: (p: { path: string; bytes: number }) =>
    `the ledger "${p.path}" ends in half a line (${p.bytes} bytes): a run was killed while it wrote, or somebody cut it`,
  tornHint:
    'the next command that writes keeps it in a file of its own and says so in the ledger; then verify again',
  anchorCut: (p: { source: string; sequence: number }) =>
    `${p.source} quotes line ${p.sequence} of this ledger, which is not there any more: its end was cut off`,
  anchorRewritten: (p: { source: string; sequence: number }) =>
    `${p.source} quotes another line ${p.sequence} than this ledger has: it was rewritten`,
  anchorHint: 'the ledger was changed after it was quoted; keep both as evidence',
  anchorForeign: 'none of these quotes the ledger of this installation',
  anchorForeignHint:
    'give a deed, receipt or grant that was made here; if there is one and it is not known, the ledger was begun anew under another key',
  noFile: (p: { path: string }) => `"${p.path}" is no file, so it is no ledger`,
  theLastLine: 'the last line of the ledger',
  theNewLine: 'the new line of the ledger',
  lineTooLong: (p: { what: string; got: number; most: number }) =>
    `${p.what} has ${p.got} bytes, at most ${p.most} are read`,
  lineForm: (p: { what: string }) => `${p.what} is no line of a ledger of this version`,
  lineSpelling: (p: { what: string }) => `${p.what} is not spelled as it was written`,
  lineSignature: (p: { what: string }) => `${p.what} is not as it was signed`,
  lineNoKey: (p: { what: string }) => `${p.what} does not begin a ledger: it names no key`,
}
