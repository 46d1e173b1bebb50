const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** Previews for due diligence: the page, the text, and what is said while one is made or checked. */
export const preview = {
  // Making and checking
  readOnce: (p: { path: string }) => `${p.path} can be read only once, and a preview reads its rows twice`,
  readOnceHint: 'save it as a file first, then name the file',
  noPaper: (p: { name: string }) => `${p.name} is no preview: there is no signed paper in it`,
  differs: (p: { name: string }) =>
    `${p.name} does not show what was signed: its figures are signed, but the page is not the one made of them`,
  differsHint:
    'do not go by the page; ask the sender for the file again, or for the preview as .json, which holds the figures alone',
  versionHint: (p: { madeBy: string; version: string }) =>
    `it was made by datadeed ${p.madeBy}, and this is ${p.version}, which may word pages otherwise: check it with that version`,
  badOutput: (p: { path: string }) => `"${p.path}" says neither .html nor .json`,
  badOutputHint: 'a page for people: -o preview.html; the same figures for programs: -o preview.json',
  askStage:
    'For which stage? (teaser: for anybody; diligence: for a buyer who has signed a non-disclosure agreement)',
  askOutput: 'Name of the file to write? (.html or .json)',
  written: (p: { output: string; stage: string }) => `wrote ${p.output}, a signed preview (${p.stage})`,
  checked: (p: { file: string; stage: string }) => `verified ${p.file}, a preview (${p.stage})`,
  pageChecked: 'the page shows exactly the figures that were signed',
  signedBy: (p: { name: string; fingerprint: string }) => `signed by ${p.name}, ${p.fingerprint}`,
  created: (p: { at: string }) => `created ${p.at}`,
  nextWritten: (p: { output: string; card: string }) =>
    `next: look at ${p.output}, then send it with ${p.card} to the other side, who can check it:
      datadeed verify ${p.output} --from ${p.card}`,
  // Figures
  stages: { teaser: 'teaser', diligence: 'due diligence' },
  few: 'fewer than 10',
  withheld: 'withheld',
  about: (p: { rows: string }) => `about ${p.rows}`,
  counts: (p: { from: string; to: string }) => `${p.from} to ${p.to}`,
  negative: 'below 0',
  zero: '0',
  amounts: (p: { from: string; below: string }) => `${p.from} – ${p.below}`,
  amountsFrom: (p: { from: string }) => `${p.from} and more`,
  filled: {
    few: 'fewer than 10 cells',
    'under-10': 'under 10 %',
    '10-to-50': '10 to 50 %',
    '50-to-90': '50 to 90 %',
    'over-90': '90 % and more',
    'all-but-few': 'full (fewer than 10 empty)',
  },
  distinct: { none: 'none', one: 'one', few: 'a few', many: 'many', all: 'nearly all' },
  nothing: '–',
  // Text and page
  title: (p: { seller: string }) => `Customer data of ${p.seller}`,
  kickers: { teaser: 'Teaser', diligence: 'Preview for due diligence' },
  leads: {
    teaser:
      'How much customer data this business has, in broad strokes: enough to decide whether to talk, too little to recognise anybody.',
    diligence:
      'What the customer data of this business consists of, and how much of it there is, for a buyer who is bound to secrecy. It shows how the tables are built and how they are filled; no cell of them is here.',
  },
  facts: { tables: 'tables', rows: 'rows', columns: 'columns', years: 'years', created: 'made on' },
  tableNumber: (p: { number: number }) => `Table ${p.number}`,
  table: (p: { name: string }) => `Table “${p.name}”`,
  tableRows: (p: { rows: string; columns: number }) =>
    `${p.rows} rows, ${plural(p.columns, 'column', 'columns')}`,
  span: (p: { from: string; to: string }) => (p.from === p.to ? p.from : `${p.from} – ${p.to}`),
  spanLine: (p: { span: string }) => `years ${p.span}`,
  columnsTitle: 'Columns',
  columnHeadings: ['Column', 'Holds', 'Compartment', 'Filled', 'Different values'],
  teaserHeadings: ['Compartment', 'Columns'],
  inventedTitle: 'Invented rows',
  invented:
    'These rows were made up to show the kind of thing that stands in each column. An X stands for a letter or digit that nobody has chosen; names and addresses belong to nobody. No row of the table was used.',
  inventedHeadings: ['Column', 'Invented 1', 'Invented 2', 'Invented 3'],
  periods: { month: 'By month', year: 'By year' },
  periodsNote: (p: { column: string }) => `Rows by the date in “${p.column}”.`,
  periodHeadings: { month: 'Month', year: 'Year', rows: 'Rows' },
  sumOf: (p: { column: string }) => `Sum of “${p.column}”`,
  outsidePeriods: 'earlier or later',
  unreadDates: 'no date that can be read',
  total: 'all of these',
  amountsTitle: (p: { column: string }) => `Amounts in “${p.column}”`,
  amountHeadings: ['Amount', 'Rows'],
  outsideAmounts: 'smaller or larger',
  unreadAmounts: 'no amount that can be read',
  sumOfAll: 'sum of all',
  kindsTitle: (p: { column: string }) => `Kinds in “${p.column}”`,
  kindHeadings: ['Value', 'Rows'],
  kind: (p: { number: number }) => `value ${p.number}`,
  rareKinds: 'rarer values, together',
  readingTitle: 'How to read it',
  reading: [
    'Numbers are bands: “100 to 199” is any number from 100 to 199; amounts and sums reach from the first number up to, but not including, the second, in the currency of the column.',
    '“Fewer than 10” stands wherever fewer than ten rows are meant, none at all included.',
    '“Withheld” stands for numbers that would give such a small one away, for sums of fewer than ten amounts, and for sums of which one amount makes up more than half.',
  ],
  limitsTitle: 'What it is not',
  limits: [
    'It is not anonymous data in the sense of the law, and no such promise is made: somebody who knows the business may learn from it, above all about a small one. Pass it on only as agreed.',
    'It is no guarantee. The seller’s program counted what the seller gave it; nobody else has seen the data. Whether it is true shows when the deed has arrived.',
    'What a column holds was judged by a program and may be wrong.',
  ],
  signatureTitle: 'Signature',
  signature: (p: { seller: string }) =>
    `${p.seller} has signed these figures with Ed25519 and ML-DSA-65. That this page shows them, and nothing else, is checked with the seller’s card:`,
  verifyCommand: 'datadeed verify preview.html --from SELLER.card',
  signatureFacts: {
    seller: 'Seller',
    fingerprint: 'Card',
    created: 'Made on',
    paperId: 'Paper',
    tool: 'Program',
  },
  envelope: 'The signed paper, for programs',
  foot: (p: { tool: string; version: string }) =>
    `Made by ${p.tool} ${p.version}. No cell of the exports is on this page.`,
}
