import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { itServed, startPostgres, type TestServer } from '../postgres/start-postgres.ts'
import { Host } from './a-host.ts'

const ACCOUNTS = 2000
const EACH = 100

let host: Host
let running: TestServer | undefined
beforeAll(async () => {
  running = startPostgres()
  host = await Host.make()
}, 60_000)
afterAll(() => {
  host[Symbol.dispose]()
  running?.[Symbol.dispose]()
})

/** Money moves from one table into the other, each time in one transaction, with a line in a third; until told to stop. */
const MOVES = `DO $$ DECLARE x int; one int; other int; BEGIN
  WHILE NOT (SELECT stop FROM control) LOOP
    x := 1 + (random() * 9)::int;
    one := 1 + (random() * ${ACCOUNTS - 1})::int;
    other := 1 + (random() * ${ACCOUNTS - 1})::int;
    UPDATE current SET balance = balance - x WHERE id = one;
    UPDATE savings SET balance = balance + x WHERE id = other;
    INSERT INTO moves (amount) VALUES (x);
    COMMIT;
    PERFORM pg_sleep(0.0005);
  END LOOP; END $$`

const TABLES = `CREATE TABLE control AS SELECT false AS stop;
  CREATE TABLE moves (id serial PRIMARY KEY, amount int NOT NULL);
  ${['current', 'savings']
    .map(
      (name) => `CREATE TABLE ${name} (id int PRIMARY KEY, balance int NOT NULL, note text);
        INSERT INTO ${name} SELECT n, ${EACH}, repeat('note ', 40) FROM generate_series(1, ${ACCOUNTS}) n;`,
    )
    .join('\n')}`

describe('a backup of a database that is written to all the time', () => {
  itServed('is of one moment: what leaves one table has come into the other', async () => {
    const server = running as TestServer
    server.psql(TABLES)
    const address = `postgres://${server.env.PGUSER}@:${server.port}/postgres?host=${encodeURIComponent(server.host)}`
    expect((await host.begin('live')).exit).toBe(0)
    const run = () =>
      host.json(
        ...['backup', 'run', '--series', host.at('live'), '--source', address],
        ...['--key', host.at('host.key'), '--workers', '1'],
      )
    const moved = (): number => Number(server.psql('SELECT count(*) FROM moves').toString())
    const writer = new pg.Client({
      ...{ host: server.host, port: server.port, user: server.env.PGUSER },
      database: 'postgres',
    })
    await writer.connect()
    const writing = writer.query(MOVES)
    // Of a test that fails before the writer is told to stop, the failure is what counts.
    writing.catch(() => undefined)
    writer.on('error', () => undefined)
    const counts: number[] = []
    for (const sequence of [1, 2, 3]) {
      const before = moved()
      expect(await run()).toMatchObject({ exit: 0, document: { kind: 'deed', sequence } })
      const { current, savings, moves } = await restore(`00000${sequence}.deed`)
      expect(current + savings).toBe(2 * ACCOUNTS * EACH)
      expect(savings - ACCOUNTS * EACH).toBe(moves.sum)
      // Of a moment within this run, in which the writing never stopped.
      expect(moves.count).toBeGreaterThanOrEqual(before)
      expect(moves.count).toBeLessThan(moved())
      counts.push(moves.count)
    }
    expect(new Set(counts).size).toBe(3)
    server.psql('UPDATE control SET stop = true')
    await writing
    await writer.end()
    expect((await run()).document).toMatchObject({ kind: 'deed', sequence: 4 })
    expect(await run()).toMatchObject({ exit: 0, document: { kind: 'mark', sequence: 5 } })
    const down = address.replace(`:${server.port}`, `:${server.port + 1}`)
    const words = ['--series', host.at('live'), '--source', down, '--key', host.at('host.key')]
    expect((await host.json('backup', 'run', ...words)).exit).toBe(10)
    const { exit, document } = await host.look('verify', 'live')
    expect([exit, document.whole]).toEqual([0, true])
  })
})

async function restore(deed: string) {
  const shown = await host.json('card', 'show', host.at('host.card'))
  const from = ['--from', host.at('host.card'), '--confirm', shown.document.card.digits]
  const out = host.at(`out-${deed}`)
  const { exit } = await host.run(
    ...['restore', host.at('live', deed), ...from, '--key', host.at('archive.key'), '-o', out],
  )
  expect(exit).toBe(0)
  const cells = (table: string): number[] =>
    readFileSync(`${out}/${table}.csv`, 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => Number(line.split(',')[1]))
  const sum = (table: string): number => cells(table).reduce((all, each) => all + each, 0)
  return {
    current: sum('current'),
    savings: sum('savings'),
    moves: { sum: sum('moves'), count: cells('moves').length },
  }
}
