import { postgresFault } from '../../postgres/index.ts'
import type { ListedTable } from '../list-tables.ts'
import { listRelations } from './find-tables.ts'
import { Snapshot } from './snapshot.ts'

/** Partitions are no tables of their own. */
export async function listPostgresTables(operand: string): Promise<ListedTable[]> {
  const snapshot = await Snapshot.open(operand)
  try {
    const listed = await listRelations(snapshot.holder)
    return listed
      .filter(({ isPartition }) => !isPartition)
      .map(({ name, relation, schema, inPath }) => ({ name, relation, schema, inPath }))
  } catch (cause) {
    throw postgresFault(cause, operand)
  } finally {
    await snapshot[Symbol.asyncDispose]()
  }
}
