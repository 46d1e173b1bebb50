import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { armor } from 'age-encryption'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encode, NEUTRAL, otherSpellings, smallOrderPoints } from '../../fixtures/crypto/edwards25519.ts'
import { sealWithPassphrase } from '../../src/crypto/index.ts'
import {
  type Card,
  cardToJson,
  encodeCard,
  fingerprintDigits,
  fingerprintOf,
  parseCard,
} from '../../src/identity/index.ts'
import { Desk } from '../cli/run-cli.ts'
import { bytesOf, editManifest, replace, writeZip } from '../deed/edit-deed.ts'
import { codeOf } from '../deed/open-deed.ts'
import { useSpecimen } from './buyers-way.ts'
import { layParties, runMeasured } from './measured-run.ts'

const specimen = useSpecimen()
let desk: Desk
beforeEach(() => {
  desk = new Desk()
})
afterEach(() => desk[Symbol.dispose]())

const parse = (json: unknown) => codeOf(() => parseCard(Buffer.from(JSON.stringify(json)), 'the card'))

/** The seller's card with another Ed25519 key, as no program of ours would make it. */
function cardWith(ed25519: Uint8Array): Card {
  const { card } = specimen().deed.seller
  if (card.sign === undefined) throw new Error('the fixture seller signs')
  const sign = { ...card.sign, ed25519 }
  return { ...card, sign, fingerprint: fingerprintOf({ role: card.role, sign }) }
}

/** The words that verify the deed under the card of this file, with the digits of that card. */
async function verifyWith(card: Card, confirm: boolean): Promise<number | string> {
  const path = desk.path('given.card')
  writeFileSync(path, encodeCard(card))
  const deed = await writeZip(desk.path('a.deed'), specimen().entries)
  const digits = confirm ? ['--confirm', fingerprintDigits(card.fingerprint)] : []
  mkdirSync(desk.path('home'))
  return runMeasured(desk, ['verify', deed, '--from', path, ...digits])
}

describe('a card', () => {
  it('D15 that nobody confirmed is not used, though the deed itself agrees with it', async () => {
    expect(await verifyWith(specimen().deed.seller.card, false)).toBe(6)
  })

  it('D16 with a key of small order is refused, though its digits are confirmed', async () => {
    expect(await verifyWith(cardWith(encode(NEUTRAL)), true)).toBe(6)
  })

  it('D16 with a key of small order verifies nothing: not what holds for every message', async () => {
    const { deed, entries, end } = specimen()
    const universal = Buffer.concat([encode(NEUTRAL), Buffer.alloc(32)]).toString('base64')
    const weak = cardWith(encode(NEUTRAL))
    let forged = editManifest(entries, deed.seller, ({ predicate }) => {
      predicate.seller.fingerprint = weak.fingerprint
      predicate.seller.ed25519 = encode(NEUTRAL).toString('base64')
      predicate.required[0].fingerprint = weak.fingerprint
    })
    for (const name of ['signatures.json', 'access.signatures.json']) {
      const envelope = JSON.parse(Buffer.from(bytesOf(forged, name)).toString())
      envelope.signatures[0].sig = universal
      forged = replace(forged, name, Buffer.from(JSON.stringify(envelope)))
    }
    expect(await end(forged, { from: weak })).toBe(6)
  })

  it('D16 D17 is refused with every key of small order, in every spelling', async () => {
    const keys = smallOrderPoints().flatMap((point) => [encode(point), ...otherSpellings(point)])
    expect(keys).toHaveLength(14)
    for (const key of keys) expect(await parse(cardToJson(cardWith(key)))).toBe('SIGNATURE')
  })

  it('D20 has no date after which it counts no more: one that claims such a date is refused, not trusted', async () => {
    const json = cardToJson(specimen().deed.seller.card)
    expect(await parse(json)).toBe('accepted')
    for (const field of ['expires', 'revoked', 'notAfter']) {
      expect(await parse({ ...json, [field]: '2020-01-01T00:00:00Z' })).toBe('DAMAGED')
    }
  })
})

describe('a key file', () => {
  it('F06 whose passphrase is to be stretched 2^23 times is refused before it costs anything', async () => {
    const sealed = Buffer.from(armor.decode(await sealWithPassphrase(Buffer.from('{}'), Buffer.from('x'), 4)))
    const greedy = Buffer.from(sealed.toString('latin1').replace(/(-> scrypt \S+) 4\n/, '$1 23\n'), 'latin1')
    expect(greedy.equals(sealed)).toBe(false)
    writeFileSync(desk.path('buyer.key'), armor.encode(greedy), { mode: 0o600 })
    writeFileSync(desk.path('passphrase'), 'x\n', { mode: 0o600 })
    const deed = await writeZip(desk.path('a.deed'), specimen().entries)
    const { verify } = await layParties(desk, specimen().deed)
    expect(await runMeasured(desk, [...verify(deed), '--passphrase-file', desk.path('passphrase')])).toBe(4)
  })
})

describe('F09 a plugin of age', () => {
  /** A program that a plugin's recipient or identity would start; leaves a file if it is. */
  function layPlugin(): { readonly env: Record<string, string>; readonly mark: string } {
    const [folder, mark] = [desk.path('programs'), desk.path('started')]
    mkdirSync(folder)
    writeFileSync(`${folder}/age-plugin-evil`, `#!/bin/sh\ntouch '${mark}'\n`, { mode: 0o755 })
    return { env: { PATH: `${folder}:${process.env.PATH}` }, mark }
  }

  it('is started by no card', async () => {
    const { env, mark } = layPlugin()
    const json = cardToJson(specimen().deed.buyer.card)
    writeFileSync(
      desk.path('evil.card'),
      JSON.stringify({
        ...json,
        open: { ...json.open, classic: 'age1evil1qqqsyqcyq5rqwzqfpg9scrgwpuccg68h' },
      }),
    )
    writeFileSync(desk.path('t.csv'), 'id\n1\n')
    const words = [
      '--key',
      desk.path('none.key'),
      '--to',
      desk.path('evil.card'),
      '--classic',
      '-o',
      desk.path('o.deed'),
    ]
    const confirm = ['--confirm', fingerprintDigits(specimen().deed.buyer.card.fingerprint)]
    const { exit } = await desk.run(['seal', desk.path('t.csv'), ...words, ...confirm], { env })
    expect(exit).toBe(5)
    expect([existsSync(mark), existsSync(desk.path('o.deed'))]).toEqual([false, false])
  })

  it('is started by no key file', async () => {
    const { env, mark } = layPlugin()
    writeFileSync(desk.path('buyer.key'), 'AGE-PLUGIN-EVIL-1QQQSYQCYQ5RQWZQFPG9SCRGWPU\n', { mode: 0o600 })
    const deed = await writeZip(desk.path('a.deed'), specimen().entries)
    const { verify } = await layParties(desk, specimen().deed)
    const { exit } = await desk.run(verify(deed), { env })
    expect([exit, existsSync(mark)]).toEqual([2, false])
  })
})
