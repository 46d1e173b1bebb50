import { CommanderError, Option, Command as Parser } from 'commander'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { type Declaration, GLOBAL_OPTIONS, type OptionSpec, operandNames } from './options.ts'
import { assertChoices, buildValues, type Values, withTwins } from './values.ts'

/** Stands for the command's name in complaints about a command line without one. */
export const NO_COMMAND = 'datadeed'

/**
 * Reads the words after a command's name.
 *
 * @throws DatadeedError USAGE in our own sentences for everything that the parser refuses
 */
export function parseWords(
  name: string,
  declaration: Declaration,
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Values {
  const options = [...GLOBAL_OPTIONS, ...declaration.options]
  const given = new Map<string, readonly string[]>()
  const parser = new Parser(name)
    .exitOverride()
    .configureOutput({ writeOut: () => {}, writeErr: () => {} })
    .helpOption(false)
    .argument('[operands...]')
  for (const option of options) parser.addOption(buildOption(name, option, given))
  try {
    parser.parse(tellFollowing(withoutUnknownValues(words, options), options), { from: 'user' })
  } catch (error) {
    throw error instanceof CommanderError ? rephrase(error, name, findUnknown(words, options)) : error
  }
  const raw = withTwins(given, options, env)
  assertChoices(raw, options)
  assertOperandCount(name, declaration, parser.args)
  return buildValues(parser.args, raw)
}

/** An unknown flag loses its value, which may be a secret and would keep the parser from knowing what was meant. */
function withoutUnknownValues(words: readonly string[], options: readonly OptionSpec[]): string[] {
  return words.map((word) => {
    const flag = /^--([^=]+)=/.exec(word)?.[1]
    return flag === undefined || options.some((option) => option.flag === flag) ? word : `--${flag}`
  })
}

/** Words behind a flag that takes several at once, each told by its own flag: `--escrow 2-of-3 a b c` has three holders. */
function tellFollowing(words: readonly string[], options: readonly OptionSpec[]): string[] {
  const told: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (word === '--') return [...told, ...words.slice(at)]
    const [flag, own] = /^--([^=]+)(?:=(.*))?$/.exec(word)?.slice(1) ?? []
    const { followedBy } = options.find((option) => option.flag === flag) ?? {}
    told.push(word)
    if (followedBy === undefined) continue
    const value = own ?? words[++at] ?? ''
    if (own === undefined) told.push(value)
    const count = Number(/^\d+-of-(\d{1,2})$/.exec(value)?.[1] ?? 0)
    for (let more = 0; more < count && /^[^-]/.test(words[at + 1] ?? ''); more++)
      told.push(`--${followedBy}`, words[++at] ?? '')
  }
  return told
}

/** All flags that are not known, without their values: one complaint for all of them. */
function findUnknown(words: readonly string[], options: readonly OptionSpec[]): string[] {
  const unknown = new Set<string>()
  for (let at = 0; at < words.length && words[at] !== '--'; at++) {
    const flag = /^--[^=]+|^-[^-]/.exec(words[at] ?? '')?.[0]
    if (flag === undefined) continue
    const known = options.find((option) => flag === `--${option.flag}` || flag === `-${option.short}`)
    if (known === undefined) unknown.add(printable(flag))
    // What follows is this flag's value, whatever it looks like.
    else if (known.value !== undefined && words[at] === flag) at++
  }
  return [...unknown]
}

function buildOption(name: string, option: OptionSpec, given: Map<string, readonly string[]>): Option {
  const flags = `${option.short === undefined ? '' : `-${option.short}, `}--${option.flag}`
  const known = new Option(option.value === undefined ? flags : `${flags} <value>`)
  // Switches have no parser hook in commander; a preset value runs through the hook all the same.
  if (option.value === undefined) known.preset('')
  known.argParser((text: string) => {
    if (option.value !== undefined && text === '') {
      throw new DatadeedError('USAGE', say().cli.valueMissing({ flag: `--${option.flag}`, command: name }))
    }
    const before = given.get(option.flag) ?? []
    if (option.value !== undefined && option.many === undefined && before.length > 0) {
      throw new DatadeedError('USAGE', say().cli.givenTwice({ flag: `--${option.flag}`, command: name }))
    }
    given.set(option.flag, option.value === undefined ? [] : option.many ? [...before, text] : [text])
    return text
  })
  return known
}

function assertOperandCount(name: string, declaration: Declaration, operands: readonly string[]): void {
  const most = declaration.operands?.many ? Number.POSITIVE_INFINITY : operandNames(declaration).length
  if (operands.length <= most) return
  const sentence = say().cli.tooManyArguments({ command: name, most, got: operands.length })
  throw new DatadeedError('USAGE', sentence, { hints: [say().cli.hintHelp({ command: name })] })
}

/** The parser's own English becomes our sentence; what stood after "=" may be a secret and is not repeated. */
function rephrase(error: CommanderError, name: string, unknown: readonly string[]): DatadeedError {
  const word = printable(/'([^'=\s]*)/.exec(error.message)?.[1] ?? '')
  const similar = /\(Did you mean (?:one of )?(.*)\?\)/.exec(error.message)?.[1]
  const hints = [
    ...(similar === undefined ? [] : [say().cli.didYouMean({ words: similar })]),
    name === NO_COMMAND ? say().cli.hintCommands : say().cli.hintHelp({ command: name }),
  ]
  if (error.code === 'commander.unknownOption') {
    const flag = unknown.length === 0 ? word : unknown.join(', ')
    return new DatadeedError('USAGE', say().cli.unknownOption({ flag, command: name }), { hints })
  }
  const long = /--[a-z-]+/.exec(error.message)?.[0] ?? word
  return new DatadeedError('USAGE', say().cli.valueMissing({ flag: long, command: name }), { hints })
}
