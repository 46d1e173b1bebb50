/** Series of deeds that are made without a person. */
export const backup = {
  noSeries: (p: { folder: string }) => `"${p.folder}" is no series of deeds`,
  noSeriesHint:
    'see whether the name is right; if there is no series yet, begin one: datadeed backup init --series FOLDER --key HOST.key --to READER.card',
  notEmpty: (p: { folder: string }) => `"${p.folder}" is not empty; a series begins in an empty folder`,
  notEmptyHint: 'choose another folder; a series that is there already goes on with: datadeed backup run',
  otherKey: (p: { folder: string; issuer: string }) =>
    `the series in "${p.folder}" is signed by "${p.issuer}", with another key than the one given`,
  otherKeyHint:
    'use the key that began the series, or one that follows it by keys rotate (its .succession lies beside it); another host begins a series of its own',
  noDeed: 'it has no signatures: it was not copied whole, and is no deed',
  otherPlace: 'it is signed, but as another link or of another series',
  gap: (p: { from: number; to: number }) =>
    p.from === p.to ? `number ${p.from} is missing` : `numbers ${p.from} to ${p.to} are missing`,
  gapHint:
    'put it back from another copy of the series; where there is none, the deeds that are there stay restorable: begin another series, datadeed backup init',
  fork: (p: { sequence: number; name: string }) =>
    `number ${p.sequence} is there twice (${p.name}): the series has forked`,
  brokenChain: (p: { name: string; before: number }) =>
    `${p.name} does not stand behind what is there as number ${p.before}: one of the two was put there later`,
  markOfOther: (p: { name: string; sequence: number }) =>
    `${p.name} calls another deed unchanged than number ${p.sequence}, the newest before it`,
  rewritten: (p: { sequence: number }) =>
    `number ${p.sequence} is another one than this computer has seen there before`,
  rewrittenHint:
    'somebody has put another one in its place, or two computers write this series with one key: only one may',
  rolledBack: (p: { seen: number; newest: number }) =>
    `this computer has seen number ${p.seen} of the series; the newest that is there now is ${p.newest}`,
  rolledBackHint:
    'the storage was brought back to an earlier state, or the newest deeds were taken out of it',
  signedAhead: (p: { sequence: number; created: string }) =>
    `number ${p.sequence} was signed at ${p.created}, which is still to come by the clock of this computer`,
  signedAheadHint:
    'set the clock, if it is this one that is wrong; backup prune keeps what has a time that cannot be believed until it is named with --remove',
  goesOnHint: 'the next one stands behind what was seen, so that the gap shows; find out what has happened',
  passedOver: (p: { name: string; why: string }) => `${p.name} is passed over: ${p.why}`,
  lockTaken: (p: { pid: number }) =>
    `a run of this series by process ${p.pid} was ended before its end; this one goes on in its place`,
  leftover: (p: { path: string }) =>
    `"${p.path}" is unfinished: another run is at it, or was killed on another computer`,
  nameTaken: (p: { name: string }) =>
    `${p.name} is there already, but is no link of this series; nothing is written over it`,
  nameTakenHint: 'look at what it is, move it away, then run the command again',
  damagedHint:
    'restore from another deed or another copy of the series, and keep this one as it is; datadeed backup run --always seals a new deed now',
  changedMeanwhile: 'it was changed while it was being read',
  ofLink: (p: { name: string; why: string }) => `${p.name}: ${p.why}`,
  memoryDamaged: (p: { path: string }) =>
    `what is remembered of the series in "${p.path}" is not as it was written`,
  memoryHint: (p: { path: string }) =>
    `delete ${p.path} if you know why; a rollback of the series to before today then goes unnoticed`,
  sourceForgotten: (p: { path: string }) =>
    `what is remembered of the sources in "${p.path}" cannot be used, so the next deed is sealed whether they have changed or not`,
  keyOpens: (p: { key: string }) =>
    `"${p.key}" could also open deeds: whoever takes over this computer could read what is sealed to it`,
  keyOpensHint: 'let the host have a key that only signs: datadeed keygen HOST --role sign',
  hostReads: (p: { name: string }) => `"${p.name}" is the key that seals, and among the readers`,
  noSources: 'there is nothing to back up: no --source, and no sources under "backup" in a policy',
  noSourcesHint:
    'name a file, a folder, an SQLite file or a PostgreSQL database: --source customers.csv --source postgres:…',
  noDestination: 'the policy has no destination under "backup"',
  noDestinationHint: 'add it, or give the folder of the series: --series FOLDER',
  noReaders: 'nobody is named who is to read the deeds: no --to, and no readers under "backup" in a policy',
  noReadersHint: 'name the cards of those who are to restore: --to READER.card',
  sourceInSeries: (p: { path: string }) => `the series must not lie within its source "${p.path}"`,
  noRemote: (p: { got: string }) => `"${p.got}" is no place of rclone's: write rclone:REMOTE:PATH`,
  noRemoteHint:
    'REMOTE is a name from "rclone listremotes"; settings belong into it by "rclone config", not onto the command line',
  noRclone: 'rclone is not installed, or not on the path of this program',
  noRcloneHint:
    'install it: apt install rclone, brew install rclone, winget install Rclone.Rclone (https://rclone.org/install)',
  rcloneFailed: (p: { place: string; why: string }) => `"${p.place}" could not be reached or used: ${p.why}`,
  rcloneHint: 'try it by hand: rclone lsd REMOTE: ; then run the command again, which goes on where it was',
  noRoom: (p: { place: string; bytes: number }) =>
    `"${p.place}" is said to hold ${p.bytes} bytes, for which there is no room in the folder for temporary files here`,
  noRoomHint:
    'free some space, or name a folder on another disk in TMPDIR; or find out what lies there: rclone size',
  listingTooLong: (p: { place: string; most: number }) =>
    `what rclone says of "${p.place}" is longer than ${p.most} bytes: no series has so many files`,
  arrivedOtherwise: (p: { place: string }) => `what arrived at "${p.place}" is not what was sent`,
  arrivedOtherwiseHint:
    'delete the unfinished deed there, then run the command again; if it stays so, use another storage',
  goesOnSending: (p: { name: string }) =>
    `${p.name} was sealed before, but not sent to its end; it is sent now`,
  sentByOther: (p: { name: string }) =>
    `${p.name} was sealed before and not sent; by now another one stands in its place, and this one is thrown away`,
  noAge: '--fail-stale needs to know how old is too old',
  noAgeHint:
    'say it: --deed-age 26h, --drill-age 35d, or deed-age and drill-age under "backup" in the policy',
  subset: (p: { got: string }) =>
    `"${p.got}" is no part: write 10% for a random tenth, or 3/7 for the third of seven parts`,
  duration: (p: { flag: string; got: string }) =>
    `--${p.flag} must be a time such as 90m, 26h, 7d or 4w, got "${p.got}"`,
  // Reports
  begun: (p: { folder: string; name: string }) => `series "${p.name}" begun in ${p.folder}`,
  seriesPaper: (p: { file: string; name: string; signer: string; created: string }) =>
    `${p.file} begins the series "${p.name}"; signed by ${p.signer} on ${p.created}`,
  markPaper: (p: { file: string; sequence: number; deed: number; signer: string; created: string }) =>
    `${p.file} is number ${p.sequence} of a series: unchanged since deed ${p.deed}, which is the one to restore; signed by ${p.signer} on ${p.created}`,
  paperAlone: 'whether the series is whole: datadeed backup verify --series FOLDER',
  seriesId: (p: { id: string }) => `series id    ${p.id}`,
  reader: (p: { name: string; fingerprint: string }) => `read by      ${p.name}  ${p.fingerprint}`,
  mayRotate: (p: { name: string; fingerprint: string }) => `may rotate   ${p.name}  ${p.fingerprint}`,
  noGrantors: 'nobody can change the readers of this series later: none of the cards can sign',
  noGrantorsHint:
    'if that shall be possible, begin the series with --may-grant CARD, somebody of the role both who reads it too',
  nextBegun: (p: { folder: string; key: string }) =>
    `next, and then every night: datadeed backup run --series ${p.folder} --key ${p.key} --source EXPORT…`,
  nextBegunByPolicy: (p: { policy: string; key: string }) =>
    `next, and then every night: datadeed backup run --policy ${p.policy} --key ${p.key}`,
  madeDeed: (p: { series: string; sequence: number }) =>
    `series "${p.series}", number ${p.sequence}: a new deed`,
  madeMark: (p: { series: string; sequence: number; deed: number }) =>
    `series "${p.series}", number ${p.sequence}: unchanged since deed ${p.deed}, so a mark was signed instead`,
  wouldDeed: (p: { series: string; sequence: number }) =>
    `would add deed ${p.sequence} to the series "${p.series}"`,
  wouldMark: (p: { series: string; sequence: number; deed: number }) =>
    `would sign mark ${p.sequence} of the series "${p.series}": unchanged since deed ${p.deed}`,
  link: (p: { path: string; sha256: string }) => `${p.path}  ${p.sha256}`,
  headings: ['#', 'Signed (UTC)', 'What', 'Tables', 'Rows', 'Size', 'Digest'],
  deed: 'deed',
  mark: (p: { deed: number }) => `as deed ${p.deed}`,
  title: (p: { name: string; id: string; signer: string }) =>
    `series "${p.name}" (${p.id}), signed by ${p.signer}`,
  empty: 'no deed yet',
  whole: 'the chain is whole: every link is there, signed, and stands behind the one before',
  notWhole: (p: { count: number }) => `the chain is NOT whole: ${p.count} fault${p.count === 1 ? '' : 's'}`,
  fault: (p: { sentence: string }) => `- ${p.sentence}`,
  unfinished: (p: { name: string }) => `unfinished, of a run that is going on or was killed: ${p.name}`,
  foreign: (p: { name: string }) => `not of the series: ${p.name}`,
  verified: (p: { deeds: string; marks: string }) => `as it was signed: deeds ${p.deeds}, marks ${p.marks}`,
  notVerified: 'the series is NOT as it was signed',
  fetched: (p: { bytes: string }) => `fetched: ${p.bytes}`,
  blocks: (p: { read: string; all: string; bytes: string }) =>
    `blocks read: ${p.read} of ${p.all} (${p.bytes})`,
  counts: (p: { deeds: string; marks: string; bytes: string }) =>
    `deeds        ${p.deeds}, marks ${p.marks}, ${p.bytes}`,
  newestDeed: (p: { sequence: number; created: string; age: string; rows: string }) =>
    `newest deed  ${p.sequence}, ${p.created}, ${p.age} ago, ${p.rows} rows`,
  noNewestDeed: 'newest deed  none yet',
  current: (p: { sequence: number; created: string; age: string }) =>
    `current      as of ${p.created}, ${p.age} ago (number ${p.sequence})`,
  signs: (p: { name: string; days: number | null; verdict: keyof typeof AGES }) =>
    `signed by    ${p.name}, key ${age(p.days, p.verdict)}`,
  reads: (p: { name: string; days: number | null; verdict: keyof typeof AGES }) =>
    `read by      ${p.name}, key ${age(p.days, p.verdict)}`,
  stale: (p: { age: string | null; wanted: string }) =>
    p.age === null
      ? `the series has no deed yet; the newest should be at most ${p.wanted} old`
      : `the newest deed or mark is ${p.age} old; it should be at most ${p.wanted}`,
  staleHint: 'look at why the last runs failed: datadeed ledger show, and the log of what starts them',
  days: (p: { count: number }) => `${p.count} d`,
  hours: (p: { count: number }) => `${p.count} h`,
  minutes: (p: { count: number }) => `${p.count} min`,
}

const AGES = {
  fresh: '',
  due: ', due for the next one',
  warn: ', old',
  refuse: ', too old for anything new',
} as const

function age(days: number | null, verdict: keyof typeof AGES): string {
  return days === null ? 'of unknown age (card not trusted here)' : `${days} d old${AGES[verdict]}`
}
