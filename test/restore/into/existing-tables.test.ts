import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRecorder } from '../../../src/ledger/index.ts'
import { Folder, policy, refusal } from '../../hostile/make-deed.ts'
import { itServed } from '../../postgres/start-postgres.ts'
import { Databases, into, type Rows, sealTables } from './restore-into.ts'

const ROWS: Rows = [
  ['id', 'code', 'price', 'born', 'ok', 'note'],
  ['1', '007', '1.5', '2025-01-05', 'true', ''],
  ['-2', '17', '0.25', '2024-02-29', 'false', null],
  ['3', '18', null, null, null, 'x'],
]
const HEADER = 'id, code, price, born, ok, note'

const folder = new Folder()
let databases: Databases
let deed: string
beforeAll(async () => {
  databases = new Databases()
  deed = await sealTables(folder, 'two', { items: ROWS, other: [['a'], ['1']] })
}, 60_000)
afterAll(() => {
  databases[Symbol.dispose]()
  folder[Symbol.dispose]()
})

/** A new database of some kind, and what it answers. */
interface Made {
  readonly target: string
  readonly ask: (sql: string) => string
}

const KINDS: readonly (readonly [string, typeof itServed, () => Made])[] = [
  [
    'PostgreSQL',
    itServed,
    () => {
      const { name, address } = databases.make()
      return { target: address, ask: (sql) => databases.psql(sql, name) }
    },
  ],
  [
    'SQLite',
    (name, body) => it(name, () => body('')),
    () => {
      const path = folder.at(`${Math.random()}.db`)
      const ask = (sql: string): string => {
        using database = new DatabaseSync(path)
        const statements = sql.split('; ')
        for (const statement of statements.slice(0, -1)) database.exec(statement)
        const row = database.prepare(statements.at(-1) ?? '').get() ?? {}
        return Object.values(row).join('|')
      }
      return { target: `sqlite:${path}`, ask }
    },
  ],
]

const OLD = 'CREATE TABLE items (a text); CREATE TABLE other (b text); INSERT INTO items VALUES (1)'

