import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMMANDS } from '../../src/cli/commands/index.ts'
import { runCommandLine } from '../../src/cli/run.ts'
import { readUnverified } from '../../src/deed/index.ts'
import {
  createParty,
  fingerprintDigits,
  type Party,
  trustCard,
  writeParty,
} from '../../src/identity/index.ts'
import { converse } from './converse.ts'
import { recordingIo } from './recording-io.ts'
import { Desk } from './run-cli.ts'

const CANARY = 'CANARY-13800138000-XYZ'
const HEADER = 'qwxz-header'
const now = new Date('2026-03-04T05:06:07Z')

let desk: Desk
const parties = new Map<string, Party>()

const run = async (...words: readonly string[]) => {
  const { io, heard } = recordingIo(desk)
  const exit = await runCommandLine(words, io)
  return { exit, ...heard }
}
const at = (name: string) => desk.path(name)
const ledger = () => join(desk.path('home'), 'ledger.jsonl')
const seal = (output: string, ...more: readonly string[]) =>
  run(
    ...['seal', at('t.csv'), '--key', at('shop.key'), '--to', 'buyer', '-o', at(output)],
    ...['--classic', '--no-readback', '--workers', '1', ...more],
  )
const restore = (deed: string, key: string, folder: string) =>
  run('restore', at(deed), '--from', 'shop', '--key', at(key), '-o', at(folder), '--workers', '1')

/** What the ledger has got since some line, by command, event and exit code. */
async function linesSince(before: number) {
  const { stdout } = await run('ledger', 'show', '--last', '1000', '--json')
  const shown: { sequence: number; command: string; event: string; exit?: number; facts: object }[] =
    JSON.parse(stdout).shown
  return shown.filter(({ sequence }) => sequence > before)
}

beforeAll(async () => {
  desk = new Desk()
  writeFileSync(at('t.csv'), `id,${HEADER}\n1,${CANARY}\n2,b\n`)
  for (const name of ['shop', 'buyer', 'stranger']) {
    const party = await createParty({ name, role: 'both', now })
    parties.set(name, party)
    await writeParty(desk.folder, party)
    if (name !== 'stranger') await trustCard(desk.path('home'), party.card)
  }
})
afterAll(() => desk[Symbol.dispose]())

