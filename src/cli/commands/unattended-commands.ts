import type { OptionSpec } from '../options.ts'
import type { Entry } from './entry.ts'
import {
  CONFIRM,
  EXPORT_OPTIONS,
  FAIL_ON_DAMAGE,
  FAIL_ON_UNEXAMINED,
  KEY,
  PASSPHRASE_FILE,
  UNREVIEWED,
  WORKERS,
} from './shared-options.ts'

const SERIES: OptionSpec = { flag: 'series', value: 'folder', about: 'series' }
const POLICY: OptionSpec = { flag: 'policy', value: 'file', about: 'seriesPolicy' }
/** What every command needs that only looks at a series. */
const LOOK: readonly OptionSpec[] = [
  SERIES,
  POLICY,
  { flag: 'from', value: 'card', about: 'seriesFrom' },
  CONFIRM,
]
const WHERE = ['series', 'policy']

export const UNATTENDED_COMMANDS = [
  {
    name: 'backup init',
    group: 'unattended',
    records: 'effects',
    options: [
      SERIES,
      POLICY,
      KEY,
      { flag: 'to', value: 'card', about: 'seriesTo', many: true },
      { flag: 'may-grant', value: 'card', about: 'seriesMayGrant', many: true },
      { flag: 'series-name', value: 'text', about: 'seriesName' },
      { flag: 'classic', about: 'classic' },
      CONFIRM,
      PASSPHRASE_FILE,
    ],
    oneOf: WHERE,
    load: async () => (await import('./backup-init.ts')).backupInit,
  },
  {
    name: 'backup run',
    group: 'unattended',
    records: 'effects',
    options: [
      SERIES,
      { flag: 'policy', value: 'file', about: 'runPolicy' },
      KEY,
      { flag: 'source', value: 'export', about: 'source', many: true, colons: true },
      { flag: 'to', value: 'card', about: 'runTo', many: true },
      CONFIRM,
      PASSPHRASE_FILE,
      { flag: 'always', about: 'always' },
      UNREVIEWED,
      ...EXPORT_OPTIONS,
      FAIL_ON_DAMAGE,
      FAIL_ON_UNEXAMINED,
      { flag: 'control-total', value: 'column', about: 'controlTotal', many: true },
      { flag: 'dry-run', about: 'dryRun' },
      WORKERS,
    ],
    oneOf: WHERE,
    load: async () => (await import('./backup-run.ts')).backupRun,
  },
  {
    name: 'backup rotate',
    group: 'unattended',
    records: 'effects',
    options: [
      ...LOOK,
      KEY,
      { flag: 'to', value: 'card', about: 'rotateTo', many: true },
      { flag: 'drop', value: 'card', about: 'drop', many: true },
      PASSPHRASE_FILE,
      { flag: 'dry-run', about: 'dryRun' },
    ],
    oneOf: WHERE,
    load: async () => (await import('./backup-rotate.ts')).backupRotate,
  },
  {
    name: 'backup list',
    group: 'unattended',
    options: LOOK,
    oneOf: WHERE,
    load: async () => (await import('./backup-list.ts')).backupList,
  },
  {
    name: 'backup verify',
    group: 'unattended',
    records: 'reads',
    options: [...LOOK, { flag: 'read-data-subset', value: 'part', about: 'readDataSubset' }],
    oneOf: WHERE,
    load: async () => (await import('./backup-verify.ts')).backupVerify,
  },
  {
    name: 'backup status',
    group: 'unattended',
    options: [
      ...LOOK,
      { flag: 'deed-age', value: 'duration', about: 'deedAge' },
      { flag: 'fail-stale', about: 'failStale' },
      { flag: 'metrics', value: 'file', about: 'metrics' },
    ],
    oneOf: WHERE,
    load: async () => (await import('./backup-status.ts')).backupStatus,
  },
  {
    name: 'backup prune',
    group: 'unattended',
    records: 'effects',
    options: [
      SERIES,
      { flag: 'policy', value: 'file', about: 'prunePolicy' },
      KEY,
      { flag: 'keep-last', value: 'count', about: 'keepLast' },
      { flag: 'keep-daily', value: 'count', about: 'keepDaily' },
      { flag: 'keep-weekly', value: 'count', about: 'keepWeekly' },
      { flag: 'keep-monthly', value: 'count', about: 'keepMonthly' },
      { flag: 'keep-yearly', value: 'count', about: 'keepYearly' },
      { flag: 'hold', value: 'count', about: 'pruneHold', many: true },
      { flag: 'remove', value: 'count', about: 'pruneRemove', many: true },
      { flag: 'dry-run', about: 'dryRun' },
      PASSPHRASE_FILE,
    ],
    oneOf: WHERE,
    load: async () => (await import('./backup-prune.ts')).backupPrune,
  },
] as const satisfies readonly Entry[]
