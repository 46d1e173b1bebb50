import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cutSlice, joinSlice, neutraliseFormulas, neutraliseHeader } from '../../src/ingest/index.ts'

import { Desk } from '../cli/run-cli.ts'
import { layOutKeys } from '../hostile/command-line.ts'
import { party, policy, restore, reviewed, seal, useFolder } from '../hostile/make-deed.ts'

const DANGEROUS = /^'*[=+\-@\t\r\0＝＋－＠]/
/** What a person is told to do with each cell to have the export's again. */
const undo = (cell: string): string => (DANGEROUS.test(cell) ? cell.replace(/^'/, '') : cell)
const records = (bytes: Uint8Array, delimiter = ','): string[][] =>
  parse(Buffer.from(bytes), { delimiter, relaxQuotes: false, bom: true })
const letters = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '＝',
  '＋',
  '－',
  '＠',
  "'",
  '"',
  ',',
  ';',
  '\n',
  ' ',
  '1',
  'A',
)
const cells = fc.array(letters, { maxLength: 5 }).map((parts) => parts.join(''))
const tables = fc.record({
  rows: fc.array(fc.tuple(cells, cells), { minLength: 1, maxLength: 6 }),
  delimiter: fc.constantFrom(',' as const, ';' as const),
  quoteAll: fc.boolean(),
  encoding: fc.constantFrom('utf-8' as const, 'utf-16le' as const, 'utf-16be' as const),
})

function written(text: string, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): Uint8Array {
  if (encoding === 'utf-8') return new Uint8Array(Buffer.from(text))
  const bytes = Buffer.from(text, 'utf16le')
  return new Uint8Array(encoding === 'utf-16be' ? bytes.swap16() : bytes)
}

function readAs(bytes: Uint8Array, encoding: string): Uint8Array {
  return encoding === 'utf-8' ? bytes : Buffer.from(new TextDecoder(encoding).decode(bytes))
}

describe('G12 formula cells made text', () => {
  it('are none any more, are counted, and come back by taking one apostrophe away, whatever the cells', () => {
    fc.assert(
      fc.property(tables, ({ rows, delimiter, quoteAll, encoding }) => {
        const field = (cell: string) =>
          quoteAll || /["\r\n]/.test(cell) || cell.includes(delimiter)
            ? `"${cell.replaceAll('"', '""')}"`
            : cell
        const text = rows.map((row) => `${row.map(field).join(delimiter)}\n`).join('')
        const dialect = { encoding, delimiter, lineEnd: '\n' as const, columns: 2 }
        const slice = cutSlice(written(text, encoding), dialect, { number: 0, offset: 0, last: true })
        const { result, counts } = neutraliseFormulas(slice, [0, 1])
        const safe = records(readAs(joinSlice(result, dialect), encoding), delimiter)
        const before = records(Buffer.from(text), delimiter)
        expect(safe.flat().filter((cell) => /^[=+\-@\t\r\0＝＋－＠]/.test(cell))).toEqual([])
        expect(safe.map((row) => row.map(undo))).toEqual(before)
        expect(counts).toEqual(
          [0, 1].map((column) => before.filter((row) => DANGEROUS.test(row[column] ?? '')).length),
        )
      }),
      { numRuns: 400, seed: 12 },
    )
  })

  it('keep their own bytes where there is no formula in them', () => {
    const dialect = {
      encoding: 'gb18030' as const,
      delimiter: ',' as const,
      lineEnd: '\n' as const,
      columns: 1,
    }
    // An ideographic space in its second form, alone, and behind a full-width equals sign.
    const bytes = new Uint8Array(Buffer.from('a3a00aa3bda3a00a', 'hex'))
    const slice = cutSlice(bytes, dialect, { number: 0, offset: 0, last: true })
    const { result } = neutraliseFormulas(slice, [0])
    expect(Buffer.from(joinSlice(result, dialect)).toString('hex')).toBe('a3a00a27a3bda1a10a')
  })

  it.each([
    ['utf-8', '\ufeffsep=;\n\n=a;"@b";c\n', '\ufeffsep=;\n\n\'=a;"\'@b";c\n'],
    ['utf-16be', '\ufeff=a;"@b";c\n', '\ufeff\'=a;"\'@b";c\n'],
  ] as const)('are made text in a header line, too: %s', (encoding, before, after) => {
    const dialect = { encoding, delimiter: ';' as const, lineEnd: '\n' as const, columns: 3 }
    const { result, counts } = neutraliseHeader(written(before, encoding), dialect, [0, 1, 2])
    expect(Buffer.from(result)).toEqual(Buffer.from(written(after, encoding)))
    expect(counts).toEqual([1, 1, 0])
  })
})

describe('G12 restoring for a spreadsheet', () => {
  const folder = useFolder()
  const formulas = join(import.meta.dirname, '../../fixtures/csv/formulas.csv')

  it('counts by column and says that the file is not byte-exact; without formulas it is', async () => {
    const plain = folder().write('plain.csv', "id,v\n1,a'=b\n")
    const columns = reviewed({ formulas: ['id', 'v'], plain: ['id', 'v'] })
    await seal(folder().at('a.deed'), [{ path: formulas }, { path: plain }], { policy: columns })
    const { tables } = await restore(folder().at('a.deed'), folder().at('out'), { spreadsheetSafe: true })
    expect(tables.map(({ fidelity, neutralised }) => [fidelity, neutralised])).toEqual([
      ['spreadsheet-safe', [{ column: 'v', cells: 8 }]],
      ['byte-exact', []],
    ])
    const safe = readFileSync(folder().at('out', 'formulas.csv'))
    const before = readFileSync(formulas)
    expect(safe.length).toBe(before.length + 8)
    expect(safe.equals(before)).toBe(false)
    expect(records(safe).map((row) => row.map(undo))).toEqual(records(before))
    expect(readFileSync(folder().at('out', 'plain.csv'))).toEqual(readFileSync(plain))
  })

  it('is never done unasked, and counts parts of a table alike', async () => {
    const columns = ['columns: {formulas: {id: {compartment: general}, v: {compartment: contact}}}']
    const trusted = [(await party('advisor')).card]
    await seal(folder().at('a.deed'), [{ path: formulas }], {
      policy: policy('compartments: {contact: {readers: [advisor]}}', 'epochs: {rows: 2}', ...columns),
      trusted,
    })
    const { key } = await party('advisor')
    const plain = await restore(folder().at('a.deed'), folder().at('plain'), { key })
    expect(plain.tables[0]).toMatchObject({ fidelity: 'cell-exact', neutralised: [] })
    const safe = await restore(folder().at('a.deed'), folder().at('safe'), { key, spreadsheetSafe: true })
    expect(safe.tables[0]).toMatchObject({
      fidelity: 'spreadsheet-safe',
      neutralised: [{ column: 'v', cells: 8 }],
    })
    const [before, after] = ['plain', 'safe'].map((name) =>
      records(readFileSync(folder().at(name, 'formulas.csv'))),
    )
    expect(after?.map((row) => row.map(undo))).toEqual(before)
  })
})

describe('G12 restore --spreadsheet-safe', () => {
  let desk: Desk
  beforeEach(() => {
    desk = new Desk()
  })
  afterEach(() => desk[Symbol.dispose]())

  it('tells it in text and as JSON, in both languages, and refuses JSON lines', async () => {
    const words = await layOutKeys(desk)
    const path = join(import.meta.dirname, '../../fixtures/csv/formulas.csv')
    await seal(desk.path('a.deed'), [{ path }], { policy: reviewed({ formulas: ['id', 'v'] }) })
    const line = (output: string, ...more: string[]) =>
      desk.run([...words.restore(desk.path('a.deed'), desk.path(output)), '--spreadsheet-safe', ...more])
    const text = await line('one', '--lang', 'en')
    expect([text.exit, text.stdout]).toEqual([0, expect.stringMatching(/not byte-exact: 8 .*column "v"/)])
    const chinese = await line('two', '--lang', 'zh-CN')
    expect(chinese.stdout).toMatch(/不是逐字节一致.*“v”.* 8 /)
    const { stdout } = await line('three', '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      tables: [{ fidelity: 'spreadsheet-safe', neutralised: [{ column: 'v', cells: 8 }] }],
    })
    const refused = await line('four', '--format', 'jsonl', '--json')
    expect([refused.exit, JSON.parse(refused.stdout)]).toEqual([
      2,
      expect.objectContaining({ error: expect.objectContaining({ code: 'USAGE' }) }),
    ])
  })
})