describe('the ledger of an installation', () => {
  it('is told of every command but those that open, sign and change nothing', () => {
    const untold = COMMANDS.filter((command) => !('records' in command)).map(({ name }) => name)
    expect(untold.sort()).toEqual([
      ...['backup list', 'backup status', 'card list', 'card show', 'classify', 'demo'],
      ...['ledger export', 'ledger head', 'ledger show', 'ledger verify', 'review'],
    ])
  })

  it('tells what was sealed, looked at, verified, restored, and what did not open', async () => {
    expect((await run('ledger', 'show')).exit).toBe(0)
    expect((await run('ledger', 'head')).stdout).toBe('')
    expect((await seal('a.deed', '--dry-run')).exit).toBe(0)
    expect((await seal('a.deed')).exit).toBe(0)
    expect((await run('inspect', at('a.deed'))).exit).toBe(0)
    expect((await run('verify', at('a.deed'))).exit).toBe(0)
    expect((await restore('a.deed', 'stranger.key', 'x')).exit).toBe(8)
    expect((await restore('a.deed', 'buyer.key', 'out')).exit).toBe(0)
    expect((await run('restore', '--flag-that-is-not')).exit).toBe(2)
    const lines = await linesSince(0)
    expect(lines.map(({ command, event, exit }) => [command, event, exit])).toEqual([
      ['seal', 'begin', undefined],
      ['seal', 'intent', undefined],
      ['seal', 'outcome', 0],
      ['inspect', 'outcome', 0],
      ['verify', 'outcome', 0],
      ['restore', 'failed', 8],
      ['restore', 'intent', undefined],
      ['restore', 'outcome', 0],
    ])
    const { manifest, manifestSha256 } = await readUnverified(at('a.deed'))
    const [, , sealed, , , , , restored] = lines
    expect(sealed?.facts).toMatchObject({ file: 'a.deed', deedId: manifest.deedId, counts: { rows: 2 } })
    expect(restored?.facts).toMatchObject({ manifest: manifestSha256, counts: { rows: 2, tables: 1 } })
  })

  it('holds no cell, no header, no name of an export, no path, and nobody’s name but those of cards', () => {
    const text = readFileSync(ledger(), 'utf8')
    const { username } = userInfo()
    for (const word of [CANARY, HEADER, 't.csv', desk.folder, '"out"']) expect(text).not.toContain(word)
    if (username.length > 4) expect(text).not.toContain(username)
  })

  it('is quoted by the deed, which finds a cut tail and a damaged line again (H08, H09)', async () => {
    const text = readFileSync(ledger(), 'utf8')
    const { manifest } = await readUnverified(at('a.deed'))
    const { exit, stdout } = await run('ledger', 'verify', '--against', at('a.deed'), '--json')
    expect(exit).toBe(0)
    const answer = { source: at('a.deed'), sequence: 2, answer: 'agrees' }
    expect(JSON.parse(stdout)).toMatchObject({ lines: 8, firstBadLine: null, anchors: [answer] })
    const head = (await run('ledger', 'head')).stdout.trim()
    try {
      writeFileSync(ledger(), text.split('\n').slice(0, 1).join('\n').concat('\n'))
      expect((await run('ledger', 'verify')).exit).toBe(0)
      for (const against of [at('a.deed'), head, manifest.ledgerHead ?? '']) {
        const cut = await run('ledger', 'verify', '--against', against)
        expect([cut.exit, cut.stdout.includes('CUT')]).toEqual([5, true])
      }
      writeFileSync(ledger(), text.replace('"inspect"', '"verify"'))
      const bad = await run('ledger', 'verify', '--json')
      expect([bad.exit, JSON.parse(bad.stdout).firstBadLine]).toEqual([5, 4])
      expect((await run('ledger', 'head')).exit).toBe(5)
    } finally {
      writeFileSync(ledger(), text)
    }
  })

  it('is compared with nothing that nobody has signed, and with nothing that quotes none', async () => {
    const confirm = ['--from', at('stranger.card')]
    expect((await run('ledger', 'verify', '--against', at('a.deed'), ...confirm)).exit).toBe(6)
    expect((await run('ledger', 'verify', '--against', at('t.csv'))).exit).toBe(5)
    expect((await run('ledger', 'verify', '--against', at('nothing.deed'))).exit).toBe(10)
    const old = join(import.meta.dirname, '..', '..', 'fixtures', 'deeds')
    const digits = JSON.parse((await run('card', 'show', join(old, 'seller.card'), '--json')).stdout).card
      .digits
    const from = ['--from', join(old, 'seller.card'), '--confirm', digits]
    expect((await run('ledger', 'verify', '--against', join(old, 'small.deed'), ...from)).exit).toBe(2)
  })

  it('is told of a key that is made on the way to something else', async () => {
    const before = readFileSync(ledger(), 'utf8').split('\n').length - 1
    const { exit } = await converse(
      desk,
      ['seal', 't.csv', '-o', 'n.deed'],
      ['', 'new', 'pw', 'pw', 'nobody'],
    )
    expect([exit, desk.files().includes('new.key')]).toEqual([10, true])
    const lines = await linesSince(before)
    expect(lines.map(({ command, event, facts }) => [command, event, facts])).toEqual([
      ['keygen', 'outcome', { cards: [expect.objectContaining({ part: 'own', name: 'new' })] }],
    ])
  })

  it('is exported as events of the Elastic Common Schema', async () => {
    const { exit, stdout } = await run('ledger', 'export', '--format', 'ecs')
    expect(exit).toBe(0)
    const text = readFileSync(ledger(), 'utf8')
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(events.map(({ event }) => `${event.original}\n`).join('')).toBe(text)
    const [begun, , sealed, , verified, failed] = events
    expect(begun.event).toMatchObject({ kind: 'event', category: ['configuration'], type: ['change'] })
    expect(begun.event).not.toHaveProperty('outcome')
    expect(sealed).toMatchObject({
      ecs: { version: '8.17.0' },
      event: { category: ['file'], type: ['creation'], action: 'seal', outcome: 'success', sequence: 3 },
      file: { name: 'a.deed' },
      process: { exit_code: 0 },
      datadeed: { event: 'outcome', facts: { counts: { rows: 2 } } },
    })
    expect(sealed.related.hash).toEqual([sealed.datadeed.facts.manifest])
    expect(verified.event).toMatchObject({ type: ['access'], action: 'verify' })
    expect(failed).toMatchObject({ event: { outcome: 'failure' }, error: { code: 'WRONG_RECIPIENT' } })
    expect((await run('ledger', 'export', '--format', 'ecs', '-o', at('events.jsonl'))).exit).toBe(0)
    expect(readFileSync(at('events.jsonl'), 'utf8')).toBe(stdout)
    expect((await run('ledger', 'export', '--format', 'ecs', '-o', at('events.jsonl'))).exit).toBe(12)
    expect((await run('ledger', 'export', '--format', 'ecs', '--json')).exit).toBe(2)
  })
})

