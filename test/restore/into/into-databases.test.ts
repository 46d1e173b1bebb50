import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IntoRequest } from '../../../src/restore/index.ts'
import { Folder, policy, refusal, seal } from '../../hostile/make-deed.ts'
import { itServed, startPostgres, type TestServer } from '../../postgres/start-postgres.ts'
import { addressOf, csvOf, HOSTILE, into } from './restore-into.ts'

type Rows = readonly (readonly (string | null)[])[]

const LONG = `${'长'.repeat(180_000)}"${'x'.repeat(520_000)}`
const WIDE: Rows = [
  ...HOSTILE.map((cell, at) => [String(at), cell, HOSTILE.at(-at - 1) ?? null]),
  ['long', LONG, null],
]
/** A blank line of a table of one column is a row, so that NULL is told from "" there as well. */
const NARROW: Rows = HOSTILE.map((cell) => [cell])
/** 63 bytes are too few for most of these. */
const NAMES = [
  ...[
    'id',
    'ID',
    'select',
    'a"b',
    "a'b",
    'x y',
    '"; DROP TABLE names; --',
    'ctid',
    'rowid',
    '会员编号'.repeat(8),
  ],
  ...[`${'会员编号'.repeat(8)}!`, `${'n'.repeat(80)}1`, `${'n'.repeat(80)}2`, 'e\u0301'.repeat(25)],
]

let server: TestServer | undefined
const folder = new Folder()
const deed = folder.at('all.deed')
beforeAll(async () => {
  server = startPostgres()
  const sealed = (name: string, header: readonly string[], rows: Rows, quoted = false) => ({
    path: folder.write(`${name}.csv`, csvOf([header, ...rows], quoted)),
    ...({ encoding: 'utf-8', delimiter: ',', header: true } as const),
  })
  const exports = [
    sealed('wide', ['no', 'one', 'two'], WIDE),
    sealed('quoted', ['no', 'one', 'two'], WIDE, true),
    sealed('narrow', ['only'], NARROW),
    sealed('names', NAMES, [NAMES.map((_, at) => String(at))]),
    sealed('empty', ['a', 'b'], []),
  ]
  await seal(deed, exports, { policy: policy('epochs:', '  rows: 7') })
}, 60_000)
afterAll(() => {
  server?.[Symbol.dispose]()
  folder[Symbol.dispose]()
})

let databases = 0
/** A new database of the server. */
function make(options = ''): { readonly name: string; readonly address: string } {
  if (server === undefined) throw new Error('no server')
  databases += 1
  const name = `into${databases}`
  server.psql(`CREATE DATABASE ${name} ${options}`)
  return { name, address: addressOf(server, name) }
}

const psql = (sql: string, database: string): string => server?.psql(sql, database).toString() ?? ''

/** What PostgreSQL itself says the rows are. */
function copied(table: string, database: string): Rows {
  return parse(psql(`COPY ${table} TO STDOUT (FORMAT csv)`, database), {
    cast: (text, { quoting }) => (text === '' && !quoting ? null : text),
    skip_empty_lines: false,
  }) as unknown as Rows
}

/** What SQLite itself says the rows are. */
function selected(table: string, path: string): Rows {
  using database = new DatabaseSync(path, { readOnly: true })
  const statement = database.prepare(`SELECT * FROM "${table}"`)
  statement.setReturnArrays(true)
  return statement.all() as unknown as Rows
}

