import { DatadeedError, type ErrorCode } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { reasonOf, sqlStateOf } from './faults.ts'

/** By the class of an SQLSTATE, or the whole of it, which goes first; the others are a server's own trouble. */
const KINDS: Readonly<Record<string, keyof typeof CODES>> = {
  '42501': 'noWriteRight',
  '25006': 'readOnly',
  '53100': 'diskFull',
  '55P03': 'busy',
  '42P07': 'appeared',
  '42710': 'appeared',
  '23505': 'rule',
  '2BP01': 'needed',
  '54': 'tooLarge',
  '22': 'rule',
  '23': 'rule',
  P0: 'rule',
  '08': 'brokenWrite',
  '57': 'brokenWrite',
  '58': 'brokenWrite',
}

const CODES = {
  noWriteRight: 'IO_WRITE',
  readOnly: 'IO_WRITE',
  diskFull: 'NOSPACE',
  busy: 'LOCKED',
  appeared: 'EXISTS',
  needed: 'EXISTS',
  tooLarge: 'LIMIT',
  rule: 'VALUE',
  brokenWrite: 'IO_WRITE',
  failedWrite: 'IO_WRITE',
} as const satisfies Readonly<Record<string, ErrorCode>>

/**
 * The error that a person sees where something failed on a connection that writes. The server's words may hold a cell:
 * only their class is told.
 */
export function postgresWriteFault(cause: unknown, path: string): unknown {
  if (cause instanceof DatadeedError || !(cause instanceof Error)) return cause
  const state = sqlStateOf(cause)
  const reason = state ?? reasonOf(cause)
  const kind =
    state === undefined ? 'brokenWrite' : (KINDS[state] ?? KINDS[state.slice(0, 2)] ?? 'failedWrite')
  const words = say().intoPostgres
  return new DatadeedError(CODES[kind], words[kind]({ path: printable(path), reason }), {
    hints: [words.hints[kind]],
    cause,
  })
}
