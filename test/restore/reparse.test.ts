import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { type CsvDialect, cutSlice, eachCell } from '../../src/ingest/index.ts'
import { party, policy, restore, seal, useFolder } from '../hostile/make-deed.ts'

/** Cells that many programs give back changed; null is a cell that is empty and has no quotes. */
const CELLS: readonly (string | null)[] = [
  '"',
  '""',
  'a"b',
  '\r',
  'a\rb',
  'a\r\nb\n',
  ' lead',
  'trail ',
  '\tboth\t',
  '',
  null,
  ',',
  "'",
  '\\"',
  '\u00a0',
  'NULL',
]
const field = (cell: string | null): string =>
  cell === null ? '' : /[",\r\n]/.test(cell) || cell === '' ? `"${cell.replaceAll('"', '""')}"` : cell
const rows = CELLS.map((cell, at) => [String(at), cell, CELLS[CELLS.length - 1 - at] ?? null])
const EXPORT = `id,left,right\n${rows.map((row) => row.map(field).join(',')).join('\n')}\n`

const DIALECT: CsvDialect = { encoding: 'utf-8', delimiter: ',', lineEnd: '\n', columns: 3 }

/** By column, what a restored file holds, empty and quoted empty cells told apart. */
function reparse(bytes: Uint8Array): (string | null)[][] {
  const rest = new Uint8Array(bytes.subarray(bytes.indexOf(0x0a) + 1))
  const place = { number: 0, offset: 0, last: true }
  const slice = cutSlice(rest, DIALECT, place)
  return slice.segments
    .filter(({ kind }) => kind === 'cells')
    .map((segment) => Array.from(eachCell(segment), ({ kind, text }) => (kind === 'empty' ? null : text)))
}

describe('G11 a restored CSV', () => {
  const folder = useFolder()
  const columns = ['left', 'right'].map(
    (name) => `${name}: {compartment: ${name === 'left' ? 'contact' : 'general'}}`,
  )
  const lines = [
    'compartments: {contact: {readers: [advisor]}, general: {readers: [buyer, advisor]}}',
    'epochs: {rows: 5}',
    `columns: {t: {id: {compartment: general}, ${columns.join(', ')}}}`,
  ]

  it.each(['advisor', 'buyer'])('has the same cells when it is read again: for the %s', async (name) => {
    const { key } = await party(name)
    const trusted = [(await party('advisor')).card]
    const path = folder().write('t.csv', EXPORT)
    await seal(folder().at('a.deed'), [{ path, encoding: 'utf-8', delimiter: ',' }], {
      policy: policy(...lines),
      trusted,
    })
    await restore(folder().at('a.deed'), folder().at('out'), { key })
    const restored = readFileSync(folder().at('out', 't.csv'))
    const numbers = rows.map((_, at) => String(at + 1))
    const [id, left, right] = [0, 1, 2].map((column) => rows.map((row) => row[column] ?? null))
    const expected = name === 'advisor' ? [id, left, right] : [numbers, id, right]
    expect(reparse(restored)).toEqual(expected)
    // Another library's eyes, which do not tell an empty cell from a quoted one.
    const read = parse(restored, { relaxQuotes: false, recordDelimiter: '\n' }) as string[][]
    const plain = numbers.map((_, at) => expected.map((column) => column?.[at] ?? ''))
    expect(read.slice(1)).toEqual(plain)
    if (name === 'advisor') expect(restored.equals(Buffer.from(EXPORT))).toBe(true)
  })

  it('has the same segments, so the same digests, when it is cut again', async () => {
    const path = folder().write('t.csv', EXPORT)
    const exports = [{ path, encoding: 'utf-8' as const, delimiter: ',' as const }]
    await seal(folder().at('a.deed'), exports)
    await restore(folder().at('a.deed'), folder().at('out'))
    const cut = (bytes: Buffer) =>
      cutSlice(new Uint8Array(bytes), DIALECT, { number: 0, offset: 0, last: true }).segments
    expect(cut(readFileSync(folder().at('out', 't.csv')))).toEqual(cut(Buffer.from(EXPORT)))
  })
})
