import type { ColumnRemark, ExcludedRows } from '../ingest/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { formatCount } from './units.ts'

/** What a source has lost before or cannot give back, and the rows that are none of the table's; a line each. */
export function renderRemarks(
  {
    remarks,
    excluded,
  }: { readonly remarks: readonly ColumnRemark[]; readonly excluded: readonly ExcludedRows[] },
  nameOf: (column: number) => string,
): string[] {
  return [
    ...describeExcluded(excluded).map((line) => `- ${line}`),
    ...remarks.map(({ column, code, cells, damage }) => {
      const told = { column: printable(nameOf(column), 40), cells: formatCount(cells) }
      return `${damage ? '!' : '-'} ${describeRemark(code, told)}`
    }),
  ]
}

/** Rows of the source that are none of the table's. */
export function describeExcluded(excluded: readonly ExcludedRows[]): string[] {
  return excluded.map(({ code, rows }) => say().sources.excluded[code]({ rows: formatCount(rows) }))
}

/** What a source has lost or cannot give back of a column, in a sentence. */
export function describeRemark(
  code: string,
  told: { readonly column: string; readonly cells: string },
): string {
  const known: Readonly<Record<string, (p: { column: string; cells: string }) => string>> =
    say().sources.remarks
  return Object.hasOwn(known, code)
    ? (known[code]?.(told) ?? code)
    : say().sources.otherRemark({ ...told, code })
}
