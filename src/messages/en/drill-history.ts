/** The history of drills, as a table and as a page. */
export const drillHistory = {
  onlyHistory: (p: { flags: string }) => `only with --history: ${p.flags}`,
  notWithHistory: (p: { flags: string }) => `not with --history, which restores nothing: ${p.flags}`,
  title: (p: { series: string }) => `Restore drills of "${p.series}"`,
  none: 'no drill yet: datadeed backup drill --series FOLDER --key READER.key',
  headings: [
    'When (UTC)',
    'Verdict',
    'Deed',
    'Target',
    'Recovery',
    'Compared',
    'Rows',
    'Deed size',
    'Data age',
    'By',
  ],
  passed: 'passed',
  failed: (p: { step: string; code: string }) => `FAILED at ${p.step}: ${p.code}`,
  summary: (p: { drills: string; passed: string; failed: string }) =>
    `drills ${p.drills}: passed ${p.passed}, failed ${p.failed}`,
  recovery: (p: { median: string; longest: string }) =>
    `recovery time of those that passed: median ${p.median}, longest ${p.longest}`,
  older: (p: { count: string }) => `older ones that are not shown: ${p.count}`,
  unbelieved: (p: { count: string }) => `reports that count for nothing: ${p.count}`,
  // Page
  kicker: 'Restore drills',
  lead: (p: { passed: boolean; at: string; age: string; sequence: number; recovery: string }) =>
    p.passed
      ? `The newest drill passed: on ${p.at}, ${p.age} before this page was made, deed ${p.sequence} was restored in ${p.recovery} and every cell of it compared.`
      : `The newest drill FAILED. The newest one that passed was on ${p.at}, ${p.age} before this page was made: deed ${p.sequence}, restored in ${p.recovery}.`,
  leadNone: 'No drill of this series has passed yet.',
  facts: {
    drills: 'Drills',
    passed: 'Passed',
    failed: 'Failed',
    median: 'Median recovery time',
    longest: 'Longest recovery time',
    age: 'Since the newest that passed',
  },
  pictureTitle: 'Over the months',
  recoveryAxis: 'Recovery time',
  sizeAxis: 'Size of the deed',
  pictureAbout: (p: { drills: string; passed: string; failed: string }) =>
    `Recovery times and sizes of ${p.drills} drills, oldest on the left: ${p.passed} passed, ${p.failed} failed.`,
  caption:
    'A dot is a drill that passed; a cross is one that failed, at the foot where it came to no time or size. Recovery time is fetching and restoring; comparing comes on top.',
  tableTitle: 'Every drill, newest first',
  unbelievedTitle: 'Reports that count for nothing',
  limitsTitle: 'What this says, and what it does not',
  limits: [
    'Each drill restored a deed into a place made for it, by the way that a real restore takes, compared every cell that its key opens, and deleted the place.',
    'The signature of every report was checked when this page was made. The page itself is not signed: make it again, or check one report, as below.',
    'Whoever stores the series can take reports out of it; what is missing can make drills look rarer or better than they were, and never newer.',
  ],
  foot: (p: { at: string; program: string; version: string; id: string }) =>
    `Made on ${p.at} by ${p.program} ${p.version}; series ${p.id}.`,
}
