import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bytesOf, CASES, type CsvCase } from '../../fixtures/csv/generate.ts'
import { type ErrorCode, EXIT_CODES } from '../../src/errors.ts'
import { Desk } from '../cli/run-cli.ts'
import { bytesOf as bytesOfEntry, readEntries } from '../deed/edit-deed.ts'
import { layOutKeys, type Words } from '../hostile/command-line.ts'
import { runWords } from './run-words.ts'

const FIXTURES = join(import.meta.dirname, '../../fixtures/csv')
/** What could move a cursor, reorder a line or hide in it. */
const UNPRINTABLE =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u

const accepted = CASES.filter(({ error }) => error === undefined)
const refused = CASES.filter(({ error }) => error !== undefined)

let desk: Desk
let words: Words
beforeAll(async () => {
  desk = new Desk()
  words = await layOutKeys(desk)
  mkdirSync(desk.path('in'))
  for (const { name } of CASES) copyFileSync(join(FIXTURES, `${name}.csv`), exportPath(name))
})
afterAll(() => desk[Symbol.dispose]())

const exportPath = (name: string): string => desk.path(join('in', `${name}.csv`))

/** Flags hold for all exports of a command line; so the cases are sealed together by what a person says about them. */
function flagsOf({ options = {} }: CsvCase): string[] {
  const { encoding, delimiter, header } = options
  return [
    ...(encoding === undefined ? [] : ['--encoding', encoding]),
    ...(delimiter === undefined ? [] : ['--delimiter', delimiter]),
    ...(header === false ? ['--no-header'] : []),
  ]
}

const deedOf = (cases: readonly CsvCase[]): string => desk.path(`${cases[0]?.name}.deed`)

const groups = Map.groupBy(accepted, (each) => flagsOf(each).join(' '))

async function done(line: readonly string[]): Promise<string> {
  const { stdout, stderr, exit } = await runWords(desk, line)
  expect([line[0], exit, stderr]).toEqual([line[0], 0, stderr])
  expect(UNPRINTABLE.exec(stdout + stderr)?.[0]).toBeUndefined()
  return stdout
}

describe.each(Array.from(groups))('exports sealed with the flags "%s"', (_, cases) => {
  const deed = (): string => deedOf(cases)
  let sealed: {
    tables: { name: string; rows: number; fidelity: string; columns: { name: string }[] }[]
  }

  beforeAll(async () => {
    const paths = cases.map(({ name }) => exportPath(name))
    const flags = cases.slice(0, 1).flatMap(flagsOf)
    sealed = JSON.parse(await done([...words.seal(paths, deed()), ...flags, '--no-readback', '--json']))
  }, 60_000)

  it('A01-A54, A73 have the rows and names that they hold, A26 A30 in their order', () => {
    expect(sealed.tables.map(({ rows }) => rows)).toEqual(cases.map(({ rows }) => rows?.length))
    expect(sealed.tables.map(({ columns }) => columns.map(({ name }) => name))).toEqual(
      cases.map(({ header }) => header),
    )
    expect(sealed.tables.every(({ fidelity }) => fidelity === 'byte-exact')).toBe(true)
  })

  it('A12 name the decoder and its edition in the manifest, A01 A41 what stood before the rows', async () => {
    const manifest = Buffer.from(bytesOfEntry(await readEntries(deed()), 'manifest.json'))
    const { tables } = JSON.parse(manifest.toString()).predicate
    for (const [at, { name, dialect = {}, options }] of cases.entries()) {
      const { source } = tables[at]
      const edition = source.encoding === 'gb18030' ? /GB ?18030-\d{4}/ : /^WHATWG Encoding Standard$/
      expect(source.decoder).toMatch(edition)
      expect(source).toMatchObject(dialect.encoding === undefined ? {} : { encoding: dialect.encoding })
      expect(source.separatorLine, name).toBe(name.startsWith('sep-line'))
      expect(source.header).toBe(options?.header !== false)
      expect(source.rowsExcluded).toEqual([])
    }
  })

  it('G13 come back byte for byte', async () => {
    const out = `${deed()}.csv`
    await done(words.restore(deed(), out))
    expect(readdirSync(out)).toHaveLength(cases.length)
    for (const each of cases) {
      const [was, is] = [bytesOf(each), readFileSync(join(out, `${each.name}.csv`))].map((bytes) =>
        createHash('sha256').update(bytes).digest('hex'),
      )
      expect(is, each.name).toBe(was)
      expect(readFileSync(exportPath(each.name)).equals(bytesOf(each))).toBe(true)
    }
  })

  it.runIf(cases.length > 1)(
    'hold exactly their cells: A36 A37 no CR of a line end, A39 A58 empty and quoted empty apart',
    async () => {
      const out = `${deed()}.jsonl`
      await done([...words.restore(deed(), out), '--format', 'jsonl'])
      for (const { name, header = [], rows = [] } of cases) {
        const lines = readFileSync(join(out, `${name}.jsonl`), 'utf8')
        const expected = rows.map((row) => {
          const fields = row.map((cell, at) => `${JSON.stringify(header[at])}:${JSON.stringify(cell)}`)
          return `{${fields.join(',')}}\n`
        })
        // An empty cell is null where the export left it unquoted, and "" where it did not.
        expect(lines.replaceAll(':null', ':""'), name).toBe(expected.join(''))
      }
    },
  )
})

