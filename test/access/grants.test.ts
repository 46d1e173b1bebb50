import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reviewAccess } from '../../src/access/index.ts'
import { wrapForReaders } from '../../src/crypto/index.ts'
import { renderAccessReview } from '../../src/report/index.ts'
import { codeOf } from '../deed/open-deed.ts'
import { exists, party } from '../hostile/make-deed.ts'
import { COMPARTMENTS, cards, enveloped, HeldDeeds, opens, resigned, statementOf } from './held-deeds.ts'

// biome-ignore lint/suspicious/noExplicitAny: tests write what no type allows
type Json = any

const desk = new HeldDeeds()
/** Held by the seller, addressed to the buyer; the lawyer may grant. */
let deed: string
/** As the first, with other keys. */
let other: string
/** The first one's contact for the finance department, by the seller. */
let paper: Uint8Array

beforeAll(async () => {
  const access = { seller: 'holds', grantors: await cards('lawyer') } as const
  deed = await desk.seal('a.deed', access)
  other = await desk.seal('b.deed', access)
  paper = await desk.grant(deed, 'seller', ['finance'], { compartments: ['contact'] })
})
afterAll(() => desk[Symbol.dispose]())

const codeWith = (...papers: readonly Uint8Array[]) => codeOf(() => opens(deed, 'finance', papers))
const signedBySeller = (edit: (predicate: Json, statement: Json) => unknown) =>
  resigned(paper, 'seller', (statement) => edit(statement.predicate, statement))

describe('a held deed', () => {
  it('is addressed to its buyer, who opens nothing of it before a grant and everything after', async () => {
    expect(await codeOf(() => opens(deed, 'buyer'))).toBe('NO_KEY')
    expect(await opens(deed, 'seller')).toEqual(COMPARTMENTS)
    expect(await opens(deed, 'buyer', [await desk.grant(deed, 'seller', ['buyer'])])).toEqual(COMPARTMENTS)
  })

  it('of the hybrid suite is released in the hybrid suite, and no paper lowers that', async () => {
    const hybrid = await desk.seal('hybrid.deed', { seller: 'holds' }, { suite: 'hybrid' })
    const released = await desk.grant(hybrid, 'seller', ['buyer'])
    expect(await opens(hybrid, 'buyer', [released])).toEqual(COMPARTMENTS)
    const lowered = await resigned(released, 'seller', async ({ predicate }) => {
      predicate.compartments[0].ageFile = await classicFor('buyer')
    })
    expect(await codeOf(() => opens(hybrid, 'buyer', [lowered]))).toBe('DAMAGED')
  })
})

describe('a grant', () => {
  it('opens what it names, for whom it names', async () => {
    expect(await opens(deed, 'finance', [paper])).toEqual(['contact'])
    expect(await codeWith()).toBe('WRONG_RECIPIENT')
    expect(await codeOf(() => opens(deed, 'stranger', [paper]))).toBe('WRONG_RECIPIENT')
  })

  it('adds to those before it, one with the same serial too', async () => {
    const twin = await desk.grant(deed, 'seller', ['finance'], { compartments: ['financial'] })
    expect(statementOf(twin).predicate.serial).toBe(statementOf(paper).predicate.serial)
    for (const papers of [
      [paper, twin],
      [twin, paper],
    ]) {
      expect(await opens(deed, 'finance', papers)).toEqual(['contact', 'financial'])
    }
    const next = await desk.grant(deed, 'seller', ['buyer'], { grants: [{ name: 'a.grant', bytes: paper }] })
    expect(statementOf(next).predicate.serial).toBe(2)
  })

  it('is made behind one that has the last serial there is', async () => {
    const last = await signedBySeller((predicate) => Object.assign(predicate, { serial: 0xffff_ffff }))
    const next = await desk.grant(deed, 'seller', ['buyer'], { grants: [{ name: 'a.grant', bytes: last }] })
    expect(await opens(deed, 'buyer', [last, next])).toEqual(COMPARTMENTS)
  })

  it('by a card that only the manifest and the envelope name is good, for what that card opens', async () => {
    const toLawyer = await desk.grant(deed, 'seller', ['lawyer'], { compartments: ['financial'] })
    const grants = [{ name: 'a.grant', bytes: toLawyer }]
    const passedOn = await desk.grant(deed, 'lawyer', ['finance'], { grants })
    expect(await opens(deed, 'finance', [passedOn])).toEqual(['financial'])
    expect(await codeOf(() => desk.grant(deed, 'lawyer', ['finance']))).toBe('NOT_OPENED')
    const compartments = ['contact']
    expect(await codeOf(() => desk.grant(deed, 'lawyer', ['finance'], { grants, compartments }))).toBe(
      'NOT_OPENED',
    )
  })

  it('needs no card in its envelope when it is the seller’s', async () => {
    const bare = enveloped(paper, (envelope) => delete envelope.card)
    expect(await opens(deed, 'finance', [bare])).toEqual(['contact'])
  })

  it('of compartments that the deed does not have is not made', async () => {
    expect(await codeOf(() => desk.grant(deed, 'seller', ['buyer'], { compartments: ['contacts'] }))).toBe(
      'USAGE',
    )
  })

  it('that is only tried leaves no file', async () => {
    const output = desk.at('dry.grant')
    await expect(desk.grant(deed, 'seller', ['buyer'], { dryRun: true, output })).rejects.toThrow('ENOENT')
    expect(exists(output)).toBe(false)
  })
})

