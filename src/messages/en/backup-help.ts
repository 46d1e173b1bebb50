/** What the options of series do. */
export const backupAbout = {
  series:
    'the folder of the series, or rclone:REMOTE:PATH; else the destination under "backup" in the policy',
  seriesName: 'what the series is called (default: the name of its folder)',
  seriesTo: 'who shall read the deeds: a card file, or the name of a trusted card; repeatable',
  seriesMayGrant:
    'who may change the readers of its deeds later; repeatable (default: the readers whose cards can sign)',
  seriesFrom:
    'the card of the host that signs the series; without it, what this computer knows of the series, or the trusted card that fits',
  seriesPolicy:
    'the policy whose section "backup" names the folder, the readers, the wanted age (datadeed.yaml)',
  runPolicy: 'your reviewed decisions, with a section "backup" (datadeed.yaml)',
  source:
    'what is backed up: a file, a folder, an SQLite file, postgres:…; repeatable; else what the policy says',
  rotateTo:
    'who comes in where a dropped one goes; without --drop, into every compartment: a card file, or the name of a trusted card; repeatable',
  drop: 'who shall open them no longer: a card file, or the name of a trusted card; repeatable',
  runTo: 'who shall read this deed, where it is not whom the policy or the series names; repeatable',
  always: 'a deed even where the sources are unchanged',
  readDataSubset: 'read only some of the blocks: a random 10%, or the Nth of T parts (default: all)',
  deedAge: 'how old the newest deed or mark may be; else what the policy says',
  drillAge: 'how old the newest drill that passed may be; else what the policy says',
  failStale: 'exit 14 if a deed, a drill or a key is older than wanted or allowed',
  metrics: "also write the status for Prometheus' textfile collector; written over",
  prunePolicy:
    'the policy whose section "backup" names the folder, what to keep and what is under hold (datadeed.yaml)',
  keepLast: 'keep the newest N copies; an unchanged night is a copy of the deed that its mark names',
  keepDaily: 'keep the newest copy of each of the last N days that have one (UTC)',
  keepWeekly: 'the same for weeks (ISO, from Monday)',
  keepMonthly: 'the same for months',
  keepYearly: 'the same for years',
  pruneHold: 'never remove deed N, beside what the policy holds; repeatable',
  pruneRemove: 'remove deed N instead of what the rules say, as after a key was compromised; repeatable',
  drillDeed:
    'which deed is tried: the newest (default), a random one that still has its blocks, or that of this number',
  drillInto:
    'where its throw-away target is made: a folder (default: the one for temporary files), an SQLite file in one, or a schema of its own in a PostgreSQL database',
  drillKey: 'the key file of the reader who restores; not with --history',
  drillHistory: 'restore nothing: show every drill of the series by its report; needs no key',
  drillHtml: 'with --history: also write it as a page, with a picture; must not exist',
  signKey: 'the key that signs the report, where --key only opens',
  signPassphraseFile: 'where the passphrase of --sign-key comes from',
  drillOutput: 'also write the report there; must not exist',
}
