import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reviewAccess } from '../../src/access/index.ts'
import { wrapForReaders } from '../../src/crypto/index.ts'
import { openVerifiedDeed, readUnverified } from '../../src/deed/index.ts'
import { cardToJson } from '../../src/identity/index.ts'
import { takeCensus } from '../../src/keys/index.ts'
import { renderAccessReview, renderInspected, renderVerified } from '../../src/report/index.ts'
import { inspectDeed, verifyDeed } from '../../src/verify/index.ts'
import { readEntries, writeZip } from '../deed/edit-deed.ts'
import { codeOf } from '../deed/open-deed.ts'
import { NOW, party, refusal } from '../hostile/make-deed.ts'
import { COMPARTMENTS, cards, enveloped, HeldDeeds, opens, resigned, statementOf } from './held-deeds.ts'
import { ROTATED, rotation, succession, withRotation } from './rotated-deed.ts'

// biome-ignore lint/suspicious/noExplicitAny: edits write what no type allows
type Json = any

const desk = new HeldDeeds()
let deed = ''
let other = ''
let statement: Uint8Array
let rotated = ''

beforeAll(async () => {
  const access = { grantors: await cards('buyer', 'lawyer') } as const
  deed = await desk.seal('a.deed', access, { form: 'folder' })
  other = await desk.seal('b.deed', access, { form: 'folder' })
  statement = await rotation(deed, 'buyer', { to: ['finance'], drop: ['buyer'] })
  rotated = withRotation(deed, desk.at('rotated.deed'), statement)
})
afterAll(() => desk[Symbol.dispose]())

const codeWith = (bytes: Uint8Array, who = 'finance'): Promise<string> =>
  codeOf(() => opens(withRotation(deed, desk.at('try.deed'), bytes), who))
const edited = (edit: (predicate: Json, whole: Json) => unknown): Promise<Uint8Array> =>
  resigned(statement, 'buyer', (whole) => edit(whole.predicate, whole))

