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
export const GRANT: OptionSpec = { flag: 'grant', value: 'grant', about: 'grant', many: true }
export const ANYWAY: OptionSpec = { flag: 'anyway', value: 'text', about: 'anyway' }
export const POLICY: OptionSpec = { flag: 'policy', value: 'file', about: 'policy' }
/** Of which a command takes only how old keys may be. */
export const AGES_POLICY: OptionSpec = { flag: 'policy', value: 'file', about: 'agesPolicy' }
export const UNREVIEWED: OptionSpec = {
  flag: 'unreviewed',
  value: 'unreviewed',
  about: 'unreviewed',
  choices: ['refuse', 'seal-strict', 'classify'],
}
export const DELIMITERS = ['comma', 'semicolon', 'tab', 'pipe', ',', ';', '|']
const ENCODING: OptionSpec = { flag: 'encoding', value: 'encoding', about: 'encoding' }
const DELIMITER: OptionSpec = {
  flag: 'delimiter',
  value: 'delimiter',
  about: 'delimiter',
  choices: DELIMITERS,
}
const HEADER: OptionSpec = { flag: 'header', about: 'header' }
const NO_HEADER: OptionSpec = { flag: 'no-header', about: 'noHeader' }
export const COMPARTMENTS: OptionSpec = {
  flag: 'compartments',
  value: 'compartments',
  about: 'compartments',
  many: true,
}
export const WORKERS: OptionSpec = { flag: 'workers', value: 'count', about: 'workers' }
export const FAIL_ON_UNEXAMINED: OptionSpec = { flag: 'fail-on-unexamined', about: 'failOnUnexamined' }
export const FAIL_ON_DAMAGE: OptionSpec = { flag: 'fail-on-damage', about: 'failOnDamage' }
const NAME: OptionSpec = { flag: 'name', value: 'name', about: 'name', many: true }
const JOIN: OptionSpec = { flag: 'join', value: 'table', about: 'join' }

/** How exports are to be read: for every command that reads them. */
export const EXPORT_OPTIONS: readonly OptionSpec[] = [
  ENCODING,
  DELIMITER,
  HEADER,
  NO_HEADER,
  { flag: 'sheet', value: 'sheet', about: 'sheet', many: true },
  { flag: 'header-row', value: 'sheetNumber', about: 'headerRow', many: true },
  { flag: 'footer-rows', value: 'sheetNumber', about: 'footerRows', many: true },
  NAME,
  JOIN,
  { flag: 'table', value: 'table', about: 'table', many: true },
  { flag: 'query', value: 'sql', about: 'query' },
  { flag: 'expect-rows', value: 'count', about: 'expectRows' },
  { flag: 'expect-sha256', value: 'digest', about: 'expectSha256' },
]
