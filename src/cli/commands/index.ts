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
  const { unfinishedCommand, unknownCommand, hintHelp, hintCommands } = say().cli
  const inner = listFamily(first).map(({ name }) => name)
  if (inner.length === 0) {
    throw new DatadeedError('USAGE', unknownCommand({ command: printable(first) }), { hints: [hintCommands] })
  }
  throw new DatadeedError('USAGE', unfinishedCommand({ command: first, commands: inner.join(', ') }), {
    hints: [hintHelp({ command: first })],
  })
}

/** Of a word that is no command by itself, the commands that begin with it. */
export function listFamily(word: string): NamedCommand[] {
  if (COMMANDS.some(({ name }) => name === word)) return []
  return COMMANDS.filter(({ name }) => name.startsWith(`${word} `))
}
