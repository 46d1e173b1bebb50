import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { listTables } from '../../../src/ingest/index.ts'
import type { Recorder } from '../../../src/ledger/index.ts'
import { FIT_NAMES, FITS, fitsOf } from '../../../src/restore/into/types/fits.ts'
import { Folder, policy, refusal } from '../../hostile/make-deed.ts'
import { Home } from '../../ledger/home.ts'
import { connectTo } from '../../postgres/connect-to.ts'
import { itServed } from '../../postgres/start-postgres.ts'
import { anyCell } from './any-cell.ts'
import { Databases, HOSTILE, into, LONG, type Rows, sealTables } from './restore-into.ts'

const WIDE: Rows = [
  ...HOSTILE.map((cell, at) => [String(at), cell, HOSTILE.at(-at - 1) ?? null]),
  ['long', LONG, null],
]
const NARROW: Rows = HOSTILE.map((cell) => [cell])
/** 63 bytes are too few for most of these. */
const NAMES = [
  ...['id', 'ID', 'select', 'a"b', "a'b", 'x y', '"; DROP TABLE names; --', 'ctid', '会员编号'.repeat(8)],
  ...[`${'会员编号'.repeat(8)}!`, `${'n'.repeat(80)}1`, `${'n'.repeat(80)}2`, 'e\u0301'.repeat(25)],
]

