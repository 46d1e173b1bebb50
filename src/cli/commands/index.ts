import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { Command } from '../command.ts'
import type { Declaration, OptionSpec } from '../options.ts'

const KEY: OptionSpec = { flag: 'key', value: 'key', about: 'key', required: true }
const FROM: OptionSpec = { flag: 'from', value: 'card', about: 'from', required: true }
const CONFIRM: OptionSpec = { flag: 'confirm', value: 'digits', about: 'confirm', many: true }
const PASSPHRASE_FILE: OptionSpec = {
  flag: 'passphrase-file',
  value: 'secret',
  about: 'passphraseFile',
}
const POLICY: OptionSpec = { flag: 'policy', value: 'file', about: 'policy' }
const ENCODING: OptionSpec = { flag: 'encoding', value: 'encoding', about: 'encoding' }
const DELIMITER: OptionSpec = {
  flag: 'delimiter',
  value: 'delimiter',
  about: 'delimiter',
  choices: ['comma', 'semicolon', 'tab', 'pipe', ',', ';', '|'],
}
const HEADER: OptionSpec = { flag: 'header', about: 'header' }
const NO_HEADER: OptionSpec = { flag: 'no-header', about: 'noHeader' }
const WORKERS: OptionSpec = { flag: 'workers', value: 'count', about: 'workers' }
const NAME: OptionSpec = { flag: 'name', value: 'name', about: 'name', many: true }

/** Who a command is for, in the order of the help. */
export const GROUPS = ['seller', 'buyer', 'anyone', 'handover'] as const

interface Entry extends Declaration {
  readonly name: string
  readonly group: (typeof GROUPS)[number]
  readonly load: () => Promise<Command>
}

/** Every command: what it takes, and where it is. Its module is read only when it is to run, so that help is quick. */
export const COMMANDS = [
  {
    name: 'classify',
    group: 'seller',
    operands: { value: 'export', many: true },
    options: [
      POLICY,
      { flag: 'write-policy', value: 'file', about: 'writePolicy' },
      { flag: 'csv', value: 'file', about: 'csv' },
      ENCODING,
      DELIMITER,
      HEADER,
      NO_HEADER,
      NAME,
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
      NAME,
      ENCODING,
      DELIMITER,
      HEADER,
      NO_HEADER,
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
  {
    name: 'restore',
    group: 'buyer',
    operands: { value: 'deed' },
    options: [
      FROM,
      KEY,
      { flag: 'output', short: 'o', value: 'folder', about: 'restoreOutput', required: true },
      { flag: 'format', value: 'format', about: 'format', choices: ['csv', 'jsonl'] },
      { flag: 'spreadsheet-safe', about: 'spreadsheetSafe' },
      CONFIRM,
      PASSPHRASE_FILE,
      WORKERS,
    ],
    load: async () => (await import('./restore.ts')).restore,
  },
  {
    name: 'keygen',
    group: 'anyone',
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
    name: 'inspect',
    group: 'anyone',
    operands: { value: 'deed' },
    options: [],
    load: async () => (await import('./inspect.ts')).inspect,
  },
  {
    name: 'verify',
    group: 'anyone',
    operands: { value: 'deed' },
    options: [
      FROM,
      { flag: 'key', value: 'key', about: 'verifyKey' },
      CONFIRM,
      PASSPHRASE_FILE,
      { flag: 'require', value: 'verdicts', about: 'require', many: true },
    ],
    load: async () => (await import('./verify.ts')).verify,
  },
  {
    name: 'demo',
    group: 'handover',
    options: [{ flag: 'output', short: 'o', value: 'folder', about: 'demoOutput' }],
    load: async () => (await import('./demo.ts')).demo,
  },
] as const satisfies readonly Entry[]

type CommandName = (typeof COMMANDS)[number]['name']

export interface NamedCommand extends Entry {
  readonly name: CommandName
}

/**
 * The command that these words name; undefined when there are none.
 *
 * @throws DatadeedError USAGE for a word that is no command
 */
export function findCommand(words: readonly string[]): NamedCommand | undefined {
  const [first, second] = words
  if (first === undefined) return undefined
  const found = COMMANDS.find(({ name }) => name === first || name === `${first} ${second}`)
  if (found !== undefined) return found
  const inner = COMMANDS.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name)
  const sentence =
    inner.length > 0
      ? say().cli.unfinishedCommand({ command: first, commands: inner.join(', ') })
      : say().cli.unknownCommand({ command: printable(first) })
  throw new DatadeedError('USAGE', sentence, { hints: [say().cli.hintCommands] })
}
