import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { parseUrl } from './parse-url.ts'
import { readService } from './service-file.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** How to reach a database, complete but for the password. */
export interface Parameters {
  /** A name, an address, or the folder of a Unix socket. */
  readonly host: string
  readonly port: number
  readonly dbname: string
  readonly user: string
  readonly sslmode: SslMode
  readonly sslrootcert?: string | undefined
  readonly sslcert?: string | undefined
  readonly sslkey?: string | undefined
  readonly options?: string | undefined
  readonly timeoutSeconds: number
  /** Of the environment or a service file; a URL has none. */
  readonly password?: string | undefined
  readonly passfile?: string | undefined
  /** True if nothing said where the server is, or its usual socket: password files then know it as localhost. */
  readonly usualSocket: boolean
}

export const SSL_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const
export type SslMode = (typeof SSL_MODES)[number]

/** https://www.postgresql.org/docs/current/libpq-envars.html */
const VARIABLES: Readonly<Record<string, string>> = {
  PGHOST: 'host',
  PGHOSTADDR: 'hostaddr',
  PGPORT: 'port',
  PGDATABASE: 'dbname',
  PGUSER: 'user',
  PGPASSWORD: 'password',
  PGPASSFILE: 'passfile',
  PGOPTIONS: 'options',
  PGSSLMODE: 'sslmode',
  PGSSLROOTCERT: 'sslrootcert',
  PGSSLCERT: 'sslcert',
  PGSSLKEY: 'sslkey',
  PGSSLCRL: 'sslcrl',
  PGSSLCRLDIR: 'sslcrldir',
  PGSSLNEGOTIATION: 'sslnegotiation',
  PGSSLMINPROTOCOLVERSION: 'ssl_min_protocol_version',
  PGSSLMAXPROTOCOLVERSION: 'ssl_max_protocol_version',
  PGSSLCERTMODE: 'sslcertmode',
  PGCHANNELBINDING: 'channel_binding',
  PGREQUIREAUTH: 'require_auth',
  PGREQUIREPEER: 'requirepeer',
  PGGSSENCMODE: 'gssencmode',
  PGCONNECT_TIMEOUT: 'connect_timeout',
  PGTARGETSESSIONATTRS: 'target_session_attrs',
}

const UNDERSTOOD = new Set([
  ...[
    'host',
    'port',
    'dbname',
    'user',
    'password',
    'passfile',
    'sslmode',
    'sslrootcert',
    'sslcert',
    'sslkey',
  ],
  ...['options', 'connect_timeout', 'service'],
  // Without a say in what is read, or from whom.
  ...['application_name', 'fallback_application_name', 'client_encoding', 'keepalives', 'keepalives_idle'],
  ...['keepalives_interval', 'keepalives_count', 'tcp_user_timeout'],
])

/** Values of others under which nothing is asked for that is not done. */
const HARMLESS: Readonly<Record<string, readonly string[]>> = {
  gssencmode: ['disable', 'prefer'],
  channel_binding: ['disable', 'prefer'],
  sslnegotiation: ['postgres'],
  sslcertmode: ['allow'],
  target_session_attrs: ['any'],
  load_balance_hosts: ['disable'],
}

const CONNECT_SECONDS = 30
const USUAL_PORT = 5432

/**
 * A URL's parameters, completed as libpq does: by the service that is named, then by the environment.
 * @throws DatadeedError USAGE, IO_READ for a service that nobody defines
 */
export function findParameters(operand: string, env: Environment = process.env): Parameters {
  const given = parseUrl(operand)
  const service = given.get('service') ?? env.PGSERVICE
  const found = new Map(given)
  const complete = (entries: Iterable<readonly [string, string]>): void => {
    for (const [name, value] of entries) if (!found.has(name)) found.set(name, value)
  }
  if (service !== undefined && service !== '') complete(readService(service, env))
  complete(readEnvironment(env))
  for (const [name, value] of found) assertUnderstood(name, value)
  return asParameters(found)
}

function readEnvironment(env: Environment): [string, string][] {
  return Object.entries(VARIABLES).flatMap(([variable, name]): [string, string][] => {
    const value = env[variable]
    return value === undefined || value === '' ? [] : [[name, value]]
  })
}

function assertUnderstood(name: string, value: string): void {
  if (UNDERSTOOD.has(name) || HARMLESS[name]?.includes(value)) return
  const { postgres } = say()
  throw new DatadeedError('USAGE', postgres.notUnderstood({ name: printable(name, 60) }), {
    hints: [postgres.hintNotUnderstood],
  })
}

function asParameters(found: ReadonlyMap<string, string>): Parameters {
  const port = readNumber(found, 'port', USUAL_PORT, 65_535)
  const usual = usualHost(port)
  const host = found.get('host') || usual
  if (host.includes(',')) {
    throw new DatadeedError('USAGE', say().postgres.severalHosts, { hints: [say().postgres.hintUrl] })
  }
  const user = found.get('user') || userInfo().username
  const sslmode = SSL_MODES.find((mode) => mode === (found.get('sslmode') || 'prefer'))
  if (sslmode === undefined) throw badValue('sslmode', SSL_MODES.join(', '))
  return {
    host,
    port,
    user,
    dbname: found.get('dbname') || user,
    sslmode,
    sslrootcert: found.get('sslrootcert'),
    sslcert: found.get('sslcert'),
    sslkey: found.get('sslkey'),
    options: found.get('options'),
    timeoutSeconds: readNumber(found, 'connect_timeout', CONNECT_SECONDS, 86_400) || CONNECT_SECONDS,
    password: found.get('password'),
    passfile: found.get('passfile'),
    usualSocket: host === usual,
  }
}

/** Debian's folder for sockets, or the one of an unchanged PostgreSQL, whichever has one. */
function usualHost(port: number): string {
  if (process.platform === 'win32') return 'localhost'
  const folders = ['/var/run/postgresql', '/tmp']
  return folders.find((folder) => existsSync(`${folder}/.s.PGSQL.${port}`)) ?? '/var/run/postgresql'
}

function readNumber(found: ReadonlyMap<string, string>, name: string, usual: number, most: number): number {
  const text = found.get(name) || String(usual)
  if (/^\d{1,6}$/.test(text) && Number(text) <= most) return Number(text)
  throw badValue(name, `0 … ${most}`)
}

function badValue(name: string, expected: string): DatadeedError {
  return new DatadeedError('USAGE', say().postgres.badValue({ name, expected }))
}
