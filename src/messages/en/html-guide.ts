/** What the page of `classify --html` asks of people, and how it is to be read. */
export const htmlGuide = {
  attentionTitle: 'What needs a person',
  nothing:
    'By its own measure the program is sure of every column. Read the tables nevertheless: a wrong answer can be a confident one.',
  moreColumns: (p: { count: number }) => `and ${p.count} more, marked in the tables below`,
  attention: {
    open: {
      title: 'Sensitive, but in an open compartment',
      text: 'What lies in general or behaviour may travel with the shop. Give these columns a guarded compartment.',
    },
    damaged: {
      title: 'Damaged in the source',
      text: 'The export had lost these cells before it was read. Export it again, for example with the column as text or as CSV from the system itself, before anything is sealed.',
    },
    unsure: {
      title: 'Unsure',
      text: 'Header and cells do not decide. Somebody who knows the system that these columns come from should say what they hold. Text that nobody could read stays in a guarded compartment until then.',
    },
    texts: {
      title: 'Free text with personal data in it',
      text: 'Remarks may say anything about anybody. Look through them before they are handed over, or leave them out with action: drop.',
    },
    children: {
      title: 'Children',
      text: 'What identifies a child under 14 is sensitive, whatever it is, and its handling needs the consent of a parent or guardian (PIPL Art. 28 and 31). Check that it is on file, and who is to open these columns. What else the table says of the same child counts too.',
    },
    unexamined: {
      title: 'Not examined to the end',
      text: 'Some cells are longer than the detectors read. What stands behind their beginning was only scanned for numbers and e-mail addresses. Look at these cells in the export yourself.',
    },
  },
  takenFor: (p: { type: string }) => `taken for: ${p.type}`,
  inPart: (p: { cells: string }) => `${p.cells} cells read in part`,
  notScanned: (p: { cells: string }) => `${p.cells} cells not scanned`,
  decide: (p: { policy: string }) =>
    `Answer for the unsure columns one by one, change the lines of the others in ${p.policy}, and seal by it:`,
  sealBy: (p: { exports: string; policy: string }) =>
    `datadeed seal ${p.exports} --policy ${p.policy} --key MY.key --to THEIR.card -o handover.deed`,
  readTitle: 'How to read this report',
  readCompartment: {
    term: 'Compartment',
    text: 'Columns that the same readers may open. Each is encrypted with keys of its own, so that a buyer can be given orders and amounts but not telephone numbers.',
  },
  readSensitive: {
    term: 'Sensitive',
    text: 'The content identifies or reaches a person, opens an account or reveals a protected trait. That is wider than PIPL Art. 28: names and telephone numbers count. Masked and hashed values stay sensitive.',
  },
  readConfidence: {
    term: 'Confidence',
    text: (p: { below: number }) =>
      `How well header, cells and the rest of the table agree. It is no probability. Under ${p.below} % a person should look.`,
  },
  readCells: {
    term: 'Filled cells',
    text: 'The share of the sample’s cells that say something (“-”, “N/A” and the like do not), and how many different values they have: few are up to 20, nearly all are 95 % or more.',
  },
  readEvidence: {
    term: 'Evidence',
    text: 'How many of the tested cells each detector recognised: by check digits, by form, somewhere in the text, or in the scan of all rows.',
  },
  lawTitle: 'The legal categories',
  lawPipl: {
    term: 'PIPL',
    text: 'Personal Information Protection Law of the People’s Republic of China. Art. 4: personal information. Art. 28: sensitive are biometric identification, religious belief, specific identity, medical health, financial accounts, whereabouts, and everything about a minor under 14.',
  },
  lawGbt: {
    term: 'GB/T 45574',
    text: 'GB/T 45574-2025, in force since 1 November 2025, Annex A: the kinds of sensitive personal information. An identity number is not among them, a picture of an identity document is.',
  },
  lawGdpr: {
    term: 'GDPR',
    text: 'Regulation (EU) 2016/679. Art. 4(1): personal data. Art. 9: special categories. No type of column stands for criminal convictions (Art. 10); free text may hold them.',
  },
  disclaimerTitle: 'An aid, not legal advice',
  disclaimer:
    'The categories follow from what the program took each column for, as the law stood in November 2026. The program can err, the law can change, and columns that are harmless one by one can be sensitive together. The report does not say whether a hand-over is lawful and certifies nothing: people decide, with counsel where needed.',
}
