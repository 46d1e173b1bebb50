import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { ANYONE_COMMANDS } from './anyone-commands.ts'
import { BUYER_COMMANDS } from './buyer-commands.ts'
import type { Entry } from './entry.ts'
import { HANDOVER_COMMANDS } from './handover-commands.ts'
import { SELLER_COMMANDS } from './seller-commands.ts'
import { UNATTENDED_COMMANDS } from './unattended-commands.ts'

/** Every command, declared by whom it is for. */
export const COMMANDS = [
  ...SELLER_COMMANDS,
  ...BUYER_COMMANDS,
  ...ANYONE_COMMANDS,
  ...UNATTENDED_COMMANDS,
  ...HANDOVER_COMMANDS,
]

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
