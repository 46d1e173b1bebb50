import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { ExportOptions } from '../open-export.ts'

/** What of a database is read: its ordinary tables unless some are named, or the rows of one query. */
export interface DatabaseOptions {
  readonly tables?: readonly string[] | undefined
  readonly query?: string | undefined
}

/** The table that a query makes, unless --name says otherwise. */
export const QUERY_NAME = 'query'

/**
 * A database says itself what a CSV must be told.
 * @throws DatadeedError USAGE
 */
export function assertDatabaseOptions(operand: string, options: ExportOptions): DatabaseOptions {
  const { database = {}, encoding, delimiter, header, expectSha256 } = options
  const foreign = Object.entries({
    encoding: encoding !== undefined,
    delimiter: delimiter !== undefined,
    header: header === true,
    'no-header': header === false,
    'expect-sha256': expectSha256 !== undefined,
  }).flatMap(([flag, given]) => (given ? [`--${flag}`] : []))
  if (foreign.length > 0) {
    const flags = foreign.join(', ')
    throw new DatadeedError('USAGE', say().databases.foreignFlags({ path: printable(operand), flags }))
  }
  if (database.query !== undefined && (database.tables?.length ?? 0) > 0) {
    throw new DatadeedError('USAGE', say().databases.tableAndQuery)
  }
  return database
}

/** @throws DatadeedError USAGE, with all that are asked for and not there, and what is */
export function assertTablesFound(path: string, missing: readonly string[], known: readonly string[]): void {
  if (missing.length === 0) return
  const { databases } = say()
  const sentence = databases.noSuchTables({ path: printable(path), names: listNames(missing) })
  const hints = known.length === 0 ? [] : [databases.hintTables({ names: listNames(known) })]
  throw new DatadeedError('USAGE', sentence, { hints })
}

const SHOWN = 20

/** Names for a sentence, not all of very many. */
export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).map((name) => printable(name, 60))
  return say().databases.names({ names: shown, more: names.length - shown.length })
}