describe('a ledger that cannot be written (F16)', () => {
  const blocked = async (work: () => Promise<void>) => {
    const text = readFileSync(ledger(), 'utf8')
    rmSync(ledger())
    mkdirSync(ledger())
    try {
      await work()
    } finally {
      rmSync(ledger(), { recursive: true })
      writeFileSync(ledger(), text)
    }
  }

  it('keeps commands with effects from having any', () =>
    blocked(async () => {
      const before = desk.allFiles()
      expect((await seal('b.deed')).exit).toBe(10)
      expect((await restore('a.deed', 'buyer.key', 'more')).exit).toBe(10)
      expect((await run('keygen', 'new', '--no-passphrase', '-o', desk.folder)).exit).toBe(10)
      const { card } = JSON.parse((await run('card', 'show', at('stranger.card'), '--json')).stdout)
      expect((await run('card', 'trust', at('stranger.card'), '--fingerprint', card.digits)).exit).toBe(10)
      expect((await run('card', 'list')).stdout).not.toContain('stranger')
      expect(desk.allFiles()).toEqual(before)
    }))

  it('is a warning to those that only look', () =>
    blocked(async () => {
      for (const words of [
        ['verify', at('a.deed')],
        ['inspect', at('a.deed')],
      ]) {
        const { exit, stderr } = await run(...words)
        expect([exit, stderr.includes('warning:')]).toEqual([0, true])
      }
    }))
})

describe('verify without --from', () => {
  it('takes the trusted card that fits, asks nobody for it, and names it for the buyer', async () => {
    const { exit, stderr } = await run('verify', at('a.deed'))
    expect([exit, stderr]).toEqual([0, expect.stringContaining('--from shop --key')])
    const asked = await converse(desk, ['verify', at('a.deed')], [])
    expect([asked.exit, asked.questions]).toEqual([0, []])
  })

  it('is refused where no trusted card fits, and warns of another who has the same name', async () => {
    const to = ['--to', 'buyer', '-o', at('s.deed'), '--classic', '--no-readback', '--workers', '1']
    expect((await run('seal', at('t.csv'), '--key', at('stranger.key'), ...to)).exit).toBe(0)
    const unknown = await run('verify', at('s.deed'), '--json')
    expect([unknown.exit, JSON.parse(unknown.stdout).error.code]).toEqual([6, 'UNTRUSTED'])
    const namesake = await createParty({ name: 'stranger', role: 'both', now })
    await trustCard(desk.path('home'), namesake.card)
    const same = await run('verify', at('s.deed'), '--json')
    expect(same.exit).toBe(6)
    expect(JSON.parse(same.stdout).error.message).not.toBe(JSON.parse(unknown.stdout).error.message)
    const digits = fingerprintDigits((parties.get('stranger') as Party).card.fingerprint)
    const from = ['--from', at('stranger.card'), '--confirm', digits]
    expect((await run('verify', at('s.deed'), ...from)).exit).toBe(0)
    expect((await run('verify', at('a.deed'), '--confirm', digits)).exit).toBe(6)
  })
})
