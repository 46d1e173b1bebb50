import type { Entry } from './entry.ts'
import {
  CONFIRM,
  EXPORT_OPTIONS,
  FAIL_ON_DAMAGE,
  FAIL_ON_UNEXAMINED,
  KEY,
  PASSPHRASE_FILE,
  POLICY,
  WORKERS,
} from './shared-options.ts'

export const SELLER_COMMANDS = [
  {
    name: 'classify',
    group: 'seller',
    operands: { value: 'export', many: true },
    options: [
      POLICY,
      { flag: 'write-policy', value: 'file', about: 'writePolicy' },
      { flag: 'html', value: 'file', about: 'html' },
      { flag: 'csv', value: 'file', about: 'csv' },
      ...EXPORT_OPTIONS,
      FAIL_ON_DAMAGE,
      FAIL_ON_UNEXAMINED,
    ],
    load: async () => (await import('./classify.ts')).classify,
  },
  {
    name: 'seal',
    group: 'seller',
    operands: { value: 'export', many: true },
    options: [
      KEY,
      { flag: 'to', value: 'card', about: 'to', many: true, required: true },
      { flag: 'output', short: 'o', value: 'file', about: 'sealOutput', required: true },
      CONFIRM,
      PASSPHRASE_FILE,
      POLICY,
      {
        flag: 'unreviewed',
        value: 'unreviewed',
        about: 'unreviewed',
        choices: ['refuse', 'seal-strict', 'classify'],
      },
      ...EXPORT_OPTIONS,
      FAIL_ON_DAMAGE,
      FAIL_ON_UNEXAMINED,
      { flag: 'dry-run', about: 'dryRun' },
      { flag: 'no-readback', about: 'noReadback' },
      { flag: 'classic', about: 'classic' },
      { flag: 'folder', about: 'folderForm' },
      { flag: 'deal', value: 'text', about: 'deal' },
      { flag: 'expires', value: 'date', about: 'expires' },
      WORKERS,
    ],
    load: async () => (await import('./seal.ts')).seal,
  },
] as const satisfies readonly Entry[]