describe('a deed whose readers were changed', () => {
  it('opens for the new reader, and for the one before no more', async () => {
    expect(await opens(rotated, 'finance')).toEqual(COMPARTMENTS)
    expect(await codeOf(() => opens(rotated, 'buyer'))).toBe('NO_KEY')
    const { code, message } = await refusal(() => opens(rotated, 'stranger'))
    // Whom it named when it was sealed, it is not open to any more.
    expect([code, message.includes('buyer"')]).toEqual(['WRONG_RECIPIENT', false])
    expect(await opens(deed, 'buyer')).toEqual(COMPARTMENTS)
  })

  it('is read the same while the first age files are still there, and closed to whom they were for', async () => {
    const left = withRotation(deed, desk.at('left.deed'), statement, { keys: 'left' })
    expect(await opens(left, 'finance')).toEqual(COMPARTMENTS)
    expect(await codeOf(() => opens(left, 'buyer'))).toBe('NO_KEY')
    rmSync(`${left}/keys/contact.age`)
    expect(await opens(left, 'finance')).toEqual(COMPARTMENTS)
    writeFileSync(`${left}/keys/contact.age`, 'another')
    expect(await codeOf(() => opens(left, 'finance'))).toBe('DAMAGED')
  })

  it('is one file as well as a folder, with the statement in its place', async () => {
    const entries = await readEntries(rotated)
    const file = await writeZip(desk.at('rotated.zip'), entries)
    expect(await opens(file, 'finance')).toEqual(COMPARTMENTS)
    const misplaced = entries.toSorted((a, b) => Number(a.name === ROTATED) - Number(b.name === ROTATED))
    expect(misplaced.at(-1)?.name).toBe(ROTATED)
    const moved = await writeZip(desk.at('moved.zip'), misplaced)
    expect(await codeOf(() => opens(moved, 'finance'))).toBe('DAMAGED')
  })

  it('without the statement is damaged, and not open to the reader before', async () => {
    const bare = withRotation(deed, desk.at('bare.deed'), statement)
    rmSync(`${bare}/${ROTATED}`)
    expect(await codeOf(() => opens(bare, 'buyer'))).toBe('DAMAGED')
  })

  it('has its readers changed again, each statement naming the one before', async () => {
    const again = await rotation(rotated, 'lawyer', { to: ['lawyer'] }).catch((error) => error.code)
    expect(again).toBe('NOT_OPENED')
    const back = await rotation(deed, 'buyer', { to: ['lawyer'] })
    const both = withRotation(deed, desk.at('both.deed'), back)
    const next = await rotation(both, 'lawyer', { to: ['finance'], drop: ['buyer'] })
    const now = withRotation(both, desk.at('now.deed'), next, { keys: 'left' })
    expect(await opens(now, 'finance')).toEqual(COMPARTMENTS)
    expect(await opens(now, 'lawyer')).toEqual(COMPARTMENTS)
    expect(await codeOf(() => opens(now, 'buyer'))).toBe('NO_KEY')
    const [first, second] = [statementOf(back), statementOf(next)]
    expect([first.predicate.serial, second.predicate.serial]).toEqual([1, 2])
    await using opened = await openVerifiedDeed(both, { from: (await party('seller')).card })
    expect(second.predicate.previous).toBe(opened.accessSha256)
    expect(first.predicate.previous).toBe(opened.firstAccess.sha256)
    expect(first.predicate.previous).not.toBe(opened.accessSha256)
  })

  it('has its readers changed by a card that followed a grantor, which no reader need have heard of', async () => {
    const way = [await succession('buyer', 'stranger'), await succession('stranger', 'finance')]
    const over = { to: ['lawyer'], drop: ['finance'] }
    await expect(rotation(rotated, 'finance', over)).rejects.toMatchObject({ code: 'UNTRUSTED' })
    const bytes = await rotation(rotated, 'finance', { ...over, successions: way })
    const put = (changed: Uint8Array) =>
      withRotation(rotated, desk.at('followed.deed'), changed, { keys: 'left' })
    expect(await opens(put(bytes), 'lawyer')).toEqual(COMPARTMENTS)
    const forged = async (edit: (successions: Json[]) => unknown): Promise<string> => {
      const changed = enveloped(bytes, (envelope) => edit(envelope.successions))
      return codeOf(() => opens(put(changed), 'lawyer'))
    }
    const envelopeOf = async (...papers: Parameters<typeof succession>) => {
      const { bytes: paper, from } = await succession(...papers)
      return { ...JSON.parse(Buffer.from(paper).toString()), card: cardToJson(from) }
    }
    expect(await forged((all) => all.splice(0))).toBe('UNTRUSTED')
    expect(await forged((all) => all.shift())).toBe('UNTRUSTED')
    expect(await forged((all) => all.pop())).toBe('UNTRUSTED')
    expect(await forged((all) => all.reverse())).toBe('UNTRUSTED')
    expect(await forged((all) => all.push(...Array(31).fill(all[0])))).toBe('LIMIT')
    expect(await forged((all) => all[1].signatures.splice(2))).toBe('SIGNATURE')
    const [foreign, unsigned] = [
      await envelopeOf('stranger', 'finance'),
      await envelopeOf('buyer', 'finance', 'stranger'),
    ]
    expect(await forged((all) => all.splice(0, 2, foreign))).toBe('UNTRUSTED')
    expect(await forged((all) => all.splice(0, 2, unsigned))).toBe('SIGNATURE')
  })

  it('says so wherever its readers are shown: who changed them, and when', async () => {
    const [from, finance] = [(await party('seller')).card, (await party('finance')).card]
    const review = await reviewAccess({ deed: rotated, from, grants: [] })
    expect(review.rights.map(({ reader, rotation: serial }) => [reader.name, serial])).toEqual([
      ['finance', 1],
      ['finance', 1],
      ['finance', 1],
    ])
    expect(renderAccessReview(review)).toMatch(/rotation 1 of buyer/)
    const verified = await verifyDeed({ deed: rotated, from, now: NOW })
    expect(verified.rotated).toMatchObject({ serial: 1, issuer: { name: 'buyer' } })
    expect(renderVerified(verified)).toMatch(/changed after sealing.* by buyer/)
    expect(renderInspected(await inspectDeed(rotated))).toMatch(/changed after sealing.* by buyer/)
    const { deeds } = await takeCensus({ deeds: [rotated], trusted: [from], grants: [] })
    const readers = deeds[0]?.compartments.flatMap(({ readers: each }) => each) ?? []
    expect(new Set(readers.map(({ fingerprint }) => fingerprint))).toEqual(new Set([finance.fingerprint]))
    expect((await readUnverified(rotated)).access.serial).toBe(1)
  })
})

