import { execFileSync, spawn } from 'node:child_process'
import { appendFileSync, copyFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type ExportOptions, openExport } from '../../../src/ingest/index.ts'
import { itNeeds } from '../../interop/needs.ts'
import { BOUNDS, readTyped } from '../read-typed.ts'
import { SqliteDesk } from './make-database.ts'

const desk = new SqliteDesk()
afterAll(() => desk[Symbol.dispose]())
const itMade = itNeeds('sqlite3', 'sqlite3')

const refusal = (code: string) => expect.objectContaining({ code })

/** Cells of the only, or the named, table. */
async function readAll(path: string, options: ExportOptions = {}, bounds = BOUNDS) {
  await using opened = await openExport(path, options)
  const read = []
  for (const table of opened.tables) read.push({ table, rows: await readTyped(table, bounds) })
  return { read, notes: opened.notes, rows: read[0]?.rows ?? [], columns: read[0]?.table.columns ?? [] }
}

describe('cells of an SQLite table', () => {
  itMade('keep their storage class and every digit', async (sqlite3) => {
    const cells: readonly (readonly [sql: string, kind: string, text: string | null])[] = [
      ['NULL', 'null', null],
      ["''", 'text', ''],
      ["'NULL'", 'text', 'NULL'],
      ["'007'", 'text', '007'],
      ["'110101199003074518'", 'text', '110101199003074518'],
      ["' a '", 'text', ' a '],
      [`'a,"b"' || char(13, 10) || 'c'`, 'text', 'a,"b"\r\nc'],
      ["'\\.'", 'text', '\\.'],
      ["'王小明𠮷👍'", 'text', '王小明𠮷👍'],
      ['char(65533)', 'text', '\ufffd'],
      ['9223372036854775807', 'number', '9223372036854775807'],
      ['-9223372036854775808', 'number', '-9223372036854775808'],
      ['110101199003074518', 'number', '110101199003074518'],
      ['0', 'number', '0'],
      ['5.0', 'number', '5.0'],
      ['0.1', 'number', '0.1'],
      ['-0.0', 'number', '-0.0'],
      ['1e21', 'number', '1e+21'],
      ['123456789012345678.0', 'number', '123456789012345680.0'],
      ['5e-324', 'number', '5e-324'],
      ['9e999', 'number', '9.0e+999'],
      ['-9e999', 'number', '-9.0e+999'],
      ["x''", 'bytes', ''],
      ["x'00FFfe'", 'bytes', '00fffe'],
    ]
    const values = cells.map(([sql]) => `(${sql})`).join(',')
    const path = desk.make(sqlite3, `CREATE TABLE t(v); INSERT INTO t VALUES ${values};`)
    const { rows } = await readAll(path)
    expect(rows.map(([cell]) => cell)).toEqual(cells.map(([, kind, text]) => [kind, text]))
    // Every real is read back by SQLite as the double that it was.
    const reals = cells.filter(([, kind, text]) => kind === 'number' && /[.e]/.test(text ?? ''))
    for (const [sql, , text] of reals) {
      const same = execFileSync(sqlite3, [':memory:', `SELECT (${sql}) = (${text}), typeof(${text})`])
      expect(same.toString().trim()).toBe('1|real')
    }
  })

  itMade('are tagged where they differ from what the declared type says', async (sqlite3) => {
    const path = desk.make(
      sqlite3,
      `CREATE TABLE t(a INTEGER, b VARCHAR(20), c DECIMAL(10,2), d DATETIME, e BLOB, f, g DOUBLE, h BOOLEAN);
       INSERT INTO t VALUES ('text', 5, 12.5, '2024-01-01', 'text', 7, NULL, 1);`,
    )
    const { rows, columns } = await readAll(path)
    expect(columns.map(({ declared, kind }) => [declared, kind])).toEqual([
      ['INTEGER', 'number'],
      ['VARCHAR(20)', 'text'],
      ['DECIMAL(10,2)', 'number'],
      ['DATETIME', 'text'],
      ['BLOB', 'bytes'],
      [null, 'text'],
      ['DOUBLE', 'number'],
      ['BOOLEAN', 'number'],
    ])
    expect(rows).toEqual([
      [
        ['text', 'text'],
        ['text', '5'],
        ['number', '12.5'],
        ['text', '2024-01-01'],
        ['text', 'text'],
        ['number', '7'],
        ['null', null],
        ['number', '1'],
      ],
    ])
  })

  itMade('are refused where text is not valid, with the row and never with the cell', async (sqlite3) => {
    for (const [bytes, code] of [
      ['41FF', 'ENCODING'],
      ['F09F98', 'ENCODING'],
      ['410042', 'VALUE'],
      ['EDA080', 'ENCODING'],
    ]) {
      const path = desk.make(
        sqlite3,
        `CREATE TABLE t(a); INSERT INTO t VALUES ('x'), (char(65533)), (CAST(x'${bytes}' AS TEXT));`,
      )
      const failing = readAll(path)
      await expect(failing).rejects.toThrow(refusal(code ?? ''))
      await expect(failing).rejects.toThrow(/row 3\D/)
      await expect(readAll(path, { database: { query: 'SELECT a FROM t' } })).rejects.toThrow(
        refusal(code ?? ''),
      )
    }
  })

  itMade('are the same in a database that keeps UTF-16', async (sqlite3) => {
    for (const encoding of ['UTF-16le', 'UTF-16be']) {
      const path = desk.make(
        sqlite3,
        `PRAGMA encoding='${encoding}'; CREATE TABLE t(a); INSERT INTO t VALUES ('abc'),('王𠮷'),(char(65533)),('ä'),(x'6162');`,
      )
      const { rows } = await readAll(path)
      const texts = ['abc', '王𠮷', '\ufffd', 'ä'].map((text) => [['text', text]])
      expect(rows).toEqual([...texts, [['bytes', '6162']]])
      const query = await readAll(path, { database: { query: 'SELECT a FROM t' } })
      expect(query.rows).toEqual(rows)
    }
  })
})

