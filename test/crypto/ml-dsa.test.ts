import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fixedBytes } from '../../fixtures/deeds/parties.ts'
import {
  DSSE_PAYLOAD_TYPE,
  dssePae,
  signingPublicKeys,
  toBase64,
  verifyDsse,
} from '../../src/crypto/index.ts'
import {
  type MlDsa,
  nobleMlDsa,
  nodeHeedsContext,
  nodeMlDsa,
  signMlDsa,
  signMlDsaDeterministic,
  verifyMlDsa,
} from '../../src/crypto/ml-dsa.ts'

const seeds = { ed25519: new Uint8Array(32).fill(3), mldsa65: new Uint8Array(32).fill(4) }
const publicKeys = signingPublicKeys(seeds)
const payload = Buffer.from('{"_type":"https://in-toto.io/Statement/v1"}')

describe('ML-DSA-65', () => {
  const message = Buffer.from('the same message')
  const context = Buffer.from('datadeed/v1')
  const seed = seeds.mldsa65
  const key = publicKeys.mldsa65

  it('has one public key, and signatures that both implementations take', () => {
    expect(Buffer.from(nobleMlDsa.publicKey(seed)).equals(nodeMlDsa.publicKey(seed))).toBe(true)
    const none = new Uint8Array(0)
    expect(nobleMlDsa.verify(key, message, none, nodeMlDsa.sign(seed, message, none))).toBe(true)
    expect(nodeMlDsa.verify(key, message, none, nobleMlDsa.sign(seed, message, none))).toBe(true)
  })

  it('is hedged: two signatures differ, but for the deterministic ones', () => {
    for (const each of [nobleMlDsa, nodeMlDsa]) {
      const made = [each.sign(seed, message, context), each.sign(seed, message, context)].map(toBase64)
      expect(new Set(made).size).toBe(2)
    }
    const fixed = () => toBase64(signMlDsaDeterministic(seed, message, context))
    expect(fixed()).toBe(fixed())
  })

  it('agrees across both implementations with a context, where node:crypto heeds it', () => {
    if (!nodeHeedsContext()) {
      expect(nobleMlDsa.verify(key, message, context, nodeMlDsa.sign(seed, message, context))).toBe(false)
      return
    }
    expect(nobleMlDsa.verify(key, message, context, nodeMlDsa.sign(seed, message, context))).toBe(true)
    expect(nodeMlDsa.verify(key, message, context, nobleMlDsa.sign(seed, message, context))).toBe(true)
    expect(nodeMlDsa.verify(key, message, context, signMlDsaDeterministic(seed, message, context))).toBe(true)
  })

  it('D19 verifies under its own context only, on every release of Node', () => {
    const signature = signMlDsa(seed, message, context)
    expect(verifyMlDsa(key, message, context, signature)).toBe(true)
    expect(nobleMlDsa.verify(key, message, context, signature)).toBe(true)
    for (const other of ['', 'datadeed/v2', 'datadeed/v1 ']) {
      expect(verifyMlDsa(key, message, Buffer.from(other), signature)).toBe(false)
    }
  })

  it('D19 does not take a signature that node:crypto made without a context', () => {
    const der = Buffer.concat([Buffer.from('3034020100300b060960864801650304031204228020', 'hex'), seed])
    const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    expect(createPublicKey(privateKey).asymmetricKeyType).toBe('ml-dsa-65')
    const bare = sign(null, dssePae(DSSE_PAYLOAD_TYPE, payload), privateKey)
    const signature = { alg: 'ml-dsa-65', sig: bare.toString('base64') }
    expect(verifyDsse(DSSE_PAYLOAD_TYPE, payload, [signature], publicKeys).mldsa65).toBe(false)
  })

  it('refuses keys of another length', () => {
    for (const length of [0, 1951, 1953]) {
      expect(() => verifyMlDsa(new Uint8Array(length), message, context, new Uint8Array(3309))).toThrow(
        expect.objectContaining({ code: 'DAMAGED' }),
      )
    }
  })
})

describe('ML-DSA-65 of node:crypto and of @noble/post-quantum', () => {
  /** Where node:crypto ignores contexts, the two can be compared without one only; no deed is signed so. */
  const context = Buffer.from(nodeHeedsContext() ? 'datadeed/v1' : '')
  const seedsOf = (count: number) => Array.from({ length: count }, (_, at) => fixedBytes(`ml-dsa seed ${at}`))
  const messages = [0, 1, 135, 136, 137, 8000].map((length) => Buffer.alloc(length, length))

  it('make the same key of a seed, in the same encodings', () => {
    for (const seed of [new Uint8Array(32), new Uint8Array(32).fill(0xff), ...seedsOf(8)]) {
      const raw = nobleMlDsa.publicKey(seed)
      expect(raw).toHaveLength(1952)
      // RFC 9881: a seed alone as the private key; the algorithm's identifier before the raw public key.
      const der = Buffer.concat([Buffer.from('3034020100300b060960864801650304031204228020', 'hex'), seed])
      const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
      const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
      const head = Buffer.from('308207b2300b0609608648016503040312038207a100', 'hex')
      expect(spki.equals(Buffer.concat([head, raw]))).toBe(true)
      expect(Buffer.from(nodeMlDsa.publicKey(seed)).equals(raw)).toBe(true)
    }
  })

  it.each([
    ['node:crypto', nodeMlDsa, nobleMlDsa],
    ['@noble/post-quantum', nobleMlDsa, nodeMlDsa],
  ] as const)('take each other’s signatures: made by %s', (_, maker: MlDsa, checker: MlDsa) => {
    for (const seed of seedsOf(4)) {
      const key = maker.publicKey(seed)
      for (const message of messages) {
        const signature = maker.sign(seed, message, context)
        expect(signature).toHaveLength(3309)
        expect(checker.verify(key, message, context, signature)).toBe(true)
        expect(checker.verify(key, Buffer.concat([message, Buffer.of(0)]), context, signature)).toBe(false)
      }
    }
  })

  it('refuse the same signatures: of any other seed, and with any bit flipped', () => {
    const [seed, other] = seedsOf(2) as [Uint8Array, Uint8Array]
    const [key, message] = [nodeMlDsa.publicKey(seed), Buffer.from('a message')]
    const honest = nobleMlDsa.sign(seed, message, context)
    const flipped = Array.from({ length: 40 }, (_, at) => {
      const bytes = Uint8Array.from(honest)
      const place = Math.floor((at * 3308) / 39)
      bytes[place] = (bytes[place] ?? 0) ^ (1 << (at % 8))
      return bytes
    })
    for (const signature of [nobleMlDsa.sign(other, message, context), ...flipped]) {
      for (const each of [nodeMlDsa, nobleMlDsa]) {
        expect(each.verify(key, message, context, signature)).toBe(false)
      }
    }
  })
})
