import { DatadeedError, type ErrorCode } from '../../../errors.ts'
import { say } from '../../../messages/index.ts'
import { printable } from '../../../messages/printable.ts'

// Result codes: https://www.sqlite.org/rescode.html
const KINDS: Readonly<Record<number, keyof typeof CODES>> = {
  5: 'busy',
  6: 'busy',
  8: 'readOnly',
  11: 'damaged',
  13: 'full',
  14: 'readOnly',
  18: 'tooLarge',
  19: 'rule',
  20: 'rule',
  26: 'noDatabase',
}

const CODES = {
  busy: 'LOCKED',
  readOnly: 'IO_WRITE',
  damaged: 'DAMAGED',
  full: 'NOSPACE',
  tooLarge: 'LIMIT',
  rule: 'VALUE',
  noDatabase: 'FORMAT',
  failed: 'IO_WRITE',
} as const satisfies Readonly<Record<string, ErrorCode>>

/** The error that a person sees for one of SQLite's while it is written to. Its words may hold a cell. */
export function sqliteWriteFault(cause: unknown, path: string): unknown {
  if (!(cause instanceof Error) || !('errcode' in cause) || typeof cause.errcode !== 'number') return cause
  const code = cause.errcode & 0xff
  const kind = KINDS[code] ?? 'failed'
  const words = say().intoSqlite
  return new DatadeedError(CODES[kind], words[kind]({ path: printable(path), code }), {
    hints: [words.hints[kind]],
    cause,
  })
}
