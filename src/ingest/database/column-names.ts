import { DatadeedError } from '../../errors.ts'
import { COLUMNS, NAME_BYTES } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { Column } from '../../table.ts'
import { looksLikeValue } from '../csv/header.ts'

/**
 * The rules of a CSV's header line, for names that a database gives.
 * @throws DatadeedError SHAPE, LIMIT, VALUE, with all columns that have the first kind of fault
 */
export function assertColumnNames(columns: readonly Column[], path: string, table: string): void {
  const { databases } = say()
  const place = { path: printable(path), table: printable(table, 60) }
  const numbers = (faulty: (column: Column) => boolean): number[] =>
    columns.filter(faulty).map(({ index }) => index + 1)
  const refuse = (code: 'SHAPE' | 'LIMIT' | 'VALUE', sentence: string): never => {
    throw new DatadeedError(code, sentence, { hints: [databases.hintRename] })
  }
  if (columns.length === 0) refuse('SHAPE', databases.noColumns(place))
  if (columns.length > COLUMNS) {
    refuse('LIMIT', databases.tooManyColumns({ ...place, got: columns.length, most: COLUMNS }))
  }
  const faults = [
    ['SHAPE', numbers(({ name }) => name.trim() === ''), databases.emptyNames],
    ['VALUE', numbers(({ name }) => name.includes('\0') || !name.isWellFormed()), databases.badNames],
    ['LIMIT', numbers(({ name }) => Buffer.byteLength(name) > NAME_BYTES), databases.longNames],
    ['SHAPE', numbers(({ name }) => looksLikeValue(name)), databases.valuesAsNames],
    ['SHAPE', findDoubles(columns), databases.doubleNames],
  ] as const
  for (const [code, found, sentence] of faults) {
    if (found.length > 0) refuse(code, sentence({ ...place, columns: found.slice(0, 10) }))
  }
}

/** Numbers of the columns whose name an earlier one has. */
function findDoubles(columns: readonly Column[]): number[] {
  const seen = new Set<string>()
  return columns.flatMap(({ index, name }) => {
    if (seen.has(name)) return [index + 1]
    seen.add(name)
    return []
  })
}
