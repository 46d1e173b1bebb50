const plural = (count: string, one: string) => `${count} ${count === '1' ? one : `${one}s`}`

/** A deed that is sealed once more, under new keys. */
export const reseal = {
  opensPart: (p: { closed: readonly string[] }) =>
    `your key does not open ${p.closed.join(', ')}: only who opens all of a deed can seal it again`,
  opensPartHint:
    'whoever opens everything can do it (datadeed inspect DEED shows who that is); or give the grant that lets you, with --grant FILE',
  nobodyOpens: (p: { names: readonly string[] }) =>
    `nobody would open ${p.names.join(', ')}: none of the cards that opened it is trusted here and meant`,
  nobodyOpensHint:
    'name who shall open the new deed: --to CARD, for each of them; a card that is new to the deed takes the place of those you leave out',
  noRoomFor: (p: { names: readonly string[] }) =>
    `nobody makes room for ${p.names.join(', ')}: everybody who opens the old deed is to open the new one too`,
  noRoomForHint:
    'reseal without that card, then let it open the new deed: datadeed grant NEW.deed --to CARD …',
  subjectsDiffer: (p: { name: string }) => `${p.name} speaks of other deeds than those that it signs for`,
  readBackFailed:
    'what was written does not read back as the old deed holds it; the new deed was discarded, the old one is as it was',
  otherTables: 'the new deed has other tables or columns than the old one',
  inSeries: (p: { sequence: number }) =>
    `the deed is number ${p.sequence} of a series of backups: taken away here, it would break the chain`,
  inSeriesHint: (p: { sequence: number }) =>
    `leave out --retire; what a series no longer needs goes with: datadeed backup prune --remove ${p.sequence}`,
  retiresNoLink: (p: { path: string }) =>
    `"${p.path}" is a link; --retire takes away the deed itself: name that`,
  progress: {
    reseal: (p: { table: string }) => `sealing ${p.table} again`,
    'read-back': (p: { table: string }) => `reading back ${p.table}`,
  },
  keyOnlyOpens: (p: { name: string }) => `the key of ${p.name} only opens, and a new deed has to be signed`,
  keyOnlyOpensHint:
    'name another key of yours that signs: --sign-key MY-OTHER.key; make one with datadeed keygen NAME --role sign',
  resealed: (p: { output: string; id: string }) => `sealed again  ${p.output}  (deed ${p.id})`,
  wentOn: (p: { output: string; id: string }) =>
    `sealed again before  ${p.output}  (deed ${p.id}); this run did what was left to do`,
  wouldReseal: (p: { output: string }) => `would seal again  ${p.output}`,
  of: (p: { deed: string; id: string; seller: string }) =>
    `from         ${p.deed}  (deed ${p.id}, sealed by ${p.seller})`,
  size: (p: { rows: string; tables: number; bytes: string; time: string }) =>
    `${plural(p.rows, 'row')} in ${plural(String(p.tables), 'table')}, ${p.bytes} in ${p.time}`,
  sameContent: (p: { seller: string }) =>
    `read back: its content is, byte for byte, what ${p.seller} has signed of the old deed`,
  signedBy: (p: { name: string }) => `signed by    ${p.name}; whoever opens it gives that card to --from`,
  paperWritten: (p: { paper: string }) => `paper        ${p.paper} says which deed follows which`,
  leftOut: (p: { name: string; because: 'compromised' | 'unknown' | 'not-named' }): string => {
    const why = {
      compromised: 'the card is marked as compromised here',
      unknown: 'the card is not trusted here',
      'not-named': 'the card was not named with --to',
    }
    return `${p.name} opens the new deed no more: ${why[p.because]}`
  },
  follows: (p: { was: string; by: string }) => `${p.by} opens what ${p.was} could open`,
  escrowLeft: 'the old deed has an escrow; the new one has none',
  outsideSeries: (p: { sequence: number }) =>
    `the old deed is number ${p.sequence} of a series of backups; the new one stands outside of it`,
  retired: (p: { folder: string }) =>
    `the old deed is gone from here; ${p.folder} keeps its manifest and signatures`,
  limits: [
    'Nothing takes a key back: whoever held the keys of the old deed and has a copy of it still reads that copy.',
  ],
  next: (p: { deed: string; output: string }) =>
    `next: send ${p.output} to its readers; when they have opened it, run this again with --retire, which takes ${p.deed} away, and have every other copy deleted`,
  nextInSeries: (p: { deed: string; output: string; sequence: number }) =>
    `next: send ${p.output} to its readers; when they have opened it, the host of the series removes the old one with: datadeed backup prune --remove ${p.sequence}; have every other copy of ${p.deed} deleted`,
  nextRetired: (p: { deed: string; output: string }) =>
    `next: send ${p.output} to its readers, and have every other copy of ${p.deed} deleted`,
  isPaper: (p: { file: string }) => `${p.file} says which deed follows which, and is signed as it says`,
  paperBefore: (p: { id: string; seller: string }) => `old deed     ${p.id}, sealed by ${p.seller}`,
  paperAfter: (p: { id: string }) => `new deed     ${p.id}`,
  paperTables: (p: { rows: string; tables: readonly string[] }) =>
    `holds        ${plural(p.rows, 'row')} in ${p.tables.join(', ')}`,
  paperMeans:
    'that both hold the same is the word of whoever signed this: they opened both; who opens both can compare them again',
}
