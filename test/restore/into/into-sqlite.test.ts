import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FITS, fitsOf } from '../../../src/restore/into/types/fits.ts'
import { PROGRAM } from '../../built-program.ts'
import { COMPILED, Desk } from '../../cli/run-cli.ts'
import { layOutKeys } from '../../hostile/command-line.ts'
import { Folder, policy, refusal } from '../../hostile/make-deed.ts'
import { findProgram, itWith } from '../../interop/needs.ts'
import { anyCell } from './any-cell.ts'
import { bytesOf, HOSTILE, into, LONG, type Rows, sealTables, selected } from './restore-into.ts'

const WIDE: Rows = [
  ...HOSTILE.map((cell, at) => [String(at), cell, HOSTILE.at(-at - 1) ?? null]),
  ['long', LONG, null],
]
const NAMES = ['id', 'ID', 'select', 'a"b', '"; DROP TABLE names; --', 'rowid', '会员编号'.repeat(40)]
const folder = new Folder()
let deed: string
beforeAll(async () => {
  const header = ['no', 'one', 'two']
  const tables = {
    wide: [header, ...WIDE],
    quoted: [header, ...WIDE],
    narrow: [['only'], ...HOSTILE.map((cell) => [cell])],
    names: [NAMES, NAMES.map((_, at) => String(at))],
    sqlite_own: [['a'], ['1']],
    constructor: [['__proto__'], ['1']],
  }
  deed = await sealTables(folder, 'all', tables, {
    quoted: ['quoted'],
    policy: policy('epochs:', '  rows: 20'),
  })
}, 60_000)
afterAll(() => folder[Symbol.dispose]())

