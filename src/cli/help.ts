import { say } from '../messages/index.ts'
import { padEnd } from '../report/index.ts'
import { GROUPS } from './commands/entry.ts'
import { COMMANDS, type NamedCommand } from './commands/index.ts'
import { GLOBAL_OPTIONS, type OptionSpec, operandNames } from './options.ts'

/** All commands, grouped by who uses them. */
export function renderHelp(): string {
  const words = say().cli
  const width = widthOf(COMMANDS)
  const groups = GROUPS.flatMap((group) => [
    `${words.groups[group]}`,
    ...COMMANDS.filter((command) => command.group === group).map((command) => renderSummary(command, width)),
    '',
  ])
  const lines = [
    words.helpIntro,
    '',
    words.helpUsage,
    '',
    ...groups,
    words.optionsTitle,
    ...renderOptions(GLOBAL_OPTIONS),
  ]
  return `${[...lines, '', ...words.helpOutro].join('\n')}\n`
}

/** The commands that begin with one word. */
export function renderFamilyHelp(family: readonly NamedCommand[]): string {
  const width = widthOf(family)
  const lines = family.map((command) => renderSummary(command, width))
  return `${[...lines, '', say().cli.helpOutro[0]].join('\n')}\n`
}

function widthOf(commands: readonly Pick<NamedCommand, 'name'>[]): number {
  return Math.max(...commands.map(({ name }) => name.length)) + 2
}

function renderSummary({ name }: Pick<NamedCommand, 'name'>, width: number): string {
  return `  ${padEnd(name, width)}${say().cli.summaries[name]}`
}

/** One command: what it does, its usage, its options. */
export function renderCommandHelp(command: NamedCommand): string {
  const { name, options, oneOf = [] } = command
  const words = say().cli
  const operand = describeOperands(command)
  const shownOperand = operand === null ? '' : ` ${operand}`
  const required = options.filter((option) => option.required).map((option) => ` ${withValue(option)}`)
  const either = oneOf.map((flag) => withValue(options.find((option) => option.flag === flag) ?? { flag }))
  const shownEither = either.length === 0 ? '' : ` (${either.join(' | ')})`
  const lines = [
    words.summaries[name],
    '',
    `${words.usage} datadeed ${name}${shownOperand}${required.join('')}${shownEither} ${words.moreOptions}`,
    '',
    ...(options.length === 0 ? [] : [words.optionsTitle, ...renderOptions(options), '']),
    words.globalOptionsTitle,
    ...renderOptions(GLOBAL_OPTIONS),
    '',
    words.twinNote,
  ]
  return `${lines.join('\n')}\n`
}

function withValue({ flag, value }: Pick<OptionSpec, 'flag' | 'value'>): string {
  return value === undefined ? `--${flag}` : `--${flag} ${say().cli.values[value]}`
}

function renderOptions(options: readonly OptionSpec[]): string[] {
  const words = say().cli
  const flags = options.map((option) => {
    const short = option.short === undefined ? '    ' : `-${option.short}, `
    const value = option.value === undefined ? '' : ` ${words.values[option.value]}`
    return `  ${short}--${option.flag}${value}${option.many === undefined ? '' : ' …'}`
  })
  return options.map((option, index) => `${padEnd(flags[index] ?? '', 34)}  ${words.about[option.about]}`)
}

/** Commands, all of them if none are given, as a program reads them. */
export function buildCommandFacts(commands: readonly Pick<NamedCommand, 'name' | 'group'>[] = COMMANDS) {
  return commands.map(({ name, group }) => ({ name, group, summary: say().cli.summaries[name] }))
}

/** One command with its options, as a program reads it. */
export function buildOneCommandFacts(command: NamedCommand) {
  const { name, group, options } = command
  const words = say().cli
  return {
    name,
    group,
    summary: words.summaries[name],
    operands: describeOperands(command),
    options: [...options, ...GLOBAL_OPTIONS].map((option) => ({
      flag: `--${option.flag}`,
      value: option.value === undefined ? null : words.values[option.value],
      about: words.about[option.about],
      required: option.required ?? false,
      repeatable: option.many ?? false,
      choices: option.choices ?? null,
    })),
  }
}

function describeOperands(command: NamedCommand): string | null {
  const names = operandNames(command).map((value) => say().cli.values[value])
  return names.length === 0 ? null : `${names.join(' ')}${command.operands?.many === undefined ? '' : '…'}`
}
