import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { Command } from '../command.ts'

/** Who a command is for, in the order of the help. */
export const GROUPS = ['seller', 'buyer', 'anyone', 'handover'] as const

/** Every command and where it is; a module is read only when its command is called. */
export const COMMANDS = [
  { name: 'classify', group: 'seller', load: async () => (await import('./classify.ts')).classify },
  { name: 'seal', group: 'seller', load: async () => (await import('./seal.ts')).seal },
  { name: 'restore', group: 'buyer', load: async () => (await import('./restore.ts')).restore },
  { name: 'keygen', group: 'anyone', load: async () => (await import('./keygen.ts')).keygen },
  { name: 'card show', group: 'anyone', load: async () => (await import('./card-show.ts')).cardShow },
  { name: 'card trust', group: 'anyone', load: async () => (await import('./card-trust.ts')).cardTrust },
  { name: 'card list', group: 'anyone', load: async () => (await import('./card-list.ts')).cardList },
  { name: 'inspect', group: 'anyone', load: async () => (await import('./inspect.ts')).inspect },
  { name: 'verify', group: 'anyone', load: async () => (await import('./verify.ts')).verify },
  { name: 'demo', group: 'handover', load: async () => (await import('./demo.ts')).demo },
] as const satisfies readonly { name: string; group: (typeof GROUPS)[number]; load: () => Promise<Command> }[]

type CommandName = (typeof COMMANDS)[number]['name']

export interface NamedCommand {
  readonly name: CommandName
  readonly command: Command
}

/**
 * The command that these words name; undefined when there are none.
 *
 * @throws DatadeedError USAGE for a word that is no command
 */
export async function findCommand(words: readonly string[]): Promise<NamedCommand | undefined> {
  const [first, second] = words
  if (first === undefined) return undefined
  const entry = COMMANDS.find(({ name }) => name === first || name === `${first} ${second}`)
  if (entry !== undefined) return { name: entry.name, command: await entry.load() }
  const inner = COMMANDS.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name)
  const sentence =
    inner.length > 0
      ? say().cli.unfinishedCommand({ command: first, commands: inner.join(', ') })
      : say().cli.unknownCommand({ command: printable(first) })
  throw new DatadeedError('USAGE', sentence, { hints: [say().cli.hintCommands] })
}
