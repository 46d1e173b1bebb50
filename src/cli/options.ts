import type { Messages } from '../messages/index.ts'

/** One flag of a command. Its explanation and the name of its value are sentences, so they live in `messages`. */
export interface OptionSpec {
  /** The long flag without dashes. */
  readonly flag: string
  readonly short?: string
  /** What stands after the flag in help; a flag without it is a switch. */
  readonly value?: keyof Messages['cli']['values']
  readonly about: keyof Messages['cli']['about']
  readonly many?: true
  readonly choices?: readonly string[]
  readonly required?: true
}

export interface OperandSpec {
  readonly value: keyof Messages['cli']['values']
  readonly many?: true
  readonly required?: true
}

export const LANGUAGES = ['en', 'zh-CN'] as const

export const GLOBAL_OPTIONS: readonly OptionSpec[] = [
  { flag: 'json', about: 'json' },
  { flag: 'quiet', short: 'q', about: 'quiet' },
  { flag: 'lang', value: 'language', about: 'lang', choices: LANGUAGES },
  { flag: 'home', value: 'folder', about: 'home' },
  { flag: 'help', short: 'h', about: 'help' },
  { flag: 'version', short: 'V', about: 'version' },
]

/** Flags without a twin in the environment: they are questions, not settings. */
const WITHOUT_TWIN = ['help', 'version']

/** The environment's name for a flag: `--passphrase-file` is DATADEED_PASSPHRASE_FILE. */
export function findTwin(option: OptionSpec): string | undefined {
  if (WITHOUT_TWIN.includes(option.flag)) return undefined
  return `DATADEED_${option.flag.toUpperCase().replaceAll('-', '_')}`
}

export const KEY: OptionSpec = { flag: 'key', value: 'key', about: 'key', required: true }
export const FROM: OptionSpec = { flag: 'from', value: 'card', about: 'from', required: true }
export const CONFIRM: OptionSpec = { flag: 'confirm', value: 'digits', about: 'confirm', many: true }
export const PASSPHRASE_FILE: OptionSpec = {
  flag: 'passphrase-file',
  value: 'secret',
  about: 'passphraseFile',
}
export const POLICY: OptionSpec = { flag: 'policy', value: 'file', about: 'policy' }
export const ENCODING: OptionSpec = { flag: 'encoding', value: 'encoding', about: 'encoding' }
export const DELIMITER: OptionSpec = {
  flag: 'delimiter',
  value: 'delimiter',
  about: 'delimiter',
  choices: ['comma', 'semicolon', 'tab', 'pipe', ',', ';', '|'],
}
export const NO_HEADER: OptionSpec = { flag: 'no-header', about: 'noHeader' }
export const WORKERS: OptionSpec = { flag: 'workers', value: 'count', about: 'workers' }
export const NAME: OptionSpec = { flag: 'name', value: 'name', about: 'name', many: true }
