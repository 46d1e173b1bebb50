import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DeskHere } from './desk-here.ts'
import { normalise } from './run-cli.ts'

const SEAL = 'seal @members.csv --workers 1 --no-readback'

interface Line {
  readonly command: string
  readonly event: string
  readonly facts: object
}

async function outcomeOf(desk: DeskHere, wanted: string): Promise<object | undefined> {
  const shown: Line[] = (await desk.facts('ledger show')).shown
  return shown.filter(({ command, event }) => command === wanted && event === 'outcome').at(-1)?.facts
}

describe('rotating keys on the command line', () => {
  const desk = new DeskHere()

  beforeAll(async () => {
    writeFileSync(desk.path('members.csv'), 'phone,balance\n13800138000,12.30\n')
    await desk.party('shop', ' --legal-name Shop')
  })
  afterAll(() => desk[Symbol.dispose]())

  it('makes the next key, lets others trust it, and tells all of it again', async () => {
    const made = await desk.here('keys rotate @shop.key --no-passphrase --overlap 7d')
    expect(made.exit).toBe(0)
    expect(made.stderr).toContain('shop-2.card --successor ')
    expect((await desk.here('keys rotate @shop.key --no-passphrase')).exit).toBe(12)
    expect((await desk.here(`${SEAL} --key @shop.key --to @shop-2.card -o @a.deed`)).exit).toBe(6)

    const trusted = await desk.facts('card trust @shop-2.card --successor @shop.succession')
    expect(trusted.card).toMatchObject({ name: 'shop-2', legalName: 'Shop', trusted: true })
    const { cards } = await desk.facts('card list')
    expect(cards.map(({ name, dates }: { name: string; dates: object }) => [name, dates])).toMatchObject([
      ['shop', { state: 'active', followedBy: { name: 'shop-2' }, createdIsSigned: false }],
      ['shop-2', { state: 'active', follows: { name: 'shop' }, createdIsSigned: true }],
    ])
    expect(normalise((await desk.here('card list')).stdout)).toMatch(/active until .*, followed by shop-2/)
    expect((await desk.here('card list --lang zh-CN')).stdout).toMatch(/由 shop-2 接替/)

    const paper = await desk.facts('verify @shop.succession')
    expect(paper).toMatchObject({ kind: 'succession', succession: { to: { name: 'shop-2' } } })
    const sealed = await desk.here(`${SEAL} --key @shop-2.key --to shop --to shop-2 -o @a.deed`)
    expect(sealed.exit).toBe(0)
    expect(sealed.stderr).toContain('"shop" is followed by "shop-2"')
    expect((await desk.here('verify @a.deed --key @shop.key')).exit).toBe(0)

    expect(await outcomeOf(desk, 'keys rotate')).toMatchObject({
      cards: [
        { part: 'own', name: 'shop' },
        { part: 'successor', name: 'shop-2' },
      ],
      paper: { kind: 'succession' },
    })
    expect(await outcomeOf(desk, 'card trust')).toMatchObject({
      cards: [
        { part: 'issuer', name: 'shop' },
        { part: 'trusted', name: 'shop-2' },
      ],
      paper: { kind: 'succession' },
    })
  })

  it('D20 seals and signs nothing new with a key that only opens', async () => {
    await desk.here('keygen host -o @. --role sign --no-passphrase')
    const series = 'backup init --series @series --key @host.key --to shop-2'
    expect((await desk.here(series)).exit).toBe(0)
    await desk.here('keys rotate @host.key --overlap 0 --no-passphrase')
    const backup = await desk.here('backup run --series @series --key @host.key --source @members.csv')
    const sealed = await desk.here(`${SEAL} --key @host.key --to shop-2 -o @host.deed`)
    const begun = await desk.here(series.replace('@series', '@series2'))
    expect([backup.exit, sealed.exit, begun.exit]).toEqual([14, 14, 14])
    for (const { stderr } of [backup, sealed, begun])
      expect(stderr).toContain('use "host-2" for everything new')
    expect(desk.files()).not.toContain('host.deed')
  })

  it('counts deeds, and fails where one is what none may be, or cannot be checked', async () => {
    expect((await desk.here('keys census @. --fail-if suite:classic')).exit).toBe(0)
    const held = await desk.here('keys census @. --fail-if suite:classic --fail-if opens-with:shop')
    expect([held.exit, held.stdout.includes('suite:classic: no deed')]).toEqual([14, true])
    expect((await desk.here('keys census @. --home @other --fail-if suite:classic')).exit).toBe(6)
    expect((await desk.here('keys census @. --home @other')).exit).toBe(0)
  })

  it('needs digits or a succession, and takes only one of them', async () => {
    expect((await desk.here('card trust @shop.card')).exit).toBe(2)
    const both = `card trust @shop-2.card --successor @shop.succession --fingerprint ${'1'.repeat(30)}`
    expect((await desk.here(both)).exit).toBe(2)
    expect((await desk.here('keys rotate @shop-2.key --no-passphrase --overlap 366')).exit).toBe(2)
  })
})

