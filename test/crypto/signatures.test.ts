import { describe, expect, it } from 'vitest'
import { assertEd25519PublicKey, verifyEd25519 } from '../../src/crypto/ed25519.ts'
import {
  assertDsse,
  DSSE_PAYLOAD_TYPE,
  type DsseSignature,
  dssePae,
  generateSigningKeys,
  type ReadSignature,
  type SigningSeeds,
  signDsse,
  signingPublicKeys,
  verifyDsse,
} from '../../src/crypto/index.ts'
import { SIGNATURES } from '../../src/limits.ts'

const seeds: SigningSeeds = { ed25519: new Uint8Array(32).fill(3), mldsa65: new Uint8Array(32).fill(4) }
const publicKeys = signingPublicKeys(seeds)
const payload = Buffer.from('{"_type":"https://in-toto.io/Statement/v1"}')
const signatures = signDsse(DSSE_PAYLOAD_TYPE, payload, seeds, 'keyid')
const [byEd25519, byMlDsa] = signatures as [DsseSignature, DsseSignature]

function verdictOn(given: readonly ReadSignature[], bytes: Uint8Array = payload, type = DSSE_PAYLOAD_TYPE) {
  const { ed25519, mldsa65 } = verifyDsse(type, bytes, given, publicKeys)
  return { ed25519, mldsa65 }
}

const BOTH = { ed25519: true, mldsa65: true }
const NONE = { ed25519: false, mldsa65: false }

describe('DSSE', () => {
  it('encodes as the worked example of the protocol does', () => {
    const pae = dssePae('http://example.com/HelloWorld', Buffer.from('hello world'))
    expect(Buffer.from(pae).toString()).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world')
  })

  it('verifies what it signed', () => {
    expect(verdictOn(signatures)).toEqual(BOTH)
    assertDsse(DSSE_PAYLOAD_TYPE, payload, signatures, publicKeys)
  })

  it('signs under fresh keys, and the same bytes twice without fresh randomness', () => {
    const fresh = generateSigningKeys()
    const made = signDsse(DSSE_PAYLOAD_TYPE, payload, fresh, '')
    expect(verifyDsse(DSSE_PAYLOAD_TYPE, payload, made, signingPublicKeys(fresh)).complete).toBe(true)
    const fixed = () => signDsse(DSSE_PAYLOAD_TYPE, payload, seeds, '', 'fixed')
    expect(fixed()).toEqual(fixed())
    expect(verdictOn(fixed())).toEqual(BOTH)
  })

  it('refuses another payload, another type, other keys', () => {
    expect(verdictOn(signatures, Buffer.from(`${payload} `))).toEqual(NONE)
    expect(verdictOn(signatures, payload, 'application/vnd.in-toto+JSON')).toEqual(NONE)
    const other = signingPublicKeys({ ...seeds, ed25519: new Uint8Array(32).fill(9) })
    expect(verifyDsse(DSSE_PAYLOAD_TYPE, payload, signatures, other)).toMatchObject({
      ed25519: false,
      mldsa65: true,
      complete: false,
    })
  })

  it('D08 D09 D10 tells which algorithm is missing when one is stripped or stands twice', () => {
    expect(verdictOn([byEd25519])).toEqual({ ed25519: true, mldsa65: false })
    expect(verdictOn([byMlDsa])).toEqual({ ed25519: false, mldsa65: true })
    expect(verdictOn([byEd25519, byEd25519])).toEqual({ ed25519: true, mldsa65: false })
    expect(verdictOn([])).toEqual(NONE)
    for (const given of [[], [byEd25519], [byMlDsa], [byEd25519, byEd25519]]) {
      expect(() => assertDsse(DSSE_PAYLOAD_TYPE, payload, given, publicKeys)).toThrow(
        expect.objectContaining({ code: 'SIGNATURE' }),
      )
    }
    assertDsse(DSSE_PAYLOAD_TYPE, payload, [byEd25519], publicKeys, ['ed25519'])
  })

  it('D12 D13 lets neither keyid nor order nor strangers decide', () => {
    const renamed = signatures.map(({ sig, alg }) => ({ sig, alg, keyid: 'somebody else' }))
    expect(verdictOn(renamed.toReversed())).toEqual(BOTH)
    const bare = signatures.map(({ sig }) => ({ sig }))
    expect(verdictOn(bare)).toEqual(BOTH)
    const stranger = signDsse(DSSE_PAYLOAD_TYPE, payload, generateSigningKeys(), 'keyid')
    const unknown = { keyid: '', alg: 'slh-dsa', sig: 'AAAA' }
    expect(verdictOn([unknown, { sig: '???' }, ...stranger, ...signatures])).toEqual(BOTH)
    expect(verdictOn([unknown, ...stranger])).toEqual(NONE)
  })

  it('does not take a signature under the name of the other algorithm', () => {
    expect(verdictOn([{ ...byEd25519, alg: 'ml-dsa-65' }])).toEqual(NONE)
    expect(verdictOn([{ ...byMlDsa, alg: 'none' }])).toEqual(NONE)
  })

  it('reads both base64 alphabets, and no loose spelling', () => {
    const spelled = (spell: (sig: string) => string) => signatures.map((s) => ({ ...s, sig: spell(s.sig) }))
    const urlSafe = (sig: string) => sig.replaceAll('+', '-').replaceAll('/', '_')
    expect(verdictOn(spelled(urlSafe))).toEqual(BOTH)
    expect(verdictOn(spelled((sig) => urlSafe(sig).replaceAll('=', '')))).toEqual(BOTH)
    expect(verdictOn(spelled((sig) => ` ${sig}`))).toEqual(NONE)
    expect(verdictOn(spelled((sig) => `${sig}\n`))).toEqual(NONE)
  })

  it('D07 refuses a signature that is cut, longer or has any bit flipped', () => {
    for (const { alg, sig } of signatures) {
      const bytes = Buffer.from(sig, 'base64')
      const variants = [bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.alloc(1)]), Buffer.alloc(0)]
      for (let at = 0; at < bytes.length; at += alg === 'ed25519' ? 1 : 97) {
        const flipped = Buffer.from(bytes)
        flipped.writeUInt8(flipped.readUInt8(at) ^ 0x10, at)
        variants.push(flipped)
      }
      for (const variant of variants)
        expect(verdictOn([{ alg, sig: variant.toString('base64') }])).toEqual(NONE)
    }
  })

  it('reads as many signatures as the limit says and no more', () => {
    const strangers = Array.from({ length: SIGNATURES - 2 }, () => ({ sig: 'AAAA' }))
    expect(verdictOn([...strangers, ...signatures])).toEqual(BOTH)
    expect(() => verdictOn([{ sig: 'AAAA' }, ...strangers, ...signatures])).toThrow(
      expect.objectContaining({ code: 'LIMIT' }),
    )
  })
})

