import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PROGRAM } from '../built-program.ts'
import { Desk } from '../cli/run-cli.ts'
import { layOutKeys, type Words } from '../hostile/command-line.ts'
import { findProgram } from '../interop/needs.ts'
import { runWords } from './run-words.ts'

const ROWS = 'id,name\n1,a\n2,b\n'
const isWindows = process.platform === 'win32'
/** The account of nobody, by tradition. */
const NOBODY = 65_534

let desk: Desk
let words: Words
beforeEach(async () => {
  desk = new Desk()
  words = await layOutKeys(desk)
})
afterEach(() => desk[Symbol.dispose]())

/** What a refusal must leave as it was, and the one line that it says. */
async function refused(
  line: readonly string[],
): Promise<{ code: string; exit: number | null; said: string }> {
  const before = desk.files()
  const { stdout, stderr, exit } = await runWords(desk, [...line, '--json'])
  expect(desk.files()).toEqual(before)
  expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
  expect(stderr.split('\n')[0]).toMatch(/^error: /)
  return { code: JSON.parse(stdout).error.code, exit, said: stderr }
}

const sealing = (path: string): Promise<{ code: string; exit: number | null; said: string }> =>
  refused(words.seal([path], desk.path('none.deed')))

describe('an export that is not there to be read', () => {
  it('B01 is refused if it is missing, its path without control characters', async () => {
    expect(await sealing(desk.path('none.csv'))).toMatchObject({ code: 'IO_READ', exit: 10 })
    const { code, said } = await sealing(desk.path('no\u001b[2J\nerror: forged.csv'))
    expect(code).toBe('IO_READ')
    expect(said.match(/^error:/gm)).toHaveLength(1)
  })

  it('B02 is refused if it is a folder without files', async () => {
    mkdirSync(desk.path('folder.csv'))
    expect(await sealing(desk.path('folder.csv'))).toMatchObject({ code: 'IO_READ', exit: 10 })
  })

  it.skipIf(isWindows)('B12 is refused if it is a loop of links', async () => {
    symlinkSync('two.csv', desk.path('one.csv'))
    symlinkSync('one.csv', desk.path('two.csv'))
    expect(await sealing(desk.path('one.csv'))).toMatchObject({ code: 'IO_READ', exit: 10 })
  })

  /** Why nobody cannot run the program here, if so. */
  function whyNot(): string | undefined {
    if (isWindows) return 'permissions are not POSIX ones'
    if (process.getuid?.() !== 0) return undefined
    const tried = spawnSync(process.execPath, [PROGRAM, '--version'], { uid: NOBODY, gid: NOBODY, cwd: '/' })
    return tried.status === 0 ? undefined : 'another account cannot run the program where it lies'
  }

  const reason = whyNot()
  it.skipIf(reason !== undefined)(
    `B03 is refused if it may not be read${reason === undefined ? '' : ` (${reason})`}`,
    async () => {
      writeFileSync(desk.path('closed.csv'), ROWS)
      chmodSync(desk.path('closed.csv'), 0)
      chmodSync(desk.folder, 0o755)
      const who = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
      const child = spawn(process.execPath, [PROGRAM, 'classify', desk.path('closed.csv')], {
        ...who,
        cwd: '/',
        env: { PATH: process.env.PATH, DATADEED_HOME: desk.path('home'), LANG: 'C.UTF-8' },
      })
      let said = ''
      child.stderr.on('data', (piece) => {
        said += piece
      })
      const exit = await new Promise((resolve) => child.on('close', resolve))
      expect([exit, said.includes('EACCES')]).toEqual([10, true])
    },
  )
})

describe.skipIf(isWindows)('B08 what has no end or never begins', () => {
  it('is refused without being read: a pipe, a socket, a device', async () => {
    execFileSync(findProgram('mkfifo') ?? 'mkfifo', [desk.path('pipe.csv')])
    const server = createServer().listen(desk.path('socket.csv'))
    symlinkSync('/dev/zero', desk.path('link.csv'))
    const before = desk.files()
    for (const path of [
      ...['pipe.csv', 'socket.csv', 'link.csv'].map((name) => desk.path(name)),
      '/dev/zero',
    ]) {
      const started = performance.now()
      expect([path, await sealing(path)]).toMatchObject([path, { code: 'FORMAT', exit: 3 }])
      expect(performance.now() - started).toBeLessThan(10_000)
    }
    expect(desk.files()).toEqual(before)
    await new Promise((resolve) => server.close(resolve))
  })

  it('is refused by a process of its own too, which ends', async () => {
    execFileSync(findProgram('mkfifo') ?? 'mkfifo', [desk.path('pipe.csv')])
    const { exit } = await desk.run(['classify', desk.path('pipe.csv')])
    expect(exit).toBe(3)
  })
})

