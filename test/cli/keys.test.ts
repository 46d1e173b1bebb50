import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '../../src/cli/run.ts'
import { recordingIo } from './recording-io.ts'
import { Desk, normalise } from './run-cli.ts'

describe('rotating keys on the command line', () => {
  const desk = new Desk()
  const at = (name: string) => desk.path(name)

  async function run(...words: readonly string[]) {
    const { io, heard } = recordingIo(desk)
    return { exit: await runCommandLine(words, io), ...heard }
  }

  async function facts(...words: readonly string[]) {
    return JSON.parse((await run(...words, '--json')).stdout)
  }

  beforeAll(async () => {
    writeFileSync(at('members.csv'), 'phone,balance\n13800138000,12.30\n')
    await run('keygen', 'shop', '-o', desk.folder, '--no-passphrase', '--legal-name', 'Shop Ltd.')
    const { card } = await facts('card', 'show', at('shop.card'))
    await run('card', 'trust', at('shop.card'), '--fingerprint', card.digits)
  })
  afterAll(() => desk[Symbol.dispose]())

  it('makes the next key, lets others trust it, and tells all of it again', async () => {
    const made = await run('keys', 'rotate', at('shop.key'), '--no-passphrase', '--overlap', '7d')
    expect(made.exit).toBe(0)
    expect(made.stderr).toContain('shop-2.card --successor ')
    expect((await run('keys', 'rotate', at('shop.key'), '--no-passphrase')).exit).toBe(12)
    expect(
      (
        await run(
          'seal',
          at('members.csv'),
          '--key',
          at('shop.key'),
          '--to',
          at('shop-2.card'),
          '-o',
          at('a.deed'),
        )
      ).exit,
    ).toBe(6)

    const trusted = await facts('card', 'trust', at('shop-2.card'), '--successor', at('shop.succession'))
    expect(trusted.card).toMatchObject({ name: 'shop-2', legalName: 'Shop Ltd.', trusted: true })
    const { cards } = await facts('card', 'list')
    expect(cards.map(({ name, dates }: { name: string; dates: object }) => [name, dates])).toMatchObject([
      ['shop', { state: 'active', followedBy: { name: 'shop-2' }, createdIsSigned: false }],
      ['shop-2', { state: 'active', follows: { name: 'shop' }, createdIsSigned: true }],
    ])
    const listed = await run('card', 'list')
    expect(normalise(listed.stdout)).toMatch(/shop .* active until .*, followed by shop-2/)
    expect((await run('card', 'list', '--lang', 'zh-CN')).stdout).toMatch(/由 shop-2 接替/)

    const paper = await facts('verify', at('shop.succession'))
    expect(paper).toMatchObject({ kind: 'succession', succession: { to: { name: 'shop-2' } } })
    const sealed = await run(
      'seal',
      at('members.csv'),
      '--key',
      at('shop-2.key'),
      '--to',
      'shop',
      '--to',
      'shop-2',
      '-o',
      at('a.deed'),
    )
    expect(sealed.exit).toBe(0)
    expect(sealed.stderr).toContain('"shop" is followed by "shop-2"')
    expect((await run('verify', at('a.deed'), '--key', at('shop.key'))).exit).toBe(0)

    const census = (...words: readonly string[]) => run('keys', 'census', desk.folder, ...words)
    expect((await census('--fail-if', 'suite:classic')).exit).toBe(0)
    const held = await census('--fail-if', 'suite:classic', '--fail-if', 'opens-with:shop')
    expect([held.exit, held.stdout.includes('suite:classic: no deed')]).toEqual([14, true])
    const strangers = ['--home', at('other'), '--fail-if', 'suite:classic'] as const
    expect((await census(...strangers)).exit).toBe(6)
    expect((await census('--home', at('other'))).exit).toBe(0)

    const told: { command: string; event: string; facts: Record<string, unknown> }[] = (
      await facts('ledger', 'show')
    ).shown
    const outcome = (wanted: string) =>
      told.filter(({ command, event }) => command === wanted && event === 'outcome').at(-1)?.facts
    expect(outcome('keys rotate')).toMatchObject({
      cards: [
        { part: 'own', name: 'shop' },
        { part: 'successor', name: 'shop-2' },
      ],
      paper: { kind: 'succession' },
    })
    expect(outcome('card trust')).toMatchObject({
      cards: [
        { part: 'issuer', name: 'shop' },
        { part: 'trusted', name: 'shop-2' },
      ],
      paper: { kind: 'succession' },
    })
  })

  it('needs digits or a succession, and takes only one of them', async () => {
    expect((await run('card', 'trust', at('shop.card'))).exit).toBe(2)
    const both = ['--successor', at('shop.succession'), '--fingerprint', '1'.repeat(30)]
    expect((await run('card', 'trust', at('shop-2.card'), ...both)).exit).toBe(2)
    expect((await run('card', 'trust', at('shop-2.card'), '--successor', at('a.deed'))).exit).not.toBe(0)
    expect((await run('keys', 'rotate', at('shop-2.key'), '--no-passphrase', '--overlap', '366')).exit).toBe(
      2,
    )
  })
})