describe('a deed restored into an SQLite file', () => {
  it('has every cell as text, NULL and "" apart, and says in datadeed_columns what is what', async () => {
    const path = folder.at('round.db')
    const { deedId } = await into(deed, `sqlite:${path}`, { workers: 2 })
    expect(selected('wide', path)).toEqual(WIDE)
    expect(selected('quoted', path)).toEqual(WIDE)
    expect(selected('narrow', path)).toEqual(HOSTILE.map((cell) => [cell]))
    using database = new DatabaseSync(path)
    const ask = (sql: string) =>
      database
        .prepare(sql)
        .all()
        .map((row) => ({ ...row }))
    expect(ask('SELECT DISTINCT typeof(no) AS type FROM wide')).toEqual([{ type: 'text' }])
    expect(ask('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    const listed = ask(
      "SELECT column_name, deed_column, deed_id FROM datadeed_columns WHERE deed_table = 'names'",
    )
    expect(listed.map(({ deed_column }) => deed_column)).toEqual(NAMES)
    expect(listed[1]).toEqual({ column_name: 'ID_2', deed_column: 'ID', deed_id: deedId })
    const declared = ask("SELECT name FROM pragma_table_info('names')")
    expect(declared.map(({ name }) => name)).toEqual(listed.map(({ column_name }) => column_name))
    expect(ask("SELECT DISTINCT table_name FROM datadeed_columns WHERE deed_table = 'sqlite_own'")).toEqual([
      { table_name: '_sqlite_own' },
    ])
    const kept = "SELECT table_name, column_name FROM datadeed_columns WHERE deed_table = 'constructor'"
    expect(ask(kept)).toEqual([{ table_name: 'constructor', column_name: '__proto__' }])
  })

  it('is written beside its name, and only has it when it is whole', async () => {
    const beside = (): string[] => readdirSync(folder.path).filter((name) => name.startsWith('whole.db'))
    let during: string[] = []
    const stop = ({ step }: { step: string }): void => {
      if (step !== 'prove') return
      during = beside()
      throw new Error('stopped')
    }
    await expect(into(deed, `sqlite:${folder.at('whole.db')}`, { progress: stop })).rejects.toThrow('stopped')
    // No journal that would be left behind by a killed run.
    expect([during, beside()]).toEqual([[expect.stringMatching(/^whole\.db\.partial-[0-9a-f-]+$/)], []])
  })

  it('goes over no file that came up meanwhile, and is refused for one that is locked or no database', async () => {
    const path = folder.at('twice.db')
    const second = {
      about: () => undefined,
      outcome: async () => undefined,
      done: () => undefined,
      head: null,
    }
    const intent = async (): Promise<void> => void (await into(deed, `sqlite:${path}`))
    const recorder = { ...second, intent }
    expect((await refusal(() => into(deed, `sqlite:${path}`, { recorder, prefix: 'b' }))).code).toBe('EXISTS')
    expect(selected('wide', path)).toEqual(WIDE)
    using other = new DatabaseSync(path)
    other.exec('BEGIN IMMEDIATE')
    expect((await refusal(() => into(deed, `sqlite:${path}`, { prefix: 'c' }))).code).toBe('LOCKED')
    const endless = folder.at('endless.db')
    using shown = new DatabaseSync(endless)
    shown.exec(
      'CREATE VIEW Datadeed_File AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT max(i) AS id FROM n',
    )
    expect((await refusal(() => into(deed, `sqlite:${endless}`))).code).toBe('EXISTS')
    const text = folder.write('text.db', 'no database at all, but a text\n'.repeat(40))
    const before = bytesOf(text)
    expect((await refusal(() => into(deed, `sqlite:${text}`))).code).toBe('FORMAT')
    expect(bytesOf(text)).toBe(before)
  })

  it('has numbers only where SQLite gives them back as they were', async () => {
    const cells = fc.sample(anyCell, { numRuns: 3000, seed: 3 })
    const fitting = (fit: keyof typeof FITS) =>
      cells.filter((cell) => (fitsOf(cell, 0, cell.length) & FITS[fit]) !== 0).slice(0, 500)
    const [integers, decimals] = [fitting('bigint'), fitting('decimal')]
    const rows = Array.from({ length: 500 }, (_, at) => [integers[at] ?? null, decimals[at] ?? null])
    const numbers = await sealTables(folder, 'numbers', { numbers: [['i', 'd'], ...rows] })
    const path = folder.at('numbers.db')
    const report = await into(numbers, `sqlite:${path}`, { types: 'inferred' })
    expect(report.tables[0]?.columns.map(({ type }) => type)).toEqual(['INTEGER', 'NUMERIC'])
    using database = new DatabaseSync(path)
    const told = database.prepare('SELECT CAST(i AS TEXT) AS i, CAST(d AS TEXT) AS d FROM numbers').all()
    expect(told.map(({ i, d }) => [i, d])).toEqual(rows)
    expect(integers.length).toBeGreaterThan(200)
  })

  itWith(findUnshare(), 'unshare cannot make a small disk here: apt install util-linux')(
    'leaves nothing on a disk that is full, and exit 11 (G01)',
    async (unshare) => {
      using desk = new Desk()
      const words = await layOutKeys(desk)
      const rows = Array.from({ length: 4000 }, (_, at) => [String(at), 'x'.repeat(60)])
      const large = await sealTables(folder, 'large', { large: [['a', 'b'], ...rows] })
      mkdirSync(desk.path('disk'))
      const line = [...words.restore(large, '').slice(0, -2), '--into', 'sqlite:disk/new.db']
      const { status, stdout, stderr } = spawnSync(
        unshare,
        ['-rm', 'sh', '-c', ON_SMALL_DISK, process.execPath, PROGRAM, ...line],
        {
          cwd: desk.folder,
          encoding: 'utf8',
          env: { PATH: process.env.PATH, DATADEED_HOME: desk.path('home'), LANG: 'C.UTF-8', ...COMPILED },
        },
      )
      expect([status, stdout, stderr]).toEqual([11, '', stderr])
    },
  )
})

const ON_SMALL_DISK =
  'mount -t tmpfs -o size=96k disk disk || exit 99; "$0" "$@"; code=$?; ls -A disk; exit $code'

/** A program that may mount something of its own. */
function findUnshare(): string | undefined {
  const program = process.platform === 'linux' ? findProgram('unshare') : undefined
  if (program === undefined) return undefined
  return spawnSync(program, ['-rm', 'true']).status === 0 ? program : undefined
}
