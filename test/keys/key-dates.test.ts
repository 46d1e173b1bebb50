import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assertKeysInUse } from '../../src/cli/key-dates.ts'
import type { Party } from '../../src/identity/index.ts'
import { Desks, forge, inDays, make, NOW } from './rotating.ts'

type Uses = Parameters<typeof assertKeysInUse>[0]

/** How a command would go on: the code of the refusal, or how many warnings it gives. */
async function judge(home: string, uses: Uses, now: Date): Promise<string | number> {
  let warnings = 0
  const warn = () => {
    warnings += 1
  }
  return assertKeysInUse(uses, { home, now, warn }).then(
    () => warnings,
    ({ code }) => code,
  )
}

const aSecondBefore = (days: number) => new Date(inDays(days).getTime() - 1000)

describe('ages of keys', () => {
  it.each([
    ['signing', 365, 1095],
    ['reader', 365, 730],
  ] as const)(
    'D20 warn of a %s key from day %i on, and refuse it from day %i on',
    async (use, warn, refuse) => {
      using desks = new Desks()
      const { key, card } = await make('shop', 'both')
      const uses: Uses = use === 'reader' ? { readers: [card] } : { signer: { key, path: 'shop.key' } }
      const at = (now: Date) => judge(desks.home, uses, now)
      expect(await at(inDays(-5))).toBe(0)
      expect([await at(aSecondBefore(warn)), await at(inDays(warn))]).toEqual([0, 1])
      expect([await at(aSecondBefore(refuse)), await at(inDays(refuse))]).toEqual([1, 'RULE'])
    },
  )

  it('are those of the policy, where it says some', async () => {
    using desks = new Desks()
    const { key, card } = await make('shop', 'both')
    const limits = { signing: { due: 1, warn: 2, refuse: 3 }, reader: { due: 1, warn: 5, refuse: 6 } }
    const at = (days: number) =>
      judge(desks.home, { signer: { key, path: 'shop.key' }, readers: [card], limits }, inDays(days))
    expect([await at(1), await at(2), await at(3)]).toEqual([0, 1, 'RULE'])
  })

  it('count from the date that the predecessor signed, whatever the trusted file says', async () => {
    using desks = new Desks()
    const [shop, next] = (await Promise.all([make('shop'), make('next')])) as [Party, Party]
    await desks.trust(shop.card)
    await desks.follow(next.card, [forge(shop, next)])
    const younger = { ...next.card, created: inDays(729).toISOString() }
    expect(await judge(desks.home, { readers: [younger] }, inDays(730))).toBe('RULE')
  })
})

describe('dates of cards', () => {
  async function handover() {
    const desks = new Desks()
    const [shop, next] = (await Promise.all([make('shop', 'both'), make('next', 'both')])) as [Party, Party]
    await desks.trust(shop.card)
    await desks.follow(next.card, [forge(shop, next, { dates: [inDays(10), inDays(30), inDays(395)] })])
    return { desks, shop, next }
  }

  it('refuse a card before its first day and after its last, for anything new', async () => {
    const { desks, shop, next } = await handover()
    using _ = desks
    const reader = (party: Party, now: Date) => judge(desks.home, { readers: [party.card] }, now)
    expect([await reader(next, aSecondBefore(10)), await reader(next, inDays(10))]).toEqual(['RULE', 0])
    // While both are in use, it is told that there is a newer one.
    expect([await reader(shop, aSecondBefore(30)), await reader(shop, inDays(30))]).toEqual([1, 'RULE'])
    expect(await reader(shop, inDays(395))).toBe('RULE')
  })

  it('let a key that only opens sign about deeds that are there already, with a warning', async () => {
    const { desks, shop } = await handover()
    using _ = desks
    const signer = { key: shop.key, path: 'shop.key' }
    expect(await judge(desks.home, { signer }, inDays(31))).toBe('RULE')
    expect(await judge(desks.home, { signer, ofOldDeed: true }, inDays(31))).toBe(1)
    expect(await judge(desks.home, { signer, ofOldDeed: true, readers: [shop.card] }, inDays(31))).toBe(
      'RULE',
    )
  })

  it('are known to another installation by the paper beside the key', async () => {
    using desks = new Desks()
    const shop = await make('shop')
    await desks.rotate(shop.key)
    const beside = { signer: { key: shop.key, path: join(desks.path, 'shop.key') } }
    expect(await judge(desks.home, beside, inDays(31))).toBe('RULE')
    const elsewhere = { signer: { key: shop.key, path: join(desks.path, 'own', 'shop.key') } }
    expect(await judge(desks.home, elsewhere, inDays(31))).toBe(0)
    // And to the installation that has rotated it, wherever the file lies.
    expect(await judge(desks.own, elsewhere, inDays(31))).toBe('RULE')
    expect(await judge(desks.own, beside, NOW)).toBe(1)
  })
})
