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
  /** Its values have colons inside. */
  readonly colons?: true
  readonly choices?: readonly string[]
  readonly required?: true
  /** A value `K-of-N` may be followed by N words, each a value of this flag. */
  readonly followedBy?: string
}

interface OperandSpec {
  readonly value: keyof Messages['cli']['values']
  readonly many?: true
  /** A second one, as required as the first. */
  readonly second?: keyof Messages['cli']['values']
}

/** The names of a command's operands, in their order. */
export function operandNames({ operands }: Declaration): (keyof Messages['cli']['values'])[] {
  if (operands === undefined) return []
  return operands.second === undefined ? [operands.value] : [operands.value, operands.second]
}

/** What a command takes. */
export interface Declaration {
  /** What stands behind the name without a flag; always required. */
  readonly operands?: OperandSpec
  readonly options: readonly OptionSpec[]
  /** Flags of which one is needed when nobody can be asked. */
  readonly oneOf?: readonly string[]
  /** It asks even where no flag is missing. */
  readonly talks?: true
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
