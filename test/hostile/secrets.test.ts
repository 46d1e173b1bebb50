import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fingerprintDigits, readCard } from '../../src/identity/index.ts'
import { DeskHere } from '../cli/desk-here.ts'
import { runProgram, type Transcript } from '../cli/run-cli.ts'
import { layOutKeys } from './command-line.ts'
import { findLeaks, leaksBelow } from './leaks.ts'
import { CANARY } from './make-deed.ts'

const DEEDS = join(import.meta.dirname, '../../fixtures/deeds')
const PASSPHRASE = 'CANARY passphrase 4711'

/** Each command in a process of its own with DATADEED_TEST_LONG. */
const LONG = process.env.DATADEED_TEST_LONG !== undefined

let desk: DeskHere
beforeEach(() => {
  desk = new DeskHere()
})
afterEach(() => desk[Symbol.dispose]())

/** Verifies the small deed with a key file of this content and mode. */
async function verifyWith(key: string | Uint8Array, mode = 0o600): Promise<Transcript> {
  const card = join(DEEDS, 'seller.card')
  const digits = fingerprintDigits((await readCard(card)).fingerprint)
  writeFileSync(desk.path('my.key'), key)
  chmodSync(desk.path('my.key'), mode)
  const deed = join(DEEDS, 'small.deed')
  return desk.run(['verify', deed, '--from', card, '--confirm', digits, '--key', desk.path('my.key')])
}

describe('a key file in the hand of a person', () => {
  const content = readFileSync(join(DEEDS, 'buyer.key'), 'utf8')
  const { hybrid, classic } = (JSON.parse(content) as { open: { hybrid: string; classic: string } }).open

  const card = readFileSync(join(DEEDS, 'buyer.card'), 'utf8')
  const recipient = (JSON.parse(card) as { open: { classic: string } }).open.classic

  it.skipIf(process.platform === 'win32')('H02 that others may read is used, with a warning', async () => {
    const [open, closed] = [await verifyWith(content, 0o644), await verifyWith(content)]
    expect([open.exit, closed.exit]).toEqual([0, 0])
    expect([/warning:/.test(open.stderr), /warning:/.test(closed.stderr)]).toEqual([true, false])
    expect(findLeaks(open.stdout + open.stderr, [hybrid, classic])).toEqual([])
  })

  it.each([
    ['H03 that is a card', card],
    ['H03 that is a recipient', `${recipient}\n`],
    ['H04 that is empty', ''],
    ['H04 that holds nothing but a line end', '\n'],
  ])('%s is refused', async (_, key) => {
    const { exit, stdout, stderr } = await verifyWith(key)
    expect([exit, findLeaks(stdout + stderr, [hybrid, classic])]).toEqual([2, []])
  })

  it('H05 with CRLF and a byte order mark is used', async () => {
    expect((await verifyWith(`\ufeff${content.replaceAll('\n', '\r\n')}`)).exit).toBe(0)
  })
})

/** In this process, whose own environment says where temporary files go. */
async function runHere(line: readonly string[], env: Readonly<Record<string, string>>): Promise<Transcript> {
  const { TMPDIR, TEMP } = process.env
  Object.assign(process.env, env)
  try {
    return await desk.run(line, { env })
  } finally {
    for (const name of Object.keys(env)) delete process.env[name]
    Object.assign(process.env, { ...(TMPDIR && { TMPDIR }), ...(TEMP && { TEMP }) })
  }
}

