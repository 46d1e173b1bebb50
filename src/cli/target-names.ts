import { DatadeedError } from '../errors.ts'
import { isDatabase } from '../ingest/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { assertNoPassword } from '../postgres/index.ts'
import type { Values } from './values.ts'

/** How the tables of a deed are called where they were restored to. */
export interface TargetNames {
  readonly tableNames: ReadonlyMap<string, string>
  readonly schema: string | undefined
  readonly prefix: string | undefined
}

/** @throws DatadeedError USAGE */
export function readTargetNames(values: Values, target: string): TargetNames {
  const database = /^sqlite:/i.test(target) || isDatabase(target)
  assertNoPassword(target)
  for (const flag of ['schema', 'prefix']) {
    if (values.on(flag) && !database) throw new DatadeedError('USAGE', say().compare.databaseOnly({ flag }))
  }
  const tableNames = readTables(values.list('table'))
  return { tableNames, schema: values.text('schema'), prefix: values.text('prefix') }
}

function readTables(given: readonly string[]): ReadonlyMap<string, string> {
  const tables = new Map<string, string>()
  for (const text of given) {
    const at = text.indexOf('=')
    const [name, its] = [text.slice(0, Math.max(0, at)), text.slice(at + 1)]
    if (name === '' || its === '')
      throw new DatadeedError('USAGE', say().compare.badTable({ got: printable(text) }))
    if (tables.has(name))
      throw new DatadeedError('USAGE', say().compare.tableTwice({ name: printable(name) }))
    tables.set(name, its)
  }
  return tables
}