describe('a deed restored into a PostgreSQL database', () => {
  itServed('has every cell, NULL and "" apart, one column or more', async () => {
    const { name, address } = make()
    const report = await into(deed, address, { workers: 2 })
    expect(copied('wide', name)).toEqual(WIDE)
    expect(copied('quoted', name).map(([, ...cells]) => cells)).toEqual(
      WIDE.map(([, ...cells]) => cells.map((cell) => cell)),
    )
    expect(copied('narrow', name)).toEqual(NARROW)
    expect(psql('SELECT count(*) FROM empty', name)).toBe('0\n')
    expect(report).toMatchObject({
      target: 'postgres',
      dryRun: false,
      rows: 2 * WIDE.length + NARROW.length + 1,
    })
  })

  itServed('has names of at most 63 bytes, no two the same, and says so', async () => {
    const { name, address } = make()
    const report = await into(deed, address)
    const columns = report.tables.find((table) => table.name === 'names')?.columns ?? []
    const catalog = psql(
      "SELECT attname FROM pg_attribute WHERE attrelid = 'names'::regclass AND attnum > 0 ORDER BY attnum",
      name,
    )
    expect(columns.map((column) => column.column)).toEqual(catalog.trimEnd().split('\n'))
    expect(columns.map((column) => column.name)).toEqual(NAMES)
    const kept = columns.filter((column) => column.name === column.column).map((column) => column.name)
    expect(kept).toEqual(NAMES.filter((each) => Buffer.byteLength(each) <= 63 && each !== 'ctid'))
    expect(psql("SELECT count(*) FROM pg_class WHERE relname = 'names'", name)).toBe('1\n')
  })

  itServed('keeps deed, type, compartment and former names as comments', async () => {
    const { name, address } = make()
    const { deedId } = await into(deed, address, { prefix: 'p_' })
    expect(psql("SELECT obj_description('p_wide'::regclass)", name)).toBe(
      `datadeed deed=${deedId} table=wide\n`,
    )
    expect(psql("SELECT col_description('p_names'::regclass, 8)", name)).toMatch(
      /^datadeed type=\S+ compartment=\S+ name=ctid\n$/,
    )
  })

  itServed('is refused by a database that cannot hold every character, or has no such schema', async () => {
    const latin = make("ENCODING 'LATIN1' TEMPLATE template0")
    expect((await refusal(() => into(deed, latin.address))).code).toBe('ENCODING')
    const { address } = make()
    expect((await refusal(() => into(deed, address, { schema: 'nowhere' }))).code).toBe('USAGE')
    const secret = 'postgres://shopkeeper:hunter2@localhost/x'
    const refused = await refusal(() => into(deed, secret))
    expect(refused.code).toBe('USAGE')
    expect([refused.message, ...refused.hints].join('\n')).not.toContain('hunter2')
  })
})

describe('a deed restored into an SQLite file', () => {
  it('has every cell, NULL and "" apart, as text', async () => {
    const path = folder.at('round.db')
    await into(deed, `sqlite:${path}`, { workers: 2 })
    expect(selected('wide', path)).toEqual(WIDE)
    expect(selected('narrow', path)).toEqual(NARROW)
    expect(selected('quoted', path).map(([, ...cells]) => cells)).toEqual(WIDE.map(([, ...cells]) => cells))
    using database = new DatabaseSync(path)
    expect(database.prepare('SELECT DISTINCT typeof(no) AS type FROM wide').all()).toEqual([{ type: 'text' }])
    expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
  })

  it('says in datadeed_columns what is what, and maps names that differ by case alone', async () => {
    const path = folder.at('names.db')
    const { deedId } = await into(deed, `sqlite:${path}`)
    using database = new DatabaseSync(path)
    const listed = database
      .prepare("SELECT column_name, deed_column, deed_id FROM datadeed_columns WHERE deed_table = 'names'")
      .all()
    expect(listed.map(({ deed_column }) => deed_column)).toEqual(NAMES)
    expect(listed[1]).toEqual({ column_name: 'ID_2', deed_column: 'ID', deed_id: deedId })
    const declared = database.prepare("SELECT name FROM pragma_table_info('names')").all()
    expect(declared.map(({ name }) => name)).toEqual(listed.map(({ column_name }) => column_name))
  })

  it('is written beside its name, and only has it when it is whole', async () => {
    const path = folder.at('whole.db')
    const fault = new Error('stopped')
    const stop = (step: { step: string }) => {
      if (step.step === 'prove') throw fault
    }
    await expect(into(deed, `sqlite:${path}`, { progress: stop })).rejects.toBe(fault)
    expect(readdirSync(folder.path).filter((name) => name.startsWith('whole.db'))).toEqual([])
  })

  it('is refused for a file that is locked, or no database', async () => {
    const path = folder.at('locked.db')
    using other = new DatabaseSync(path)
    other.exec('CREATE TABLE own (a); BEGIN IMMEDIATE')
    expect((await refusal(() => into(deed, `sqlite:${path}`))).code).toBe('LOCKED')
    const text = folder.write('text.db', 'no database at all, but a text\n'.repeat(40))
    const before = readFileSync(text)
    expect((await refusal(() => into(deed, `sqlite:${text}`))).code).toBe('FORMAT')
    expect(readFileSync(text)).toEqual(before)
  })
})

