import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const INVALID_AUTHORIZATION = '28000'
const INVALID_PASSWORD = '28P01'
const NO_DATABASE = '3D000'
const NO_RIGHT = '42501'
const TOO_MANY = '53300'

/** The five characters by which PostgreSQL classes an error. */
export function sqlStateOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error) || !('code' in cause) || !('severity' in cause)) return undefined
  return typeof cause.code === 'string' ? cause.code : undefined
}

/** The error that a person sees where no connection came about. */
export function connectFault(cause: unknown, path: string): unknown {
  if (cause instanceof DatadeedError) return cause
  const { postgres } = say()
  const told = { path: printable(path) }
  const state = sqlStateOf(cause)
  const as = (sentence: string, hint: string): DatadeedError =>
    new DatadeedError('IO_READ', sentence, { hints: [hint] })
  switch (state) {
    case INVALID_PASSWORD:
      return as(postgres.wrongPassword(told), postgres.hintWrongPassword)
    case INVALID_AUTHORIZATION:
      return as(postgres.notLetIn(told), postgres.hintNotLetIn)
    case NO_DATABASE:
      return as(postgres.noDatabase(told), postgres.hintNoDatabase)
    case TOO_MANY:
      return as(postgres.tooManyConnections(told), postgres.hintTooMany)
    default:
      return as(
        postgres.cannotConnect({ ...told, reason: state ?? reasonOf(cause) }),
        postgres.hintCannotConnect,
      )
  }
}

/**
 * The error that a person sees where something failed on a connection. The server's words may hold a cell: only their
 * class is told.
 */
export function postgresFault(cause: unknown, path: string): unknown {
  if (cause instanceof DatadeedError || !(cause instanceof Error)) return cause
  const { postgres } = say()
  const told = { path: printable(path) }
  const state = sqlStateOf(cause)
  if (state === NO_RIGHT) {
    return new DatadeedError('IO_READ', postgres.noRight(told), { hints: [postgres.hintNoRight], cause })
  }
  // Classes 08, 57 and 58: the connection, an operator, or the system put an end to it.
  const broken = state === undefined || /^(?:08|57|58)/.test(state)
  const reason = state ?? reasonOf(cause)
  return broken
    ? new DatadeedError('IO_READ', postgres.broken({ ...told, reason }), { hints: [postgres.hintBroken] })
    : new DatadeedError('IO_READ', postgres.failed({ ...told, reason }), { hints: [postgres.hintFailed] })
}

/** A code of the system's, or of TLS; sentences of libraries may name hosts and users. */
export function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown'
  if ('code' in cause && typeof cause.code === 'string') return cause.code
  if ('errors' in cause && Array.isArray(cause.errors)) return reasonOf(cause.errors[0])
  if (cause.message === 'timeout expired') return 'ETIMEDOUT'
  if (cause.message === NO_TLS) return 'no TLS'
  return 'closed'
}

/** What `pg` says where a server answers that it has no TLS; it has no code. */
export const NO_TLS = 'The server does not support SSL connections'

/** Whether the other of two attempts may do: not where a password was wrong, which no protection mends. */
export function mayTryOtherwise(cause: unknown): boolean {
  return sqlStateOf(cause) === INVALID_AUTHORIZATION || (cause instanceof Error && cause.message === NO_TLS)
}
