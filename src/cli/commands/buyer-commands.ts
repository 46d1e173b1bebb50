import type { Entry } from './entry.ts'
import { COMPARTMENTS, CONFIRM, DELIMITERS, FROM, KEY, PASSPHRASE_FILE, WORKERS } from './shared-options.ts'

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
  {
    name: 'compare',
    group: 'buyer',
    records: 'reads',
    operands: { value: 'deed', second: 'target' },
    options: [
      FROM,
      KEY,
      COMPARTMENTS,
      { flag: 'table', value: 'tablePair', about: 'comparedTable', many: true },
      { flag: 'schema', value: 'schema', about: 'comparedSchema' },
      { flag: 'prefix', value: 'text', about: 'comparedPrefix' },
      { flag: 'match-on', value: 'keyColumns', about: 'matchOn', many: true },
      { flag: 'in-order', about: 'inOrder' },
      { flag: 'spreadsheet-safe', about: 'comparedSpreadsheetSafe' },
      { flag: 'show-masked', about: 'showMasked' },
      { flag: 'encoding', value: 'encoding', about: 'comparedEncoding' },
      { flag: 'delimiter', value: 'delimiter', about: 'comparedDelimiter', choices: DELIMITERS },
      CONFIRM,
      PASSPHRASE_FILE,
      WORKERS,
    ],
    load: async () => (await import('./compare.ts')).compare,
  },
] as const satisfies readonly Entry[]
