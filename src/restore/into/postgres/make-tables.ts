import { type PostgresClient, quoteName, quoteText } from '../../../postgres/index.ts'
import { describeColumn, describeTable } from '../describe.ts'
import type { PlannedTable } from '../plan-tables.ts'
import type { ColumnType } from '../types/choose-type.ts'

/** A table as SQL names it. */
export function nameTable(schema: string, table: string): string {
  return `${quoteName(schema)}.${quoteName(table)}`
}

/** Creates a table, with what the deed says of it and its columns as comments. */
export async function makeTable(
  client: PostgresClient,
  name: string,
  {
    table,
    deedId,
    nameType,
  }: {
    readonly table: PlannedTable
    readonly deedId: string
    readonly nameType: (type: ColumnType) => string
  },
): Promise<void> {
  const { columns } = table
  const declared = columns.map(({ column, type }) => `${quoteName(column)} ${nameType(type)}`)
  await client.query(`CREATE TABLE ${name} (${declared.join(', ')})`)
  const comments = [
    `COMMENT ON TABLE ${name} IS ${quoteText(describeTable(table, deedId))}`,
    ...columns.map(
      (column) =>
        `COMMENT ON COLUMN ${name}.${quoteName(column.column)} IS ${quoteText(describeColumn(column))}`,
    ),
  ]
  // Without values, several statements are one message.
  await client.client.query(comments.join(';\n'))
}
