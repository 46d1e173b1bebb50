import type { ManifestTable } from '../deed/index.ts'
import type { MissingColumn } from './request.ts'

/** The columns that do not come back. */
export function missingColumns(
  { columns }: ManifestTable,
  opened: ReadonlySet<string>,
  leftOut: ReadonlySet<string>,
): MissingColumn[] {
  return columns.flatMap(({ name, compartment, action }): MissingColumn[] => {
    if (action === 'drop') return [{ name, because: 'dropped' }]
    if (compartment !== null && opened.has(compartment)) return []
    return [{ name, because: compartment !== null && leftOut.has(compartment) ? 'left-out' : 'closed' }]
  })
}

/** `datadeed_row`, or with a number behind it where the table has such a name already. */
export function rowNumberName(names: readonly string[]): string {
  for (let again = 1; ; again++) {
    const name = again === 1 ? 'datadeed_row' : `datadeed_row_${again}`
    if (!names.includes(name)) return name
  }
}
