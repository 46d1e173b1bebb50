import type { PostgresClient } from '../../postgres/index.ts'
import type { ColumnRemark } from '../table-source.ts'
import type { Relation } from './find-columns.ts'

const NUMBER_TYPES: readonly (string | null | undefined)[] = ['oid', 'lo']

/**
 * Columns whose numbers stand for large objects, which lie beside all tables and are read by none of them. Looked for
 * only where a database has any.
 */
export async function remarkLargeObjects(
  client: PostgresClient,
  { columns, sql }: Relation,
): Promise<ColumnRemark[]> {
  const numbers = columns.filter(({ declared }) => NUMBER_TYPES.includes(declared))
  if (numbers.length === 0) return []
  const counted = numbers.map(
    ({ index }) =>
      `(SELECT count(*) FROM read JOIN pg_catalog.pg_largeobject_metadata AS m ON m.oid = read.c${index}) AS c${index}`,
  )
  const names = columns.map(({ index }) => `c${index}`).join(', ')
  const [row] = await client.query(
    `WITH read (${names}) AS (${sql}\n) SELECT ${counted.join(', ')}
      WHERE EXISTS (SELECT FROM pg_catalog.pg_largeobject_metadata)`,
  )
  return numbers.flatMap(({ index }) => {
    const cells = Number(row?.[`c${index}`] ?? 0)
    return cells === 0 ? [] : [{ column: index, code: 'large-object-not-read', cells, damage: false }]
  })
}
