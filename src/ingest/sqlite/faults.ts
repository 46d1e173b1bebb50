import { DatadeedError, type ErrorCode } from '../../errors.ts'
import { ROW_BYTES } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { Relation } from './find-tables.ts'

// Result codes: https://www.sqlite.org/rescode.html
const NOMEM = 7
const IOERR = 10
const CORRUPT = 11
const CANTOPEN = 14
const TOOBIG = 18
const NOTADB = 26

/** SQLite's own result code, if an error is one of SQLite's. */
function codeOf(cause: unknown): number | undefined {
  if (!(cause instanceof Error) || !('errcode' in cause)) return undefined
  return typeof cause.errcode === 'number' ? cause.errcode & 0xff : undefined
}

/** The error that a person sees for one of SQLite's; any other comes back as it is. Its words may hold a cell. */
export function faultOf(cause: unknown, path: string, from?: Relation['from']): unknown {
  const code = codeOf(cause)
  if (code === undefined) return isTooLong(cause) ? tooLong(cause, path) : cause
  const { databases } = say()
  const told = { path: printable(path) }
  const as = (kind: ErrorCode, sentence: string, ...hints: string[]): DatadeedError =>
    new DatadeedError(kind, sentence, { hints, cause })
  switch (code) {
    case NOTADB:
      return as('FORMAT', databases.notSqlite(told), databases.hintNotSqlite)
    case CORRUPT:
      return as('DAMAGED', databases.damaged(told), databases.hintDamaged(told))
    case IOERR:
    case CANTOPEN:
      return as('IO_READ', say().ingest.cannotRead({ ...told, reason: `SQLite ${code}` }))
    case TOOBIG:
    case NOMEM:
      return tooLong(cause, path)
    default:
      if (from === 'query') {
        const reason = databases.failedRunning({ code: `SQLite ${code}` })
        return as('USAGE', databases.badQuery({ ...told, reason }), databases.hintQuery)
      }
      return as('FORMAT', databases.refused({ ...told, code }), databases.hintDamaged(told))
  }
}

/** What SQLite says of a query's own words; it names columns, tables and places in the query, and has read no cell yet. */
export function queryFault(cause: unknown, path: string): unknown {
  if (cause instanceof DatadeedError || !(cause instanceof Error)) return cause
  const { databases } = say()
  const told = { path: printable(path), reason: printable(cause.message, 200) }
  return new DatadeedError('USAGE', databases.badQuery(told), { hints: [databases.hintQuery], cause })
}

function isTooLong(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ERR_STRING_TOO_LONG'
}

function tooLong(cause: unknown, path: string): DatadeedError {
  const { databases, ingest } = say()
  return new DatadeedError('LIMIT', databases.rowTooLong({ path: printable(path), most: ROW_BYTES }), {
    hints: [ingest.hintCheckExport],
    cause,
  })
}
