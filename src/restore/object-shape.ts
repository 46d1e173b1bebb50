import { isChanged, type VerifiedDeed } from '../deed/index.ts'
import type { ObjectShape } from './join-objects.ts'
import { buildMembers } from './json-members.ts'
import type { RestoreRequest, TableFormat } from './request.ts'

type Table = VerifiedDeed['manifest']['tables'][number]

/** The asked format, or the one that a table came in; what was a workbook or a database comes back as CSV. */
export function formatOf({ source }: Table, asked: RestoreRequest['format']): TableFormat {
  if (asked !== undefined) return asked
  return source.kind === 'jsonl' || source.kind === 'json' ? source.kind : 'csv'
}

/** Whether the columns of a table are named by the paths of members. */
export function hasPaths({ source }: Table): boolean {
  return source.kind === 'jsonl' || source.kind === 'json'
}

/**
 * How the opened columns of a typed table become objects; undefined for a CSV's, whose cells are text.
 * @throws DatadeedError DAMAGED, LIMIT for a column that is named by no path
 */
export function objectShapeOf(
  table: Table,
  columns: readonly { readonly index: number; readonly name: string }[],
  format: TableFormat,
): ObjectShape | undefined {
  const { source, name } = table
  if (source.kind === 'csv') return undefined
  return {
    source: source.kind,
    array: format === 'json',
    members: buildMembers(columns, { paths: hasPaths(table), table: name }),
    columns: columns.map(({ index }) => {
      const column = table.columns[index]
      return { index, kind: column?.kind ?? 'text', changed: column !== undefined && isChanged(column) }
    }),
  }
}
