import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '../../src/cli/run.ts'
import {
  isTrusted,
  listCompromised,
  listKeptCards,
  listTrustedCards,
  markCompromised,
  readCard,
} from '../../src/identity/index.ts'
import { recordingIo } from '../cli/recording-io.ts'
import { Desk } from '../cli/run-cli.ts'
import { Desks, forge, make, NOW } from './rotating.ts'

describe('a mark of compromise', () => {
  it('takes a card out of the trusted ones and keeps it among the confirmed', async () => {
    using desks = new Desks()
    const { card } = await make('shop')
    await desks.trust(card)
    await markCompromised(desks.home, card, { since: null, now: NOW })
    expect([await listTrustedCards(desks.home), await listKeptCards(desks.home)]).toEqual([[], [card]])
    expect(await isTrusted(desks.home, card)).toBe(false)
  })

  it('holds where it cannot be read', async () => {
    using desks = new Desks()
    const { card } = await make('shop')
    await desks.trust(card)
    writeFileSync(join(desks.home, 'trusted', `${card.fingerprint}.compromised`), '{')
    expect(await isTrusted(desks.home, card)).toBe(false)
    expect([...(await listCompromised(desks.home)).values()]).toMatchObject([{ since: null, marked: null }])
  })

  it.each(['old', 'new'] as const)('T6 refuses a succession whose %s card has one', async (which) => {
    using desks = new Desks()
    const [shop, next] = [await make('shop'), await make('next')]
    await desks.trust(shop.card)
    await markCompromised(desks.home, which === 'old' ? shop.card : next.card, { since: null, now: NOW })
    const followed = desks.follow(next.card, [forge(shop, next)])
    await expect(followed).rejects.toEqual(expect.objectContaining({ code: 'UNTRUSTED' }))
    expect((await listKeptCards(desks.home)).map(({ name }) => name)).toEqual(['shop'])
  })
})

describe('a compromised card on the command line', () => {
  const desk = new Desk()
  const at = (name: string) => desk.path(name)
  const digits = new Map<string, string>()

  async function run(...words: readonly string[]) {
    const { io, heard } = recordingIo(desk)
    return { exit: await runCommandLine(words, io), ...heard }
  }
  async function facts(...words: readonly string[]) {
    return JSON.parse((await run(...words, '--json')).stdout)
  }
  const sealed = (key: string, to: string, output: string) =>
    run(
      'seal',
      at('members.csv'),
      '--key',
      at(`${key}.key`),
      '--to',
      to,
      '-o',
      at(output),
      '--may-grant',
      'buyer',
    )

  beforeAll(async () => {
    writeFileSync(at('members.csv'), 'phone,balance\n13800138000,12.30\n')
    for (const name of ['seller', 'buyer', 'other']) {
      await run('keygen', name, '-o', desk.folder, '--no-passphrase')
      digits.set(name, (await facts('card', 'show', at(`${name}.card`))).card.digits)
      await run('card', 'trust', at(`${name}.card`), '--fingerprint', digits.get(name) ?? '')
    }
    expect((await sealed('seller', 'buyer', 'a.deed')).exit).toBe(0)
    expect(
      (
        await run(
          'grant',
          at('a.deed'),
          '--all',
          '--key',
          at('buyer.key'),
          '--to',
          'other',
          '-o',
          at('a.grant'),
        )
      ).exit,
    ).toBe(0)
  })
  afterAll(() => desk[Symbol.dispose]())

  it('D20 is refused everywhere, told with its date, and what it reaches is listed', async () => {
    const told = await facts(
      'keys',
      'compromise',
      'buyer',
      '--since',
      '2026-01-02',
      '--among',
      desk.folder,
      '--grant',
      at('a.grant'),
    )
    expect(told.deeds).toMatchObject([
      { deed: at('a.deed'), signed: false, before: false, mayGrant: true, hasGranted: true },
    ])
    expect(told.deeds[0].opens.length).toBeGreaterThan(0)
    expect(told.commands.at(0)).toBe('datadeed card trust NEW.card')
    expect(told.commands.at(-1)).toContain('--fail-if opens-with:buyer')

    const refused = [
      await sealed('seller', 'buyer', 'b.deed'),
      await run(
        'seal',
        at('members.csv'),
        '--key',
        at('seller.key'),
        '--to',
        at('buyer.card'),
        '--confirm',
        digits.get('buyer') ?? '',
        '-o',
        at('b.deed'),
      ),
      await run('seal', at('members.csv'), '--key', at('buyer.key'), '--to', 'other', '-o', at('b.deed')),
      await run('card', 'trust', at('buyer.card'), '--fingerprint', digits.get('buyer') ?? ''),
      await run('verify', at('a.deed'), '--grant', at('a.grant')),
    ]
    expect(refused.map(({ exit }) => exit)).toEqual([6, 6, 6, 6, 6])
    for (const { stderr } of refused) expect(stderr).toContain('compromised since 2026-01-02')
    expect(desk.files()).not.toContain('b.deed')
    expect((await run('card', 'list')).stdout).toContain('compromised since 2026-01-02')
    // Its key still opens what was sealed to it: that is how it is mended.
    expect(
      (await run('restore', at('a.deed'), '--key', at('buyer.key'), '--from', 'seller', '-o', at('out')))
        .exit,
    ).toBe(0)
    expect((await run('verify', at('a.deed'))).exit).toBe(0)
  })

  it('D20 makes every deed refused that it has signed', async () => {
    const told = await run('keys', 'compromise', at('seller.card'), '--among', at('a.deed'))
    expect(told.exit).toBe(0)
    expect(told.stdout).toContain('is signed by it')
    for (const words of [
      ['verify', at('a.deed')],
      ['verify', at('a.deed'), '--from', at('seller.card'), '--confirm', digits.get('seller') ?? ''],
    ])
      expect((await run(...words)).exit).toBe(6)
    expect((await run('keys', 'census', at('a.deed'), '--fail-if', 'suite:classic')).exit).toBe(6)
  })

  it('is used again for a reason alone, which the ledger keeps', async () => {
    const before = readFileSync(at('seller.card'))
    // Marking it again forgets nothing.
    await run('keys', 'compromise', 'buyer')
    expect((await run('card', 'list')).stdout).toContain('compromised since 2026-01-02')
    expect((await run('keys', 'compromise', 'seller', '--undo')).exit).toBe(2)
    expect((await run('keys', 'compromise', 'other', '--undo', '--reason', 'x')).exit).toBe(2)
    expect((await run('keys', 'compromise', 'seller', '--since', '2099-01-01')).exit).toBe(2)
    expect((await run('verify', at('a.deed'))).exit).toBe(6)
    expect((await run('keys', 'compromise', 'seller', '--undo', '--reason', 'found in the safe')).exit).toBe(
      0,
    )
    expect((await run('verify', at('a.deed'))).exit).toBe(0)
    expect((await readCard(at('seller.card'))).name).toBe('seller')
    expect(readFileSync(at('seller.card')).equals(before)).toBe(true)
    const { shown } = await facts('ledger', 'show')
    const last = shown
      .filter(
        ({ command, event }: { command: string; event: string }) =>
          command === 'keys compromise' && event === 'outcome',
      )
      .at(-1)
    expect(last.facts).toMatchObject({
      state: 'unmarked',
      reason: 'found in the safe',
      cards: [{ part: 'compromised' }],
    })
  })
})
