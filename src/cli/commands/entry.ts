import type { Command } from '../command.ts'
import type { Declaration } from '../options.ts'

/** Who a command is for, in the order of the help. */
export const GROUPS = ['seller', 'buyer', 'anyone', 'unattended', 'handover'] as const

/** A command: what it takes, and where it is. Its module is read only when it is to run, so that help is quick. */
export interface Entry extends Declaration {
  readonly name: string
  readonly group: (typeof GROUPS)[number]
  /** Whether the ledger tells of it: `effects` do not happen unless it can, `reads` are told if they can be. */
  readonly records?: 'effects' | 'reads'
  readonly load: () => Promise<Command>
}
