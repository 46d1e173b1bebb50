import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { looksLikeValue } from '../csv/header.ts'
import { splitPath } from './paths.ts'

/**
 * Requires names that may be told to everybody: not empty, and no telephone numbers, mail addresses or dates, as objects
 * have them that are keyed by what they hold.
 * @param asserted - true if a person said that all of them are names
 * @throws DatadeedError SHAPE
 */
export function assertMemberNames(columns: readonly string[], path: string, asserted: boolean): void {
  const words = say().json
  const empty = columns.findIndex((column) => column.trim() === '')
  if (empty >= 0) {
    throw new DatadeedError('SHAPE', words.emptyName({ path: printable(path) }), {
      hints: [words.hintEmptyName],
    })
  }
  if (asserted) return
  const values = columns.flatMap((column, index) =>
    splitPath(column)?.some(looksLikeValue) === true ? [index + 1] : [],
  )
  if (values.length === 0) return
  const told = { path: printable(path), columns: values.slice(0, 10), count: values.length }
  throw new DatadeedError('SHAPE', words.valuesAsNames(told), {
    hints: [words.hintKeyedByValue, say().ingest.hintHeader],
  })
}
