import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { type SmallDeed, writeSmallDeed } from '../../fixtures/deeds/small-deed.ts'
import { openCompartmentKeys, openVerifiedDeed, sliceBlocks } from '../../src/deed/index.ts'
import { DatadeedError } from '../../src/errors.ts'
import { assertCanOpen, encodeCard } from '../../src/identity/index.ts'
import { openExport } from '../../src/ingest/index.ts'
import { planRestore } from '../../src/restore/plan-restore.ts'
import { restoreSlice, type TableShape } from '../../src/restore/restore-job.ts'
import { ORDERS } from '../deed/edit-blocks.ts'
import { type Entry, readEntries } from '../deed/edit-deed.ts'
import { Folder, party, policy, restore, seal } from '../hostile/make-deed.ts'
import { randomRows } from '../restore/random-json.ts'
import { itNeedsPython, readByPython } from './python-reader.ts'
import { type TypedOrders, typedDeed } from './typed-deeds.ts'

const LONG = process.env.DATADEED_TEST_LONG !== undefined
const TABLES = LONG ? 600 : 8
const SEED = LONG ? Date.now() : 20260305
const FORMATS = { csv: 'csv', own: undefined, jsonl: 'jsonl' } as const

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)
const sqlite = { kind: 'sqlite', from: 'query' }
const postgres = { kind: 'postgres', from: 'view', serverVersion: '17.2' }
const masked: TypedOrders['edit'] = (table, predicate) => {
  Object.assign(table.columns[1], { action: 'mask', how: 'mask:phone' })
  table.fidelity.because.splice(1, 0, 'columns-changed')
  predicate.critical.push('actions')
}

/** What readers give as JSON lines of a typed table that is out of the ordinary, all of it allowed. */
const TAKEN: Readonly<Record<string, readonly [orders: TypedOrders, lines: string]>> = {
  'texts of numbers': [
    {
      cells: [
        ['""', '"a,""\r\n\u007f\u2028"'],
        ['-0', '1.10E+400'],
      ],
    },
    '{"id":"","amount":-0}\n{"id":"a,\\"\\r\\n\u007f\u2028","amount":1.10E+400}\n',
  ],
  'null and absent': [
    {
      cells: [
        ['', 'x'],
        ['', ''],
      ],
      tags: [[1, 1, 'absent']],
    },
    '{"id":null,"amount":null}\n{"id":"x"}\n',
  ],
  'a cell of every other kind': [
    {
      source: postgres,
      kinds: ['bytes', 'boolean'],
      cells: [
        ['\\x00', ''],
        ['t', '"{""a"":[\r\n1]}"'],
      ],
      tags: [[1, 1, 'json']],
    },
    '{"id":"\\\\x00","amount":true}\n{"id":null,"amount":{"a":[  1]}}\n',
  ],
  'numbers that are none in JSON, of a database': [
    {
      source: sqlite,
      cells: [
        ['1', '2'],
        ['Infinity', '0x10'],
      ],
    },
    '{"id":"1","amount":"Infinity"}\n{"id":"2","amount":"0x10"}\n',
  ],
  'names with dots, of a database': [
    { source: sqlite, names: ['a.b', 'a\\'] },
    '{"a.b":"A-1","a\\\\":1}\n{"a.b":"A-2","a\\\\":2}\n',
  ],
  paths: [
    { names: ['a.b', 'a.\\.\\\\.'] },
    '{"a":{"b":"A-1",".\\\\":{"":1}}}\n{"a":{"b":"A-2",".\\\\":{"":2}}}\n',
  ],
  'a value here and an object there': [
    {
      names: ['a.b', 'a'],
      kinds: ['text', 'text'],
      cells: [
        ['', '2'],
        ['x', ''],
      ],
      tags: [
        [0, 0, 'absent'],
        [1, 1, 'absent'],
      ],
    },
    '{"a":"x"}\n{"a":{"b":"2"}}\n',
  ],
  'masked numbers': [
    {
      cells: [
        ['1', '2'],
        ['13*', '1'],
      ],
      edit: masked,
    },
    '{"id":"1","amount":"13*"}\n{"id":"2","amount":1}\n',
  ],
  'JSON that is nested as deep as it may be': [
    {
      kinds: ['json', 'number'],
      cells: [
        [deep(1000), '" 1 "'],
        ['1', '2'],
      ],
    },
    `{"id":${deep(1000)},"amount":1}\n{"id": 1 ,"amount":2}\n`,
  ],
}