describe('a statement of other readers', () => {
  it('F10 is refused from a card that the manifest does not let grant, whatever lies in the envelope', async () => {
    expect(await codeWith(await resigned(statement, 'finance'))).toBe('UNTRUSTED')
    expect(await codeWith(await resigned(statement, 'stranger'), 'stranger')).toBe('UNTRUSTED')
    const { card } = JSON.parse(Buffer.from(statement).toString())
    const borrowed = enveloped(await resigned(statement, 'finance'), (envelope) =>
      Object.assign(envelope, { card }),
    )
    expect(await codeWith(borrowed)).toBe('SIGNATURE')
    const posing = await resigned(statement, 'lawyer', ({ predicate }) => {
      predicate.issuer = statementOf(statement).predicate.issuer
    })
    expect(await codeWith(posing)).toBe('SIGNATURE')
  })

  it('is believed from the seller without a card, and from another grantor', async () => {
    const bySeller = enveloped(await resigned(statement, 'seller'), (envelope) => delete envelope.card)
    expect(await codeWith(bySeller)).toBe('accepted')
    expect(await codeWith(await resigned(statement, 'lawyer'))).toBe('accepted')
    expect(await codeWith(enveloped(statement, (envelope) => delete envelope.card))).toBe('SIGNATURE')
  })

  it('is refused with a byte changed in what is signed, or cut', async () => {
    const altered = enveloped(statement, (envelope) => {
      const payload = Buffer.from(envelope.payload, 'base64')
      payload.writeUInt8(payload.readUInt8(900) ^ 1, 900)
      envelope.payload = payload.toString('base64')
    })
    expect(await codeWith(altered)).toBe('SIGNATURE')
    expect(await codeWith(statement.subarray(0, -9))).toBe('DAMAGED')
  })

  it('F15 is refused in another deed of the same sources', async () => {
    expect(await codeOf(() => opens(withRotation(other, desk.at('try.deed'), statement), 'finance'))).toBe(
      'DAMAGED',
    )
  })

  it.each<[string, (predicate: Json, whole: Json) => unknown]>([
    ['the serial of the first one', (predicate) => Object.assign(predicate, { serial: 0 })],
    ['another statement before it', (predicate) => Object.assign(predicate, { previous: '0'.repeat(64) })],
    ['another deed id', (predicate) => Object.assign(predicate, { deedId: '0'.repeat(32) })],
    ['another suite', (predicate) => Object.assign(predicate, { suite: 'hybrid' })],
    ['another manifest', (_, { subject }) => Object.assign(subject[0].digest, { sha256: '0'.repeat(64) })],
    ['another access.json', (_, { subject }) => Object.assign(subject[1].digest, { sha256: '0'.repeat(64) })],
    ['one subject', (_, { subject }) => subject.pop()],
    ['a compartment less', ({ compartments }) => compartments.pop()],
    ['a compartment more', ({ compartments }) => compartments.push(compartments[0])],
    ['compartments in another order', ({ compartments }) => compartments.reverse()],
    ['no readers', ({ compartments: [first] }) => Object.assign(first, { readers: [] })],
    ['a reader twice', ({ compartments: [first] }) => first.readers.push(first.readers[0])],
    [
      'a reader for whom nothing is wrapped',
      ({ compartments: [first] }) => first.readers.push({ name: 'x', fingerprint: '0'.repeat(64) }),
    ],
    [
      'an age file for more than it names',
      async ({ compartments: [first] }) => {
        const recipients = (await cards('finance', 'stranger')).map(({ open }) => open?.classic ?? '')
        const bytes = await wrapForReaders(Buffer.from('{}'), recipients, 'classic')
        first.ageFile = Buffer.from(bytes).toString('base64')
      },
    ],
    ['keys of another compartment', ({ compartments: [a, b] }) => Object.assign(a, { ageFile: b.ageFile })],
    ['a field that it does not know', (predicate) => Object.assign(predicate, { until: 'tomorrow' })],
    [
      'another predicate type',
      (_, whole) => Object.assign(whole, { predicateType: 'urn:datadeed:grant:v1' }),
    ],
  ])('is refused with %s, though a grantor has signed that', async (_, edit) => {
    expect(await codeWith(await edited(edit))).toBe('DAMAGED')
  })

  it('with a demand that this version does not know is refused as such', async () => {
    expect(await codeWith(await edited((predicate) => predicate.critical.push('until')))).toBe('UNSUPPORTED')
  })

  it('has no place in a deed with an escrow, and none is made for one', async () => {
    const access = {
      seller: 'keeps',
      grantors: await cards('buyer'),
      escrow: { threshold: 2, holders: await cards('broker', 'lawyer') },
    } as const
    const shared = await desk.seal('shared.deed', access, { form: 'folder' })
    await expect(rotation(shared, 'buyer', { to: ['finance'] })).rejects.toMatchObject({ code: 'USAGE' })
    const from = (await party('seller')).card
    await using opened = await openVerifiedDeed(shared, { from })
    const { manifest, manifestSha256, accessSha256: previous } = opened
    const forged = await edited((predicate, { subject }) => {
      Object.assign(predicate, { deedId: manifest.deedId, previous })
      Object.assign(subject[0].digest, { sha256: manifestSha256 })
      Object.assign(subject[1].digest, { sha256: previous })
    })
    const put = withRotation(shared, desk.at('try.deed'), forged)
    await expect(openVerifiedDeed(put, { from })).rejects.toThrow(/escrow/)
  })

  it('is not made by who may not grant, cannot open, or would leave nobody', async () => {
    await expect(rotation(deed, 'finance', { to: ['finance'] })).rejects.toMatchObject({ code: 'UNTRUSTED' })
    await expect(rotation(deed, 'lawyer', { to: ['lawyer'] })).rejects.toMatchObject({ code: 'NOT_OPENED' })
    await expect(rotation(deed, 'buyer', { drop: ['buyer'] })).rejects.toMatchObject({ code: 'USAGE' })
  })

  it('has no other file or folder beside it', () => {
    const odd = withRotation(deed, desk.at('odd.deed'), statement)
    mkdirSync(`${odd}/rotated`)
    return expect(codeOf(() => opens(odd, 'finance'))).resolves.toBe('PATH')
  })
})

it('leaves every other entry of the deed as it was', () => {
  for (const name of readdirSync(deed, { recursive: true, encoding: 'utf8' })) {
    if (name.startsWith('keys') || name === 'data' || /^data\/\d+$/.test(name)) continue
    expect(readFileSync(`${rotated}/${name}`)).toEqual(readFileSync(`${deed}/${name}`))
  }
})
