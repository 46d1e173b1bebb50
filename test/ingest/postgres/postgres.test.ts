import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DatadeedError } from '../../../src/errors.ts'
import { type ExportOptions, openExport } from '../../../src/ingest/index.ts'
import { Desk } from '../../cli/run-cli.ts'
import { runWords } from '../../inputs/run-words.ts'
import { itServed, startPostgres, type TestServer } from '../../postgres/start-postgres.ts'
import { BOUNDS, readTyped } from '../read-typed.ts'
import { readCsv, sealAndRestore } from '../seal-and-restore.ts'

let running: TestServer | undefined
let databases = 0
beforeAll(() => {
  running = startPostgres()
}, 60_000)
afterAll(() => running?.[Symbol.dispose]())

function server(): TestServer {
  if (running === undefined) throw new Error('no server')
  return running
}

/** A new database of these statements; its address. */
function make(sql: string, options = ''): string {
  databases += 1
  const name = `made${databases}`
  server().psql(`CREATE DATABASE ${name} ${options}`)
  server().psql(sql, name)
  return addressOf(name)
}

function addressOf(database: string, user = 'shopkeeper'): string {
  const { host, port } = server()
  return `postgres://${user}@:${port}/${database}?host=${encodeURIComponent(host)}`
}

async function readAll(address: string, options: ExportOptions = {}, bounds = BOUNDS) {
  await using opened = await openExport(address, options)
  const read = []
  for (const table of opened.tables) read.push({ table, rows: await readTyped(table, bounds) })
  return { read, notes: opened.notes, rows: read[0]?.rows ?? [], columns: read[0]?.table.columns ?? [] }
}

const refusal = (code: string) => expect.objectContaining({ code })
const databaseOf = (address: string): string => /\/(made\d+)\?/.exec(address)?.[1] ?? ''

