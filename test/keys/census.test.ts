import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CountedDeed } from '../../src/keys/index.ts'
import { countCards, findDeeds, holdsFor, opensIn, readCondition, takeCensus } from '../../src/keys/index.ts'
import { cards, HeldDeeds } from '../access/held-deeds.ts'
import { inDays, NOW } from './rotating.ts'

const code = (wanted: string) => expect.objectContaining({ code: wanted })

describe('a census of deeds', () => {
  const desk = new HeldDeeds()
  let held: string
  let classic: string
  let grant: { name: string; bytes: Uint8Array }

  beforeAll(async () => {
    held = await desk.seal('held.deed', { seller: 'holds', grantors: [] }, { suite: 'hybrid' })
    classic = await desk.seal('classic.deed', {}, { suite: 'classic' })
    grant = {
      name: 'g.grant',
      bytes: await desk.grant(held, 'seller', ['advisor'], { compartments: ['contact'] }),
    }
  })
  afterAll(() => desk[Symbol.dispose]())

  async function census(deeds: readonly string[], grants: readonly (typeof grant)[] = []) {
    return takeCensus({ deeds, trusted: await cards('seller', 'buyer'), grants })
  }
  async function one(path: string, grants: readonly (typeof grant)[] = []): Promise<CountedDeed> {
    const [deed] = (await census([path], grants)).deeds
    if (deed === undefined) throw new Error('not counted')
    return deed
  }

  it('tells who opens what, with the grants that are given and without', async () => {
    const [seller, buyer, advisor] = (await cards('seller', 'buyer', 'advisor')).map(
      (card) => card.fingerprint,
    )
    const without = await one(held)
    expect(without).toMatchObject({ verified: true, suite: 'hybrid', seller: { fingerprint: seller } })
    expect(opensIn(without, seller ?? '')).toHaveLength(without.compartments.length)
    expect([opensIn(without, buyer ?? ''), opensIn(without, advisor ?? '')]).toEqual([[], []])
    expect(opensIn(await one(held, [grant]), advisor ?? '')).toEqual(['contact'])
    expect(opensIn(await one(classic), buyer ?? '').length).toBeGreaterThan(0)
  })

  it('says of a deed whose seller is not trusted only what it says of itself, and takes no grant for it', async () => {
    const request = { deeds: [held], trusted: [] }
    expect((await takeCensus({ ...request, grants: [] })).deeds).toMatchObject([{ verified: false }])
    expect((await takeCensus({ ...request, grants: [grant] })).uncounted).toMatchObject([
      { error: { code: 'UNTRUSTED' } },
    ])
  })

  it('goes on past a deed that is damaged, and names it', async () => {
    const broken = desk.write('broken.deed', 'PK no deed at all')
    const { deeds, uncounted } = await census([broken, classic])
    expect(deeds.map(({ deed }) => deed)).toEqual([classic])
    expect(uncounted).toMatchObject([{ deed: broken, error: { code: 'DAMAGED' } }])
  })

  it('refuses a grant of none of the deeds', async () => {
    await expect(census([classic], [grant])).rejects.toEqual(code('DAMAGED'))
  })

  it('counts cards, with their ages where they are known', async () => {
    const { deeds } = await census([held, classic], [grant])
    const trusted = await cards('seller', 'buyer')
    const counted = countCards(deeds, { trusted, successions: new Map(), now: inDays(90) })
    const facts = counted.map(({ name, opens, signed, known }) => [
      name,
      opens,
      signed,
      known?.age.verdict ?? null,
    ])
    expect(facts.toSorted()).toEqual([
      ['advisor', 1, 0, null],
      ['buyer', 1, 0, 'due'],
      ['seller', 1, 2, 'due'],
    ])
  })

  it('holds a deed against what none may be', async () => {
    const find = async () => ({ name: 'x', fingerprint: (await cards('advisor'))[0]?.fingerprint ?? '' })
    const holds = async (text: string, deed: CountedDeed, now = NOW) =>
      holdsFor(await readCondition(text, find), deed, now)
    const [plain, granted, old] = [await one(held), await one(held, [grant]), await one(classic)]
    expect([await holds('opens-with:advisor', plain), await holds('opens-with:advisor', granted)]).toEqual([
      false,
      true,
    ])
    expect([await holds('suite:classic', plain), await holds('suite:classic', old)]).toEqual([false, true])
    const aSecondAfter = new Date(inDays(180).getTime() + 1000)
    expect(await holds('epoch-older-than:180d', old, inDays(180))).toBe(false)
    expect(await holds('epoch-older-than:180d', old, aSecondAfter)).toBe(true)
    expect(await holds('epoch-older-than:1y', old, aSecondAfter)).toBe(false)
  })

  it.each([
    'opens-withs',
    '',
    'suite',
    'suite:rsa',
    'opens-with:',
    'epoch-older-than:180',
    'epoch-older-than:d',
    'opens:x',
  ])('refuses "%s" as a condition', async (text) => {
    const find = async () => ({ name: 'x', fingerprint: '' })
    await expect(readCondition(text, find)).rejects.toEqual(code('USAGE'))
  })

  it('finds deeds in folders and below, and says where there is none', async () => {
    mkdirSync(join(desk.path, 'a', 'b'), { recursive: true })
    writeFileSync(join(desk.path, 'a', 'b', 'x.deed'), '')
    writeFileSync(join(desk.path, 'a', 'y.DEED'), '')
    writeFileSync(join(desk.path, 'a', 'notes.txt'), '')
    expect(await findDeeds([join(desk.path, 'a'), join(desk.path, 'a', 'y.DEED')])).toEqual([
      join(desk.path, 'a', 'b', 'x.deed'),
      join(desk.path, 'a', 'y.DEED'),
    ])
    mkdirSync(join(desk.path, 'empty'))
    await expect(findDeeds([join(desk.path, 'empty')])).rejects.toEqual(code('EMPTY'))
    await expect(findDeeds([join(desk.path, 'gone')])).rejects.toEqual(code('IO_READ'))
  })
})
