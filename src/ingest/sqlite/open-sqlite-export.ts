import { assertColumnNames } from '../database/column-names.ts'
import { assertDatabaseOptions } from '../database/options.ts'
import type { ExportOptions } from '../open-export.ts'
import type { OpenedExport, TableSource } from '../table-source.ts'
import { typedDialect, typedPreamble } from '../typed/slice-writer.ts'
import { faultOf } from './faults.ts'
import { findRelations, type Relation } from './find-tables.ts'
import { type OpenDatabase, openDatabase } from './open-database.ts'
import { readSlices } from './read-rows.ts'

/**
 * Opens an SQLite file: every ordinary table, those that are named, or the rows of one query. Rows come in the order of
 * rowid or primary key; of a view or query in its own.
 *
 * @throws USAGE, FORMAT, EMPTY, DAMAGED, CHANGED, SHAPE, VALUE, LIMIT, IO_READ
 */
export async function openSqliteExport(path: string, options: ExportOptions = {}): Promise<OpenedExport> {
  const chosen = assertDatabaseOptions(path, options)
  const database = await openDatabase(path)
  try {
    const { relations, notes } = findRelations(database.connection, chosen, path)
    for (const { columns, name } of relations) assertColumnNames(columns, path, name)
    const weights = relations.map((relation) => countRoughly(database, relation))
    const all = weights.reduce((sum, weight) => sum + weight, 0)
    const tables = relations.map((relation, index) => {
      const rows = weights[index] ?? 1
      return asTable(database, relation, { rows, size: Math.round((database.size * rows) / all) })
    })
    return { path, tables, notes, [Symbol.asyncDispose]: () => database[Symbol.asyncDispose]() }
  } catch (cause) {
    await database[Symbol.asyncDispose]()
    throw faultOf(cause, path)
  }
}

/** `expected`: how much of the file a table is, for progress: nobody counts rows only for that. */
function asTable(
  database: OpenDatabase,
  relation: Relation,
  expected: { readonly rows: number; readonly size: number },
): TableSource {
  const { columns, from, name } = relation
  const readTo = (rows: number): number => Math.round(expected.size * Math.min(1, rows / expected.rows))
  return {
    path: database.path,
    name,
    size: expected.size,
    dialect: typedDialect(columns.length),
    preamble: typedPreamble(columns),
    preambleLines: 1,
    columns,
    description: { kind: 'sqlite', from },
    remarks: [],
    excluded: () => [],
    rereadable: true,
    slices: (request) => readSlices(database, relation, request, readTo),
    assertUnchanged: () => database.assertUnchanged(),
  }
}

/** The highest rowid is near the number of rows where few were deleted, and is found at once. */
function countRoughly({ connection }: OpenDatabase, { name, from }: Relation): number {
  if (from !== 'table') return 1
  try {
    const [row] = connection
      .prepare(`SELECT max(_rowid_) AS rows FROM main."${name.replaceAll('"', '""')}"`)
      .all()
    return Math.max(1, Number(row?.rows ?? 1)) || 1
  } catch {
    // A table without rowid.
    return 1
  }
}
