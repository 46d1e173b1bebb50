import { existsSync, globSync, readdirSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { assertNoPassword, isPostgres } from '../postgres/index.ts'
import type { ExportRequest } from '../seal/index.ts'
import type { Values } from './values.ts'

/** One export of a command line: a file, standard input, or files that make one table. */
export type ExportSource = Pick<ExportRequest, 'path' | 'joined'>

const STANDARD_INPUT = '-'

/**
 * The operands, with patterns and folders expanded, in their order.
 * @throws DatadeedError IO_READ for a pattern that nothing matches, USAGE
 */
export function readSources(values: Values): ExportSource[] {
  const name = values.text('join')
  const sources = distinct(values.operands.flatMap(expand))
  if (name === undefined) return sources
  const paths = sources.flatMap(({ path, joined }) => joined?.paths ?? [path])
  if (paths.includes(STANDARD_INPUT)) throw new DatadeedError('USAGE', say().cli.stdinJoined)
  return [{ path: name, joined: { paths, label: name, name } }]
}

/** Every file that is read, for checks of outputs against inputs. */
export function inputPaths(sources: readonly ExportSource[]): string[] {
  return sources.flatMap(({ path, joined }) => joined?.paths ?? [path])
}

function expand(word: string): ExportSource[] {
  if (isPostgres(word)) {
    assertNoPassword(word)
    return [{ path: word }]
  }
  if (statSync(word, { throwIfNoEntry: false })?.isDirectory()) return [readFolder(word)]
  if (existsSync(word) || !/[*?[{]/.test(word)) return [{ path: word }]
  const found = globSync(word).sort()
  if (found.length > 0) return found.map((path) => ({ path }))
  throw new DatadeedError('IO_READ', say().cli.noFileMatches({ pattern: printable(word) }), {
    hints: [say().cli.hintMissing],
  })
}

/** The files of a folder, by name, as one table. Names that begin with a dot are the system's, not exports. */
function readFolder(folder: string): ExportSource {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'))
  const inner = entries.find((entry) => entry.isDirectory())
  const shown = { folder: printable(folder) }
  if (inner !== undefined) {
    throw new DatadeedError('USAGE', say().cli.folderHasFolder({ ...shown, inner: printable(inner.name) }), {
      hints: [say().cli.hintFolderHasFolder],
    })
  }
  if (entries.length === 0)
    throw new DatadeedError('IO_READ', say().cli.folderIsEmpty(shown), {
      hints: [say().cli.hintFolderHasFolder],
    })
  const paths = entries.map(({ name }) => join(folder, name)).sort()
  return { path: folder, joined: { paths, label: folder, name: basename(resolve(folder)) } }
}

function distinct(sources: readonly ExportSource[]): ExportSource[] {
  return [...new Map(sources.map((source) => [source.path, source])).values()]
}

const SECRETS = ['key', 'passphrase-file'] as const

/** @throws DatadeedError USAGE if standard input is a terminal, or is to be a secret as well */
export function assertStdinFree(values: Values): void {
  if (!values.operands.includes(STANDARD_INPUT)) return
  const flag = SECRETS.find((secret) => values.text(secret) === STANDARD_INPUT)
  if (flag !== undefined) {
    throw new DatadeedError('USAGE', say().cli.stdinTwice({ flag }), { hints: [say().cli.hintStdinTwice] })
  }
  if (process.stdin.isTTY !== true) return
  throw new DatadeedError('USAGE', say().cli.nothingPiped, { hints: [say().cli.hintNothingPiped] })
}