describe('a deed restored into a PostgreSQL database', () => {
  let databases: Databases
  let deed: string
  const folder = new Folder()
  beforeAll(async () => {
    databases = new Databases()
    const header = ['no', 'one', 'two']
    const tables = {
      wide: [header, ...WIDE],
      quoted: [header, ...WIDE],
      narrow: [['x'], ...NARROW],
      names: [NAMES, NAMES.map((_, at) => String(at))],
      empty: [['a', 'b']],
    }
    deed = await sealTables(folder, 'all', tables, {
      quoted: ['quoted'],
      policy: policy('epochs:', '  rows: 20'),
    })
  }, 60_000)
  afterAll(() => {
    databases[Symbol.dispose]()
    folder[Symbol.dispose]()
  })

  itServed('has every cell, NULL and "" apart, and names of its own that are told', async () => {
    const { name, address } = databases.make()
    const report = await into(deed, address, { workers: 2 })
    expect(databases.copied('wide', name)).toEqual(WIDE)
    expect(databases.copied('quoted', name)).toEqual(WIDE)
    expect(databases.copied('narrow', name)).toEqual(NARROW)
    expect(databases.psql('SELECT count(*) FROM empty', name)).toBe('0')
    const columns = report.tables.find((table) => table.name === 'names')?.columns ?? []
    const catalog = databases.psql(
      "SELECT attname FROM pg_attribute WHERE attrelid = 'names'::regclass AND attnum > 0 ORDER BY attnum",
      name,
    )
    expect(columns.map((column) => column.column)).toEqual(catalog.split('\n'))
    expect(columns.map((column) => column.name)).toEqual(NAMES)
    const kept = columns.filter((column) => column.name === column.column).map((column) => column.name)
    expect(kept).toEqual(NAMES.filter((each) => Buffer.byteLength(each) <= 63 && each !== 'ctid'))
    const comment = `SELECT obj_description('wide'::regclass), col_description('names'::regclass, 8)`
    expect(databases.psql(comment, name)).toMatch(
      new RegExp(`^datadeed deed=${report.deedId}\\|datadeed type=\\S+ compartment=\\S+ name=ctid$`),
    )
  })

  itServed('is refused where it cannot be held, found, or would be known to others', async () => {
    const latin = databases.make("ENCODING 'LATIN1' TEMPLATE template0")
    expect((await refusal(() => into(deed, latin.address))).code).toBe('ENCODING')
    expect((await refusal(() => into(deed, latin.address, { schema: 'nowhere' }))).code).toBe('ENCODING')
    const { address } = databases.make()
    expect((await refusal(() => into(deed, address, { schema: 'nowhere' }))).code).toBe('USAGE')
    const refused = await refusal(() => into(deed, 'postgres://shopkeeper:hunter2@localhost/x'))
    expect(refused.code).toBe('USAGE')
    expect([refused.message, ...refused.hints].join('\n')).not.toContain('hunter2')
  })

  itServed("runs no function of a schema that the database puts before the server's own", async () => {
    const { name, address } = databases.make()
    databases.psql(
      `CREATE SCHEMA trap;
       CREATE FUNCTION trap.spring(text, text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RAISE 'sprung'; END $$;
       CREATE OPERATOR trap.= (LEFTARG = text, RIGHTARG = text, FUNCTION = trap.spring);
       CREATE FUNCTION trap.current_setting(text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RAISE 'sprung'; END $$;
       ALTER DATABASE ${name} SET search_path = public, trap, pg_catalog`,
      name,
    )
    await into(deed, address)
    const listed = await listTables(address)
    expect(listed.filter(({ inPath }) => inPath).map(({ relation }) => relation)).toContain('wide')
  })

  itServed('waits for nobody: a second one at the same time is refused', async () => {
    const { name, address } = databases.make()
    const codes: string[] = []
    const whileFirst = async (): Promise<void> => {
      codes.push((await refusal(() => into(deed, address, { prefix: 'b_' }))).code)
    }
    await into(deed, address, { recorder: recorderThat(whileFirst) })
    expect(codes).toEqual(['LOCKED'])
    expect(databases.psql("SELECT count(*) FROM pg_class WHERE relname ~ '^b_'", name)).toBe('0')
  })

  itServed('leaves nothing if the server dies in the middle of the load', async () => {
    const { name, address } = databases.make()
    databases.psql('CREATE TABLE narrow (old text); INSERT INTO narrow VALUES (1)', name)
    let killed = 0
    const kill = ({ step }: { step: string }): void => {
      if (step !== 'load' || killed > 0) return
      killed = Number(
        databases.psql("SELECT pid FROM pg_stat_activity WHERE application_name = 'datadeed'", name),
      )
      process.kill(killed, 'SIGKILL')
    }
    const replace = { existing: 'replace', progress: kill } as const
    const refused = await refusal(() => into(deed, address, replace))
    expect([killed > 0, refused.code]).toEqual([true, 'IO_WRITE'])
    await untilUp(address)
    const names = databases.psql(
      "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace",
      name,
    )
    expect(names).toBe('narrow')
    expect(databases.psql('SELECT old FROM narrow', name)).toBe('1')
  })

  itServed('is not kept where the database would give back other rows', async () => {
    const { name, address } = databases.make()
    databases.psql(
      `CREATE TABLE narrow (x text); INSERT INTO narrow VALUES ('old');
       CREATE FUNCTION change() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN IF NEW.x = '007' THEN NEW.x := '7'; END IF; RETURN NEW; END $$;
       CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN IF NEW.x = '007' THEN RETURN NULL; END IF; RETURN NEW; END $$;
       CREATE TRIGGER t BEFORE INSERT ON narrow FOR EACH ROW EXECUTE FUNCTION change()`,
      name,
    )
    const changed = await refusal(() => into(deed, address, { existing: 'append' }))
    expect([changed.code, changed.message]).toEqual(['DIFFERENT', expect.stringContaining('"narrow"')])
    databases.psql(
      'DROP TRIGGER t ON narrow; CREATE TRIGGER t BEFORE INSERT ON narrow FOR EACH ROW EXECUTE FUNCTION lose()',
      name,
    )
    expect((await refusal(() => into(deed, address, { existing: 'append' }))).code).toBe('DIFFERENT')
    databases.psql(
      `DROP TRIGGER t ON narrow; CREATE FUNCTION later() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN DELETE FROM narrow WHERE x = '007'; RETURN NULL; END $$;
       CREATE CONSTRAINT TRIGGER t AFTER INSERT ON narrow DEFERRABLE INITIALLY DEFERRED
         FOR EACH ROW EXECUTE FUNCTION later()`,
      name,
    )
    expect((await refusal(() => into(deed, address, { existing: 'append' }))).code).toBe('DIFFERENT')
    expect(databases.psql('SELECT string_agg(x, $$,$$) FROM narrow', name)).toBe('old')
  })

  itServed('is the same where the server puts later rows into earlier pages than the first', async () => {
    const { name, address } = databases.make()
    // Two full pages of 18 rows, each of which loses one; the next row goes into the first, what follows behind it.
    databases.psql(
      "CREATE TABLE narrow AS SELECT lpad(i::text, 400, 'y') AS x FROM generate_series(1, 36) i",
      name,
    )
    databases.psql("DELETE FROM narrow WHERE x ~ '^y+(1|19)$'", name)
    databases.psql('VACUUM narrow', name)
    databases.psql("INSERT INTO narrow VALUES ('yy')", name)
    await into(deed, address, { existing: 'append' })
    const found = databases.copied('narrow', name).filter(([cell]) => !cell?.startsWith('yy'))
    expect(found).not.toEqual(NARROW)
    expect(found.map(String).sort()).toEqual(NARROW.map(String).sort())
  })

  itServed('is there once, under whatever name the database is reached (F11)', async () => {
    const one = databases.make()
    using home = new Home()
    const memory = { home: home.path, now: home.now }
    const recorder = () => home.recorder('restore')
    await into(deed, one.address, { memory, recorder: recorder() })
    const again = { memory, prefix: 'again_', recorder: recorder() }
    expect((await refusal(() => into(deed, one.address, again))).code).toBe('REPLAYED')
    const otherwise = one.address.replace('postgres://', 'postgresql://')
    expect((await refusal(() => into(deed, otherwise, again))).code).toBe('REPLAYED')
    expect(home.text).not.toContain(one.name)
  })

  itServed('counts as imported where nobody knows whether it was committed', async () => {
    const { name, address } = databases.make()
    using home = new Home()
    const written = home.recorder('restore')
    const recorder: Recorder = {
      ...{ about: (facts) => written.about(facts), intent: (facts) => written.intent(facts), head: null },
      done: () => written.done(),
      outcome: async (facts) => {
        await written.outcome(facts)
        const others = 'pid <> pg_backend_pid() AND datname = current_database()'
        databases.psql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${others}`, name)
      },
    }
    const memory = { home: home.path, now: home.now }
    const { code } = await refusal(() => into(deed, address, { memory, recorder }))
    await written.finish({ exit: 10, code })
    expect([code, home.readLines().at(-1)?.event]).toEqual(['IO_WRITE', 'late'])
    expect((await refusal(() => into(deed, address, { memory }))).code).toBe('REPLAYED')
  })

  itServed('has types only of cells that the server gives back as they were', async () => {
    const { name } = databases.make()
    const cells = fc.sample(anyCell, { numRuns: 1500, seed: 11 })
    const casts = { word: 'boolean', letter: 'boolean', decimal: 'numeric' } as const
    for (const fit of FIT_NAMES) {
      const fitting = cells.filter((cell) => (fitsOf(cell, 0, cell.length) & FITS[fit]) !== 0)
      expect([fit, fitting.length > 5]).toEqual([fit, true])
      const values = fitting.map((cell) => `('${cell}')`).join(', ')
      const type = fit in casts ? casts[fit as keyof typeof casts] : fit
      const back = fit === 'letter' ? 'left(v::boolean::text, 1)' : `v::${type}::text`
      const sql = `SELECT count(*) FROM (VALUES ${values}) AS c(v) WHERE ${back} IS DISTINCT FROM v`
      expect([fit, databases.psql(sql, name)]).toEqual([fit, '0'])
    }
  })
})

function recorderThat(intent: () => Promise<void>): Recorder {
  return { about: () => undefined, intent, outcome: async () => undefined, done: () => undefined, head: null }
}

/** A server that lost a process recovers, and lets nobody in until then. */
async function untilUp(address: string): Promise<void> {
  for (let attempt = 1; (await connectTo(address, {})).failure !== undefined; attempt++) {
    if (attempt === 200) throw new Error('the server does not come up again')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
