import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readGrants } from '../../src/access/index.ts'
import { openVerifiedDeed } from '../../src/deed/index.ts'
import { COMPARTMENTS, cards, HeldDeeds, opensWith } from '../access/held-deeds.ts'
import { rotation, withRotation } from '../access/rotated-deed.ts'
import { codeOf, party, restore } from '../hostile/make-deed.ts'
import { reseal } from './reseal-here.ts'

const ROWS = 'id,phone,balance\nM1,13800138000,12.30\n'

const desk = new HeldDeeds()
afterAll(() => desk[Symbol.dispose]())

/** As `by` seals a deed again that is to go on with its readers, of whom all cards are trusted. */
async function again(deed: string, by: string, more: Parameters<typeof reseal>[2] = {}) {
  const { key } = await party(by)
  const known = await cards('seller', 'buyer', 'finance', 'lawyer')
  return reseal(deed, `${deed}.b.deed`, { key, signer: key, to: undefined, known, ...more })
}

async function papers(...bytes: readonly Uint8Array[]) {
  const from = (await party('seller')).card
  return readGrants(
    bytes.map((each, number) => ({ name: `${number}.grant`, bytes: each })),
    from,
  )
}

/** What the new deed says of itself, and who opens all of it. */
async function told(deed: string, by: string) {
  const from = (await party(by)).card
  await using verified = await openVerifiedDeed(`${deed}.b.deed`, { from })
  const { manifest, access } = verified
  const opening: string[] = []
  for (const who of ['seller', 'buyer', 'finance', 'lawyer'])
    if ((await opensWith(`${deed}.b.deed`, (await party(who)).key, from)) === 'opens') opening.push(who)
  return {
    suite: manifest.suite,
    addressed: manifest.addressees.map(({ name }) => name),
    grantors: manifest.grantors.length,
    escrow: access.escrow,
    rotated: access.rotated,
    opening,
  }
}

async function rowsOf(deed: string, by: string, reader = by): Promise<string> {
  const [from, { key }] = [(await party(by)).card, await party(reader)]
  await restore(`${deed}.b.deed`, `${deed}.out`, { from, key })
  return readFileSync(`${deed}.out/members.csv`, 'utf8')
}

const PLAIN = { escrow: undefined, rotated: undefined }

describe('a deed whose readers were changed, sealed again', () => {
  let rotated = ''
  beforeAll(async () => {
    const access = { grantors: await cards('buyer', 'lawyer') }
    const deed = await desk.seal('a.deed', access, {
      form: 'folder',
      addressees: await cards('buyer', 'lawyer'),
    })
    const statement = await rotation(deed, 'buyer', { to: ['finance'], drop: ['buyer'] })
    rotated = withRotation(deed, desk.at('rotated.deed'), statement, { keys: 'left' })
  })

  it('is not made by a reader who went, nor with a first age file that was left behind', async () => {
    expect(await codeOf(() => again(rotated, 'buyer'))).toBe('NO_KEY')
    expect(await codeOf(() => again(rotated, 'stranger'))).toBe('WRONG_RECIPIENT')
  })

  it('is for its readers of now, who alone open it; not for whom it was addressed to at first', async () => {
    const report = await again(rotated, 'finance')
    expect(report.leftOut).toEqual([])
    expect(await told(rotated, 'finance')).toEqual({
      ...PLAIN,
      suite: 'classic',
      addressed: ['lawyer', 'finance'],
      grantors: 1,
      opening: ['finance', 'lawyer'],
    })
    expect(await rowsOf(rotated, 'finance', 'lawyer')).toBe(ROWS)
  })
})

it('keeps the suite: a hybrid deed stays one', async () => {
  const deed = await desk.seal('hybrid.deed', undefined, { suite: 'hybrid' })
  await again(deed, 'buyer', { to: await cards('buyer') })
  const expected = { ...PLAIN, suite: 'hybrid', addressed: ['buyer'], grantors: 0, opening: ['buyer'] }
  expect(await told(deed, 'buyer')).toEqual(expected)
  expect(await rowsOf(deed, 'buyer')).toBe(ROWS)
})

describe('a deed that is held, sealed again with papers beside it', () => {
  it('is open to whom a grant let in, compartment by compartment, and needs one that opens all', async () => {
    const deed = await desk.seal('held.deed', { seller: 'holds' })
    const all = await desk.grant(deed, 'seller', ['buyer'])
    const part = await desk.grant(deed, 'seller', ['lawyer'], { compartments: ['contact'] })
    expect(await codeOf(() => again(deed, 'buyer'))).toBe('NO_KEY')
    expect(await codeOf(async () => again(deed, 'lawyer', { grants: await papers(part) }))).toBe('NOT_OPENED')
    const { compartments } = await again(deed, 'buyer', { grants: await papers(all, part) })
    expect(compartments.map(({ name, readers }) => [name, ...readers.map((each) => each.name)])).toEqual(
      COMPARTMENTS.map((name) => [name, 'seller', 'buyer', ...(name === 'contact' ? ['lawyer'] : [])]),
    )
    const opening = ['seller', 'buyer']
    expect(await told(deed, 'buyer')).toEqual({
      ...PLAIN,
      suite: 'classic',
      addressed: ['buyer'],
      grantors: 0,
      opening,
    })
    expect(await rowsOf(deed, 'buyer')).toBe(ROWS)
  })

  it('has no escrow any more, by whose shares it was opened', async () => {
    const escrow = { threshold: 2, holders: await cards('buyer', 'broker', 'lawyer') }
    const deed = await desk.seal('escrow.deed', { seller: 'holds', escrow })
    const share = await desk.pass(deed, 'broker', 'buyer')
    expect(await codeOf(() => again(deed, 'buyer'))).toBe('NO_KEY')
    const report = await again(deed, 'buyer', { grants: await papers(share), to: await cards('buyer') })
    expect([report.escrowLeft, report.leftOut.map(({ name }) => name)]).toEqual([true, ['seller']])
    expect(await told(deed, 'buyer')).toEqual({
      ...PLAIN,
      suite: 'classic',
      addressed: ['buyer'],
      grantors: 0,
      opening: ['buyer'],
    })
    expect(await rowsOf(deed, 'buyer')).toBe(ROWS)
  })
})