/** What both kinds of databases do alike. */
interface Kind {
  readonly it: typeof itServed
  make(): {
    readonly target: string
    readonly run: (sql: string) => void
    readonly ask: (sql: string) => string
  }
}

const KINDS: Readonly<Record<string, Kind>> = {
  PostgreSQL: {
    it: itServed,
    make() {
      const { name, address } = make()
      const ask = (sql: string): string => psql(sql, name).trim()
      return { target: address, run: ask, ask }
    },
  },
  SQLite: {
    it: (name, body) => it(name, () => body('')),
    make() {
      databases += 1
      const path = folder.at(`kind${databases}.db`)
      const on = <Answer>(act: (database: DatabaseSync) => Answer): Answer => {
        using database = new DatabaseSync(path)
        return act(database)
      }
      return {
        target: `sqlite:${path}`,
        run: (sql) => on((database) => database.exec(sql)),
        ask: (sql) => on((database) => Object.values(database.prepare(sql).get() ?? {}).join()),
      }
    },
  },
}

for (const [kind, { it: test, make: makeTarget }] of Object.entries(KINDS)) {
  describe(`tables that a ${kind} database has already`, () => {
    const tables = 'CREATE TABLE wide (a text); CREATE TABLE names (b text); INSERT INTO wide VALUES (1)'

    test('are all named and refused, and stay as they are', async () => {
      const { target, run, ask } = makeTarget()
      run(tables)
      const refused = await refusal(() => into(deed, target))
      expect(refused.code).toBe('EXISTS')
      expect(refused.message).toMatch(/"wide".*"names"|"names".*"wide"/)
      expect(ask('SELECT count(a) FROM wide')).toBe('1')
    })

    test('are replaced where that is asked for, but never a view', async () => {
      const { target, run, ask } = makeTarget()
      run(`${tables}; CREATE VIEW narrow AS SELECT 1 AS one`)
      const replace = { existing: 'replace' } as const
      expect((await refusal(() => into(deed, target, replace))).code).toBe('EXISTS')
      run('DROP VIEW narrow')
      const report = await into(deed, target, replace)
      expect(ask('SELECT count(no) FROM wide')).toBe(String(WIDE.length))
      expect(report.tables.map(({ done }) => done)).toContain('replaced')
    })

    test('stay as they are where a dry run says what would be done', async () => {
      const { target, run, ask } = makeTarget()
      run(tables)
      const report = await into(deed, target, { existing: 'replace', dryRun: true })
      expect(report).toMatchObject({
        dryRun: true,
        tables: expect.arrayContaining([expect.objectContaining({ table: 'wide' })]),
      })
      expect(ask('SELECT count(a) FROM wide')).toBe('1')
    })

    test('stay as they are if a restore that replaces them fails while it reads back', async () => {
      const { target, run, ask } = makeTarget()
      run(tables)
      const progress: IntoRequest['progress'] = ({ step }) => {
        if (step === 'prove') throw new Error('stopped')
      }
      await expect(into(deed, target, { existing: 'replace', progress })).rejects.toThrow('stopped')
      expect(ask('SELECT count(a) FROM wide')).toBe('1')
    })
  })
}

it('a deed of which a part is opened has the number of each row to join on', async () => {
  const partial = folder.at('partial.deed')
  const path = folder.write(
    'p.csv',
    csvOf([
      ['a', 'datadeed_row', 'b'],
      ['1', 'x', '2'],
      ['3', 'y', '4'],
    ]),
  )
  const decided = policy(
    ...['drift: names', 'columns:', '  p:', '    a: {type: code, compartment: general}'],
    ...['    datadeed_row: {type: code, compartment: contact}', '    b: {type: code, compartment: general}'],
  )
  await seal(partial, [{ path, encoding: 'utf-8', delimiter: ',', header: true }], { policy: decided })
  const target = folder.at('partial.db')
  const report = await into(partial, `sqlite:${target}`, { compartments: ['general'] })
  expect(selected('p', target)).toEqual([
    [1, '1', '2'],
    [2, '3', '4'],
  ])
  expect(report.tables[0]?.columns[0]).toMatchObject({ name: null, column: 'datadeed_row_2' })
  expect(report.tables[0]?.missing).toEqual([{ name: 'datadeed_row', because: 'left-out' }])
  writeFileSync(target, '')
})