describe('an output', () => {
  it('B10 that is the input, by whatever path, is refused and the input left', async () => {
    mkdirSync(desk.path('in'))
    const path = desk.path('in/t.csv')
    writeFileSync(path, ROWS)
    const outputs = [path, desk.path('in/../in/t.csv')]
    if (!isWindows) {
      symlinkSync('in', desk.path('link'))
      symlinkSync('in/t.csv', desk.path('t.csv'))
      outputs.push(desk.path('link/t.csv'), desk.path('t.csv'))
    }
    for (const output of outputs) {
      expect(await refused(words.seal([path], output)), output).toMatchObject({ code: 'USAGE', exit: 2 })
      for (const flag of ['--csv', '--write-policy']) {
        const line = ['classify', path, flag, output]
        expect(await refused(line), flag).toMatchObject({ code: 'USAGE', exit: 2 })
      }
    }
    linkSync(path, desk.path('hard.csv'))
    expect((await refused(words.seal([path], desk.path('hard.csv')))).code).toBe('EXISTS')
    expect(readFileSync(path, 'utf8')).toBe(ROWS)
  })

  it('B11 in which the input lies is refused and the input left', async () => {
    mkdirSync(desk.path('out/deeper'), { recursive: true })
    for (const path of [desk.path('out/t.csv'), desk.path('out/deeper/t.csv')]) {
      writeFileSync(path, ROWS)
      const line = [...words.seal([path], desk.path('out')), '--folder']
      expect(await refused(line)).toMatchObject({ code: 'USAGE', exit: 2 })
      expect(readFileSync(path, 'utf8')).toBe(ROWS)
    }
    // A folder beside it whose name only begins alike is no such output.
    writeFileSync(desk.path('output.csv'), ROWS)
    const line = [...words.seal([desk.path('output.csv')], desk.path('out')), '--folder']
    expect((await refused(line)).code).toBe('EXISTS')
  })

  it('B11 that is the deed to restore, or lies in it, is refused and the deed left', async () => {
    writeFileSync(desk.path('t.csv'), ROWS)
    const deed = desk.path('a.deed')
    await runWords(desk, [...words.seal([desk.path('t.csv')], deed), '--folder'])
    const before = readdirSync(deed, { recursive: true }).sort()
    for (const output of [deed, join(deed, 'out'), join(deed, 'data', '..', 'new')]) {
      expect(await refused(words.restore(deed, output)), output).toMatchObject({ code: 'USAGE', exit: 2 })
    }
    expect(readdirSync(deed, { recursive: true }).sort()).toEqual(before)
  })
})

describe.skipIf(isWindows)('B13 an export with a hostile name', () => {
  const NAMES = [
    '-rf.csv',
    '--help.csv',
    'line\nerror: forged\n.csv',
    'red\u001b[31m\u0007.csv',
    '$(touch canary) `touch canary` ; touch canary.csv',
    '%s%n {{7*7}} <b>.csv',
    'a\u202egnp.csv',
    '*.csv',
    `${'长'.repeat(80)}.csv`,
  ]

  it('is sealed and restored as it is, and forges no line', async () => {
    mkdirSync(desk.path('in'))
    for (const [at, name] of NAMES.entries()) writeFileSync(desk.path(join('in', name)), `id,name\n${at},a\n`)
    const deed = desk.path('$(touch canary).deed')
    const shown: string[] = []
    const run = async (line: readonly string[]): Promise<string> => {
      const { stdout, stderr, exit } = await runWords(desk, line)
      shown.push(stdout, stderr)
      expect([line[0], exit, stderr]).toEqual([line[0], 0, stderr])
      return stdout
    }
    const paths = NAMES.map((name) => desk.path(join('in', name)))
    const { tables } = JSON.parse(await run([...words.seal(paths, deed), '--json']))
    expect(tables).toHaveLength(NAMES.length)
    const out = desk.path('out')
    const restored = JSON.parse(await run([...words.restore(deed, out), '--json']))
    for (const more of [[], ['--lang', 'zh-CN']]) {
      await run(['inspect', deed, ...more])
      await run([...words.verify(deed), ...more])
    }
    const contents = readdirSync(out).map((file) => readFileSync(join(out, file), 'utf8'))
    expect(contents.sort()).toEqual(NAMES.map((_, at) => `id,name\n${at},a\n`).sort())
    expect(readdirSync(out).every((file) => !/^-|[\u0000-\u001f\u202e*<>]/.test(file))).toBe(true)
    expect(restored.tables).toHaveLength(NAMES.length)
    for (const text of shown) {
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
      expect(text).not.toMatch(/^error: forged/m)
    }
    expect(desk.files().filter((name) => name.includes('canary'))).toEqual(['$(touch canary).deed'])
  })

  it('of 244 bytes is sealed, and of one that the system refuses is told as such', async () => {
    const name = `${'n'.repeat(240)}.csv`
    writeFileSync(desk.path(name), ROWS)
    const deed = `${'d'.repeat(239)}.deed`
    const sealed = await runWords(desk, words.seal([desk.path(name)], desk.path(deed)))
    expect([sealed.exit, sealed.stderr]).toEqual([0, sealed.stderr])
    const restored = await runWords(desk, words.restore(desk.path(deed), desk.path('out')))
    expect(restored.exit).toBe(0)
    expect(
      readdirSync(desk.path('out')).map((file) => readFileSync(desk.path(join('out', file)), 'utf8')),
    ).toEqual([ROWS])
    const { exit } = await sealing(desk.path(`${'n'.repeat(300)}.csv`))
    expect(exit).toBe(10)
  })

  it('can be named from its own folder, a leading dash behind "--"', async () => {
    const names = NAMES.slice(0, 3)
    for (const name of names) writeFileSync(desk.path(name), ROWS)
    const { exit, stdout, stderr } = await desk.run(['classify', '--json', '--', ...names])
    expect([exit, stderr]).toEqual([0, stderr])
    expect(JSON.parse(stdout).tables.map(({ rows }: { rows: number }) => rows)).toEqual([2, 2, 2])
  })
})
