import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type ConnectionOptions, getCACertificates } from 'node:tls'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Environment, Parameters } from './find-parameters.ts'

/** One try of a connection: without TLS, or with it under these conditions. */
export type Attempt = ConnectionOptions | false

/**
 * What is tried, in order: https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-SSLMODE-STATEMENTS
 * A Unix socket is never encrypted.
 *
 * @throws DatadeedError IO_READ for a certificate file that is named, or needed, and cannot be read
 */
export function planAttempts(parameters: Parameters, env: Environment = process.env): Attempt[] {
  const { host, sslmode } = parameters
  if (host.startsWith('/') || sslmode === 'disable') return [false]
  const tls = buildOptions(parameters, env)
  switch (sslmode) {
    case 'allow':
      return [false, tls]
    case 'prefer':
      return [tls, false]
    case 'require':
    case 'verify-ca':
    case 'verify-full':
      return [tls]
    default:
      return sslmode satisfies never
  }
}

/** `require` checks the authority as well where there is a file of it, as libpq does; `allow` and `prefer` never do. */
function buildOptions(parameters: Parameters, env: Environment): ConnectionOptions {
  const { sslmode } = parameters
  const folder = join(env.HOME || homedir(), '.postgresql')
  const root = parameters.sslrootcert || join(folder, 'root.crt')
  const hasRoot = root === 'system' || existsSync(root)
  const verifies = sslmode.startsWith('verify') || (sslmode === 'require' && hasRoot)
  const own = readOwn(parameters, folder)
  if (!verifies) return { rejectUnauthorized: false, ...own }
  const ca = root === 'system' ? getCACertificates('system') : [readNeeded(root)]
  // The name is checked by verify-full alone, and always against the system's authorities, which vouch for anybody.
  const named = sslmode === 'verify-full' || root === 'system'
  return { rejectUnauthorized: true, ca, ...own, ...(named ? {} : { checkServerIdentity: () => undefined }) }
}

/** The certificate by which a server may know its client. */
function readOwn({ sslcert, sslkey }: Parameters, folder: string): ConnectionOptions {
  const certificate = sslcert || join(folder, 'postgresql.crt')
  if (sslcert === undefined && !existsSync(certificate)) return {}
  return { cert: readNeeded(certificate), key: readNeeded(sslkey || join(folder, 'postgresql.key')) }
}

function readNeeded(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    const { postgres } = say()
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
    throw new DatadeedError('IO_READ', postgres.noCertificate({ path: printable(path), reason }), {
      hints: [postgres.hintCertificate],
      cause,
    })
  }
}
