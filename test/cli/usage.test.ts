import { mkdirSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DeskHere } from './desk-here.ts'
import { Desk } from './run-cli.ts'

describe('the command line', () => {
  it('says in six lines who does what next', async () => {
    using desk = new Desk()
    const { stdout, stderr, exit } = await desk.run([])
    expect(exit).toBe(0)
    expect(stderr).toBe('')
    expect(stdout.trimEnd().split('\n')).toHaveLength(6)
  })

  it('groups its commands by who uses them, in both languages', async () => {
    using desk = new DeskHere()
    const english = await desk.run(['--help'])
    const chinese = await desk.run(['--help', '--lang', 'zh-CN'])
    expect(english.exit).toBe(0)
    expect(
      english.stdout.match(/^(Seller|Buyer|Anyone|Unattended|The hand-over as a whole)$/gm),
    ).toHaveLength(5)
    expect(chinese.stdout.match(/^(卖方|买方|任何人|无人值守|整个交接)$/gm)).toHaveLength(5)
    expect(english.stdout).not.toMatch(/certificate/)
  })

  it('lists the commands that begin with a word, where that is no command by itself', async () => {
    using desk = new DeskHere()
    const backup = await desk.run(['backup', '--help'])
    expect(backup).toMatchObject({ exit: 0, stderr: '' })
    const names = backup.stdout.matchAll(/^ {2}(backup [a-z]+) {2,}\S/gm)
    expect(Array.from(names, ([, name]) => name)).toContain('backup drill')
    expect(backup.stdout).not.toContain('keygen')
    const { commands } = JSON.parse((await desk.run(['access', '--help', '--json'])).stdout)
    expect(commands.map(({ name }: { name: string }) => name)).toEqual(['access review'])
    expect((await desk.run(['receipt', '--help'])).stdout).toContain('datadeed receipt DEED')
    expect((await desk.run(['backup', 'bakcup', '--help'])).exit).toBe(2)
  })

  it('explains each command in its help', async () => {
    using desk = new DeskHere()
    for (const name of ['classify', 'seal', 'inspect', 'verify', 'restore', 'keygen', 'demo']) {
      const { stdout, exit } = await desk.run([name, '--help'])
      expect(exit).toBe(0)
      expect(stdout).toContain(`datadeed ${name}`)
    }
  })

  it('names all missing flags at once and asks nothing without a terminal', async () => {
    using desk = new Desk()
    const seal = await desk.run(['seal'])
    expect(seal).toEqual({
      stdout: '',
      stderr: 'error: "seal" needs: EXPORT, --key, --to, --output\nhint:  datadeed seal --help\n',
      exit: 2,
    })
    const chinese = await desk.run(['restore', 'a.deed'], { env: { LANG: 'zh_CN.UTF-8' } })
    expect(chinese.stderr).toBe(
      'error: “restore”还缺少：--from, --key, --output 或 --into\nhint:  datadeed restore --help\n',
    )
    expect(chinese.exit).toBe(2)
    const keygen = await desk.run(['keygen'])
    expect(keygen.stderr).toContain('needs: NAME, --passphrase-file or --no-passphrase')
    expect(desk.files()).toEqual([])
  })

  it('refuses unknown commands, flags and surplus arguments with exit 2', async () => {
    using desk = new DeskHere()
    for (const words of [
      ['sel'],
      ['--frob'],
      ['--lang'],
      ['restore', 'a', '--key', 'a.key', '--key', 'b.key'],
      ['verify', 'a', '--from', 'b', '--require', 'complete,true'],
      ['card'],
      ['card', 'burn'],
      ['verify', '--form', 'x'],
      ['verify', '--from'],
      ['verify', '--from', ''],
      ['card', 'list', 'a'],
      ['inspect', 'a', 'b'],
      ['restore', 'a', '--format', 'xml'],
      ['card', 'list', '--lang', 'de'],
    ]) {
      const { stdout, stderr, exit } = await desk.run(words)
      expect([words, exit, stdout]).toEqual([words, 2, ''])
      expect(stderr).toMatch(/^error: /)
    }
  })

  it('proposes the flag that was probably meant, without repeating its value', async () => {
    using desk = new DeskHere()
    const { stderr } = await desk.run(['verify', 'a.deed', '--requird=canary-4711'])
    expect(stderr).toContain('--requird')
    expect(stderr).toContain('--require?')
    expect(stderr).not.toContain('canary')
  })

  it('names all unknown flags at once, without their values', async () => {
    using desk = new DeskHere()
    const { stderr, exit } = await desk.run(['verify', '--frob=canary', 'a', '--from', '--x', '--grob', '-z'])
    expect(exit).toBe(2)
    expect(stderr).toContain('unknown option --frob, --grob, -z for')
  })

  it('answers with one document with --json, whatever is asked', async () => {
    using desk = new DeskHere()
    for (const words of [[], ['--version'], ['--help'], ['seal', '--help']]) {
      const { stdout, stderr, exit } = await desk.run([...words, '--json'])
      expect([words, exit, stderr]).toEqual([words, 0, ''])
      expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, ok: true })
    }
  })

  it('gives advice with every refusal by the system', async () => {
    using desk = new DeskHere()
    await desk.run(['keygen', 'a', '--no-passphrase'])
    const { digits } = JSON.parse((await desk.run(['card', 'show', 'a.card', '--json'])).stdout).card
    writeFileSync(desk.path('a.csv'), 'order_id,city\n1,x\n')
    mkdirSync(desk.path('exports'))
    const seal = ['seal', 'a.csv', '--key', 'a.key', '--to', 'a.card', '--confirm', digits, '-o']
    for (const [words, exit] of [
      [['classify', 'none.csv'], 10],
      [['classify', '*.xml'], 10],
      [['classify', 'exports'], 10],
      [['classify', 'a.csv', '--encoding', 'klingon'], 2],
      [['classify', 'a.csv', '--policy', 'none.yaml'], 10],
      [['classify', 'a.csv', '--csv', 'none/a.csv'], 10],
      [['keygen', 'b', '--no-passphrase', '-o', 'none'], 10],
      [[...seal, 'none/q.deed'], 10],
      [[...seal, 'q.deed', '--expires', '2020-01-01'], 2],
      [['verify', 'q.deed', '--from', 'a.card', '--confirm', '11111 22222 33333 44444 55555 66666'], 6],
    ] as const) {
      const told = await desk.run(words)
      expect([words, told.exit]).toEqual([words, exit])
      expect(told.stderr).toMatch(/^error: .*\nhint: {2}/)
      expect(told.stderr).not.toContain('.partial')
    }
    const own = await desk.run([...seal, 'q.deed'])
    expect(own.exit).toBe(0)
    expect(own.stderr).toMatch(/^warning: /)
    expect(desk.files()).toEqual(['a.card', 'a.csv', 'a.key', 'exports', 'q.deed'])
  })

  it('H01 refuses a passphrase as argument or variable and does not repeat it', async () => {
    using desk = new DeskHere()
    const runs = [
      await desk.run(['keygen', 'a', '--passphrase', 'canary-4711']),
      await desk.run(['keygen', 'a', '--password=canary-4711']),
      await desk.run(['keygen', 'a'], { env: { DATADEED_PASSPHRASE: 'canary-4711' } }),
      await desk.run(['keygen', 'a', '--json'], { env: { DATADEED_PASSWORD: 'canary-4711' } }),
    ]
    for (const { stdout, stderr, exit } of runs) {
      expect(exit).toBe(2)
      expect(stderr).toContain('--passphrase-file')
      expect(stdout + stderr).not.toContain('canary')
    }
    expect(desk.files()).toEqual([])
  })

  it('never shows a private key or a passphrase that stands where a name belongs', async () => {
    using desk = new DeskHere()
    const key = 'AGE-SECRET-KEY-PQ-1CANARY4711'
    const runs = [
      await desk.run(['restore', 'a.deed', '--from', 'x', '--key', key, '-o', 'x']),
      await desk.run(['verify', 'a.deed', '--from', '{"format":"datadeed/key/v1","canary":"CANARY"}']),
      await desk.run([key]),
      await desk.run(['verify', 'a.deed', `--${key}`, '--json']),
      await desk.run(['verify', 'a.deed'], { env: { DATADEED_FROM: key } }),
    ]
    for (const { stdout, stderr, exit } of runs) {
      expect(exit).toBe(2)
      expect(stdout + stderr).not.toContain('CANARY')
      expect(stderr).toContain('--key')
    }
    const file = await desk.run(['keygen', 'a', '--passphrase-file', 'CANARY4711'])
    const twin = await desk.run(['keygen', 'a'], { env: { DATADEED_PASSPHRASE_FILE: 'CANARY4711' } })
    for (const { stdout, stderr, exit } of [file, twin]) {
      expect(exit).toBe(10)
      expect(stdout + stderr).not.toContain('CANARY')
      expect(stderr).toContain('hint:')
    }
  })

  it('prints a failure as one document with --json, too', async () => {
    using desk = new DeskHere()
    const { stdout, exit } = await desk.run(['seal', '--json'])
    expect(exit).toBe(2)
    expect(JSON.parse(stdout)).toEqual({
      schemaVersion: 1,
      ok: false,
      error: {
        code: 'USAGE',
        exit: 2,
        message: '"seal" needs: EXPORT, --key, --to, --output',
        hints: ['datadeed seal --help'],
      },
    })
  })

  it('takes every flag from the environment, where the command line lacks it', async () => {
    using desk = new Desk()
    const env = {
      DATADEED_NO_PASSPHRASE: '1',
      DATADEED_ROLE: 'sign',
      DATADEED_JSON: 'yes',
      DATADEED_LANG: 'zh-CN',
    }
    const made = await desk.run(['keygen', 'a'], { env })
    expect(JSON.parse(made.stdout)).toMatchObject({ ok: true, protected: false, card: { role: 'sign' } })
    expect(made.stderr).toContain('下一步')
    const flagWins = await desk.run(['keygen', 'b', '--role', 'open'], { env })
    expect(JSON.parse(flagWins.stdout)).toMatchObject({ card: { role: 'open' } })
    const wrong = await desk.run(['keygen', 'c'], { env: { DATADEED_NO_PASSPHRASE: 'perhaps' } })
    expect(wrong.exit).toBe(2)
    expect(desk.files()).toEqual(['a.card', 'a.key', 'b.card', 'b.key'])
  })

  it('never ends with 0 when stdout is full', async ({ skip }) => {
    if (process.platform !== 'linux') skip('/dev/full is there on Linux only')
    using desk = new Desk()
    const { spawnSync } = await import('node:child_process')
    const program = new URL('../../bin/datadeed.js', import.meta.url).pathname
    const full = spawnSync('/bin/sh', ['-c', `"${process.execPath}" "${program}" --help > /dev/full`], {
      cwd: desk.folder,
      encoding: 'utf8',
    })
    expect(full.status).toBe(11)
    expect(full.stderr).toMatch(/^error: /)
    const gone = spawnSync(
      '/bin/sh',
      ['-c', `{ sleep 0.5; "${process.execPath}" "${program}" --help; echo $? >&2; } | true`],
      { cwd: desk.folder, encoding: 'utf8' },
    )
    expect(gone.stderr).toBe('10\n')
  })
})
