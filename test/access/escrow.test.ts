import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toHex, wrapForReaders } from '../../src/crypto/index.ts'
import {
  buildSharePayload,
  openShare,
  openVerifiedDeed,
  readAgeFile,
  shareDigest,
} from '../../src/deed/index.ts'
import { assertCanOpen } from '../../src/identity/index.ts'
import { bytesOf, editAccess, readEntries, writeZip } from '../deed/edit-deed.ts'
import { codeOf } from '../deed/open-deed.ts'
import { party } from '../hostile/make-deed.ts'
import { COMPARTMENTS, cards, HeldDeeds, opens, resigned, statementOf } from './held-deeds.ts'

// biome-ignore lint/suspicious/noExplicitAny: tests write what no type allows
type Json = any

const HOLDERS = ['buyer', 'broker', 'lawyer'] as const
const desk = new HeldDeeds()
/** Held; any two of three open it. */
let deed: string
/** As the first, with other shares. */
let other: string
/** The shares of broker and lawyer, passed on to the buyer. */
let brokers: Uint8Array
let lawyers: Uint8Array

beforeAll(async () => {
  const access = { seller: 'holds', escrow: { threshold: 2, holders: await cards(...HOLDERS) } } as const
  deed = await desk.seal('a.deed', access)
  other = await desk.seal('b.deed', access)
  brokers = await desk.pass(deed, 'broker', 'buyer')
  lawyers = await desk.pass(deed, 'lawyer', 'buyer')
})
afterAll(() => desk[Symbol.dispose]())

/** The deed with another access statement, signed by the seller. */
async function altered(name: string, edit: (predicate: Json, statement: Json) => unknown): Promise<string> {
  const entries = await readEntries(deed)
  const { key } = await party('seller')
  const edited = editAccess(entries, key, (statement) => void edit(statement.predicate, statement))
  return writeZip(desk.at(name), edited)
}

const buyerOpensWith = async (share: Promise<Uint8Array>) => opens(deed, 'buyer', [await share])

describe('an escrow of which any two of three open', () => {
  it('opens with any two distinct shares, and nothing with one alone', async () => {
    for (const [one, two] of [
      ['buyer', 'broker'],
      ['broker', 'lawyer'],
      ['lawyer', 'buyer'],
    ] as const) {
      expect(await codeOf(() => opens(deed, one)), one).toBe('NO_KEY')
      expect(await opens(deed, one, [await desk.pass(deed, two, one)])).toEqual(COMPARTMENTS)
    }
  })

  it('opens for whoever holds none and was passed two', async () => {
    const passed = [await desk.pass(deed, 'broker', 'heir'), await desk.pass(deed, 'lawyer', 'heir')]
    expect(await codeOf(() => opens(deed, 'heir', passed.slice(0, 1)))).toBe('NO_KEY')
    expect(await opens(deed, 'heir', passed)).toEqual(COMPARTMENTS)
    expect(await codeOf(() => opens(deed, 'stranger', passed))).toBe('WRONG_RECIPIENT')
  })

  it('does not open with one share twice: passed on twice, or to its own holder', async () => {
    const again = await desk.pass(deed, 'broker', 'heir')
    const twice = await desk.pass(deed, 'broker', 'heir')
    expect(await codeOf(() => opens(deed, 'heir', [again, twice, again]))).toBe('NO_KEY')
    const toItself = await desk.pass(deed, 'buyer', 'buyer')
    expect(await codeOf(() => opens(deed, 'buyer', [toItself]))).toBe('NO_KEY')
  })

  it('in the hybrid suite opens as well', async () => {
    const escrow = { threshold: 2, holders: await cards('buyer', 'broker') }
    const hybrid = await desk.seal('hybrid.deed', { seller: 'holds', escrow }, { suite: 'hybrid' })
    expect(await opens(hybrid, 'buyer', [await desk.pass(hybrid, 'broker', 'buyer')])).toEqual(COMPARTMENTS)
  })

  it('does not stand in the way of holders who are readers anyway', async () => {
    const escrow = { threshold: 2, holders: await cards('buyer', 'broker') }
    const mine = await desk.seal('reader.deed', { escrow })
    expect(await opens(mine, 'buyer')).toEqual(COMPARTMENTS)
    expect(await codeOf(() => opens(mine, 'broker'))).toBe('NO_KEY')
    expect(await codeOf(() => desk.pass(mine, 'lawyer', 'buyer'))).toBe('NO_KEY')
  })
})