describe('a compromised card on the command line', () => {
  const desk = new DeskHere()
  let digits = ''

  beforeAll(async () => {
    writeFileSync(desk.path('members.csv'), 'phone,balance\n13800138000,12.30\n')
    const heard = await Promise.all(['seller', 'buyer', 'other'].map((name) => desk.party(name)))
    digits = heard[1] ?? ''
    const sealed = await desk.here(`${SEAL} --key @seller.key --to buyer --may-grant buyer -o @a.deed`)
    const granted = await desk.here('grant @a.deed --all --key @buyer.key --to other -o @a.grant')
    const begun = await desk.here('backup init --series @series --key @buyer.key --to other')
    expect([sealed.exit, granted.exit, begun.exit]).toEqual([0, 0, 0])
  })
  afterAll(() => desk[Symbol.dispose]())

  it('D20 is refused everywhere, told with its date, and what it reaches is listed', async () => {
    const told = await desk.facts('keys compromise buyer --since 2026-01-02 --among @. --grant @a.grant')
    expect(told.deeds).toMatchObject([
      { deed: desk.path('a.deed'), signed: false, before: false, mayGrant: true, hasGranted: true },
    ])
    expect(told.deeds[0].opens.length).toBeGreaterThan(0)
    expect(told.commands.at(0)).toBe('datadeed card trust NEW.card')
    expect(told.commands.at(-1)).toContain('--fail-if opens-with:buyer')

    const refused = [
      await desk.here(`${SEAL} --key @seller.key --to buyer -o @b.deed`),
      await desk.here(`${SEAL} --key @seller.key --to @buyer.card -o @b.deed --confirm`, digits),
      await desk.here(`${SEAL} --key @buyer.key --to other -o @b.deed`),
      await desk.here('card trust @buyer.card --fingerprint', digits),
      await desk.here('verify @a.deed --grant @a.grant'),
      await desk.here('receipt check @a.grant @a.deed --from other --key @buyer.key'),
      await desk.here('backup verify --series @series'),
      await desk.here('keys rotate @buyer.key --no-passphrase'),
    ]
    expect(refused.map(({ exit }) => exit)).toEqual([6, 6, 6, 6, 6, 6, 6, 6])
    for (const { stderr } of refused) expect(stderr).toContain('compromised since 2026-01-02')
    expect(desk.files()).not.toContain('b.deed')
    // Marking it again forgets nothing.
    await desk.here('keys compromise buyer')
    expect((await desk.here('card list')).stdout).toContain('compromised since 2026-01-02')
    // Its key still opens what was sealed to it: that is how it is mended.
    const restored = await desk.here('restore @a.deed --key @buyer.key --from seller --workers 1 -o @out')
    expect(restored.exit).toBe(0)
  })

  it('D20 makes every deed refused that it has signed, until a reason is given, which the ledger keeps', async () => {
    const told = await desk.here('keys compromise @seller.card --among @a.deed')
    expect([told.exit, told.stdout.includes('is signed by it')]).toEqual([0, true])
    expect((await desk.here('verify @a.deed')).exit).toBe(6)
    expect((await desk.here('keys census @a.deed --fail-if suite:classic')).exit).toBe(6)

    expect((await desk.here('keys compromise seller --undo')).exit).toBe(2)
    expect((await desk.here('keys compromise other --undo --reason x')).exit).toBe(2)
    expect((await desk.here('keys compromise seller --since 2099-01-01')).exit).toBe(2)
    expect((await desk.here('verify @a.deed')).exit).toBe(6)
    const undone = await desk.here('keys compromise seller --undo --reason', 'found in the safe')
    expect([undone.exit, (await desk.here('verify @a.deed')).exit]).toEqual([0, 0])
    expect(await outcomeOf(desk, 'keys compromise')).toMatchObject({
      state: 'unmarked',
      reason: 'found in the safe',
      cards: [{ part: 'compromised', name: 'seller' }],
    })
  })
})
