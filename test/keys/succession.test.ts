import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { listTrustedCards, openKeyFile, type Party, parseCard, readCard } from '../../src/identity/index.ts'
import { listSuccessions, nextName, readLife, readSuccession } from '../../src/keys/index.ts'
import { Desks, forge, inDays, make, NOW } from './rotating.ts'

let shop: Party
let next: Party
let third: Party
let stranger: Party

beforeAll(async () => {
  ;[shop, next, third, stranger] = (await Promise.all(
    ['shop', 'next', 'third', 'stranger'].map((name) => make(name)),
  )) as [Party, Party, Party, Party]
})

const code = (wanted: string) => expect.objectContaining({ code: wanted })

describe('rotating a key', () => {
  it('writes a new key, a new card and the paper, and leaves the old key file alone', async () => {
    using desks = new Desks()
    const made = await desks.rotate(shop.key, { legalName: 'Shop Ltd.' })
    expect(readdirSync(desks.path).toSorted()).toEqual([
      'own',
      'shop-2.card',
      'shop-2.key',
      'shop.succession',
    ])
    expect(made.card).toMatchObject({ name: 'shop-2', role: 'sign', legalName: 'Shop Ltd.' })
    expect((await openKeyFile(made.keyPath)).key.card.fingerprint).toBe(made.card.fingerprint)
    expect(await readCard(made.cardPath)).toEqual(made.card)
    if (process.platform !== 'win32') expect(statSync(made.keyPath).mode & 0o777).toBe(0o600)
    const read = readSuccession(readFileSync(made.successionPath), { from: shop.card, name: 'p' })
    expect(read).toMatchObject({ activeFrom: NOW, decryptOnlyFrom: inDays(30), retiredFrom: inDays(395) })
    expect(read.to).toEqual(made.card)
  })

  it('names a card one successor, and says so before anything is written', async () => {
    using desks = new Desks()
    await desks.rotate(shop.key)
    const before = readdirSync(desks.path)
    await expect(desks.rotate(shop.key, { name: 'other' })).rejects.toEqual(code('EXISTS'))
    expect(readdirSync(desks.path)).toEqual(before)
  })

  it('writes nothing where one of the three files is there already', async () => {
    using desks = new Desks()
    await desks.rotate(shop.key)
    await expect(desks.rotate(shop.key, { home: join(desks.path, 'elsewhere') })).rejects.toEqual(
      code('EXISTS'),
    )
    expect(readdirSync(desks.path)).not.toContain('elsewhere')
  })

  it('cannot be done with a key that only opens', async () => {
    using desks = new Desks()
    const reader = await make('reader', 'open')
    await expect(desks.rotate(reader.key)).rejects.toEqual(code('USAGE'))
    expect(readdirSync(desks.path)).toEqual([])
  })

  it('numbers the names', () => {
    expect(['shop', 'shop-2', 'shop-9', '加喜-门店', '2026'].map(nextName)).toEqual([
      'shop-2',
      'shop-3',
      'shop-10',
      '加喜-门店-2',
      '2026-2',
    ])
  })
})

