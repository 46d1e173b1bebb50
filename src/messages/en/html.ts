const columnsOf = (count: number) => `${count} column${count === 1 ? '' : 's'}`

function sensitiveOf({ sensitive, art28 }: { sensitive: number; art28: number }): string {
  if (sensitive === 0)
    return 'None identifies or can reach a person, opens an account or reveals a protected trait.'
  const narrow = art28 === 0 ? 'none of them is' : art28 === 1 ? 'one of them is' : `${art28} of them are`
  const wide =
    sensitive === 1
      ? 'One identifies or can reach a person, opens an account or reveals a protected trait'
      : `${sensitive} identify or can reach a person, open an account or reveal a protected trait`
  return `${wide}; ${narrow} sensitive personal information in the sense of PIPL Art. 28.`
}

/** The page of `classify --html`. */
export const html = {
  title: 'Classification of customer data',
  kicker: 'Classification report',
  lead: (p: { columns: number; tables: number; sensitive: number; art28: number }) =>
    `${columnsOf(p.columns)} in ${p.tables} table${p.tables === 1 ? '' : 's'} ${p.columns === 1 ? 'was' : 'were'} classified. ${sensitiveOf(p)}`,
  made: (p: { at: string; program: string; version: string }) =>
    `Made by ${p.program} ${p.version} on ${p.at}, by this computer’s clock.`,
  noCells: 'No cell of the exports is on this page: only names of files and columns, counts and shares.',
  percent: (p: { value: string }) => `${p.value} %`,
  facts: {
    tables: 'tables',
    columns: 'columns',
    rows: 'rows',
    sensitive: 'sensitive columns',
    art28: 'of these under PIPL Art. 28',
    attention: 'columns that need a person',
  },
  contents: 'Contents',
  compartments: {
    identity: 'Identity',
    contact: 'Contact',
    financial: 'Financial',
    special: 'Special',
    credential: 'Credential',
    behaviour: 'Behaviour',
    general: 'General',
  },
  table: (p: { name: string }) => `Table “${p.name}”`,
  tableFacts: (p: { file: string; rows: string; columns: number; source: string }) =>
    `${p.file}: ${p.rows} rows, ${columnsOf(p.columns)}; ${p.source}`,
  tableExamined: (p: { sampled: string; scanned: string }) =>
    `The detectors saw ${p.sampled} rows; ${p.scanned} were scanned for telephone, identity and card numbers and e-mail addresses.`,
  tablePassed: (p: { cells: string }) =>
    `${p.cells} cells were passed over by that scan, because enough cells before them in their slice hold such a number.`,
  picture: {
    title: (p: { name: string }) => `Columns of “${p.name}” by compartment and confidence`,
    lane: (p: { compartment: string; columns: number; sensitive: number; unsure: number }) =>
      `${p.compartment}: ${columnsOf(p.columns)}, ${p.sensitive} sensitive, ${p.unsure} unsure.`,
    unsure: (p: { below: number }) => `under ${p.below} %: unsure`,
    band: (p: { from: number; to: number }) => `${p.from}–${p.to} %`,
    axis: 'confidence',
    caption:
      'Each square is a column, by its number in the table below: filled if sensitive, outlined if not, dashed if unsure. Its row is the compartment it goes into, its place in the row how sure that is.',
    captionCounts:
      'Each bar counts the columns of a compartment by how sure their classification is; its darker part is the sensitive ones.',
    tile: (p: { number: number; name: string; type: string; confidence: string }) =>
      `${p.number} ${p.name}: ${p.type}, ${p.confidence}`,
  },
  headings: {
    column: 'Column',
    compartment: 'Compartment',
    confidence: 'Confidence',
    cells: 'Filled cells',
    why: 'Why',
    law: 'Legal category',
  },
  columnsCaption: (p: { name: string }) => `The columns of “${p.name}”`,
  sensitive: 'sensitive',
  notSensitive: 'not sensitive',
  leftOut: 'left out',
  decided: (p: { action: string }) => `decided: ${p.action}`,
  unsure: 'unsure',
  distinct: {
    none: 'no value',
    one: 'one value only',
    few: 'few different values',
    many: 'many different values',
    all: 'nearly all different',
  },
  evidence: (p: { detector: string; matched: string; tested: string; how: string }) =>
    `${p.detector}: ${p.matched} of ${p.tested} ${p.how}`,
  how: {
    checksum: 'by check digits',
    shape: 'by form',
    inside: 'in the text',
    scan: 'in the scan of all rows',
  },
  pipl: {
    none: 'not about a person',
    linked: 'only if linked to a person',
    personal: 'personal information',
    sensitive: 'sensitive personal information',
  },
  annexA: {
    biometric: 'biometric identification',
    belief: 'religious belief',
    health: 'medical health',
    financial: 'financial account',
    whereabouts: 'whereabouts',
    minor: 'minor under 14',
    other: 'other',
  },
  joint: ', ',
  notListed: 'not listed',
  gdpr: {
    none: 'not personal data',
    linked: 'only if linked to a person',
    personal: 'personal data',
    special: 'special category, Art. 9',
  },
  legalNotes: {
    content: 'What the texts say decides.',
    'id-photo': 'A picture of an identity document is listed, under “other”.',
    position: 'A track is “whereabouts”, a single precise position “other”.',
    'with-account': 'Sensitive together with the account that it opens.',
    'listed-2020': 'Listed in GB/T 35273-2020, Annex B.',
    pseudonymous: 'Pseudonymous data are still personal.',
    business: 'Belongs to a business, not to a person.',
  },
}
