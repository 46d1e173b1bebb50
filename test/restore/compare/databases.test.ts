import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { type CompareReport, type CompareRequest, compareDeed } from '../../../src/restore/index.ts'
import { Folder, party, seal } from '../../hostile/make-deed.ts'
import { itNeeds } from '../../interop/needs.ts'
import { itServed, startPostgres } from '../../postgres/start-postgres.ts'
import { type Cell, writeCsv } from './compare-with.ts'

const MEMBERS: Cell[][] = [
  ['id', 'Name', 'phone', 'note'],
  ['1', '王丽华', '13800138000', null],
  ['2', 'O\'Neil, "Bo"', '13912345678', ''],
  ['3', 'c', null, 'two\nlines'],
]
const VISITS =
  '{"id":7,"paid":true,"at":{"day":"2024-01-02"}}\n{"id":8,"paid":false}\n{"id":9,"paid":null,"at":{"day":null}}\n'
const text = (cell: Cell): string => (cell === null ? 'NULL' : `'${cell.replaceAll("'", "''")}'`)
const valuesOf = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `(${row.map(text).join(', ')})`).join(', ')

describe('a database that another program filled', () => {
  const server = startPostgres()
  let folder: Folder
  beforeAll(async () => {
    folder = new Folder()
    const members = folder.write('members.csv', writeCsv(MEMBERS))
    const visits = folder.write('visits.jsonl', VISITS)
    await seal(folder.at('a.deed'), [{ path: members, encoding: 'utf-8', delimiter: ',' }, { path: visits }])
  })
  afterAll(() => {
    server?.[Symbol.dispose]()
    folder[Symbol.dispose]()
  })

  const compare = async (target: string, more: Partial<CompareRequest> = {}): Promise<CompareReport> => {
    const [seller, buyer] = [await party('seller'), await party('buyer')]
    return compareDeed({
      ...{ deed: folder.at('a.deed'), from: seller.card, key: buyer.key, target, workers: 1 },
      ...more,
    })
  }
  /** What must be found of each statement, the same in every database. */
  const told = ({ equal, tables }: CompareReport) => ({
    equal,
    tables: tables.map(({ name, rows, missingColumns, extraColumns }) => [
      name,
      rows && [
        rows.same,
        rows.different,
        rows.missing,
        rows.extra,
        ...rows.columns.map(({ column }) => column),
      ],
      ...missingColumns,
      ...extraColumns,
    ]),
  })
  const SAME = {
    equal: true,
    tables: [
      ['members', [3, 0, 0, 0]],
      ['visits', [3, 0, 0, 0]],
    ],
  }
  const STEPS: readonly (readonly [sql: string, found: unknown])[] = [
    ["UPDATE members SET phone = '13800138001' WHERE id = '1'", [2, 1, 0, 0, 'phone']],
    ["UPDATE members SET phone = '13800138000', note = '' WHERE id = '1'", [2, 1, 0, 0, 'note']],
    ["UPDATE members SET note = NULL WHERE id = '1'", [3, 0, 0, 0]],
    ["DELETE FROM members WHERE id = '2'", [2, 0, 1, 0]],
    [
      `INSERT INTO members VALUES ${valuesOf(MEMBERS.slice(2, 3))}, ${valuesOf(MEMBERS.slice(3))}`,
      [3, 0, 0, 1],
    ],
  ]

  itNeeds('sqlite3', 'sqlite3')(
    'is proven cell by cell, and every change of it is named: SQLite',
    async (sqlite3) => {
      const path = folder.at('shop.sqlite')
      const sqlite = (sql: string): void => {
        execFileSync(sqlite3, ['-bail', path], { input: sql })
      }
      sqlite(`CREATE TABLE members(id TEXT, name TEXT, phone TEXT, note TEXT);
      INSERT INTO members VALUES ${valuesOf(MEMBERS.slice(1))};
      CREATE TABLE visits("at.day" TEXT, id INTEGER, paid TEXT);
      INSERT INTO visits VALUES (NULL, 9, NULL), ('2024-01-02', 7, 'true'), (NULL, 8, 'false');
      CREATE TABLE theirs(x);`)
      const first = await compare(`sqlite:${path}`)
      expect(told(first)).toEqual(SAME)
      expect(first.otherTables).toEqual(['theirs'])
      expect(first.tables[1]).toMatchObject({ notes: ['absent-not-told', 'kinds-not-told'], by: 'cells' })
      for (const [sql, found] of STEPS) {
        sqlite(sql)
        const { tables } = told(await compare(path, { matchOn: [{ table: 'members', columns: ['id'] }] }))
        expect(tables[0]?.[1], sql).toEqual(found)
      }
      sqlite(
        'ALTER TABLE members RENAME TO customers; ALTER TABLE visits DROP COLUMN paid; ALTER TABLE visits ADD more',
      )
      const renamed = await compare(path)
      expect(renamed.tables[0]).toMatchObject({ target: null, equal: false })
      expect(told(renamed).tables[1]?.slice(2)).toEqual(['paid', 'more'])
      const named = await compare(path, { tableNames: new Map([['members', 'customers']]) })
      expect(named.tables[0]).toMatchObject({ target: 'customers', rows: { same: 3, extra: 1 } })
    },
  )

  itServed('is proven cell by cell, and every change of it is named: PostgreSQL', async () => {
    if (server === undefined) throw new Error('no server')
    server.psql(`CREATE SCHEMA shop;
      CREATE TABLE members(note text, id text, name text, phone text);
      INSERT INTO members(id, name, phone, note) VALUES ${valuesOf(MEMBERS.slice(1).reverse())};
      CREATE TABLE visits(id integer, paid boolean, "at.day" date);
      INSERT INTO visits VALUES (7, true, '2024-01-02'), (8, false, NULL), (9, NULL, NULL);
      CREATE TABLE shop.d_members AS TABLE members; CREATE TABLE shop.d_visits AS TABLE visits;
      CREATE TABLE shop.d_others(x int);`)
    const before = process.env
    process.env = { PATH: before.PATH, ...server.env }
    try {
      const first = await compare('postgres:')
      expect(told(first)).toEqual(SAME)
      expect(first.tables[0]?.rows?.otherOrder).toEqual({ deedRow: 1, targetRow: 1 })
      for (const [sql, found] of STEPS.slice(0, 4)) {
        server.psql(sql)
        expect(told(await compare('postgres:')).tables[0]?.[1], sql).toEqual(found)
      }
      const within = await compare('postgres:', { schema: 'shop', prefix: 'd_' })
      expect(told(within)).toEqual(SAME)
      expect(within.otherTables).toEqual(['shop.d_others'])
    } finally {
      process.env = before
    }
  })
})