describe('a grant by somebody who may not', () => {
  it('F10 is neither made by a reader nor believed when a reader has signed one', async () => {
    const mine = await desk.seal('open.deed', undefined)
    expect(await opens(mine, 'buyer')).toEqual(COMPARTMENTS)
    expect(await codeOf(() => desk.grant(mine, 'buyer', ['finance']))).toBe('UNTRUSTED')
    // The seller may, but has kept no key.
    expect(await codeOf(() => desk.grant(mine, 'seller', ['finance']))).toBe('NOT_OPENED')
    const forged = await resigned(paper, 'buyer')
    expect(await codeWith(forged)).toBe('UNTRUSTED')
    expect(await codeOf(() => opens(mine, 'finance'))).toBe('WRONG_RECIPIENT')
  })

  it('is refused from a stranger and from the holder of a share, whatever card lies beside it', async () => {
    const access = {
      seller: 'keeps',
      escrow: { threshold: 2, holders: await cards('broker', 'lawyer') },
    } as const
    const shared = await desk.seal('shared.deed', access)
    const granted = await desk.grant(shared, 'seller', ['finance'])
    for (const somebody of ['stranger', 'broker']) {
      const forged = await resigned(granted, somebody)
      expect(await codeOf(() => opens(shared, 'finance', [forged]))).toBe('UNTRUSTED')
      const { card } = JSON.parse(Buffer.from(granted).toString())
      const borrowed = enveloped(forged, (envelope) => Object.assign(envelope, { card }))
      expect(await codeOf(() => opens(shared, 'finance', [borrowed]))).toBe('SIGNATURE')
    }
    expect(await codeOf(() => desk.grant(shared, 'broker', ['finance']))).toBe('UNTRUSTED')
  })

  it('is refused when it says that the seller issued it', async () => {
    const { name, fingerprint } = (await party('seller')).card
    const posing = await resigned(paper, 'lawyer', ({ predicate }) => {
      predicate.issuer = { name, fingerprint }
    })
    expect(await codeWith(posing)).toBe('SIGNATURE')
  })
})

