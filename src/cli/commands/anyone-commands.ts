import type { Entry } from './entry.ts'
import { CONFIRM, FROM, GRANT, PASSPHRASE_FILE } from './shared-options.ts'

export const ANYONE_COMMANDS = [
  {
    name: 'keygen',
    group: 'anyone',
    records: 'effects',
    operands: { value: 'party' },
    options: [
      { flag: 'output', short: 'o', value: 'folder', about: 'keygenOutput' },
      { flag: 'role', value: 'role', about: 'role', choices: ['sign', 'open', 'both'] },
      { flag: 'legal-name', value: 'text', about: 'legalName' },
      { flag: 'contact', value: 'text', about: 'contact' },
      PASSPHRASE_FILE,
      { flag: 'no-passphrase', about: 'noPassphrase' },
    ],
    oneOf: ['passphrase-file', 'no-passphrase'],
    load: async () => (await import('./keygen.ts')).keygen,
  },
  {
    name: 'card show',
    group: 'anyone',
    operands: { value: 'card' },
    options: [{ flag: 'clause', about: 'clause' }],
    load: async () => (await import('./card-show.ts')).cardShow,
  },
  {
    name: 'card trust',
    group: 'anyone',
    records: 'effects',
    operands: { value: 'card' },
    options: [{ flag: 'fingerprint', value: 'digits', about: 'fingerprint', required: true }],
    load: async () => (await import('./card-trust.ts')).cardTrust,
  },
  {
    name: 'card list',
    group: 'anyone',
    options: [],
    load: async () => (await import('./card-list.ts')).cardList,
  },
  {
    name: 'access review',
    group: 'anyone',
    records: 'reads',
    operands: { value: 'deed' },
    options: [FROM, GRANT, CONFIRM],
    load: async () => (await import('./access-review.ts')).accessReview,
  },
  {
    name: 'inspect',
    group: 'anyone',
    records: 'reads',
    operands: { value: 'deed' },
    options: [],
    load: async () => (await import('./inspect.ts')).inspect,
  },
  {
    name: 'verify',
    group: 'anyone',
    records: 'reads',
    operands: { value: 'checkable' },
    options: [
      { flag: 'from', value: 'card', about: 'verifyFrom' },
      { flag: 'key', value: 'key', about: 'verifyKey' },
      GRANT,
      CONFIRM,
      PASSPHRASE_FILE,
      { flag: 'require', value: 'verdicts', about: 'require', many: true },
    ],
    load: async () => (await import('./verify.ts')).verify,
  },
  {
    name: 'ledger show',
    group: 'anyone',
    options: [{ flag: 'last', value: 'count', about: 'last' }],
    load: async () => (await import('./ledger-show.ts')).ledgerShow,
  },
  {
    name: 'ledger verify',
    group: 'anyone',
    options: [
      { flag: 'against', value: 'quoting', about: 'against', many: true },
      { flag: 'from', value: 'card', about: 'againstFrom' },
      CONFIRM,
    ],
    load: async () => (await import('./ledger-verify.ts')).ledgerVerify,
  },
  {
    name: 'ledger head',
    group: 'anyone',
    options: [],
    load: async () => (await import('./ledger-head.ts')).ledgerHead,
  },
  {
    name: 'ledger export',
    group: 'anyone',
    options: [
      { flag: 'format', value: 'eventFormat', about: 'eventFormat', choices: ['ecs'], required: true },
      { flag: 'output', short: 'o', value: 'file', about: 'exportOutput' },
    ],
    load: async () => (await import('./ledger-export.ts')).ledgerExport,
  },
] as const satisfies readonly Entry[]