describe('trusting a successor', () => {
  it('takes it from a trusted card, with the name and dates that were signed', async () => {
    using desks = new Desks()
    await desks.trust(shop.card)
    const { card } = await desks.rotate(shop.key)
    const renamed = { ...card, name: 'somebody else', created: '2001-01-01T00:00:00Z' }
    await desks.follow(renamed, [await desks.read('shop.succession')])
    expect((await listTrustedCards(desks.home)).map(({ name }) => name)).toEqual(['shop', 'shop-2'])
    expect((await listTrustedCards(desks.home))[1]).toEqual(card)
  })

  it('follows a chain of several, in whatever order they are given', async () => {
    using desks = new Desks()
    await desks.trust(shop.card)
    const papers = [forge(next, third), forge(shop, next)]
    expect(await desks.follow(third.card, papers)).toEqual(['next', 'third'])
    expect((await listSuccessions(desks.home)).size).toBe(2)
    // What it knows already is no harm.
    expect(await desks.follow(third.card, papers)).toEqual(['third'])
  })

  it.each([
    ['T6 of a card that is not trusted', () => [forge(stranger, next)], 'UNTRUSTED'],
    ['whose chain lacks its first link', () => [forge(next, third)], 'UNTRUSTED'],
    ['that leads to another card', () => [forge(shop, third)], 'UNTRUSTED'],
    [
      'T6 that the new card has not signed',
      () => [forge(shop, next, { signer: { alsoBy: [] } })],
      'SIGNATURE',
    ],
    [
      'T6 that another new card has signed',
      () => [forge(shop, next, { signer: { alsoBy: [third.key] } })],
      'SIGNATURE',
    ],
    ['T6 of two that name different cards', () => [forge(shop, next), forge(shop, third)], 'UNTRUSTED'],
    [
      'whose dates are out of order',
      () => [forge(shop, next, { dates: [NOW, inDays(9), inDays(8)] })],
      'DAMAGED',
    ],
    [
      'D20 of a card that was to sign nothing any more',
      () => [forge(shop, next, { dates: [inDays(-9), inDays(-1), inDays(9)] })],
      'DAMAGED',
    ],
    ['that names itself', () => [forge(shop, shop)], 'DAMAGED'],
  ] as const)('refuses one %s', async (_title, papers, refusal) => {
    using desks = new Desks()
    await desks.trust(shop.card)
    await expect(desks.follow(next.card, papers())).rejects.toEqual(code(refusal))
    expect((await listTrustedCards(desks.home)).map(({ name }) => name)).toEqual(['shop'])
    expect((await listSuccessions(desks.home)).size).toBe(0)
  })

  it('T6 refuses one whose signed bytes were changed', async () => {
    using desks = new Desks()
    await desks.trust(shop.card)
    const envelope = JSON.parse(Buffer.from(forge(shop, next)).toString())
    const statement = Buffer.from(envelope.payload, 'base64').toString()
    envelope.payload = Buffer.from(statement.replace('"next"', '"nexT"')).toString('base64')
    const paper = Buffer.from(JSON.stringify(envelope))
    await expect(desks.follow(next.card, [paper])).rejects.toEqual(code('SIGNATURE'))
  })

  it('refuses a second successor of a card whose first one is known, and still takes the first', async () => {
    using desks = new Desks()
    await desks.trust(shop.card)
    await desks.follow(next.card, [forge(shop, next)])
    await expect(desks.follow(third.card, [forge(shop, third)])).rejects.toEqual(code('UNTRUSTED'))
    expect(await desks.follow(next.card, [forge(shop, next)])).toEqual(['next'])
  })

  it('D20 takes it until the second before the old card is retired', async () => {
    using desks = new Desks()
    await desks.trust(shop.card)
    const retired = inDays(395)
    await expect(desks.follow(next.card, [forge(shop, next)], retired)).rejects.toEqual(code('UNTRUSTED'))
    const before = new Date(retired.getTime() - 1000)
    expect(await desks.follow(next.card, [forge(shop, next)], before)).toEqual(['next'])
    expect(await desks.follow(next.card, [forge(shop, next)], inDays(4000))).toEqual(['next'])
  })
})

describe('the years of a card', () => {
  it('turn at the second of each date', async () => {
    using desks = new Desks()
    await desks.trust(shop.card)
    await desks.follow(next.card, [forge(shop, next, { dates: [inDays(10), inDays(30), inDays(395)] })])
    const known = await listSuccessions(desks.home)
    const at = (card: Party, days: number, seconds = 0) =>
      readLife(card.card, known, new Date(inDays(days).getTime() + 1000 * seconds)).state
    expect([at(next, 10, -1), at(next, 10)]).toEqual(['pre-active', 'active'])
    expect([at(shop, 30, -1), at(shop, 30)]).toEqual(['active', 'decrypt-only'])
    expect([at(shop, 395, -1), at(shop, 395)]).toEqual(['decrypt-only', 'retired'])
    expect(readLife(next.card, known, NOW)).toMatchObject({
      createdIsSigned: true,
      follows: { name: 'shop' },
      followedBy: null,
    })
    expect(readLife(shop.card, known, NOW)).toMatchObject({
      createdIsSigned: false,
      followedBy: { name: 'next' },
    })
  })

  it('are those of the cards of earlier releases too', () => {
    const golden = readFileSync(join(import.meta.dirname, '../../fixtures/deeds/seller.card'))
    const life = readLife(parseCard(golden, 'card'), new Map(), NOW)
    expect(life).toMatchObject({ state: 'active', follows: null, followedBy: null })
  })
})