for (const [kind, test, make] of KINDS) {
  const [bigint, text] = kind === 'SQLite' ? ['INTEGER', 'TEXT'] : ['bigint', 'text']

  describe(`tables that a ${kind} database has already`, () => {
    test('are all named and refused, also by a dry run, and stay as they are', async () => {
      const { target, ask } = make()
      ask(OLD)
      for (const dryRun of [false, true]) {
        const refused = await refusal(() => into(deed, target, { dryRun }))
        expect([refused.code, refused.message]).toEqual(['EXISTS', expect.stringMatching(/"items".*"other"/)])
      }
      const report = await into(deed, target, { existing: 'replace', dryRun: true })
      expect(report.tables.map(({ done }) => done)).toEqual(['replaced', 'replaced'])
      expect(ask('SELECT count(a) FROM items')).toBe('1')
    })

    test('are replaced where that is asked for and all goes well, but never a view', async () => {
      const { target, ask } = make()
      ask('CREATE TABLE items (a text); INSERT INTO items VALUES (1); CREATE VIEW other AS SELECT 1 AS one')
      expect((await refusal(() => into(deed, target, { existing: 'replace' }))).code).toBe('EXISTS')
      ask('DROP VIEW other; SELECT 1')
      const stop = ({ step }: { step: string }): void => {
        if (step === 'prove') throw new Error('stopped')
      }
      const replace = { existing: 'replace', progress: stop } as const
      await expect(into(deed, target, replace)).rejects.toThrow('stopped')
      expect(ask('SELECT count(a) FROM items')).toBe('1')
      const report = await into(deed, target, { existing: 'replace' })
      expect(ask('SELECT count(id) FROM items')).toBe('3')
      expect(report.tables.map(({ done }) => done)).toEqual(['replaced', 'made'])
    })

    test('get the rows behind their own where their columns fit, in any order and of any number', async () => {
      const { target, ask } = make()
      ask(
        `CREATE TABLE items (more text, note text, ok text, born text, price text, code text, id ${bigint})`,
      )
      ask('INSERT INTO items (code) VALUES ($$old$$); SELECT 1'.replaceAll('$$', "'"))
      const report = await into(deed, target, { existing: 'append' })
      expect(report.tables.map(({ done }) => done)).toEqual(['appended', 'made'])
      expect(ask("SELECT count(*), count(id), sum(id) FROM items WHERE code <> 'none'")).toBe('4|3|2')
      await into(deed, target, { existing: 'append' })
      expect(ask('SELECT count(*) FROM items')).toBe('7')
    })

    test('stay as they are where columns are missing, or cells would not be the same text', async () => {
      const { target, ask } = make()
      ask(
        `CREATE TABLE items (id ${bigint}, code ${bigint}, price text, born text, ok text, note ${bigint}); SELECT 1`,
      )
      const unfit = await refusal(() => into(deed, target, { existing: 'append' }))
      expect([unfit.code, unfit.message]).toEqual([
        'VALUE',
        expect.stringMatching(/"code".*row 1.*"note".*row 1/),
      ])
      ask('CREATE TABLE p_items (id text, must text NOT NULL); SELECT 1')
      const lacking = await refusal(() => into(deed, target, { existing: 'append', prefix: 'p_' }))
      expect(lacking.code).toBe('EXISTS')
      for (const name of ['code', 'note', 'must']) expect(lacking.message).toContain(`"${name}"`)
      expect(ask('SELECT count(*) FROM items')).toBe('0')
    })
  })

  describe(`a deed that went into a ${kind} database before`, () => {
    test('is refused there, told by the ledger, unless a person says why (F11)', async () => {
      const { target } = make()
      const home = folder.at(`${kind} home`)
      const run = (anyway?: string) => {
        const recorder = openRecorder({ home, command: 'restore', records: 'effects', warn: () => undefined })
        const memory = { home, now: new Date(), anyway }
        return into(deed, target, { recorder, memory, existing: 'replace' })
      }
      await run()
      expect((await refusal(() => run())).code).toBe('REPLAYED')
      await run('a second try')
      const other = make()
      const memory = { home, now: new Date() }
      await into(deed, other.target, { memory, dryRun: true })
    })
  })

  describe(`types inferred for a ${kind} database`, () => {
    test('are those of all cells, which come back as they were; else it is told why not', async () => {
      const { target, ask } = make()
      const report = await into(deed, target, { types: 'inferred' })
      const columns = report.tables[0]?.columns ?? []
      const dated = kind === 'SQLite' ? [text, text] : ['date', 'boolean']
      const number = kind === 'SQLite' ? 'NUMERIC' : 'numeric'
      expect(columns.map(({ type }) => type)).toEqual([bigint, text, number, ...dated, text])
      expect(columns[1]?.stayedText).toEqual({
        ...{ code: 'leading-zero', nearest: 'integer' },
        ...{ cells: 1, firstRow: 1 },
      })
      expect(columns[5]?.stayedText).toMatchObject({ code: 'empty-text', nearest: null, cells: 2 })
      expect(ask(`SELECT sum(id), sum(price) FROM items`)).toBe('2|1.75')
      expect(ask(`SELECT count(*) FROM (SELECT ${HEADER} FROM items WHERE note IS NULL) AS n`)).toBe('1')
    })
  })
}

it('a part of a deed has the number of each row to join on', async () => {
  const decided = policy(
    ...['drift: names', 'columns:', '  p:', '    a: {type: code, compartment: general}'],
    ...['    datadeed_row: {type: code, compartment: contact}', '    b: {type: code, compartment: general}'],
  )
  const rows: Rows = [
    ['a', 'datadeed_row', 'b'],
    ['1', 'x', '2'],
    ['3', 'y', '4'],
  ]
  const partial = await sealTables(folder, 'partial', { p: rows }, { policy: decided })
  const target = folder.at('partial.db')
  const report = await into(partial, `sqlite:${target}`, { compartments: ['general'] })
  using database = new DatabaseSync(target)
  expect(
    database
      .prepare('SELECT datadeed_row_2 AS row, a, b FROM p')
      .all()
      .map((row) => ({ ...row })),
  ).toEqual([
    { row: 1, a: '1', b: '2' },
    { row: 2, a: '3', b: '4' },
  ])
  expect(report.tables[0]?.columns[0]).toMatchObject({ name: null, column: 'datadeed_row_2' })
  expect(report.tables[0]?.missing).toEqual([{ name: 'datadeed_row', because: 'left-out' }])
})
