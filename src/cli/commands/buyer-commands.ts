import type { Entry } from './entry.ts'
import { COMPARTMENTS, CONFIRM, FROM, KEY, PASSPHRASE_FILE, WORKERS } from './shared-options.ts'

export const BUYER_COMMANDS = [
  {
    name: 'restore',
    group: 'buyer',
    records: 'effects',
    operands: { value: 'deed' },
    options: [
      FROM,
      KEY,
      { flag: 'output', short: 'o', value: 'folder', about: 'restoreOutput', required: true },
      COMPARTMENTS,
      { flag: 'format', value: 'format', about: 'format', choices: ['csv', 'jsonl'] },
      { flag: 'spreadsheet-safe', about: 'spreadsheetSafe' },
      { flag: 'pseudonym-keys', about: 'pseudonymKeys' },
      CONFIRM,
      PASSPHRASE_FILE,
      WORKERS,
    ],
    load: async () => (await import('./restore.ts')).restore,
  },
] as const satisfies readonly Entry[]
