/** Drills: deeds of a series that are restored, compared and thrown away. */
export const drill = {
  contradicts: (p: { name: string }) => `${p.name} contradicts itself: no drill ends so`,
  noCard: 'it does not carry the card of whoever signed it',
  notBelieved: 'it is signed by no reader of the series, and by no card that is trusted here',
  otherPlace: 'it is signed, but of another series or under another name',
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
  paper: (p: { file: string; passed: boolean; signer: string; created: string }) =>
    `${p.file} says that a drill ${p.passed ? 'PASSED' : 'FAILED'}; signed by ${p.signer} on ${p.created}`,
  deed: (p: { sequence: number; deedId: string }) => `deed         ${p.sequence} of the series, ${p.deedId}`,
  noDeed: 'deed         none that could be named',
  failure: (p: { step: string; code: string }) => `failed at    ${p.step}: ${p.code}`,
  target: (p: { target: string }) => `restored to  ${p.target}, under a name of its own, and deleted again`,
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
  unbelieved: (p: { name: string; why: string }) => `counts for nothing: drills/${p.name}: ${p.why}`,
}
