import type { Language } from '../messages/index.ts'
import { LANGUAGES } from './options.ts'

/** What must be known before the command line is understood: how to complain about it. */
export interface Early {
  readonly language: Language
  readonly json: boolean
  readonly quiet: boolean
  readonly help: boolean
  readonly version: boolean
  /** Where the words stand that are neither flags nor the values of global flags; the first name the command. */
  readonly places: readonly number[]
}

const WITH_VALUE = ['--lang', '--home']

export function readEarly(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): Early {
  const end = words.indexOf('--')
  const flags = end === -1 ? words : words.slice(0, end)
  const has = (...names: string[]) => flags.some((word) => names.includes(word))
  const places = [...flags.keys()].filter(
    (index) => !flags[index]?.startsWith('-') && !WITH_VALUE.includes(flags[index - 1] ?? ''),
  )
  return {
    language: findLanguage(flags, env, platform),
    json: has('--json') || /^(1|true|yes|on)$/i.test(env.DATADEED_JSON ?? ''),
    quiet: has('--quiet', '-q') || /^(1|true|yes|on)$/i.test(env.DATADEED_QUIET ?? ''),
    help: has('--help', '-h'),
    version: has('--version', '-V'),
    places,
  }
}

/** --lang, DATADEED_LANG, then the locale: the POSIX variables, or what Windows tells Intl. */
function findLanguage(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): Language {
  const at = words.lastIndexOf('--lang')
  const flag = at === -1 ? words.findLast((word) => word.startsWith('--lang='))?.slice(7) : words[at + 1]
  const chosen = LANGUAGES.find((language) => language === (flag ?? env.DATADEED_LANG))
  if (chosen !== undefined) return chosen
  const posix = env.LC_ALL || env.LC_MESSAGES || env.LANG
  const locale = posix || (platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : '')
  return /^zh([_.@-]|$)/i.test(locale) ? 'zh-CN' : 'en'
}