describe('tables of an SQLite file', () => {
  const SHOP = `
    CREATE TABLE members(id INTEGER PRIMARY KEY, name TEXT); INSERT INTO members VALUES (2,'b'),(1,'a');
    CREATE INDEX by_name ON members(name DESC, id);
    CREATE TABLE "o'r ""d""ers" (k TEXT PRIMARY KEY, "a b" REAL, c AS (k || '!')) WITHOUT ROWID;
    INSERT INTO "o'r ""d""ers" VALUES ('z', 1), ('a', 2);
    CREATE TABLE none(a, b);
    CREATE VIEW adults AS SELECT name FROM members;
    CREATE VIRTUAL TABLE notes USING fts5(body); INSERT INTO notes VALUES ('hello');`

  itMade('are all ordinary ones, rows by rowid or primary key, and the others are named', async (sqlite3) => {
    const { read, notes } = await readAll(desk.make(sqlite3, SHOP))
    expect(read.map(({ table }) => table.name)).toEqual(['members', `o'r "d"ers`, 'none'])
    expect(read.map(({ rows }) => rows.map((row) => row.map(([, text]) => text)))).toEqual([
      [
        ['1', 'a'],
        ['2', 'b'],
      ],
      [
        ['a', '2.0', 'a!'],
        ['z', '1.0', 'z!'],
      ],
      [],
    ])
    expect(notes).toHaveLength(3)
    expect(notes.join()).toMatch(/adults.*notes.*notes_data/s)
  })

  itMade('are chosen by --table, views too, in any case of ASCII', async (sqlite3) => {
    const path = desk.make(sqlite3, SHOP)
    const { read } = await readAll(path, { database: { tables: ['ADULTS', 'notes', 'Members', 'members'] } })
    expect(read.map(({ table }) => [table.name, table.description])).toEqual([
      ['adults', { kind: 'sqlite', from: 'view' }],
      ['notes', { kind: 'sqlite', from: 'table' }],
      ['members', { kind: 'sqlite', from: 'table' }],
    ])
    const missing = openExport(path, { database: { tables: ['x', 'members', 'y'] } })
    await expect(missing).rejects.toThrow(refusal('USAGE'))
    await expect(missing).rejects.toThrow(/x, y/)
  })

  itMade('or are the rows of one SELECT, in its own order', async (sqlite3) => {
    const path = desk.make(sqlite3, SHOP)
    const query =
      'WITH m AS (SELECT * FROM members) SELECT id, name AS 姓名, id + 1 FROM m ORDER BY id DESC; -- so\n;'
    const { read } = await readAll(path, { database: { query: query.slice(0, query.indexOf(';') + 1) } })
    expect(read[0]?.table).toMatchObject({ name: 'query', description: { from: 'query' } })
    expect(read[0]?.table.columns).toEqual([
      { index: 0, name: 'id', kind: 'number', declared: 'INTEGER' },
      { index: 1, name: '姓名', kind: 'text', declared: 'TEXT' },
      { index: 2, name: 'id + 1', kind: 'text', declared: null },
    ])
    expect(read[0]?.rows.map(([id]) => id)).toEqual([
      ['number', '2'],
      ['number', '1'],
    ])
  })

  itMade('are refused for a query that is anything but one SELECT', async (sqlite3) => {
    const path = desk.make(sqlite3, SHOP)
    const before = readFileSync(path)
    for (const query of [
      'DELETE FROM members',
      'SELECT 1; DELETE FROM members',
      'SELECT 1) ; DELETE FROM members; SELECT (1',
      'PRAGMA writable_schema = 1',
      "ATTACH 'other.db' AS other",
      "SELECT load_extension('x')",
      "VACUUM INTO 'copy.db'",
      'SELECT ?',
      'SELECT nothing FROM members',
      '',
    ]) {
      const reading = readAll(path, { database: { query } })
      await expect(reading, query).rejects.toThrow(refusal('USAGE'))
    }
    expect(readFileSync(path)).toEqual(before)
  })

  itMade('are refused for names that no column may have', async (sqlite3) => {
    const path = desk.make(sqlite3, `CREATE TABLE t("13812345678", " "); INSERT INTO t VALUES (1, 2);`)
    await expect(readAll(path)).rejects.toThrow(refusal('SHAPE'))
    const query = (sql: string) => readAll(path, { database: { query: sql } })
    await expect(query('SELECT 1 AS a, 2 AS a')).rejects.toThrow(refusal('SHAPE'))
    await expect(query('SELECT "13812345678" FROM t')).rejects.toThrow(refusal('SHAPE'))
    expect((await query('SELECT "13812345678" AS phone FROM t')).rows).toHaveLength(1)
  })

  itMade('may have 2,000 columns', async (sqlite3) => {
    const names = Array.from({ length: 2000 }, (_, index) => `c${index}`)
    const path = desk.make(
      sqlite3,
      `CREATE TABLE t(${names.join()}); INSERT INTO t VALUES (${names.map(() => `'ä' || char(65533)`).join()});`,
    )
    const { rows } = await readAll(path)
    expect(rows[0]).toHaveLength(2000)
    expect(new Set(rows[0]?.map(([, text]) => text))).toEqual(new Set(['ä\ufffd']))
  })

  itMade('come in the same slices each time, and an empty one in none', async (sqlite3) => {
    const path = desk.make(
      sqlite3,
      `CREATE TABLE t(a, b); INSERT INTO t SELECT value, 'x' || iif(value = 700, char(65533), value) FROM generate_series(1, 1000);`,
    )
    await using opened = await openExport(path)
    const [table] = opened.tables
    const bounds = { sliceBytes: 1000, sliceRows: 100_000 }
    const read = async () => {
      const slices = []
      for await (const { bytes, number, last, rowEnds, readTo } of table?.slices(bounds) ?? [])
        slices.push({ text: Buffer.from(bytes).toString(), number, last, rowEnds, readTo })
      return slices
    }
    const first = await read()
    for await (const _ of table?.slices(bounds) ?? []) break
    expect(await read()).toEqual(first)
    expect(first.filter(({ last }) => last).map(({ number }) => number)).toEqual([first.length - 1])
    expect(first.at(-1)?.readTo).toBe(table?.size)
    const rows = first
      .map(({ text }) => text)
      .join('')
      .trimEnd()
      .split('\n')
    expect(rows.map((row) => row.split(',')[0])).toEqual(
      Array.from({ length: 1000 }, (_, index) => `${index + 1}`),
    )
    expect((await readAll(desk.make(sqlite3, 'CREATE TABLE t(a);'))).rows).toEqual([])
  })
})

