import { openCompartmentKeys, openVerifiedDeed } from '../../../src/deed/index.ts'
import { assertCanOpen } from '../../../src/identity/index.ts'
import { openExport } from '../../../src/ingest/index.ts'
import {
  type CompareRowsRequest,
  type CompareThreads,
  compareRows,
  type RowsComparison,
} from '../../../src/restore/index.ts'
import { party } from '../../hostile/make-deed.ts'

/** A cell of a CSV; null where it is empty and without quotes. */
export type Cell = string | null

export function writeCsv(rows: readonly (readonly Cell[])[]): string {
  const field = (cell: Cell): string =>
    cell === null ? '' : cell === '' || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  return rows.map((row) => `${row.map(field).join(',')}\n`).join('')
}

/** Compares a table of a deed with a file, column by column in their order. */
export async function compareWith(
  deedPath: string,
  table: number,
  path: string,
  { threads, ...more }: Partial<CompareRowsRequest> & { readonly threads: CompareThreads },
): Promise<RowsComparison> {
  const [seller, buyer] = [await party('seller'), await party('buyer')]
  const { fingerprint } = buyer.card
  await using deed = await openVerifiedDeed(deedPath, { from: seller.card, reader: { fingerprint } })
  const { opened } = await openCompartmentKeys(deed, assertCanOpen(buyer.key), fingerprint)
  await using target = await openExport(path, { encoding: 'utf-8', delimiter: ',', header: true })
  const [only] = target.tables
  if (only === undefined) throw new Error('a file without a table')
  const columns = only.columns.map(({ index }) => ({ deed: index, target: index }))
  return await compareRows({ deed, keys: opened, match: { table, target: only, columns }, threads, ...more })
}
