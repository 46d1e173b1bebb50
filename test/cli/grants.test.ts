import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '../../src/cli/run.ts'
import { createParty, fingerprintDigits, trustCard, writeParty } from '../../src/identity/index.ts'
import { converse } from './converse.ts'
import { recordingIo } from './recording-io.ts'
import { Desk, normalise } from './run-cli.ts'

const NOW = new Date('2026-03-04T05:06:07Z')
const TRUSTED = ['buyer', 'broker', 'lawyer']

let desk: Desk
const digits = new Map<string, string>()

const run = async (...words: readonly string[]) => {
  const { io, heard } = recordingIo(desk)
  const exit = await runCommandLine(words, io)
  return { exit, ...heard }
}
const exitOf = async (...words: readonly string[]) => (await run(...words)).exit
const at = (name: string) => desk.path(name)
const from = (party: string) => ['--from', at(`${party}.card`), '--confirm', digits.get(party) ?? '']
const key = (party: string) => ['--key', at(`${party}.key`)]
const seal = (output: string, signer: string, ...more: readonly string[]) =>
  run(
    'seal',
    at('t.csv'),
    ...key(signer),
    '--to',
    'buyer',
    '-o',
    at(output),
    '--classic',
    '--no-readback',
    '--workers',
    '1',
    ...more,
  )
const restore = (folder: string, ...more: readonly string[]) =>
  run('restore', at('a.deed'), ...from('shop'), ...key('buyer'), '-o', at(folder), '--workers', '1', ...more)