describe('exports that hold what terminals, logs and pages obey', () => {
  it('A45 A46 A47 are classified, planned and reported without a character that moves, hides or reorders', async () => {
    const names = [
      'names-that-move-and-hide',
      'terminal-escapes',
      'bidi-and-zero-width',
      'markup',
      'control-characters',
    ]
    const paths = [...names, 'object-machinery-names', 'quoted-names'].map(exportPath)
    const [deed, table] = [deedOf(accepted), desk.path('classified.csv')]
    await done(['classify', ...paths, '--csv', table])
    expect(UNPRINTABLE.exec(readFileSync(table, 'utf8').replaceAll(/^\ufeff|\r\n/g, ''))?.[0]).toBeUndefined()
    await done([...words.seal(paths, desk.path('dry.deed')), '--dry-run', '--json'])
    expect(existsSync(desk.path('dry.deed'))).toBe(false)
    for (const more of [[], ['--json']]) {
      await done(['inspect', deed, ...more])
      await done([...words.verify(deed), ...more])
    }
  })
})

describe('an export that must not be sealed', () => {
  it.each(refused.map((each) => [each.name, each.why, each] as const))(
    'is refused: %s, %s',
    async (_, _why, each) => {
      const before = desk.files()
      const line = [...words.seal([exportPath(each.name)], desk.path('none.deed')), ...flagsOf(each)]
      const { stdout, stderr, exit } = await runWords(desk, [...line, '--json'])
      const { ok, error } = JSON.parse(stdout)
      const code = each.error as ErrorCode
      expect({ ok, code: error.code, exit }).toEqual({ ok: false, code, exit: EXIT_CODES[code] })
      expect(error.message).toContain(basename(exportPath(each.name)))
      if (each.line !== undefined) expect(error.message).toMatch(new RegExp(`line ${each.line}\\b`))
      if (each.says !== undefined) expect(error.message).toContain(`is ${each.says}`)
      expect(error.hints.length).toBeGreaterThan(0)
      // One line of error, the rest advice: no trace, no cell, nothing that moves a cursor.
      const lines = stderr.trimEnd().split('\n')
      expect(lines.map((shown) => shown.slice(0, 5))).toEqual(['error', ...error.hints.map(() => 'hint:')])
      expect(UNPRINTABLE.exec(stderr + stdout)?.[0]).toBeUndefined()
      expect(desk.files()).toEqual(before)
      expect(readFileSync(exportPath(each.name)).equals(bytesOf(each))).toBe(true)
    },
  )

  it('A03 A15 names the offset of its first bad byte', async () => {
    for (const [name, offset] of [
      ['bad-byte', 16],
      ['two-encodings', 19],
      ['overlong', 7],
    ] as const) {
      const { stderr } = await runWords(desk, words.seal([exportPath(name)], desk.path('none.deed')))
      expect(stderr).toContain(`byte ${offset},`)
    }
  })
})

describe('A29 names that are JavaScript object machinery', () => {
  it('have changed no object by now', () => {
    const probe: Record<string, unknown> = {}
    const names: string[] = []
    for (const name in probe) names.push(name)
    expect(names).toEqual([])
    expect(probe.polluted).toBeUndefined()
    expect(Object.getPrototypeOf(probe)).toBe(Object.prototype)
    expect(String(Object.prototype.constructor)).toContain('native code')
  })
})
