import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'

const SCHEME = /^postgres(?:ql)?:/i

/** Whether an operand names a PostgreSQL database; `postgres:` alone leaves everything to the environment. */
export function isPostgres(operand: string): boolean {
  return SCHEME.test(operand)
}

/**
 * The parameters that a URL of libpq's form names:
 * https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS
 *
 * @throws DatadeedError USAGE; the URL is not in its sentence, since it may hold a password
 */
export function parseUrl(operand: string): Map<string, string> {
  const [, authority, path = '', query = ''] =
    /^postgres(?:ql)?:(?:\/\/([^/?]*)(?:\/([^?]*))?)?(?:\?(.*))?$/is.exec(operand) ?? refuseUrl()
  const found = new Map<string, string>()
  const at = (authority ?? '').lastIndexOf('@')
  const [user = '', password] = at < 0 ? [] : splitOnce((authority ?? '').slice(0, at), ':')
  const [, host = '', port = ''] =
    /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec((authority ?? '').slice(at + 1)) ?? refuseUrl()
  const parts = { user, host: host.replace(/^\[(.*)\]$/, '$1'), port, dbname: path }
  for (const [name, text] of Object.entries(parts)) if (text !== '') found.set(name, decode(text))
  for (const pair of query === '' ? [] : query.split('&')) {
    const [name, value] = splitOnce(pair, '=')
    if (value === undefined || found.has(decode(name))) refuseUrl()
    found.set(decode(name), decode(value ?? ''))
  }
  if (password !== undefined || found.has('password') || found.has('sslpassword')) throw hasPassword()
  return found
}

/**
 * A command line is seen by others, and kept by shells.
 * @throws DatadeedError USAGE if an operand is the URL of a database with a password in it
 */
export function assertNoPassword(operand: string): void {
  if (isPostgres(operand)) parseUrl(operand)
}

function hasPassword(): DatadeedError {
  const { postgres } = say()
  return new DatadeedError('USAGE', postgres.passwordInUrl, {
    hints: [postgres.hintPasswordFile, postgres.hintPasswordElse],
  })
}

function refuseUrl(): never {
  throw new DatadeedError('USAGE', say().postgres.badUrl, { hints: [say().postgres.hintUrl] })
}

function splitOnce(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return refuseUrl()
  }
}