/** What is refused, with the code for who wants JSON lines, and for who wants a CSV. */
const REFUSED: Readonly<Record<string, readonly [lines: number, csv: number, orders: TypedOrders]>> = {
  'a number that is none': [
    5,
    0,
    {
      cells: [
        ['1', '2'],
        ['1', 'NaN'],
      ],
    },
  ],
  'a number with something behind it': [
    5,
    0,
    {
      cells: [
        ['1', '2'],
        ['1', '"2\n"'],
      ],
    },
  ],
  'a number of other digits': [
    5,
    0,
    {
      cells: [
        ['1', '2'],
        ['1', '\u0661'],
      ],
    },
  ],
  'a boolean that is none': [
    5,
    0,
    {
      kinds: ['text', 'boolean'],
      cells: [
        ['1', '2'],
        ['t', 'false'],
      ],
    },
  ],
  'JSON that is cut': [
    5,
    0,
    {
      kinds: ['json', 'number'],
      cells: [
        ['{', '[]'],
        ['1', '2'],
      ],
    },
  ],
  'two values of JSON': [
    5,
    0,
    {
      kinds: ['json', 'number'],
      cells: [
        ['1 2', '[]'],
        ['1', '2'],
      ],
    },
  ],
  'JSON that is nested too deep': [
    5,
    0,
    {
      kinds: ['json', 'number'],
      cells: [
        [deep(1001), '[]'],
        ['1', '2'],
      ],
    },
  ],
  'a path that is none': [5, 0, { names: ['a\\b', 'c'] }],
  'a path that ends in a backslash': [5, 0, { names: ['a\\', 'c'] }],
  'a path that is too deep': [4, 0, { names: [`${'a.'.repeat(32)}a`, 'c'] }],
  'a value where an object stands': [5, 0, { names: ['a', 'a.b'] }],
  'null where an object stands': [
    5,
    0,
    {
      names: ['a.b', 'a'],
      cells: [
        ['1', '2'],
        ['', ''],
      ],
    },
  ],
  'a tag of an empty cell': [
    5,
    5,
    {
      cells: [
        ['1', '2'],
        ['1', ''],
      ],
      tags: [[1, 1, 'text']],
    },
  ],
  'a tag of null for a text': [5, 5, { tags: [[1, 0, 'null']] }],
  'a tag beyond the last row': [5, 5, { tags: [[1, 2, 'text']] }],
  'a tag of no known kind': [9, 9, { segments: [{ column: 1, kind: 'tags', bytes: Buffer.of(0, 10) }] }],
  'a tag that is cut': [5, 5, { segments: [{ column: 1, kind: 'tags', bytes: Buffer.of(0) }] }],
  'own bytes': [5, 5, { segments: [{ column: 1, kind: 'source', bytes: Buffer.of(0, 2, 0x31) }] }],
  'a row layout': [5, 5, { segments: [{ column: 0xffff, kind: 'source', bytes: Buffer.of(2, 0) }] }],
  'no kind': [5, 5, { edit: (table) => delete table.columns[0].kind }],
  'a kind that no column has': [5, 5, { kinds: ['null', 'number'] }],
  'a source of no known kind': [5, 5, { source: { kind: 'parquet' } }],
  'a source with a word too many': [5, 5, { source: { kind: 'sqlite', from: 'table', path: 'x' } }],
  'a compression of no known kind': [5, 5, { source: { kind: 'json', bom: false, compression: 'zip' } }],
  'one file as many': [5, 5, { source: { kind: 'json', bom: false, files: 1 } }],
  'no word of the layout': [5, 5, { edit: ({ fidelity }) => fidelity.because.pop() }],
  'no word of the joined files': [5, 5, { source: { kind: 'jsonl', bom: true, files: 2 } }],
  'no word of the excluded rows': [
    5,
    5,
    { source: { kind: 'jsonl', bom: true, rowsRead: 3, rowsExcluded: [{ code: 'blank', rows: 1 }] } },
  ],
  'rows that do not add up': [5, 5, { source: { kind: 'jsonl', bom: true, rowsRead: 3 } }],
  'words of a column that is not there': [
    5,
    5,
    { edit: ({ fidelity }) => Object.assign(fidelity, { columns: [{ column: 3, because: ['x'] }] }) },
  ],
  'words of columns that fall': [
    5,
    5,
    {
      edit: ({ fidelity }) =>
        Object.assign(fidelity, {
          columns: [
            { column: 1, because: ['x'] },
            { column: 0, because: ['x'] },
          ],
        }),
    },
  ],
  'words that are none': [
    5,
    5,
    {
      edit: ({ fidelity }) => Object.assign(fidelity, { columns: [{ column: 1, because: ['13800138000'] }] }),
    },
  ],
  'a critical word that nobody knows': [9, 9, { edit: (_, predicate) => predicate.critical.push('more') }],
  'a header line of other names': [
    5,
    5,
    { edit: (table) => Object.assign(table.columns[0], { name: 'other' }) },
  ],
}

