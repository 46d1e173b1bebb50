/** What has changed since the review. */
export const drift = {
  table: (p: { table: string; known: string }) =>
    `table "${p.table}" was never reviewed; the policy names: ${p.known}`,
  noTable: (p: { table: string }) =>
    `table "${p.table}" was never reviewed, and the policy says "unreviewed: refuse"`,
  hintTable: 'if it is a reviewed table under another file name, call it so: --name FILE=TABLE',
  hintReview: (p: { policy: string }) =>
    `datadeed review EXPORT… --policy ${p.policy} asks about each of these, with the reasons`,
  hintStrict:
    'or --unreviewed seal-strict, without a review: what has changed is sealed for the fewest readers, and reported',
  new: (p: { table: string; column: string; type: string | undefined }) =>
    `column "${p.column}" of table "${p.table}" is new${p.type === undefined ? '' : ` (it looks like ${p.type})`}`,
  renamed: (p: { table: string; column: string; was: string }) =>
    `column "${p.was}" of table "${p.table}" is gone and "${p.column}" is new: renamed?`,
  dropped: (p: { was: string }) =>
    `the policy leaves "${p.was}" out, so it is not sealed under another name either`,
  gone: (p: { table: string; column: string; nearest: string | undefined }) =>
    `table "${p.table}" has no column "${p.column}"${p.nearest === undefined ? '' : `; the nearest is "${p.nearest}"`}`,
  hintGone: 'or correct the header in the policy, or take its line out, then run the same command again',
  type: (p: { table: string; column: string; was: string; type: string; percent: number }) =>
    `column "${p.column}" of table "${p.table}" was ${p.was} when it was reviewed and is ${p.type} now (${p.percent} % sure)`,
  // Reported when it passed all the same
  passedTable: (p: { table: string; how: string }) =>
    p.how === 'strict'
      ? `not reviewed: table "${p.table}"; sealed where the fewest can read it`
      : `not reviewed: table "${p.table}"; sealed as classified`,
  passedNew: (p: { table: string; column: string; was: string | undefined; compartment: string }) =>
    `not reviewed: column "${p.column}" of table "${p.table}" is new${p.was === undefined ? '' : ` (renamed from "${p.was}"?)`}; sealed in ${p.compartment}`,
  passedGone: (p: { table: string; column: string }) =>
    `gone since the review: column "${p.column}" of table "${p.table}"`,
  passedType: (p: { table: string; column: string; before: string; now: string; compartment: string }) =>
    `not as reviewed: column "${p.column}" of table "${p.table}" was ${p.before} and is ${p.now} now; sealed in ${p.compartment}`,
  // Compared without sealing
  comparedTable: (p: { file: string; name: string }) => `${p.file} (table "${p.name}")`,
  headings: ['sealing', 'what', 'column', 'when reviewed', 'now', 'because'],
  outcomes: {
    refused: 'stops',
    strict: 'for the fewest',
    classified: 'as classified',
    noted: 'goes on',
  },
  kinds: {
    table: 'new table',
    new: 'new',
    renamed: 'renamed?',
    gone: 'gone',
    type: 'other type',
    compartment: 'other compartment',
  },
  nothingDiffers: (p: { path: string }) => `Nothing differs from ${p.path}.`,
  nothingReviewed: (p: { path: string }) =>
    `${p.path} names no table, so there is nothing to compare the exports with.`,
  differs: (p: { path: string; count: number; refused: number }) =>
    `${p.count} ${p.count === 1 ? 'difference' : 'differences'} from ${p.path}; ${p.refused === 0 ? 'sealing goes on all the same' : `sealing stops for ${p.refused === p.count ? (p.count === 1 ? 'it' : 'all of them') : p.refused} (exit 14)`}.`,
  unsureLeft: (p: { count: number; list: string }) =>
    `${p.count === 1 ? 'One column still waits' : `${p.count} columns still wait`} for a person (unsure: yes): ${p.list}`,
}
