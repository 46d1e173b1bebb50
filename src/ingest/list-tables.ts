import { isPostgres } from '../postgres/index.ts'

/** A table or view of a database, by what `--table` calls it. */
export interface ListedTable {
  readonly name: string
  /** Its own name, without a schema. */
  readonly relation: string
  /** Null where a database has none. */
  readonly schema: string | null
  /** Whether it is found without naming its schema. */
  readonly inPath: boolean
}

/**
 * What can be read of a database as a table, for those who must know what is there before they name what they want.
 * @throws DatadeedError as opening the database does
 */
export async function listTables(operand: string): Promise<ListedTable[]> {
  if (isPostgres(operand)) {
    const { listPostgresTables } = await import('./postgres/list-postgres-tables.ts')
    return listPostgresTables(operand)
  }
  const { listSqliteTables } = await import('./sqlite/list-sqlite-tables.ts')
  return listSqliteTables(operand)
}