let folder: Folder
let deed: SmallDeed
let entries: Entry[]
beforeAll(async () => {
  folder = new Folder()
  deed = await writeSmallDeed(folder.at('small.deed'), { form: 'file', suite: 'classic' })
  entries = await readEntries(folder.at('small.deed'))
  writeFileSync(folder.at('buyer.txt'), `${deed.buyer.open?.classic}\n`)
  for (const { name, card } of [deed.seller, deed.buyer])
    writeFileSync(folder.at(`${name}.card`), encodeCard(card))
})
afterAll(() => folder?.[Symbol.dispose]())

/** What datadeed ends with, and what it gives of `orders`; in this thread, which is quicker for many. */
async function restored(path: string, format: 'csv' | 'jsonl') {
  try {
    await using opened = await openVerifiedDeed(path, { from: deed.seller.card })
    const { fingerprint } = deed.buyer.card
    const { opened: keys } = await openCompartmentKeys(opened, assertCanOpen(deed.buyer), fingerprint)
    const names = new Set(opened.manifest.compartments.map(({ name }) => name))
    const orders = planRestore(opened, names, { format }).find(({ number }) => number === ORDERS.table)
    if (orders === undefined) throw new Error('no table of orders')
    const shapes: TableShape[] = []
    shapes[orders.number] = orders.shape
    const rows = Array.from(sliceBlocks(opened, orders.number, keys), (slice) => {
      return restoreSlice(shapes, { table: orders.number, rowsBefore: 0, last: true, ...slice }).bytes
    })
    return { exit: 0, text: Buffer.concat([orders.head, ...rows, orders.tail]).toString() }
  } catch (error) {
    if (error instanceof DatadeedError) return { exit: error.exitCode, text: undefined }
    throw error
  }
}

describe('a typed table, made by a seller as it pleases', () => {
  itNeedsPython(
    'is given back or refused alike by datadeed and by the independent reader',
    async (python) => {
      const taken = Object.entries(TAKEN).map(([name, [orders, lines]]) => ({
        name,
        orders,
        lines,
        exits: [0, 0],
      }))
      const refused = Object.entries(REFUSED).map(([name, [lines, csv, orders]]) => {
        return { name, orders, lines: undefined, exits: [lines, csv] }
      })
      const words = ['--from', folder.at('seller.card'), '--as', folder.at('buyer.card')]
      const cases = [...taken, ...refused].flatMap(({ name, orders, lines, exits }, number) => {
        const path = folder.write(`${number}.deed`, typedDeed(entries, deed, orders))
        return (['jsonl', 'csv'] as const).map((format, at) => {
          const output = folder.at(`python-${number}-${format}`)
          const job = [path, ...words, '--identity', folder.at('buyer.txt'), '--format', format, '-o', output]
          const expected = format === 'jsonl' ? lines : undefined
          return {
            label: `${name} as ${format}`,
            path,
            format,
            job,
            exit: exits[at],
            lines: expected,
            number,
          }
        })
      })
      const answers = readByPython(
        python,
        cases.map(({ job }) => job),
      )
      for (const [at, { label, path, format, exit, lines }] of cases.entries()) {
        const own = await restored(path, format)
        expect([label, own.exit]).toEqual([label, exit])
        expect([label, answers[at]?.exit]).toEqual([label, exit])
        if (exit !== 0) continue
        expect([label, readFileSync(answers[at]?.tables?.[1]?.file ?? '', 'utf8')]).toEqual([label, own.text])
        if (lines !== undefined) expect([label, own.text]).toEqual([label, lines])
      }
    },
  )
})

