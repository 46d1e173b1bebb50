import type { ListedTable } from '../list-tables.ts'
import { faultOf } from './faults.ts'
import { listAll } from './find-tables.ts'
import { openDatabase } from './open-database.ts'

export async function listSqliteTables(path: string): Promise<ListedTable[]> {
  await using database = await openDatabase(path)
  try {
    return listAll(database.connection)
      .filter(({ type }) => type !== 'shadow')
      .map(({ name }) => ({ name, relation: name, schema: null, inPath: true }))
  } catch (cause) {
    throw faultOf(cause, path)
  }
}
