/** Writes fixtures/eval/own: labelled tables of our own. Run it again after a change here: `node test/eval/own/generate.ts`. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LabelledSet } from '../labels.ts'
import { labelOf, type OwnTable } from './column.ts'
import { Random } from './random.ts'
import { chineseTables } from './tables-chinese.ts'
import { englishTables } from './tables-english.ts'
import { worldTables } from './tables-world.ts'

const ROWS = 240
const FOLDER = join(import.meta.dirname, '../../../fixtures/eval/own')

const tables = [...chineseTables, ...englishTables, ...worldTables]
await mkdir(join(FOLDER, 'tables'), { recursive: true })
for (const [number, table] of tables.entries()) {
  await writeFile(join(FOLDER, 'tables', table.file), buildCsv(table, new Random(number + 1)))
}
await writeFile(join(FOLDER, 'labels.json'), `${JSON.stringify(buildLabels(tables), null, 1)}\n`)

function buildCsv({ columns, delimiter }: OwnTable, random: Random): string {
  const quote = (cell: string) => (/[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const rows = Array.from({ length: ROWS }, (_, row) => columns.map(({ make }) => make(random, row)))
  return [columns.map(({ header }) => header), ...rows]
    .map((cells) => `${cells.map(quote).join(delimiter)}\n`)
    .join('')
}

function buildLabels(all: readonly OwnTable[]): LabelledSet {
  const labelled = all.map(
    ({ file, delimiter, source, columns }) =>
      [
        file,
        { encoding: 'utf-8', bom: false, delimiter, rows: ROWS, source, columns: columns.map(labelOf) },
      ] as const,
  )
  return { set: 'own', tables: Object.fromEntries(labelled) }
}
