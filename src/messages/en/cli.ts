import { demo } from './demo.ts'
import { help } from './help.ts'

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

export const cli = {
  ...help,
  // Usage errors
  unknownCommand: (p: { command: string }) => `unknown command "${p.command}"`,
  unfinishedCommand: (p: { command: string; commands: string }) =>
    `"${p.command}" needs one more word; there are: ${p.commands}`,
  unknownOption: (p: { flag: string; command: string }) => `unknown option ${p.flag} for "${p.command}"`,
  givenTwice: (p: { flag: string; command: string }) => `option ${p.flag} of "${p.command}" is given twice`,
  valueMissing: (p: { flag: string; command: string }) => `option ${p.flag} of "${p.command}" needs a value`,
  notAChoice: (p: { flag: string; got: string; choices: string }) =>
    `--${p.flag} is "${p.got}", expected one of: ${p.choices}`,
  twinNotSwitch: (p: { twin: string }) => `${p.twin} must be 1 or 0`,
  tooManyArguments: (p: { command: string; most: number; got: number }) =>
    `"${p.command}" takes at most ${plural(p.most, 'argument', 'arguments')}, got ${p.got}`,
  missing: (p: { command: string; missing: string }) => `"${p.command}" needs: ${p.missing}`,
  notANumber: (p: { flag: string; got: string; least: number; most: number }) =>
    `--${p.flag} is "${p.got}", expected a number from ${p.least} to ${p.most}`,
  notADate: (p: { flag: string; got: string }) =>
    `--${p.flag} is "${p.got}", expected a date such as 2027-06-30 or 2027-06-30T12:00:00Z`,
  dateHasPassed: (p: { flag: string; got: string }) => `--${p.flag} is "${p.got}", which has passed already`,
  dateToCome: (p: { flag: string; got: string }) => `--${p.flag} is "${p.got}", which is still to come`,
  hintDateHasPassed: (p: { flag: string }) =>
    `give a later day, such as --${p.flag} 2099-12-31, or leave it out`,
  unknownEncoding: (p: { got: string; known: string }) =>
    `encoding "${p.got}" is not known; there are: ${p.known}`,
  unknownVerdict: (p: { got: string; known: string }) =>
    `there is no verdict "${p.got}"; there are: ${p.known}`,
  bothFlags: (p: { first: string; second: string }) => `--${p.first} and --${p.second} exclude each other`,
  needsPolicy: '--unreviewed speaks of what a policy has not reviewed, and there is no --policy',
  hintNeedsPolicy: 'add --policy datadeed.yaml; datadeed review EXPORT… makes one',
  nameNeedsFile: (p: { name: string }) =>
    `--name "${p.name}" does not say for which export, and there are several`,
  noFileMatches: (p: { pattern: string }) => `no file matches "${p.pattern}"`,
  folderHasFolder: (p: { folder: string; inner: string }) =>
    `"${p.folder}" has a folder "${p.inner}" in it, whose files would be left out`,
  hintFolderHasFolder: 'name the exports themselves, for example with a pattern such as FOLDER/*.csv',
  folderIsEmpty: (p: { folder: string }) => `"${p.folder}" has no file in it`,
  notADigest: (p: { got: string }) => `--expect-sha256 takes 64 hexadecimal digits, not "${p.got}"`,
  expectsOne: (p: { flag: string; got: number }) => `--${p.flag} is for one export, not for ${p.got}`,
  nothingPiped: 'standard input is this terminal: nothing is piped into the command',
  hintNothingPiped: 'name the export, or pipe it in: PROGRAM | datadeed …',
  stdinTwice: (p: { flag: string }) =>
    `standard input is the export already, --${p.flag} cannot be read from it too`,
  hintStdinTwice: 'give the secret by a file or a descriptor: fd:3',
  stdinJoined: '"-" cannot be a part of a table of several files',
  hintUnknownEncoding: 'for GBK and GB2312 give gb18030; leave it out to have the encoding found',
  hintUnknownVerdict: 'for several, put commas between them: --require complete,authentic',
  onlyToSelf: 'the deed is sealed to your own card alone: nobody but you will be able to open it',
  hintOnlyToSelf: "--to with the other side's card, if it is meant for them",
  notLasting: 'the file system cannot promise that what was written outlasts a power cut',
  hintNotLasting: 'copy it to another disk as well before you rely on it',
  leftovers: (p: { paths: readonly string[] }) =>
    `another run was killed, or is still going: ${p.paths.map((path) => `"${path}"`).join(', ')}`,
  hintLeftovers: 'if no other datadeed is running, delete it: it is not finished and nobody needs it',
  oddClock: (p: { today: string }) =>
    `this computer's clock says ${p.today}; dates of deeds and cards go by it`,
  hintOddClock: 'set the clock, then run the command again',
  secretInTheOpen: (p: { place: string }) =>
    `a passphrase must not be given in ${p.place}: other programs and the shell's history can see it`,
  keyInTheOpen: (p: { place: string }) =>
    `a private key itself stands in ${p.place}, expected the name of a file; it is not shown here`,
  hintKeyInTheOpen:
    'name the file: --key MY.key; if other people use this computer, make a new key, because they may have seen this one',
  theCommandLine: 'the command line',
  theAnswer: 'the answer',
  or: 'or',
  noAnswer: 'no answer: the input ended',
  noPassphraseSource: 'nobody can be asked for a passphrase: there is no terminal',
  passphrasesDiffer: 'the two passphrases differ',
  hintHelp: (p: { command: string }) => `datadeed ${p.command} --help`,
  hintCommands: 'datadeed --help',
  hintSecret:
    'put it into a file only you can read and use --passphrase-file FILE (or fd:3, or - for standard input)',
  hintPassphrase: '--passphrase-file FILE (or fd:3, or - for standard input), or --no-passphrase for none',
  hintNameFile: '--name FILE=NAME for each of them',
  didYouMean: (p: { words: string }) => `did you mean ${p.words}?`,
  // Cards
  noSuchCard: (p: { word: string }) => `"${p.word}" is neither a card file nor the name of a trusted card`,
  hintNoSuchCard: 'datadeed card list shows the names; a card file usually ends in .card',
  unconfirmed: (p: { name: string }) => `the card of "${p.name}" has not been confirmed on this computer`,
  hintCall: (p: { digits: string }) =>
    `call its owner on a number you know already and have the digits read out; this card has ${p.digits}`,
  hintTrust: (p: { card: string }) => `if they agree: datadeed card trust ${p.card}`,
  digitsDiffer: (p: { name: string }) =>
    `the digits are not those of the card of "${p.name}": do not use this card`,
  hintDigitsDiffer:
    'check the digits once more with its owner; if they still differ, the card was changed on its way',
  confirmFitsNone: 'the digits given with --confirm fit none of the cards: do not use them',
  confirmSurplus: 'some digits given with --confirm belong to no card of this command',
  notDigits: (p: { flag: string; digits: number; others: number }) =>
    `--${p.flag}: expected 30 digits, got ${p.digits}${p.others === 0 ? '' : ` and ${plural(p.others, 'sign that is no digit', 'signs that are no digits')}`}`,
  hintNotDigits: 'the owner of the card sees them with: datadeed card show MY.card',
  digitsAgain: (p: { name: string; attempt: number; most: number }) =>
    `These are not the digits of the card of "${p.name}" (attempt ${p.attempt} of ${p.most}).`,
  clause: (p: { name: string; fingerprint: string; digits: string }) =>
    `Data for this transaction is handed over under the datadeed card of ${p.name} with the fingerprint SHA-256 ${p.fingerprint} (${p.digits}); only deeds signed by, or addressed to, this card count as delivery.`,
  // Talking with a person
  askExports: 'Which exports? (files, separated by spaces; patterns such as *.csv are fine)',
  askKey: 'Your key file?',
  askKeyNew: 'Your key file? (Enter alone makes a new key and card)',
  askParty: 'Your name, for the new key and card?',
  askCard: "The other side's card? (file, or name of a trusted card)",
  askFrom: "The seller's card? (file, or name of a trusted card)",
  askDigits: (p: { name: string }) =>
    `Call the owner of the card "${p.name}" on a number you know already. Which 30 digits do they read out?`,
  askOutput: 'Name of the deed to write?',
  spreadsheetSafeCsv: '--spreadsheet-safe is for csv; it does not go with --format jsonl',
  needsInto: (p: { flags: string }) => `${p.flags} is for databases, and there is no --into`,
  notWithInto: (p: { flags: string }) => `${p.flags} is for files, and goes with -o, not with --into`,
  askFolder: 'Folder to restore into?',
  askDeed: 'Which deed?',
  askCardFile: 'Which card file?',
  headerReads: (p: { file: string }) => `The header line of "${p.file}" reads:`,
  headerSame:
    'It is plain ASCII, so every one of them fits the header; ask whoever made the export which encoding it has.',
  askEncoding: (p: { file: string; candidates: string }) =>
    `"${p.file}" can be read in several encodings: ${p.candidates}. Which one is right?`,
  askPassphrase: (p: { path: string }) => `Passphrase of ${p.path}:`,
  askNewPassphrase: 'New passphrase:',
  askPassphraseAgain: 'Once more:',
  unsureColumns: (p: { count: number; list: string }) =>
    `${plural(p.count, 'column is', 'columns are')} unsure and will be kept protected: ${p.list}`,
  askGoOn: 'Seal them so? (y/n)',
  notSealed: 'nothing was sealed: you said no',
  hintReview:
    'datadeed review EXPORT… --policy datadeed.yaml asks about each of them; then seal with --policy datadeed.yaml',
  sameTalk: (p: { command: string }) => `The same again:\n  ${p.command}`,
  sameCommand: (p: { command: string }) => `The same without questions:\n  ${p.command}`,
  reviewed: 'decided in the policy',
  reviewedDrop: 'the policy drops it',
  // Next steps
  nextKeygen: (p: { card: string }) =>
    `next: send ${p.card} to the other side, and read them its digits over the telephone when they call\n      datadeed card show ${p.card}`,
  nextTrust: 'next: as the seller, datadeed seal EXPORT… ; as the buyer, wait for the deed',
  nextClassify: (p: { exports: string }) =>
    `next: datadeed seal ${p.exports} --key MY.key --to THEIR.card -o handover.deed`,
  nextSeal: (p: { deed: string; card: string }) =>
    `next: send ${p.deed} and your card to the other side, over any channel; they run\n      datadeed restore ${p.deed} --from ${p.card} --key THEIR.key -o restored`,
  nextInspect: (p: { deed: string }) => `next: datadeed verify ${p.deed} --from SELLER.card`,
  nextVerify: (p: { deed: string; card: string }) =>
    `next: its reader runs datadeed restore ${p.deed} --from ${p.card} --key MY.key -o restored`,
  nextRestore: (p: { folder: string }) =>
    `next: look through ${p.folder}; it holds customer data in the clear, so keep it where only you can read it`,
  nextInto: (p: { into: string }) =>
    `next: the tables hold customer data in the clear; see who may read ${p.into}`,
  nextIntoDry: 'next: the same command without --dry-run',
  wrote: (p: { path: string }) => `wrote ${p.path}`,
  // Progress
  timeLeft: (p: { time: string }) => `${p.time} left`,
  progress: {
    open: (p: { table: string }) => `reading ${p.table}`,
    classify: (p: { table: string }) => `looking at ${p.table}`,
    seal: (p: { table: string }) => `sealing ${p.table}`,
    'seal-again': (p: { table: string }) => `sealing ${p.table} again, as all its rows ask for`,
    'read-back': (p: { table: string }) => `reading back ${p.table}`,
    preview: (p: { table: string }) => `counting ${p.table}`,
    verify: 'verifying',
    restore: (p: { table: string }) => `restoring ${p.table}`,
    scan: (p: { table: string }) => `looking at ${p.table}`,
    load: (p: { table: string }) => `loading ${p.table}`,
    prove: (p: { table: string }) => `reading back ${p.table}`,
  },
  // Failures
  verifyFailed: (p: { deed: string; count: number }) =>
    `"${p.deed}" did not pass: ${plural(p.count, 'failure', 'failures')}`,
  requiredVerdict: (p: { deed: string; verdicts: string }) =>
    `"${p.deed}" did not pass: required, but not a yes: ${p.verdicts}`,
  hintVerifyFailed:
    'do not use this deed; ask the seller for a new copy and compare the manifest digest over the telephone',
  stoppedGoesOn: (p: { signal: string }) =>
    `stopped by ${p.signal}; the series is as it was, or further on: the same command again does the rest`,
  stopped: (p: { signal: string }) => `stopped by ${p.signal}; nothing half-finished was left behind`,
  readerGone: 'the program that reads the output has gone',
  stdoutFailed: (p: { reason: string }) => `cannot write the result to stdout (${p.reason})`,
  systemError: (p: { code: string; path: string }) =>
    p.path === ''
      ? `the system refused a file operation (${p.code})`
      : `"${p.path}": the system refused (${p.code})`,
  internal: (p: { kind: string }) => `a fault in datadeed itself (${p.kind})`,
  hintInternal: 'please report it; DATADEED_DEBUG=1 shows where it happened',
  noSuchFolder: (p: { folder: string }) => `the folder "${p.folder}" does not exist`,
  hintMakeFolder: 'make it first, or write somewhere else',
  folderClosed: (p: { folder: string }) => `you may not write into the folder "${p.folder}"`,
  hintFolderClosed: 'write into a folder of your own, or have its owner allow it',
  hintMissing: 'check the name and the folder you are in; names are case-sensitive on many systems',
  hintNotAllowed: 'check the permissions of the file and of its folder',
  hintIsFolder: 'name a file in this folder',
  hintNoSpace: 'make room on this disk, or write to another one',
  fileExists: (p: { path: string }) => `"${p.path}" exists already`,
  sameOutput: (p: { path: string }) => `two outputs are to be written to "${p.path}"`,
  outputIsInput: (p: { path: string }) => `the output "${p.path}" is one of the inputs`,
  outputHoldsInput: (p: { path: string }) => `one of the inputs lies in the output "${p.path}"`,
  hintFileExists: 'choose another name, or move the old one away',
  demo,
}