describe('an Ed25519 public key', () => {
  const hex = (text: string) => Buffer.from(text, 'hex')
  const withSign = (key: Buffer) => Buffer.concat([key.subarray(0, 31), Buffer.of(key.readUInt8(31) | 0x80)])
  const smallOrder = [
    '0000000000000000000000000000000000000000000000000000000000000000',
    '0100000000000000000000000000000000000000000000000000000000000000',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  ].map(hex)
  const notCanonical = [
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  ].map(hex)

  it('is taken when it is honest', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const made = signingPublicKeys({ ...seeds, ed25519: new Uint8Array(32).fill(seed) })
      expect(() => assertEd25519PublicKey(made.ed25519)).not.toThrow()
    }
  })

  it('D16 D17 is refused when it has small order or a second spelling', () => {
    for (const key of [...smallOrder, ...notCanonical].flatMap((key) => [key, withSign(key)])) {
      expect(() => assertEd25519PublicKey(key)).toThrow(expect.objectContaining({ code: 'SIGNATURE' }))
    }
  })

  it('is refused in any other length', () => {
    for (const length of [0, 31, 33]) {
      expect(() => assertEd25519PublicKey(new Uint8Array(length))).toThrow(
        expect.objectContaining({ code: 'DAMAGED' }),
      )
    }
  })

  it('D16 verifies no universal signature: one of small order with S = 0 fits every message', () => {
    const identity = hex('0100000000000000000000000000000000000000000000000000000000000000')
    const universal = Buffer.concat([identity, Buffer.alloc(32)])
    expect(() => verifyEd25519(identity, payload, universal)).toThrow(
      expect.objectContaining({ code: 'SIGNATURE' }),
    )
    expect(verifyEd25519(publicKeys.ed25519, payload, universal)).toBe(false)
  })

  it('D18 verifies no signature with S + L in place of S, nor with another spelling of R', () => {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n
    const signature = Buffer.from(byEd25519.sig, 'base64')
    const s = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`)
    const raised = Buffer.from((s + order).toString(16).padStart(64, '0'), 'hex').reverse()
    const message = dssePae(DSSE_PAYLOAD_TYPE, payload)
    expect(verifyEd25519(publicKeys.ed25519, message, signature)).toBe(true)
    const malleated = Buffer.concat([signature.subarray(0, 32), raised])
    expect(verifyEd25519(publicKeys.ed25519, message, malleated)).toBe(false)
    for (const r of notCanonical) {
      const other = Buffer.concat([r, signature.subarray(32)])
      expect(verifyEd25519(publicKeys.ed25519, message, other)).toBe(false)
    }
  })
})
