import { readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Environment, Parameters } from './find-parameters.ts'

/** A password, or why there is none; `path` is the file that was looked into. */
export type FoundPassword =
  | { readonly password: string }
  | { readonly because: 'missing' | 'no-line' | 'open-to-others'; readonly path: string }

/** Others may neither read nor write the file, as libpq demands it. */
const FOR_OTHERS = 0o077

/**
 * The password of the first line of a password file that fits:
 * https://www.postgresql.org/docs/current/libpq-pgpass.html
 */
export function findPassword(parameters: Parameters, env: Environment = process.env): FoundPassword {
  if (parameters.password !== undefined) return { password: parameters.password }
  const path = parameters.passfile || usualFile(env)
  const text = readPrivate(path)
  if (typeof text !== 'string') return { because: text.because, path }
  const { host, port, dbname, user, usualSocket } = parameters
  const wanted = [usualSocket && host.startsWith('/') ? 'localhost' : host, String(port), dbname, user]
  for (const line of text.split(/\r?\n/)) {
    const fields = line.startsWith('#') ? undefined : splitLine(line)
    const password = fields?.[wanted.length]
    if (fields === undefined || password === undefined || password === '') continue
    if (
      wanted.every((value, index) => fields[index] === '*' || withoutEscapes(fields[index] ?? '') === value)
    ) {
      return { password: withoutEscapes(password) }
    }
  }
  return { because: 'no-line', path }
}

function usualFile(env: Environment): string {
  const appData = process.platform === 'win32' ? env.APPDATA : undefined
  return appData === undefined
    ? join(env.HOME || homedir(), '.pgpass')
    : join(appData, 'postgresql', 'pgpass.conf')
}

function readPrivate(path: string): string | { readonly because: 'missing' | 'open-to-others' } {
  try {
    const { mode } = statSync(path)
    if (process.platform !== 'win32' && (mode & FOR_OTHERS) !== 0) return { because: 'open-to-others' }
    return readFileSync(path, 'utf8')
  } catch {
    return { because: 'missing' }
  }
}

/** The five fields of a line, still with their backslashes; what stands behind a fifth colon is left out. */
function splitLine(line: string): string[] {
  return Array.from(line.matchAll(/((?:\\.|[^:\\])*\\?)(?::|$)/gy), ([, field = '']) => field).slice(0, 5)
}

function withoutEscapes(field: string): string {
  return field.replace(/\\(.)/g, '$1')
}
