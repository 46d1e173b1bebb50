const columns = (count: number) => (count === 1 ? 'one column' : `${count} columns`)

/** Looking a policy through with a person. */
export const review = {
  intro: (p: { count: number; columns: number }) =>
    `${p.count === 1 ? 'One question' : `${p.count} questions`} about ${columns(p.columns)}. Enter agrees; a letter and Enter does what it says.\nNothing is written before the end; ^C leaves everything as it was.`,
  nothing: (p: { columns: number }) => `No question is open about ${columns(p.columns)}.`,
  headColumn: (p: { at: number; of: number; table: string; column: string }) =>
    `[${p.at}/${p.of}] column "${p.column}" of table "${p.table}"`,
  headTable: (p: { at: number; of: number; table: string; column: string }) =>
    `[${p.at}/${p.of}] table "${p.table}"`,
  kinds: {
    unsure: (_: Told) => 'datadeed is unsure of it.',
    chosen: (_: Told) => 'As it stands now:',
    new: (_: Told) => 'It is new: the policy does not name it.',
    table: (_: Told) =>
      'The policy does not name it. If it is a reviewed table under another file name, skip it and use --name.',
    renamed: (p: Told) => `"${p.was}" is gone and this one is new. Is it the same column, renamed?`,
    gone: (p: Told) => `The policy names it (line ${p.line}), but the export has it no longer.`,
    type: (p: Told) => `It is not what it was: ${p.reviewed} when it was reviewed.`,
    compartment: (p: Told) => `It belongs elsewhere now: ${p.reviewed} when it was reviewed.`,
  },
  seen: (p: { type: string; compartment: string; percent: number }) =>
    `datadeed takes it for ${p.type}, compartment ${p.compartment} (${p.percent} % sure), because:`,
  decision: (p: { type: string; compartment: string; action: string }) =>
    `=> ${p.action}: ${p.type} in ${p.compartment}`,
  enter: (p: { does: string }) => `Enter ${p.does}`,
  agree: {
    column: 'agree',
    changed: 'take it as it is now',
    renamed: 'yes, the same',
    gone: 'take its line out',
    table: 'take the table in',
  },
  keys: {
    n: 'no, another one',
    k: 'keep what the policy says',
    t: 'type',
    c: 'compartment',
    a: 'action',
    m: 'masked cells',
    s: 'skip',
    b: 'back',
    q: 'stop and keep what is decided',
  },
  noSuchKey: (p: { keys: string }) => `expected Enter, or one of: ${p.keys}`,
  shapes:
    'Forms of its cells: * a digit, x a letter, 字 another letter; nothing of this is written anywhere.',
  askType: (p: { type: string }) => `  Type? (${p.type}; a part of the word is enough, Enter keeps it)`,
  askCompartment: (p: { compartment: string; list: string }) =>
    `  ${p.list}\n  Compartment? (${p.compartment}; a number or the name, Enter keeps it)`,
  askAction: (p: { action: string; list: string }) =>
    `  ${p.list}\n  Action? (${p.action}; a number or the name, Enter keeps it)`,
  noneFits: (p: { word: string }) => `  Nothing is called "${p.word}". Which one? (Enter changes nothing)`,
  severalFit: (p: { list: string }) => `  Several fit: ${p.list}. Which one? (Enter changes nothing)`,
  others: (p: { columns: number }) =>
    `Anything else to change? A column's name or number; l lists ${p.columns === 1 ? 'the one' : `all ${p.columns}`}; b goes back; Enter writes the policy.`,
  noSuchColumn: (p: { word: string }) => `No column, or more than one, is called "${p.word}".`,
  askPolicy: 'Which policy? (a new one is made if there is none)',
  noTerminal: 'a review asks questions, and there is no terminal to ask them at',
  hintNoTerminal:
    'without one: datadeed classify EXPORT… --write-policy datadeed.yaml, then edit the file; datadeed classify EXPORT… --policy datadeed.yaml shows what differs',
  // The result
  written: (p: { path: string; count: number }) => `${p.path}: ${columns(p.count)} decided.`,
  made: (p: { path: string; count: number }) => `${p.path}: made, ${columns(p.count)} decided by you.`,
  unchanged: (p: { path: string }) => `${p.path}: nothing was decided, so it is as it was.`,
  left: (p: { count: number }) =>
    `${p.count === 1 ? 'One question is' : `${p.count} questions are`} left for another time.`,
  removed: (p: { name: string }) => `${p.name}: taken out`,
  renamed: (p: { was: string; name: string }) => `${p.was} is ${p.name} now`,
  stillUnsure: (p: { count: number }) =>
    `nobody has looked at ${columns(p.count)} of the policy yet (unsure: yes)`,
  hintStillUnsure: (p: { policy: string }) => `datadeed review EXPORT… --policy ${p.policy}`,
  nextWritten: (p: { exports: string; policy: string }) =>
    `next: look through ${p.policy}, in an editor or with\n      datadeed review ${p.exports} --policy ${p.policy}\n      then datadeed seal ${p.exports} --policy ${p.policy} --key MY.key --to THEIR.card -o handover.deed`,
  nextReview: (p: { exports: string; policy: string }) =>
    `next: datadeed review ${p.exports} --policy ${p.policy}`,
  nextSeal: (p: { exports: string; policy: string }) =>
    `next: datadeed seal ${p.exports} --policy ${p.policy} --key MY.key --to THEIR.card -o handover.deed`,
}

/** What a sentence about a column may need. */
interface Told {
  /** Its header in the policy. */
  readonly was: string
  /** What it was reviewed as. */
  readonly reviewed: string
  readonly line: number
}
