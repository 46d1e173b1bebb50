import { basename } from 'node:path'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

/** What --name says, by export and, where it names no export, by table: of a workbook or a database. */
export interface TableNames {
  readonly byPath: ReadonlyMap<string, string>
  readonly byTable: ReadonlyMap<string, string>
}

/** @throws DatadeedError USAGE for a name that says nothing certain */
export function readNames(given: readonly string[], paths: readonly string[]): TableNames {
  const byPath = new Map<string, string>()
  const byTable = new Map<string, string>()
  for (const text of given) {
    const match = findNamed(text, paths)
    if (match !== undefined) {
      byPath.set(match.path, match.name)
      continue
    }
    const [only, ...more] = paths
    if (only !== undefined && more.length === 0 && !text.includes('=')) {
      byPath.set(only, text)
      continue
    }
    const equals = text.indexOf('=')
    if (equals < 1) {
      throw new DatadeedError('USAGE', say().cli.nameNeedsFile({ name: printable(text) }), {
        hints: [say().cli.hintNameFile],
      })
    }
    byTable.set(text.slice(0, equals), text.slice(equals + 1))
  }
  return { byPath, byTable }
}

/** FILE=NAME, where FILE is an export as given or its base name; both may hold "=" themselves. */
export function findNamed(
  text: string,
  paths: readonly string[],
): { path: string; name: string } | undefined {
  for (const path of paths) {
    for (const file of [path, basename(path)]) {
      if (text.startsWith(`${file}=`)) return { path, name: text.slice(file.length + 1) }
    }
  }
  return undefined
}
