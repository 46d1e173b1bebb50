/** Drills: deeds of a series that are restored, compared and thrown away. */
export const drill = {
  contradicts: (p: { name: string }) => `${p.name} contradicts itself: no drill ends so`,
  noCard: 'it does not carry the card of whoever signed it',
  notBelieved: 'it is signed by no reader of the series, and by no card that is trusted here',
  otherPlace: 'it is signed, but of another series or under another name',
  deedGone: 'the deed is not there',
  noSuchDeed: (p: { sequence: number }) => `the series has no number ${p.sequence}`,
  noSuchDeedHint: 'see which there are: datadeed backup list --series FOLDER',
  pruned: (p: { sequence: number }) =>
    `deed ${p.sequence} was pruned: only its manifest and signatures are kept`,
  noDeedThere: 'the series has no deed that could be restored',
  noDeedThereHint: 'make one: datadeed backup run --series FOLDER --key HOST.key --source EXPORT',
  notWhole: (p: { count: number }) =>
    `the series is not whole (${p.count} fault${p.count === 1 ? '' : 's'}; see datadeed backup verify); the drill goes on`,
  differs: 'what was restored is not what the deed holds',
  notDeleted: (p: { place: string }) =>
    `"${p.place}" could not be deleted: restored data may lie there, for whoever can read it`,
  noSpaceHint: 'free some space, or restore on another disk with --into, then run the command again',
  notDeletedHint: 'delete it by hand now',
  notDroppedHint: (p: { schema: string }) => `drop it by hand now: DROP SCHEMA ${p.schema} CASCADE`,
  swept: (p: { place: string }) => `took away "${p.place}", which a killed drill had left`,
  // Command
  deed: (p: { got: string }) => `--deed must be newest, random or a number, got "${p.got}"`,
  cannotSign: (p: { key: string }) => `"${p.key}" only opens, and a report has to be signed`,
  cannotSignHint: 'name a key that signs it: --sign-key FILE',
  signLocked: (p: { key: string }) => `"${p.key}" is locked with a passphrase, and none was given for it`,
  signLockedHint: 'give --sign-passphrase-file FILE, fd:N or - ; or run in a terminal to be asked',
  hostSigns: (p: { name: string }) =>
    `"${p.name}" is the host that makes the series: nobody believes its word on a restore, since it opens nothing`,
  hostSignsHint: 'sign with the key of whoever restores',
  unknownSigner: (p: { name: string }) =>
    `"${p.name}" is no reader of the series: its report counts only where its card is trusted`,
  unknownSignerHint: 'trust it wherever status and history are asked for: datadeed card trust CARD',
  notFiled: (p: { why: string }) => `the report stays in this computer's home until the next drill: ${p.why}`,
  restoring: (p: { table: string }) => `Restoring ${p.table} for the drill`,
  comparing: (p: { table: string }) => `Comparing ${p.table}`,
  // Reports
  steps: {
    find: 'finding the deed',
    fetch: 'fetching it',
    prepare: 'making the target',
    restore: 'restoring it',
    compare: 'comparing it',
    delete: 'deleting the target',
  },
  targets: { folder: 'files', sqlite: 'an SQLite file', postgres: 'PostgreSQL' },
  passed: (p: { series: string; sequence: number }) =>
    `drill PASSED: deed ${p.sequence} of the series "${p.series}" was restored, and every cell that the key opens compared`,
  failed: (p: { series: string }) => `drill FAILED: series "${p.series}"`,
  filed: (p: { place: string }) => `report       ${p.place}`,
  paper: (p: { file: string; passed: boolean; signer: string; created: string }) =>
    `${p.file} says that a drill ${p.passed ? 'PASSED' : 'FAILED'}; signed by ${p.signer} on ${p.created}`,
  ofDeed: (p: { sequence: number; deedId: string | null }) =>
    `deed         ${p.sequence} of the series${p.deedId === null ? '' : `, ${p.deedId}`}`,
  noDeed: 'deed         none that could be named',
  failure: (p: { step: string; code: string }) => `failed at    ${p.step}: ${p.code}`,
  target: (p: { target: string; end: 'deleted' | 'not-made' | 'left' }) =>
    `restored to  ${p.target}, under a name of its own: ${ENDS[p.end]}`,
  counts: (p: { tables: string; rows: string; cells: string; bytes: string }) =>
    `compared     tables ${p.tables}, rows ${p.rows}, cells ${p.cells} (deed of ${p.bytes})`,
  recovery: (p: { recovery: string; fetch: string; restore: string; compare: string }) =>
    `recovery     ${p.recovery} (fetch ${p.fetch}, restore ${p.restore}); then compared in ${p.compare}`,
  notReached: '-',
  age: (p: { age: string; sealed: string }) =>
    `data         ${p.age} old when the drill began (sealed ${p.sealed})`,
  ageCurrent: (p: { age: string; current: string }) =>
    `             known to be unchanged until ${p.age} before (${p.current})`,
  closed: (p: { names: string }) => `not tried    ${p.names}: for other readers`,
  newestPassed: (p: { created: string; age: string; sequence: number; recovery: string }) =>
    `newest drill passed ${p.created}, ${p.age} ago: deed ${p.sequence}, recovered in ${p.recovery}`,
  nonePassed: 'newest drill none has passed yet: datadeed backup drill --series FOLDER --key READER.key',
  newestFailed: (p: { created: string; age: string; step: string; code: string }) =>
    `             but the newest one FAILED ${p.created}, ${p.age} ago, at ${p.step}: ${p.code}`,
  stale: (p: { age: string | null; wanted: string }) =>
    p.age === null
      ? `no drill has passed yet; one should, at least every ${p.wanted}`
      : `the newest drill that passed is ${p.age} old; it should be at most ${p.wanted}`,
  staleHint: 'let a reader try a restore: datadeed backup drill --series FOLDER --key READER.key',
  unbelieved: (p: { name: string; why: string }) => `counts for nothing: drills/${p.name}: ${p.why}`,
}

const ENDS = { deleted: 'deleted again', 'not-made': 'not begun', left: 'COULD NOT BE DELETED' }
