const columnsOf = (count: number) => `${count} column${count === 1 ? '' : 's'}`

export const report = {
  rows: (p: { rows: string }) => `${p.rows} rows`,
  classifiedTable: (p: { name: string; file: string; rows: string; source: string }) =>
    `${p.file} (table "${p.name}"): ${p.rows} rows, ${p.source}`,
  examinedSample: (p: { sampled: string; rows: string }) =>
    `all detectors saw ${p.sampled} of ${p.rows} rows; the others were searched for telephone, identity and card numbers and e-mail addresses only`,
  examinedInPart: (p: { cells: string; columns: string }) =>
    `only the beginning was looked at of cells that are too long: ${p.cells} in ${p.columns}`,
  examinedUndecodable: (p: { cells: string; columns: string }) =>
    `cells with characters that could not be decoded: ${p.cells} in ${p.columns}`,
  examinedUnseen: (p: { cells: string; columns: string }) =>
    `names and illnesses were not looked for in the other rows of texts that are left open: ${p.cells} cells of ${p.columns}`,
  classifyHeadings: ['#', 'column', 'type', 'compartment', 'sure', 'because'],
  classifySummary: (p: { columns: number; sensitive: number; unsure: number }) =>
    `${columnsOf(p.columns)}, ${p.sensitive} sensitive (!), ${p.unsure} unsure (?)`,
  csvHeadings: [
    'file',
    'table',
    'number',
    'column',
    'type',
    'compartment',
    'sensitive',
    'confidence',
    'reasons',
  ],
  encodingBy: {
    flag: '--encoding',
    bom: 'its BOM',
    'utf-8': 'being valid UTF-8 throughout',
    'header-words': 'its header words',
    asked: 'your answer',
  },
  sealed: (p: { output: string; id: string }) => `sealed ${p.output}, deed ${p.id}`,
  sealedSize: (p: { rows: string; source: string; bytes: string; time: string }) =>
    `${p.rows} rows, ${p.source} of exports in a deed of ${p.bytes}, ${p.time}`,
  manifestDigest: (p: { sha256: string }) => `manifest sha256 ${p.sha256}`,
  sealedTwice: (p: { table: string; column: string; from: string; to: string }) =>
    `sealed twice: all rows of ${p.table} put “${p.column}” into ${p.to}, where the first rows had put it into ${p.from}`,
  readBack: 'read back: every block was decrypted again and compared',
  notReadBack: 'not read back (--no-readback)',
  suites: {
    hybrid: 'keys wrapped with ML-KEM-768 + X25519; signed with Ed25519 and ML-DSA-65',
    classic: 'keys wrapped with X25519 (--classic); signed with Ed25519 and ML-DSA-65',
  },
  tableHeadings: ['table', 'export', 'rows', 'columns', 'kind', 'restores'],
  compartmentHeadings: ['compartment', 'epochs', 'readers'],
  readerHeadings: ['compartment', 'readers'],
  previewHeadings: ['column', 'type', 'compartment', 'action'],
  actions: {
    seal: 'seal',
    drop: 'drop',
    mask: 'mask',
    generalise: 'generalise',
    pseudonymise: 'pseudonymise',
  },
  fidelity: {
    'byte-exact': 'byte for byte',
    'cell-exact': 'cell for cell',
    'spreadsheet-safe': 'formulas as text',
  },
  preview: 'a dry run: this is what sealing would do; nothing was written',
  inspected: (p: { deed: string; bytes: string }) => `${p.deed}, ${p.bytes}`,
  unverified:
    'UNVERIFIED: this is what the deed says of itself; no signature was checked. Check it with: datadeed verify',
  deedId: (p: { id: string }) => `deed ${p.id}`,
  dealId: (p: { id: string }) => `deal ${p.id}`,
  created: (p: { at: string }) => `created ${p.at}`,
  expires: (p: { at: string }) => `expires ${p.at}`,
  seller: (p: { name: string; fingerprint: string }) => `seller ${p.name}\n    ${p.fingerprint}`,
  addressee: (p: { name: string; fingerprint: string }) => `for ${p.name}\n    ${p.fingerprint}`,
  inspectTable: (p: { name: string; rows: string; source: string; fidelity: string }) =>
    `table "${p.name}": ${p.rows} rows, ${p.source}, restores ${p.fidelity}`,
  tool: (p: { name: string; version: string }) => `made with ${p.name} ${p.version}`,
  verified: (p: { deed: string; bytes: string; time: string }) => `verified ${p.deed}, ${p.bytes}, ${p.time}`,
  notVerified: (p: { deed: string; failures: number }) =>
    `NOT VERIFIED: ${p.deed} did not pass, ${p.failures} failure${p.failures === 1 ? '' : 's'}`,
  sealedBy: (p: { name: string; fingerprint: string }) => `sealed by ${p.name}, ${p.fingerprint}`,
  verifiedTable: (p: { name: string; rows: string; columns: number }) =>
    `table "${p.name}": ${p.rows} rows, ${columnsOf(p.columns)}`,
  answers: { yes: 'yes', no: 'NO', 'not checked': 'not checked' },
  verdicts: {
    complete: 'whether everything that was sealed is here, and nothing else',
    valid: 'whether it is built as a deed must be',
    authentic: 'whether this seller signed it',
    fresh: 'whether it is the newest of its series and has not expired',
    restorable: 'whether this key opens every block meant for it, each as it was sealed',
  },
  failuresTitle: 'failures:',
  notesTitle: 'not checked, because:',
  restored: (p: { output: string; rows: string; bytes: string; time: string }) =>
    `restored into ${p.output}: ${p.rows} rows, ${p.bytes}, ${p.time}`,
  filesReadBack: (p: { bytes: string; time: string }) =>
    `read back: every file was read again and is as it was written, ${p.bytes}, ${p.time}`,
  kindsLost: (p: { files: string; more: number }) =>
    `${p.files}${p.more === 0 ? '' : ` and ${p.more} more`}: a CSV does not say which cells are numbers, texts or JSON, and null and absent ones are both left empty; --format jsonl keeps them apart`,
  restoreHeadings: ['file', 'rows', 'columns', 'size', 'restored'],
  opened: (p: { names: string }) => `opened: ${p.names}`,
  closed: (p: { names: string }) => `not opened by this key: ${p.names}`,
  pseudonymKeyHere: (p: { label: string; compartment: string }) =>
    `compartment ${p.compartment} carries the key of pseudonyms "${p.label}"; --pseudonym-keys writes it too`,
  pseudonymKeyWritten: (p: { label: string; file: string }) =>
    `${p.file} is the key of pseudonyms "${p.label}": who has it can tell whose they are`,
  leftOut: (p: { names: string }) => `opened by this key, but not asked for: ${p.names}`,
  because: {
    closed: 'its compartment is not for this key',
    'left-out': 'its compartment was not asked for',
    dropped: 'dropped by the policy before sealing',
  },
  missingTable: (p: { table: string }) => `table "${p.table}" is not here: none of its columns was opened`,
  totalSealed: (p: {
    table: string
    column: string
    compartment: string
    amounts: string
    empty: string
    other: number
  }) =>
    `control total of "${p.column}" in table "${p.table}", for the readers of ${p.compartment}: ${p.amounts} amounts, ${p.empty} empty${
      p.other === 0 ? '' : `; ${p.other} cells are no amount and are not in the sum`
    }`,
  recordWritten: (p: { file: string }) => `${p.file} is for you alone: keep it, receipts are checked with it`,
  missingColumn: (p: { table: string; column: string; because: string }) =>
    `column "${p.column}" of table "${p.table}" is not here: ${p.because}`,
  neutralised: (p: { file: string; column: string; cells: string }) =>
    `${p.file} is not byte-exact: ${p.cells} formula cell${p.cells === '1' ? '' : 's'} of column "${p.column}" got one more ' in front; take one away from each cell of ' and = + - @ … to undo it`,
  cardTitle: (p: { name: string; role: string }) => `${p.name} (${p.role})`,
  roles: { sign: 'signs', open: 'opens', both: 'signs and opens' },
  cardDigits: (p: { digits: string }) => `digits       ${p.digits}`,
  cardFingerprint: (p: { fingerprint: string }) => `fingerprint  ${p.fingerprint}`,
  cardLegalName: (p: { name: string }) => `legal name   ${p.name}`,
  cardContact: (p: { contact: string }) => `contact      ${p.contact}`,
  cardCreated: (p: { at: string }) => `created      ${p.at}`,
  cardTrusted: 'trusted      yes',
  cardUntrusted: 'trusted      no: its digits have not been confirmed here',
  trusted: (p: { name: string; digits: string }) => `trusted "${p.name}": ${p.digits}`,
  noTrustedCards: 'no trusted cards yet',
  cardHeadings: ['name', 'role', 'digits', 'created', 'dates'],
  same: 'the same',
  different: 'DIFFERENT',
  keyCreated: (p: { key: string; card: string }) =>
    `${p.key}   private: never give it away, keep a copy in a safe place\n${p.card}   public: send it to the other side`,
}