describe('a grant that was changed', () => {
  it('is refused with a byte of its payload, a signature or its card flipped', async () => {
    const flipAt = (text: string, at: number) =>
      text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
    for (const at of [0, 400, 2_000]) {
      const altered = enveloped(paper, (envelope) => {
        envelope.payload = flipAt(envelope.payload, at)
      })
      expect(await codeWith(altered), `payload ${at}`).toBe('SIGNATURE')
    }
    for (const number of [0, 1]) {
      const altered = enveloped(paper, ({ signatures }) => {
        signatures[number].sig = flipAt(signatures[number].sig, 20)
      })
      expect(await codeWith(altered), `signature ${number}`).toBe('SIGNATURE')
    }
    const otherKey = enveloped(paper, ({ card }) => {
      card.sign.ed25519 = flipAt(card.sign.ed25519, 20)
    })
    expect(await codeWith(otherKey)).toBe('UNTRUSTED')
    expect(await codeWith(paper.subarray(0, -9))).toBe('DAMAGED')
  })

  it('F15 is refused with keys of another deed whose compartments are called the same', async () => {
    const foreign = await desk.grant(other, 'seller', ['finance'], { compartments: ['contact'] })
    expect(await codeWith(foreign)).toBe('DAMAGED')
    const [{ ageFile }] = statementOf(foreign).predicate.compartments
    const mixed = await signedBySeller(({ compartments: [contact] }) => Object.assign(contact, { ageFile }))
    expect(await codeWith(mixed)).toBe('DAMAGED')
    const moved = await signedBySeller(({ compartments: [contact] }) =>
      Object.assign(contact, { name: 'financial' }),
    )
    expect(await codeWith(moved)).toBe('DAMAGED')
  })

  it('is refused with an age file that does not open, or opens for more than it names', async () => {
    const flipped = await signedBySeller(({ compartments: [contact] }) => {
      const bytes = Buffer.from(contact.ageFile, 'base64')
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
      contact.ageFile = bytes.toString('base64')
    })
    expect(await codeWith(flipped)).toBe('DAMAGED')
    const more = await signedBySeller(async ({ compartments: [contact] }) => {
      contact.ageFile = await classicFor('finance', 'stranger')
    })
    expect(await codeWith(more)).toBe('DAMAGED')
    const foreign = await signedBySeller(async ({ compartments: [contact] }) => {
      contact.ageFile = await classicFor('stranger')
    })
    expect(await codeWith(foreign)).toBe('NOT_OPENED')
  })

  it.each<[string, (predicate: Json, statement: Json) => unknown]>([
    ['a compartment twice', ({ compartments }) => compartments.push(compartments[0])],
    [
      'a compartment that is not there',
      ({ compartments: [contact] }) => Object.assign(contact, { name: 'other' }),
    ],
    ['no compartments', (predicate) => Object.assign(predicate, { compartments: [] })],
    ['no readers', ({ compartments: [contact] }) => Object.assign(contact, { readers: [] })],
    ['another suite', (predicate) => Object.assign(predicate, { suite: 'hybrid' })],
    ['the serial of the deed’s own statement', (predicate) => Object.assign(predicate, { serial: 0 })],
    ['another deed id', (predicate) => Object.assign(predicate, { deedId: '0'.repeat(32) })],
    [
      'the digest of another manifest',
      (_, { subject: [bound] }) => Object.assign(bound.digest, { sha256: '0'.repeat(64) }),
    ],
    ['two subjects', (_, { subject }) => subject.push(subject[0])],
    [
      'another predicate type',
      (_, statement) => Object.assign(statement, { predicateType: 'urn:datadeed:receipt:v1' }),
    ],
    ['a field that it does not know', (predicate) => Object.assign(predicate, { until: 'tomorrow' })],
  ])('is refused with %s, though the seller has signed that', async (_, edit) => {
    expect(await codeWith(await signedBySeller(edit))).toBe('DAMAGED')
  })

  it('with an instant of many decimals and the name of another makes no review wider or wrong', async () => {
    const [from, { fingerprint }] = [(await party('seller')).card, (await party('lawyer')).card]
    const bytes = await resigned(paper, 'lawyer', ({ predicate }) => {
      predicate.created = `2026-03-04T05:06:07.${'1'.repeat(10_000)}Z`
      predicate.issuer = { name: from.name, fingerprint }
    })
    const review = await reviewAccess({ deed, from, grants: [{ name: 'a.grant', bytes }] })
    const lines = renderAccessReview(review).split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(300)
    expect(lines.find((line) => line.includes('finance'))).toContain(fingerprint.slice(0, 16))
  })

  it('is no share of an escrow, and the seller passes none on', async () => {
    const renamed = await resigned(paper, 'seller', (statement) => {
      statement.predicateType = 'urn:datadeed:share:v1'
    })
    expect(await codeWith(renamed)).toBe('UNTRUSTED')
  })

  it('with a demand that this version does not know is refused as such', async () => {
    const demanding = await signedBySeller((predicate) => Object.assign(predicate, { critical: ['until'] }))
    expect(await codeWith(demanding)).toBe('UNSUPPORTED')
  })
})

/** An age file of the classic suite that holds no keys. */
async function classicFor(...names: readonly string[]): Promise<string> {
  const recipients = (await cards(...names)).map(({ open }) => open?.classic ?? '')
  return Buffer.from(await wrapForReaders(Buffer.from('{}'), recipients, 'classic')).toString('base64')
}