beforeAll(async () => {
  desk = new Desk()
  writeFileSync(at('t.csv'), 'member_no,mobile,balance\nM1,13800138000,12.30\nM2,13900139000,1.00\n')
  for (const name of ['shop', 'signer', 'stranger', ...TRUSTED]) {
    const party = await createParty({ name, role: name === 'signer' ? 'sign' : 'both', now: NOW })
    digits.set(name, fingerprintDigits(party.card.fingerprint))
    await writeParty(desk.folder, party)
    if (TRUSTED.includes(name)) await trustCard(at('home'), party.card)
  }
  const sealed = await seal(
    'a.deed',
    'shop',
    '--folder',
    '--hold',
    '--may-grant',
    'lawyer',
    '--escrow',
    '2-of-3',
    ...TRUSTED,
  )
  expect([sealed.exit, sealed.stdout]).toEqual([0, expect.stringMatching(/identity +1 +shop \(/)])
})
afterAll(() => desk[Symbol.dispose]())

describe('a deed that is held until closing', () => {
  it('is verified before, with a note of who has to wait and who opens it together', async () => {
    const { exit, stdout } = await run('verify', at('a.deed'), ...from('shop'))
    expect([exit, stdout]).toEqual([
      0,
      expect.stringContaining('buyer is addressed, but may open nothing yet'),
    ])
    expect(stdout).toContain('any 2 of buyer, broker, lawyer')
    const { held, escrow } = JSON.parse((await run('verify', at('a.deed'), ...from('shop'), '--json')).stdout)
    expect([held.length, escrow.threshold, escrow.holders.length]).toEqual([1, 2, 3])
  })

  it('opens for its buyer with a grant, and not before', async () => {
    expect((await restore('early')).exit).toBe(7)
    const before = desk.allFiles()
    const all = ['grant', at('a.deed'), '--all', '--to', 'buyer', ...key('shop')]
    expect(await exitOf(...all, '--dry-run')).toBe(0)
    expect(desk.allFiles()).toEqual(before)
    const granted = await run(...all)
    expect([granted.exit, granted.stderr]).toEqual([0, expect.stringContaining('--grant')])
    expect(desk.allFiles()).toEqual([...before, at('a.1.grant')].sort())
    const noted = await run('verify', at('a.deed'), ...from('shop'), '--grant', at('a.1.grant'))
    expect([noted.exit, noted.stdout.includes('buyer is addressed')]).toEqual([0, false])
    expect((await restore('out', '--grant', at('a.1.grant'))).exit).toBe(0)
    expect(await exitOf('verify', at('a.1.grant'), ...from('shop'))).toBe(0)
    expect(await exitOf(...all, '-o', at('a.1.grant'))).toBe(12)
    expect(await exitOf(...all, '-o', at('a.deed'))).toBe(12)
    expect(await exitOf(...all, '-o', at('a.deed/b.grant'))).toBe(2)
    expect(await exitOf(...all, '-o', at('nowhere/b.grant'))).toBe(10)
  })

  it('has its shares passed on to one at a time', async () => {
    const pass = ['grant', at('a.deed'), '--share', ...key('broker'), ...from('shop')]
    expect(await exitOf(...pass, '--to', 'buyer', '--to', 'lawyer')).toBe(2)
    expect(await exitOf(...pass, '--to', 'buyer', '-o', at('share.grant'))).toBe(0)
    expect(await exitOf('verify', at('share.grant'), '--from', 'broker')).toBe(0)
  })
})

describe('datadeed grant', () => {
  it('says what stands in its way', async () => {
    const grant = (by: string, ...more: readonly string[]) =>
      exitOf('grant', at('a.deed'), '--to', 'buyer', ...key(by), '-o', at('no.grant'), ...more)
    expect(await grant('shop', '--compartment', 'contacts')).toBe(2)
    expect(await grant('shop')).toBe(2)
    expect(await grant('shop', '--all', '--compartment', 'contact')).toBe(2)
    expect(await grant('signer', '--all', ...from('shop'))).toBe(2)
    expect(await grant('lawyer', '--all', ...from('shop'))).toBe(7)
    expect(await grant('stranger', '--all', ...from('shop'))).toBe(6)
    expect(await grant('broker', '--all', ...from('shop'))).toBe(6)
    expect(await grant('stranger', '--share', ...from('shop'))).toBe(7)
    expect(desk.files()).not.toContain('no.grant')
  })

  it('looks for the seller among the trusted cards, and says that --from names another', async () => {
    const grant = ['grant', at('a.deed'), '--share', '--to', 'buyer', ...key('lawyer'), '-o']
    const refused = await run(...grant, at('s.grant'))
    expect([refused.exit, refused.stderr]).toEqual([6, expect.stringContaining('--from')])
    const trust = ['card', 'trust', at('shop.card'), '--fingerprint', digits.get('shop') ?? '']
    expect(await exitOf(...trust)).toBe(0)
    expect(await exitOf(...grant, at('s.grant'))).toBe(0)
    expect(await exitOf(...grant, at('s2.grant'), '--confirm', digits.get('buyer') ?? '')).toBe(0)
    expect(await exitOf(...grant, at('s3.grant'), '--confirm', digits.get('stranger') ?? '')).toBe(6)
  })

  it('asks at a terminal what is granted', async () => {
    const words = ['grant', 'a.deed', '--key', 'shop.key', '--to', 'lawyer', '-o']
    const some = await converse(desk, [...words, 'some.grant'], ['contact, financial'])
    expect([some.exit, some.questions]).toEqual([
      0,
      [expect.stringContaining('identity, contact, financial')],
    ])
    expect(some.stderr).toContain("--compartment 'contact, financial'")
    expect((await converse(desk, [...words, 'all.grant'], ['all'])).stderr).toContain('--all')
    expect((await converse(desk, [...words, 'none.grant'], [''])).exit).toBe(2)
    const none = await converse(desk, ['grant', 'no.deed', '--key', 'shop.key', '--to', 'lawyer'], ['all'])
    expect(none.exit).toBe(10)
  })

  it('tells the ledger what it intends, what came of it, and what it was refused', async () => {
    const shown = async () =>
      JSON.parse((await run('ledger', 'show', '--last', '1000', '--json')).stdout).shown
    const before = (await shown()).length
    expect(
      await exitOf('grant', at('a.deed'), '--all', '--to', 'broker', ...key('shop'), '-o', at('l.grant')),
    ).toBe(0)
    expect(
      await exitOf(
        'grant',
        at('a.deed'),
        '--all',
        '--to',
        'broker',
        ...key('stranger'),
        ...from('shop'),
        '-o',
        at('m.grant'),
      ),
    ).toBe(6)
    const lines: { command: string; event: string; exit?: number; facts: object }[] = (await shown()).slice(
      before,
    )
    expect(lines.map(({ command, event, exit }) => [command, event, exit])).toEqual([
      ['grant', 'intent', undefined],
      ['grant', 'outcome', 0],
      ['grant', 'intent', undefined],
      ['grant', 'failed', 6],
    ])
    expect(lines[1]?.facts).toMatchObject({
      file: 'l.grant',
      compartments: ['identity', 'contact', 'financial'],
    })
  })
})

describe('datadeed seal', () => {
  it.each<[string, string, readonly string[]]>([
    ['a key that only signs keeps no access', 'signer', ['--keep-access']],
    ['a key that only signs holds nothing', 'signer', ['--hold']],
    ['to hold a deed is to keep access', 'shop', ['--hold', '--keep-access']],
    ['2-of-3 takes three cards', 'shop', ['--escrow', '2-of-3', 'buyer', 'broker']],
    ['one share alone shall not open', 'shop', ['--escrow', '1-of-3', ...TRUSTED]],
    ['four of three never come together', 'shop', ['--escrow', '4-of-3', ...TRUSTED]],
    ['a card holds one share', 'shop', ['--escrow', '2-of-3', 'buyer', 'broker', 'broker']],
    ['seventeen holders are too many', 'shop', ['--escrow', '2-of-17', ...TRUSTED]],
    ['an escrow is K-of-N', 'shop', ['--escrow', 'two', ...TRUSTED]],
    ['holders need an escrow', 'shop', ['--holder', 'broker']],
    ['whoever only signs holds no share', 'shop', ['--escrow', '2-of-2', 'buyer', 'signer.card']],
  ])('refuses with 2: %s', async (_, signer, flags) => {
    const words = flags.map((word) => (word.endsWith('.card') ? at(word) : word))
    const confirm = flags.includes('signer.card') ? ['--confirm', digits.get('signer') ?? ''] : []
    expect((await seal('no.deed', signer, '--dry-run', ...words, ...confirm)).exit).toBe(2)
    expect(desk.files()).not.toContain('no.deed')
  })
})

describe('datadeed access review', () => {
  const review = (...more: readonly string[]) =>
    run(
      'access',
      'review',
      at('a.deed'),
      ...from('shop'),
      '--grant',
      at('a.1.grant'),
      '--grant',
      at('share.grant'),
      ...more,
    )

  it('shows who can open what, since when, by which paper', async () => {
    const { exit, stdout } = await review()
    expect(exit).toBe(0)
    expect(normalise(stdout.replaceAll(desk.folder, ''))).toMatchSnapshot()
  })

  it('says the same in Chinese', async () => {
    const { exit, stdout } = await review('--lang', 'zh-CN')
    expect(exit).toBe(0)
    expect(normalise(stdout.replaceAll(desk.folder, ''))).toMatchSnapshot()
  })

  it('has all of it in the document', async () => {
    const { rights, addressees, escrow, grantors, error } = JSON.parse((await review('--json')).stdout)
    expect(error).toBeUndefined()
    expect(
      rights.map((right: { grant: object | null; escrow: boolean }) => [right.grant !== null, right.escrow]),
    ).toEqual([
      ...Array(3)
        .fill([
          [false, false],
          [false, true],
        ])
        .flat(),
      ...Array(3).fill([true, false]),
    ])
    expect([addressees[0].compartments, grantors.length, escrow.passed.length]).toEqual([3, 1, 1])
  })

  it('counts no paper that is of no use', async () => {
    expect((await review('--grant', at('t.csv'))).exit).toBe(5)
    expect((await review('--grant', at('nothing.grant'))).exit).toBe(10)
  })
})
