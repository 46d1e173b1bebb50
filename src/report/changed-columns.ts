import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { PlannedTableReport, PseudonymKeyReport, SealedTable } from '../seal/index.ts'
import { formatCount } from './units.ts'
import { displayWidth, padEnd } from './width.ts'

/** What is said of a column beside others; `how` where an action changed its cells. */
interface ToldColumn {
  readonly name: string
  readonly action: string
  readonly how?: string | undefined
}

/** For each table of which an action changed cells what they are still, and below it one line a column. */
export function listChangedColumns(
  tables: readonly { readonly name: string; readonly columns: readonly ToldColumn[] }[],
): string[] {
  const words = say().actions
  return tables.flatMap(({ name, columns }) => {
    const changed = columns.flatMap(({ name: column, action, how }) => {
      const done = Object.entries(words.done).find(([known]) => known === action)?.[1]
      return how === undefined || done === undefined
        ? []
        : [[printable(column, 32), done, printable(how, 100)] as const]
    })
    if (changed.length === 0) return []
    const width = (at: 0 | 1): number => Math.max(...changed.map((row) => displayWidth(row[at])))
    return [
      `! ${words.changedTable({ table: printable(name) })}`,
      ...changed.map(
        ([column, done, how]) => `    ${padEnd(column, width(0))}  ${padEnd(done, width(1))}  ${how}`,
      ),
    ]
  })
}

/** What actions do or did to the cells of a sealing, and where the keys of its pseudonyms are. */
export function listActions({
  tables,
  pseudonymKeys,
  dryRun = false,
}: {
  readonly tables: readonly (PlannedTableReport & Partial<Pick<SealedTable, 'otherForm'>>)[]
  readonly pseudonymKeys: readonly PseudonymKeyReport[]
  readonly dryRun?: boolean
}): string[] {
  const words = say().actions
  const odd = tables.flatMap(({ name, columns, otherForm = [] }) =>
    otherForm.map(({ column, cells }) => {
      const told = { table: printable(name), column: printable(column), cells: formatCount(cells) }
      const masked = columns.find((each) => each.name === column)?.action === 'mask'
      return masked ? words.otherFormMasked(told) : words.otherFormGeneralised(told)
    }),
  )
  const keys = pseudonymKeys.flatMap(({ label, file, made, compartment }) => {
    const stays = made ? (dryRun ? words.keyToMake : words.keyMade) : words.keyStays
    return [
      ...(file === null ? [] : [stays({ label, file: printable(file) })]),
      ...(compartment === null ? [] : [words.keyGoes({ label, compartment })]),
    ]
  })
  return [...listChangedColumns(tables), ...[...odd, ...keys].map((line) => `! ${line}`)]
}
