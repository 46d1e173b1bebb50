import type { OptionSpec } from '../options.ts'

/** Flags that mean the same in several commands. */
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
export const HEADER: OptionSpec = { flag: 'header', about: 'header' }
export const NO_HEADER: OptionSpec = { flag: 'no-header', about: 'noHeader' }
export const WORKERS: OptionSpec = { flag: 'workers', value: 'count', about: 'workers' }
export const NAME: OptionSpec = { flag: 'name', value: 'name', about: 'name', many: true }