describe('a share that was changed', () => {
  it('F15 is refused when it is of another deed', async () => {
    const foreign = await desk.pass(other, 'broker', 'buyer')
    expect(await codeOf(() => opens(deed, 'buyer', [foreign]))).toBe('DAMAGED')
    const { ageFile } = statementOf(foreign).predicate
    const mixed = await resigned(brokers, 'broker', ({ predicate }) => Object.assign(predicate, { ageFile }))
    expect(await codeOf(() => opens(deed, 'buyer', [mixed]))).toBe('DAMAGED')
  })

  it('is refused under the digest of another, or signed by another holder', async () => {
    const { share } = statementOf(lawyers).predicate
    const renamed = await resigned(brokers, 'broker', ({ predicate }) => Object.assign(predicate, { share }))
    expect(await codeOf(() => opens(deed, 'buyer', [renamed]))).toBe('DAMAGED')
    expect(await codeOf(() => buyerOpensWith(resigned(brokers, 'lawyer')))).toBe('DAMAGED')
    for (const somebody of ['stranger', 'seller']) {
      expect(await codeOf(() => buyerOpensWith(resigned(brokers, somebody)))).toBe('UNTRUSTED')
    }
  })

  it('is refused where the access statement has another digest of it', async () => {
    const path = await altered('digest.deed', ({ escrow }) => {
      escrow.holders[0].share = '0'.repeat(64)
    })
    expect(await codeOf(() => opens(path, 'buyer', [brokers]))).toBe('DAMAGED')
    expect(await codeOf(() => desk.pass(path, 'buyer', 'broker'))).toBe('DAMAGED')
  })

  it('does not keep a reader from what their own key or enough good shares open', async () => {
    const { key } = await party('buyer')
    const spoilt = await resigned(brokers, 'broker', async ({ predicate }) => {
      const recipient = key.card.open?.classic ?? ''
      const junk = await wrapForReaders(Buffer.from('{}'), [recipient], 'classic')
      predicate.ageFile = Buffer.from(junk).toString('base64')
    })
    expect(await codeOf(() => opens(deed, 'buyer', [spoilt]))).toBe('DAMAGED')
    expect(await opens(deed, 'buyer', [spoilt, lawyers])).toEqual(COMPARTMENTS)
    const contact = await desk.grant(deed, 'seller', ['buyer'], { compartments: ['contact'] })
    expect(await opens(deed, 'buyer', [spoilt, contact])).toEqual(['contact'])
    const unread = await altered('unread.deed', ({ escrow }) =>
      Object.assign(escrow.holders[0], { ageFile: '!' }),
    )
    expect(await codeOf(() => opens(unread, 'buyer', [brokers]))).toBe('DAMAGED')
    expect(await opens(unread, 'buyer', [brokers, lawyers])).toEqual(COMPARTMENTS)
  })

  // A seller can sign whatever they like; the last byte of a share is its point on the curve.
  it.each<[string, (share: Uint8Array, theirs: Uint8Array) => unknown]>([
    ['not the others', (share) => share.set([(share[0] ?? 0) ^ 1])],
    ['lies where another does', (share, theirs) => share.set(theirs.subarray(-1), share.length - 1)],
  ])('that fits its digest and %s gives no identity, and closes nothing else', async (what, edit) => {
    const [broker, buyer] = [await party('broker'), await party('buyer')]
    await using verified = await openVerifiedDeed(deed, { from: (await party('seller')).card })
    const shareOf = (holder: number, { key }: typeof broker) => {
      const ageFile = readAgeFile(verified.access.escrow?.holders[holder]?.ageFile ?? '')
      return openShare(verified, ageFile, { holder, identity: assertCanOpen(key) })
    }
    const share = await shareOf(1, broker)
    edit(share.share, (await shareOf(0, buyer)).share)
    const wrapped = await wrapForReaders(
      buildSharePayload(share, verified.deedId),
      [broker.card.open?.classic ?? ''],
      'classic',
    )
    const path = await altered(`${what}.deed`, ({ escrow }) => {
      Object.assign(escrow.holders[1], {
        share: shareDigest(share, verified.deedId),
        ageFile: Buffer.from(wrapped).toString('base64'),
      })
    })
    const passed = await desk.pass(path, 'buyer', 'broker')
    expect(await codeOf(() => opens(path, 'broker', [passed]))).toBe('DAMAGED')
    const contact = await desk.grant(path, 'seller', ['broker'], { compartments: ['contact'] })
    expect(await opens(path, 'broker', [passed, contact])).toEqual(['contact'])
  })
})

describe('an escrow that cannot be', () => {
  it.each<[string, string, (predicate: Json) => unknown]>([
    ['a threshold of one', 'DAMAGED', ({ escrow }) => Object.assign(escrow, { threshold: 1 })],
    ['a threshold above its holders', 'DAMAGED', ({ escrow }) => Object.assign(escrow, { threshold: 4 })],
    ['a holder twice', 'DAMAGED', ({ escrow }) => Object.assign(escrow.holders[1], escrow.holders[0])],
    [
      'a reader that reads nothing',
      'DAMAGED',
      ({ escrow }) => Object.assign(escrow, { reader: '0'.repeat(64) }),
    ],
    ['no word of it in `critical`', 'DAMAGED', (predicate) => Object.assign(predicate, { critical: [] })],
    ['nothing but that word', 'DAMAGED', (predicate) => delete predicate.escrow],
    ['17 holders', 'LIMIT', ({ escrow }) => escrow.holders.push(...Array(14).fill(escrow.holders[0]))],
    ['a demand that nobody knows', 'UNSUPPORTED', ({ critical }) => critical.push('quorum')],
  ])('is refused with %s', async (what, code, edit) => {
    const path = await altered(`${what.replaceAll(/\W/g, ' ')}.deed`, edit)
    expect(await codeOf(() => opens(path, 'seller'))).toBe(code)
  })

  it('never lies in the deed in clear', async () => {
    const entries = await readEntries(deed)
    const { key } = await party('broker')
    await using verified = await openVerifiedDeed(deed, { from: (await party('seller')).card })
    const ageFile = readAgeFile(verified.access.escrow?.holders[1]?.ageFile ?? '')
    const { share } = await openShare(verified, ageFile, { holder: 1, identity: assertCanOpen(key) })
    const access = Buffer.from(bytesOf(entries, 'access.json')).toString()
    expect(access).not.toContain(Buffer.from(share).toString('base64').slice(0, 40))
    expect(access).not.toContain(toHex(share))
  })
})
