import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  isTrusted,
  listCompromised,
  listKeptCards,
  listTrustedCards,
  markCompromised,
} from '../../src/identity/index.ts'
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
