import type { LabelledSet } from '../labels.ts'
import { labelOf, type OwnTable } from './column.ts'
import { Random } from './random.ts'
import { chineseTables } from './tables-chinese.ts'
import { englishTables } from './tables-english.ts'
import { worldTables } from './tables-world.ts'

const ROWS = 240

/** The files of fixtures/eval/own by their paths there: labelled tables of our own, the same on every machine. */
export function buildOwnSet(): ReadonlyMap<string, string> {
  const tables = [...chineseTables, ...englishTables, ...worldTables]
  const files = tables.map(
    (table, number) => [`tables/${table.file}`, buildCsv(table, new Random(number + 1))] as const,
  )
  return new Map([...files, ['labels.json', `${JSON.stringify(buildLabels(tables), null, 1)}\n`]])
}

function buildCsv({ columns, delimiter }: OwnTable, random: Random): string {
  const quote = (cell: string) => (/[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const rows = Array.from({ length: ROWS }, (_, row) => columns.map(({ make }) => make(random, row)))
  return [columns.map(({ header }) => header), ...rows]
    .map((cells) => `${cells.map(quote).join(delimiter)}\n`)
    .join('')
}

function buildLabels(all: readonly OwnTable[]): LabelledSet {
  const labelled = all.map(({ file, delimiter, source, columns }) => {
    const table = {
      encoding: 'utf-8',
      bom: false,
      delimiter,
      rows: ROWS,
      source,
      columns: columns.map(labelOf),
    }
    return [file, table] as const
  })
  return { set: 'own', tables: Object.fromEntries(labelled) }
}