describe('cells of a PostgreSQL table', () => {
  itServed('are what the server writes, typed by their column', async () => {
    const cases: readonly (readonly [
      type: string,
      sql: string,
      kind: string,
      text: string | null,
      declared?: string,
    ])[] = [
      ['text', 'NULL', 'null', null],
      ['text', "''", 'text', ''],
      ['text', "'NULL'", 'text', 'NULL'],
      ['text', "'007'", 'text', '007'],
      ['varchar(40)', "'110101199003074518'", 'text', '110101199003074518', 'character varying(40)'],
      ['char(4)', "'a'", 'text', 'a   ', 'character(4)'],
      ['text', "' a '", 'text', ' a '],
      ['text', `E'a,"b"\\r\\nc\\rd\\n\\n'`, 'text', 'a,"b"\r\nc\rd\n\n'],
      ['text', `'\\.'`, 'text', '\\.'],
      ['text', `'\\N'`, 'text', '\\N'],
      ['text', "'王小明𠮷👍'", 'text', '王小明𠮷👍'],
      ['bigint', '9223372036854775807', 'number', '9223372036854775807'],
      ['bigint', '110101199003074518', 'number', '110101199003074518'],
      ['smallint', '-1', 'number', '-1'],
      ['numeric(12,4)', '1.5', 'number', '1.5000'],
      ['numeric', "'NaN'", 'number', 'NaN'],
      ['numeric', '12345678901234567890.123456789', 'number', '12345678901234567890.123456789'],
      ['double precision', '0.1', 'number', '0.1'],
      ['double precision', "'-Infinity'", 'number', '-Infinity'],
      ['real', '16777217', 'number', '1.6777216e+07'],
      ['boolean', 'true', 'boolean', 't'],
      ['bytea', "'\\x00FFdead'", 'bytes', '\\x00ffdead'],
      ['bytea', "''", 'bytes', '\\x'],
      ['json', `'{"a" : 1.50, "a":2}'`, 'json', '{"a" : 1.50, "a":2}'],
      ['jsonb', `'{"b": [null, 1.50]}'`, 'json', '{"b": [null, 1.50]}'],
      ['text[]', `ARRAY['a', NULL, 'b "c', '']`, 'text', '{a,NULL,"b \\"c",""}'],
      [
        'timestamptz',
        "'2024-07-01 12:00:00.123+08'",
        'text',
        '2024-07-01 04:00:00.123+00',
        'timestamp with time zone',
      ],
      ['timestamp', "'2024-07-01 12:00'", 'text', '2024-07-01 12:00:00', 'timestamp without time zone'],
      ['date', "'infinity'", 'text', 'infinity'],
      ['date', "'0044-03-15 BC'", 'text', '0044-03-15 BC'],
      ['interval', "'1 day 2:03'", 'text', 'P1DT2H3M'],
      ['money', "'1234.5'", 'text', '$1,234.50'],
      ['uuid', "'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'", 'text', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'],
      ['points', '5', 'number', '5'],
      ['mood', "'快乐'", 'text', '快乐'],
    ]
    const address = make(
      `SET lc_monetary = 'C'; CREATE DOMAIN small AS int; CREATE DOMAIN points AS small; CREATE TYPE mood AS ENUM ('快乐');
       CREATE TABLE t(${cases.map(([type], index) => `c${index} ${type}`).join()});
       INSERT INTO t VALUES (${cases.map(([, sql]) => sql).join()});
       ALTER DATABASE made${databases + 1} SET datestyle = 'German'; ALTER DATABASE made${databases + 1} SET timezone = 'Asia/Shanghai';
       ALTER DATABASE made${databases + 1} SET bytea_output = 'escape'; ALTER DATABASE made${databases + 1} SET extra_float_digits = -10;
       ALTER DATABASE made${databases + 1} SET statement_timeout = 100; ALTER DATABASE made${databases + 1} SET intervalstyle = 'postgres';`,
    )
    const { rows, columns } = await readAll(address)
    const slow = await readAll(address, { database: { query: 'SELECT pg_sleep(0.2)::text AS a' } })
    expect(slow.rows).toHaveLength(1)
    expect(rows).toEqual([cases.map(([, , kind, text]) => [kind, text])])
    expect(columns.map(({ declared }) => declared)).toEqual(
      cases.map(([type, , , , declared]) => declared ?? type),
    )
  })

  itServed('keep NULL, the empty text and a lone \\. apart in a table of one column', async () => {
    const address = make(
      `CREATE TABLE t(a text); INSERT INTO t VALUES (NULL), (''), ('\\.'), (NULL), ('x'), ('');`,
    )
    const texts = [null, '', '\\.', null, 'x', '']
    const small = await readAll(address, {}, { sliceBytes: 1, sliceRows: 2 })
    for (const { rows } of [await readAll(address), small])
      expect(rows).toEqual(texts.map((text) => [[text === null ? 'null' : 'text', text]]))
  })

  itServed('are read in the encoding of the database, and refused where it has none', async () => {
    const latin = make(
      "CREATE TABLE t(a text); INSERT INTO t VALUES ('Müller');",
      "ENCODING 'LATIN1' TEMPLATE template0",
    )
    expect((await readAll(latin)).rows).toEqual([[['text', 'Müller']]])
    const unknown = make('CREATE TABLE t(a text);', "ENCODING 'SQL_ASCII' TEMPLATE template0")
    await expect(readAll(unknown)).rejects.toThrow(refusal('ENCODING'))
  })

  itServed('come back byte for byte, whatever text they are', async () => {
    const unit = fc.oneof(
      fc.constantFrom('"', ',', '\n', '\r', '\\', '.', ' ', '\t', 'é', '𠮷'),
      fc.string({ unit: 'grapheme', maxLength: 2 }),
    )
    const text = fc.string({ unit, maxLength: 8 }).filter((each) => !each.includes('\0'))
    const texts = fc.sample(text, 1000)
    const values = texts
      .map((each) => `(convert_from('\\x${Buffer.from(each).toString('hex')}', 'UTF8'))`)
      .join()
    const address = make(
      `CREATE TABLE one(a text); INSERT INTO one VALUES ${values}; CREATE TABLE two AS SELECT a, a AS b FROM one;`,
    )
    const { read } = await readAll(address, {}, { sliceBytes: 700, sliceRows: 1000 })
    // A server may put a short row into the room that an earlier page has left: the order is its own.
    const sorted = texts.toSorted()
    expect(read[0]?.rows.map(([cell]) => cell?.[1]).sort()).toEqual(sorted)
    const pairs = read[1]?.rows.map((row) => row.map(([, got]) => got))
    expect(pairs?.map(([a]) => a).sort()).toEqual(sorted)
    expect(pairs?.every(([a, b]) => a === b)).toBe(true)
  })

  itServed('are told where they name large objects, which are not read', async () => {
    const address = make(`
      CREATE TABLE t(a oid, b oid, c int); INSERT INTO t VALUES (lo_from_bytea(0, 'x'), 1, 1), (NULL, 2, 2), (lo_from_bytea(0, 'y'), 3, 3);
      CREATE TABLE u(a oid); INSERT INTO u VALUES (1);`)
    await using opened = await openExport(address)
    expect(opened.tables.map(({ remarks }) => remarks)).toEqual([
      [{ column: 0, code: 'large-object-not-read', cells: 2, damage: false }],
      [],
    ])
  })

  itServed('are refused over the limit, with the place', async () => {
    const address = make(
      `CREATE TABLE t(a int, b text); INSERT INTO t VALUES (1, 'x'), (2, repeat('y', 17000000));`,
    )
    const failing = readAll(address)
    await expect(failing).rejects.toThrow(refusal('LIMIT'))
    await expect(failing).rejects.toThrow(/line 3/)
  })
})

describe('tables of a PostgreSQL database', () => {
  const SHOP = `
    CREATE TABLE members(id int PRIMARY KEY, name text); INSERT INTO members VALUES (2, 'b'), (1, 'a');
    CREATE TABLE empty(a int); CREATE TABLE parent(a int); CREATE TABLE child() INHERITS (parent);
    INSERT INTO parent VALUES (1); INSERT INTO child VALUES (2);
    CREATE TABLE sales(day date, n int) PARTITION BY RANGE (day);
    CREATE TABLE sales_2025 PARTITION OF sales FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
    CREATE TABLE sales_2026 PARTITION OF sales FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
    INSERT INTO sales VALUES ('2025-05-05', 1), ('2026-06-06', 2);
    CREATE TABLE "O'r ""d""ers; DROP TABLE members" ("a b" int, "Grüße" text, "grüße" text);
    INSERT INTO "O'r ""d""ers; DROP TABLE members" VALUES (1, 'x', 'y');
    CREATE VIEW adults AS SELECT name FROM members; CREATE MATERIALIZED VIEW totals AS SELECT count(*) AS n FROM members;
    CREATE SCHEMA till; CREATE TABLE till.receipts(n int); INSERT INTO till.receipts VALUES (7);
    CREATE TABLE t(a int, b int); ALTER TABLE t DROP COLUMN a; ALTER TABLE t ADD c int GENERATED ALWAYS AS (b * 2) STORED;
    INSERT INTO t VALUES (4);`
  let shop = ''
  const shopOnce = (): string => {
    if (shop === '') shop = make(SHOP)
    return shop
  }
  const texts = (rows: readonly (readonly (readonly [string, string | null])[])[]) =>
    rows.map((row) => row.map(([, text]) => text))

  itServed('are all ordinary and partitioned ones of the search path, and the others are named', async () => {
    const { read, notes } = await readAll(shopOnce())
    expect(Object.fromEntries(read.map(({ table, rows }) => [table.name, texts(rows)]))).toEqual({
      members: [
        ['2', 'b'],
        ['1', 'a'],
      ],
      empty: [],
      parent: [['1']],
      child: [['2']],
      sales: [
        ['2025-05-05', '1'],
        ['2026-06-06', '2'],
      ],
      'O\'r "d"ers; DROP TABLE members': [['1', 'x', 'y']],
      t: [['4', '8']],
    })
    expect(notes.join()).toMatch(/adults.*totals.*till\.receipts/s)
  })

  itServed('are chosen by --table, with their schema outside of the search path', async () => {
    const tables = ['adults', 'totals', 'till.receipts', 'public.members', 'sales_2026']
    const { read } = await readAll(shopOnce(), { database: { tables } })
    expect(read.map(({ table, rows }) => [table.name, table.description, rows.length])).toMatchObject([
      ['adults', { from: 'view' }, 2],
      ['totals', { from: 'view' }, 1],
      ['till.receipts', { from: 'table' }, 1],
      ['members', { kind: 'postgres', from: 'table', serverVersion: expect.stringMatching(/^\d+\.\d+$/) }, 2],
      ['sales_2026', { from: 'table' }, 1],
    ])
    const missing = openExport(shopOnce(), { database: { tables: ['x', 'members', 'till.y'] } })
    await expect(missing).rejects.toThrow(refusal('USAGE'))
    await expect(missing).rejects.toThrow(/x, till\.y/)
  })

  itServed('or are the rows of one SELECT, in its own order', async () => {
    const query = 'SELECT id, name AS 姓名, id + 1.5 AS n FROM members ORDER BY id;  -- newest last'.replace(
      ';',
      '',
    )
    const { read } = await readAll(shopOnce(), { database: { query } })
    expect(read.map(({ table }) => [table.name, table.description])).toMatchObject([
      ['query', { from: 'query' }],
    ])
    expect(read[0]?.table.columns).toEqual([
      { index: 0, name: 'id', kind: 'number', declared: 'integer' },
      { index: 1, name: '姓名', kind: 'text', declared: 'text' },
      { index: 2, name: 'n', kind: 'number', declared: 'numeric' },
    ])
    expect(texts(read[0]?.rows ?? [])).toEqual([
      ['1', 'a', '2.5'],
      ['2', 'b', '3.5'],
    ])
  })

  itServed('are refused for a query that is anything but one SELECT, and never changed', async () => {
    for (const query of [
      'DELETE FROM members',
      'DELETE FROM members RETURNING id',
      'WITH d AS (DELETE FROM members RETURNING id) SELECT * FROM d',
      'SELECT 1; DELETE FROM members',
      'SELECT id FROM members) TO STDOUT; DELETE FROM members; --',
      'COPY members TO STDOUT',
      'COMMIT',
      'SELECT $1::int AS a',
      'SELECT nothing FROM members',
      'SELECT 1 / (id - 1) AS a FROM members',
      'SELECT name::int AS a FROM members',
      '',
    ]) {
      const failing = readAll(shopOnce(), { database: { query } })
      await expect(failing, query).rejects.toThrow(refusal('USAGE'))
      await expect(failing, query).rejects.not.toThrow(/"a"|"b"/)
    }
    const doubled = readAll(shopOnce(), { database: { query: 'SELECT 1 AS a, 2 AS a' } })
    await expect(doubled).rejects.toThrow(refusal('SHAPE'))
    const nameless = readAll(shopOnce(), { database: { query: 'SELECT FROM members' } })
    await expect(nameless).rejects.toThrow(DatadeedError)
    expect(server().psql('SELECT count(*) FROM members', databaseOf(shopOnce())).toString().trim()).toBe('2')
  })

  itServed(
    'that a role may not read are named, all at once, and those whose rows a policy hides are refused',
    async () => {
      const address = make(`
      CREATE TABLE a(x int); CREATE TABLE b(x int); CREATE TABLE c(x int); CREATE TABLE d(x int);
      DROP ROLE IF EXISTS clerk; CREATE ROLE clerk LOGIN; GRANT SELECT ON b, d TO clerk; INSERT INTO d VALUES (1);
      ALTER TABLE d ENABLE ROW LEVEL SECURITY;`)
      const clerk = addressOf(databaseOf(address), 'clerk')
      const failing = openExport(clerk)
      await expect(failing).rejects.toThrow(refusal('IO_READ'))
      await expect(failing).rejects.toThrow(/: a, c$/)
      expect((await readAll(clerk, { database: { tables: ['b'] } })).rows).toEqual([])
      await expect(readAll(clerk, { database: { tables: ['d'] } })).rejects.toThrow(refusal('IO_READ'))
    },
  )

  itServed('may have 1,000 columns, and none is refused', async () => {
    const names = Array.from({ length: 1000 }, (_, index) => `c${index}`)
    const address = make(
      `CREATE TABLE t(${names.map((name) => `${name} int`).join()}); INSERT INTO t(c999) VALUES (1);`,
    )
    const { rows } = await readAll(address)
    expect([rows[0]?.length, rows[0]?.at(-1)]).toEqual([1000, ['number', '1']])
    await expect(readAll(make('CREATE TABLE t();'))).rejects.toThrow(refusal('SHAPE'))
    await expect(readAll(make('CREATE TABLE t("13812345678" int);'))).rejects.toThrow(refusal('SHAPE'))
    await expect(readAll(make('SELECT 1;'))).rejects.toThrow(refusal('EMPTY'))
  })
})

describe('a PostgreSQL database', () => {
  const MANY =
    'CREATE TABLE t(a int, b text); INSERT INTO t SELECT n, md5(n::text) FROM generate_series(1, 20000) AS n;'
  const bounds = { sliceBytes: 10_000, sliceRows: 100_000 }

  itServed('is read as it was when it was opened, in both passes and all tables', async () => {
    const address = make(`${MANY} CREATE TABLE u(a int);`)
    await using opened = await openExport(address)
    const read = async () => {
      const slices = []
      for (const table of opened.tables)
        for await (const { bytes, last, number } of table.slices(bounds))
          slices.push([Buffer.from(bytes).toString(), last, number])
      return slices
    }
    for await (const _ of opened.tables[0]?.slices(bounds) ?? []) break
    server().psql(
      "INSERT INTO u VALUES (1); UPDATE t SET b = 'x' WHERE a < 500; DELETE FROM t WHERE a > 900;",
      databaseOf(address),
    )
    const first = await read()
    server().psql('DELETE FROM u', databaseOf(address))
    expect(await read()).toEqual(first)
    const lines = first
      .map(([text]) => text)
      .join('')
      .trimEnd()
      .split('\n')
    expect([lines.length, lines[0]]).toEqual([20_000, '1,c4ca4238a0b923820dcc509a6f75849b'])
    expect(first.filter(([, last]) => last)).toHaveLength(1)
    expect(first.at(-1)?.[1]).toBe(true)
  })

  itServed('is read in two connections, which are gone when it is closed', async () => {
    const address = make(MANY)
    const count = () =>
      Number(
        server().psql("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'datadeed'").toString(),
      )
    {
      await using opened = await openExport(address)
      for (let pass = 0; pass < 3; pass++) if (opened.tables[0]) await readTyped(opened.tables[0])
      expect(count()).toBe(2)
    }
    await expect.poll(count, { timeout: 5000 }).toBe(0)
  })

  itServed('is told as unread when its server ends the connection in the middle', async () => {
    const address = make(MANY)
    for (const which of ["query LIKE 'COPY%'", 'true']) {
      await using opened = await openExport(address, {
        database: { query: 'SELECT a.a, b.b FROM t AS a, t AS b' },
      })
      const reading = async () => {
        for await (const slice of opened.tables[0]?.slices(bounds) ?? [])
          if (slice.number === 1)
            server().psql(
              `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'datadeed' AND ${which}`,
            )
      }
      await expect(reading).rejects.toThrow(refusal('IO_READ'))
    }
  })

  itServed('is left in the middle when the run is stopped, even while it sends nothing', async () => {
    const address = make(MANY)
    await using opened = await openExport(address, { database: { query: 'SELECT pg_sleep(60)::text AS a' } })
    const signal = AbortSignal.timeout(100)
    const reading = async () => {
      for await (const _ of opened.tables[0]?.slices({ ...bounds, signal }) ?? []);
    }
    await expect(reading).rejects.toThrow(expect.objectContaining({ name: 'TimeoutError' }))
  })

  itServed('is refused for options that a database does not need', async () => {
    for (const options of [
      { encoding: 'utf-8' as const },
      { header: false },
      { database: { tables: ['t'], query: 'SELECT 1' } },
    ])
      await expect(readAll('postgres:', options)).rejects.toThrow(refusal('USAGE'))
  })

  itServed(
    'comes back as the rows that psql copies, cell by cell, and nothing of where it was is in the deed',
    async () => {
      const address = make(`
      CREATE TABLE members(id bigint, 姓名 text, phone text, note text, photo bytea, since timestamptz, tags text[], active bool, amount numeric(9,2));
      INSERT INTO members SELECT n, '王小明' || n, '138' || (10000000 + n), CASE n % 4 WHEN 0 THEN NULL WHEN 1 THEN '' WHEN 2 THEN 'a,"b"' || chr(10) || n ELSE '\\.' END,
        decode(md5(n::text), 'hex'), '2024-01-01'::timestamptz + n * interval '1 hour', ARRAY['x', n::text], n % 2 = 0, n / 7.0 FROM generate_series(1, 3000) AS n;
      CREATE TABLE one(a text); INSERT INTO one VALUES (NULL), (''), ('\\.'), ('x');`)
      using desk = new Desk()
      const { deed, restored, told } = await sealAndRestore(desk, [address])
      for (const table of ['members', 'one']) {
        const copied = server().psql(
          `SET timezone = 'UTC'; \\copy ${table} to stdout csv header`,
          databaseOf(address),
        )
        expect(restored(`${table}.csv`), table).toEqual(readCsv(copied))
      }
      expect(told).toMatch(/members .* postgres +cell for cell/)
      const { host } = server()
      for (const secret of [databaseOf(address), 'shopkeeper', host.slice('/tmp/'.length)])
        expect(deed.includes(secret), secret).toBe(false)
      expect(deed.includes('numeric(9,2)')).toBe(true)
    },
  )

  it('T17 is refused with a password in its address, which is not shown', async () => {
    using desk = new Desk()
    for (const words of [
      ['classify'],
      ['classify', '--json'],
      ['seal', '--key', 'k', '--to', 'c', '-o', 'x.deed'],
    ]) {
      const transcript = await runWords(desk, [...words, 'postgres://app:hunter2@db.example/shop'])
      expect(transcript.exit).toBe(2)
      expect(transcript.stdout + transcript.stderr).not.toContain('hunter2')
      expect(transcript.stdout + transcript.stderr).toContain('.pgpass')
    }
  })
})
