import type { LabelledSet } from './labels.ts'
import { labelOf, type OwnTable } from './own/column.ts'
import { Random } from './own/random.ts'

/** The files of a labelled set by their paths in its folder, the same on every machine. */
export function buildSet(
  set: string,
  tables: readonly OwnTable[],
  { rows, seed }: { readonly rows: number; readonly seed: number },
): ReadonlyMap<string, string> {
  const files = tables.map(
    (table, number) => [`tables/${table.file}`, buildCsv(table, rows, new Random(seed + number))] as const,
  )
  const labels = `${JSON.stringify(buildLabels(set, tables, rows), null, 1)}\n`
  return new Map([...files, ['labels.json', labels]])
}

function buildCsv({ columns, delimiter }: OwnTable, count: number, random: Random): string {
  const quote = (cell: string) => (/[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const rows = Array.from({ length: count }, (_, row) => columns.map(({ make }) => make(random, row)))
  return [columns.map(({ header }) => header), ...rows]
    .map((cells) => `${cells.map(quote).join(delimiter)}\n`)
    .join('')
}

function buildLabels(set: string, tables: readonly OwnTable[], rows: number): LabelledSet {
  const labelled = tables.map(({ file, delimiter, source, columns }) => {
    const table = { encoding: 'utf-8', bom: false, delimiter, rows, source, columns: columns.map(labelOf) }
    return [file, table] as const
  })
  return { set, tables: Object.fromEntries(labelled) }
}