describe('an SQLite file', () => {
  const SMALL = "CREATE TABLE t(a); INSERT INTO t VALUES ('x');"

  itMade('is known by its content under any name but that of a text file', async (sqlite3) => {
    const path = desk.make(sqlite3, SMALL, 'we ird?#%20会员.dat')
    expect((await readAll(path)).rows).toEqual([[['text', 'x']]])
    const csv = join(desk.folder, 'members.csv')
    copyFileSync(path, csv)
    await expect(readAll(csv)).rejects.toMatchObject({
      code: 'FORMAT',
      hints: [expect.stringContaining('.db')],
    })
  })

  itMade('is not changed by reading, nor gets another beside it, whatever its journal', async (sqlite3) => {
    for (const mode of ['wal', 'delete', 'persist', 'truncate']) {
      const path = desk.make(sqlite3, `PRAGMA journal_mode=${mode}; ${SMALL}`, `${mode}.db`)
      const before = readFileSync(path)
      const beside = readdirSync(desk.folder)
      expect((await readAll(path)).rows).toHaveLength(1)
      expect(readFileSync(path)).toEqual(before)
      expect(readdirSync(desk.folder)).toEqual(beside)
    }
  })

  itMade('is refused while a program keeps changes beside it, before and during reading', async (sqlite3) => {
    const path = desk.make(sqlite3, `PRAGMA journal_mode=wal; ${SMALL}`)
    await using opened = await openExport(path)
    const other = spawn(sqlite3, [path], { stdio: ['pipe', 'pipe', 'ignore'] })
    const told = new Promise<void>((resolve) => other.stdout.once('data', () => resolve()))
    other.stdin.write("INSERT INTO t VALUES ('y'); SELECT 'done';\n")
    await told
    try {
      const [table] = opened.tables
      await expect(async () => table && (await readTyped(table))).rejects.toThrow(refusal('CHANGED'))
      await expect(openExport(path)).rejects.toThrow(refusal('CHANGED'))
    } finally {
      other.stdin.end()
      await new Promise((resolve) => other.once('close', resolve))
    }
    expect((await readAll(path)).rows).toHaveLength(2)
  })

  itMade('is refused with a journal that was never taken back', async (sqlite3) => {
    const path = desk.make(sqlite3, SMALL)
    writeFileSync(`${path}-journal`, Buffer.from('d9d505f920a163d7', 'hex'))
    await expect(readAll(path)).rejects.toThrow(refusal('CHANGED'))
    writeFileSync(`${path}-journal`, new Uint8Array(512))
    expect((await readAll(path)).rows).toHaveLength(1)
  })

  itMade('is refused when another program writes to it between two slices', async (sqlite3) => {
    const path = desk.make(
      sqlite3,
      `CREATE TABLE t(a); INSERT INTO t SELECT value FROM generate_series(1, 500);`,
    )
    await using opened = await openExport(path)
    const reading = async () => {
      for await (const slice of opened.tables[0]?.slices({ sliceBytes: 100, sliceRows: 100_000 }) ?? []) {
        if (slice.number === 3) execFileSync(sqlite3, [path, 'DELETE FROM t WHERE a > 100; VACUUM;'])
      }
    }
    await expect(reading).rejects.toThrow(refusal('CHANGED'))
  })

  itMade('is refused where it is damaged, cut off, encrypted or empty', async (sqlite3) => {
    const rows = `CREATE TABLE t(a); INSERT INTO t SELECT hex(randomblob(200)) FROM generate_series(1, 500);`
    const cut = desk.make(sqlite3, rows)
    truncateSync(cut, 40_960)
    await expect(readAll(cut)).rejects.toThrow(refusal('DAMAGED'))
    const torn = desk.make(sqlite3, rows)
    const bytes = readFileSync(torn)
    writeFileSync(torn, bytes.fill(0xa5, 8192, 65_536))
    await expect(readAll(torn)).rejects.toThrow(refusal('DAMAGED'))
    const encrypted = desk.make(sqlite3, rows)
    writeFileSync(encrypted, readFileSync(encrypted).fill(0x5a, 0, 16))
    await expect(readAll(encrypted)).rejects.toThrow(refusal('FORMAT'))
    const bare = join(desk.folder, 'bare.db')
    writeFileSync(bare, '')
    await expect(readAll(bare)).rejects.toThrow(refusal('EMPTY'))
    await expect(readAll(desk.make(sqlite3, 'CREATE VIEW v AS SELECT 1 AS a;'))).rejects.toThrow(
      refusal('EMPTY'),
    )
  })

  itMade('is refused for options that a database does not need', async (sqlite3) => {
    const path = desk.make(sqlite3, SMALL)
    for (const options of [
      { encoding: 'utf-8' as const },
      { delimiter: ',' as const },
      { header: true },
      { expectSha256: 'aa' },
      { database: { tables: ['t'], query: 'SELECT 1' } },
    ]) {
      await expect(readAll(path, options)).rejects.toThrow(refusal('USAGE'))
    }
  })

  itMade('runs nothing that others have put into it', async (sqlite3) => {
    const path = desk.make(
      sqlite3,
      `CREATE TABLE t(a); INSERT INTO t VALUES (1); CREATE TABLE log(n);
       CREATE TRIGGER spy AFTER INSERT ON t BEGIN INSERT INTO log VALUES (1); END;
       CREATE VIEW loads AS SELECT load_extension('x.so') AS a;
       CREATE VIEW parses AS SELECT fts3_tokenizer('simple') AS a;`,
    )
    expect((await readAll(path)).read.map(({ rows }) => rows.length)).toEqual([1, 0])
    for (const view of ['loads', 'parses']) {
      await expect(readAll(path, { database: { tables: [view] } }), view).rejects.toThrow(refusal('FORMAT'))
    }
  })

  itMade('is refused where its schema is no SQL', async (sqlite3) => {
    const path = desk.make(
      sqlite3,
      `CREATE TABLE t(a); PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE t(';`,
    )
    await expect(readAll(path)).rejects.toThrow(refusal('DAMAGED'))
  })

  itMade('gives a row over the limit no memory', async (sqlite3) => {
    const path = desk.make(sqlite3, 'CREATE TABLE t(a); INSERT INTO t VALUES (zeroblob(40000000));')
    await expect(readAll(path)).rejects.toThrow(refusal('LIMIT'))
  })

  itMade('is stopped between rows', async (sqlite3) => {
    const path = desk.make(sqlite3, SMALL)
    const query = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n'
    await using opened = await openExport(path, { database: { query } })
    const reading = async () => {
      const signal = AbortSignal.timeout(50)
      for await (const _ of opened.tables[0]?.slices({
        ...BOUNDS,
        sliceBytes: 1e9,
        sliceRows: 1e9,
        signal,
      }) ?? []);
    }
    await expect(reading).rejects.toThrow(expect.objectContaining({ name: 'TimeoutError' }))
  })

  it('that is none is refused by its name alone', async () => {
    const path = join(desk.folder, 'text.sqlite3')
    appendFileSync(path, 'a,b\n1,2\n')
    await expect(openExport(path)).rejects.toThrow(refusal('FORMAT'))
    await expect(openExport(join(desk.folder, 'none.db'))).rejects.toThrow(refusal('IO_READ'))
  })
})
