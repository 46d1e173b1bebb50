import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Environment } from './find-parameters.ts'

/** Where Debian's libpq looks for the file of the whole system. */
const SYSTEM_FOLDER = '/etc/postgresql-common'

/**
 * What a service file says of a service: https://www.postgresql.org/docs/current/libpq-pgservice.html
 * @throws DatadeedError IO_READ if no file has the service, USAGE for a line that is none of such a file
 */
export function readService(service: string, env: Environment): Map<string, string> {
  const files = [userFile(env), join(env.PGSYSCONFDIR || SYSTEM_FOLDER, 'pg_service.conf')]
  for (const file of files) {
    const text = readIfThere(file)
    const found = text === undefined ? undefined : findService(text, service, file)
    if (found !== undefined) return found
  }
  const told = { service: printable(service, 60), files: files.map((file) => printable(file)) }
  throw new DatadeedError('IO_READ', say().postgres.noService(told))
}

function userFile(env: Environment): string {
  if (env.PGSERVICEFILE) return env.PGSERVICEFILE
  const appData = process.platform === 'win32' ? env.APPDATA : undefined
  return appData === undefined
    ? join(env.HOME || homedir(), '.pg_service.conf')
    : join(appData, 'postgresql', '.pg_service.conf')
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
    if (reason === 'ENOENT' || reason === 'ENOTDIR') return undefined
    throw new DatadeedError('IO_READ', say().ingest.cannotRead({ path: printable(file), reason }), { cause })
  }
}

/** The first section of that name. No line of the file gets into a sentence: one may be a password. */
function findService(text: string, service: string, file: string): Map<string, string> | undefined {
  let found: Map<string, string> | undefined
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const section = /^\[(.*)\]$/.exec(line)?.[1]
    if (section !== undefined) {
      if (found !== undefined) return found
      if (section === service) found = new Map()
      continue
    }
    if (found === undefined) continue
    const equals = line.indexOf('=')
    if (equals < 1 || line.slice(0, equals) === 'service') {
      throw new DatadeedError(
        'USAGE',
        say().postgres.badServiceLine({ path: printable(file), line: index + 1 }),
      )
    }
    if (!found.has(line.slice(0, equals))) found.set(line.slice(0, equals), line.slice(equals + 1))
  }
  return found
}