const PLACES = ['identity', 'contact', 'own-1'] as const

describe('tables of JSON and of a database, sealed', () => {
  itNeedsPython(
    `come back alike from both, to each reader: ${TABLES} tables, seed ${SEED}`,
    async (python) => {
      const tables = fc.sample(fc.tuple(randomRows, fc.boolean(), fc.nat()), { numRuns: TABLES, seed: SEED })
      const [buyer, advisor] = [await party('buyer'), await party('advisor')]
      const lines: string[] = []
      const exports = []
      for (const [at, [rows, array, draw]] of tables.entries()) {
        const content = array ? `[${rows}]` : rows.join('\n')
        const path = folder.write(`t${at}.${array ? 'json' : 'jsonl'}`, content)
        const columns = (await columnsOf(path)).map((name, column) => {
          const place = PLACES[(draw >> column) % PLACES.length]
          return `    ${JSON.stringify(name)}: {type: free-text-pii, compartment: ${place}}`
        })
        lines.push(`  t${at}:`, ...columns)
        exports.push({ path })
      }
      const rules = policy(
        'drift: names',
        'unreviewed: seal-strict',
        `compartments: {${PLACES.map((name) => `${name}: {readers: [buyer${name === 'identity' ? '' : ', advisor'}]}`)}}`,
        'epochs: {rows: 3}',
        'columns:',
        ...lines,
      )
      await seal(folder.at('typed.deed'), [...exports, { path: database(folder.at('shop.db')) }], {
        addressees: [buyer.card],
        trusted: [advisor.card],
        policy: rules,
      })
      const from = folder.write('party.card', encodeCard((await party('seller')).card))
      const jobs: string[][] = []
      const expected: (readonly [label: string, bytes: Buffer])[][] = []
      for (const reader of ['buyer', 'advisor'] as const) {
        const { key, card } = await party(reader)
        const me = folder.write(`party-${reader}.card`, encodeCard(card))
        const identity = folder.write(`party-${reader}.txt`, `${key.open?.classic}\n`)
        for (const [name, format] of Object.entries(FORMATS)) {
          const output = folder.at(`party-${reader}-${name}`)
          const own = await restore(folder.at('typed.deed'), output, { key, format })
          expected.push(own.tables.map(({ name: table, file }) => [table, readFileSync(join(output, file))]))
          const words = ['--from', from, '--as', me, '--identity', identity, '--format', name]
          jobs.push([folder.at('typed.deed'), ...words, '-o', folder.at(`party-${reader}-${name}-python`)])
        }
      }
      for (const [at, { exit, reason, tables: read }] of readByPython(python, jobs).entries()) {
        expect([exit, reason], jobs[at]?.join(' ')).toEqual([0, undefined])
        const given = read?.flatMap(({ name, file }) =>
          file === undefined ? [] : [[name, readFileSync(file)]],
        )
        expect(given).toEqual(expected[at])
      }
      expect(expected.flat().length).toBeGreaterThan(4 * TABLES)
    },
  )
})

async function columnsOf(path: string): Promise<string[]> {
  await using source = await openExport(path)
  return source.tables.flatMap(({ columns }) => columns.map(({ name }) => name))
}

/** A database with a value of each of its kinds; where it lies. */
function database(path: string): string {
  using shop = new DatabaseSync(path)
  shop.exec(`CREATE TABLE kinds(a, "b.c" TEXT, "d\\" REAL);
    INSERT INTO kinds VALUES (1, 'x', 0.1), (9223372036854775807, '', -1e300), (NULL, NULL, 9e999), (x'00ff', '"', 'text')`)
  return path
}