describe('H06 planted keys, passphrases and cells', () => {
  it('are in no output, temporary file, home or deed of any command, whether it succeeds or fails', async () => {
    const words = await layOutKeys(desk)
    const at = (name: string): string => desk.path(name)
    mkdirSync(at('tmp'))
    writeFileSync(at('pass.txt'), `${PASSPHRASE}\n`)
    writeFileSync(at('wrong.txt'), `not ${PASSPHRASE}\n`)
    writeFileSync(at('t.csv'), `id,mobile,note\n1,13800138000,${CANARY}\n2,,"${CANARY},\n${CANARY}"\n`)
    writeFileSync(at('broken.csv'), `id,mobile,note\n1,13800138000,"${CANARY}\n`)
    const seal = words.seal([at('t.csv')], at('a.deed'))
    const [damaged, locked] = [at('damaged.deed'), ['--passphrase-file', at('pass.txt')]]
    const withKey = (line: readonly string[], key: string) => line.with(line.indexOf('--key') + 1, at(key))
    const runs: (readonly [exit: number, line: string[]])[] = [
      [0, ['keygen', 'locked', ...locked, '-o', desk.folder]],
      [12, ['keygen', 'locked', ...locked, '-o', desk.folder]],
      [2, ['keygen', 'x', '--passphrase', PASSPHRASE]],
      [0, ['card', 'show', at('locked.card')]],
      [2, ['card', 'show', at('seller.key')]],
      [0, ['card', 'list']],
      [0, ['classify', at('t.csv'), '--write-policy', at('p.yaml'), '--csv', at('review.out')]],
      [3, ['classify', at('broken.csv')]],
      [0, seal],
      [12, seal],
      [3, words.seal([at('broken.csv')], at('b.deed'))],
      [0, [...words.seal([at('t.csv')], at('c.deed')), '--dry-run']],
      [0, ['inspect', at('a.deed')]],
      [0, words.verify(at('a.deed'))],
      [5, words.verify(damaged)],
      [8, [...withKey(words.verify(at('a.deed')), 'locked.key'), ...locked]],
      [
        7,
        [
          ...withKey(words.restore(at('a.deed'), at('no')), 'locked.key'),
          '--passphrase-file',
          at('wrong.txt'),
        ],
      ],
      [0, words.restore(at('a.deed'), at('out'))],
      [12, words.restore(at('a.deed'), at('out'))],
      [5, words.restore(damaged, at('no'))],
      [2, ['restore', at('a.deed'), '--key', words.secrets[0] ?? '', PASSPHRASE]],
      [10, words.restore(at('none.deed'), at('no'))],
    ]
    const needles = [CANARY, '13800138000', PASSPHRASE, ...words.secrets]
    for (const [number, [exit, line]] of runs.entries()) {
      if (line[1] === damaged) {
        const bytes = readFileSync(at('a.deed'))
        bytes.writeUInt8(bytes.readUInt8(4000) ^ 1, 4000)
        writeFileSync(damaged, bytes)
      }
      const json = number % 2 === 0 ? ['--json'] : []
      const env = { TMPDIR: at('tmp'), TEMP: at('tmp'), DATADEED_DEBUG: '1' }
      const {
        stdout,
        stderr,
        exit: got,
      } = await (LONG
        ? runProgram(desk.folder, [...line, ...json], { env })
        : runHere([...line, ...json], env))
      expect([line.slice(0, 2), got, findLeaks(stdout + stderr, needles)]).toEqual([
        line.slice(0, 2),
        exit,
        [],
      ])
    }
    expect(readdirSync(at('tmp'))).toEqual([])
    // What is a person's own, and what was restored for the one whom it is for.
    const own = /(\.key|pass\.txt|wrong\.txt|\.csv)$/
    expect(leaksBelow(desk.folder, needles, own)).toEqual([])
    expect(findLeaks(readFileSync(at('locked.key')), [PASSPHRASE, 'AGE-SECRET-KEY'])).toEqual([])
  }, 180_000)
})

describe('H07 a process that is watched', () => {
  it('writes no diagnostic report, whatever NODE_OPTIONS ask for', async () => {
    writeFileSync(
      desk.path('at-exit.cjs'),
      "process.on('exit', () => { const { reportOnFatalError: a, reportOnSignal: b, reportOnUncaughtException: c } = " +
        "process.report; require('node:fs').writeFileSync('asked.json', JSON.stringify([a, b, c])) })\n",
    )
    const asked = '--report-on-fatalerror --report-uncaught-exception'
    const signal = process.platform === 'win32' ? '' : ' --report-on-signal'
    const options = `${asked}${signal} --require ./at-exit.cjs`
    const { exit } = await runProgram(desk.folder, ['--version'], { env: { NODE_OPTIONS: options } })
    expect([exit, readFileSync(desk.path('asked.json'), 'utf8')]).toEqual([0, '[false,false,false]'])
    expect(desk.files()).toEqual(['asked.json', 'at-exit.cjs'])
  })
})
