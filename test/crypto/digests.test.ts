import { describe, expect, it } from 'vitest'
import {
  constantTimeEqual,
  createSha256,
  hmacSha256,
  openBulkDigest,
  openHmacSha256,
  parseBase64,
  parseHex,
  randomBytes,
  sha256,
  toBase64,
  toHex,
} from '../../src/crypto/index.ts'

const damaged = expect.objectContaining({ code: 'DAMAGED' })

describe('digests', () => {
  it('give the known answers of FIPS 180-4 and RFC 4231', () => {
    const abc = Buffer.from('abc')
    const digest = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    expect(toHex(sha256(abc))).toBe(digest)
    const streaming = createSha256()
    for (const byte of abc) streaming.update(Uint8Array.of(byte))
    expect(toHex(streaming.digest())).toBe(digest)
    const mac = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'
    expect(
      toHex(hmacSha256(Buffer.from('Jefe'), Buffer.from('what do ya want '), Buffer.from('for nothing?'))),
    ).toBe(mac)
    const hmac = openHmacSha256(Buffer.from('Jefe'))
    const twice = [1, 2].map(() => toHex(hmac(Buffer.from('what do ya want '), Buffer.from('for nothing?'))))
    expect(twice).toEqual([mac, mac])
  })

  it('are equal only when all bytes are', () => {
    expect(constantTimeEqual(Buffer.from('ab'), Buffer.from('ab'))).toBe(true)
    expect(constantTimeEqual(Buffer.from('ab'), Buffer.from('ac'))).toBe(false)
    expect(constantTimeEqual(Buffer.from('ab'), Buffer.from('abc'))).toBe(false)
    expect(constantTimeEqual(new Uint8Array(0), new Uint8Array(0))).toBe(true)
  })

  it('are drawn in the length asked for', () => {
    expect(randomBytes(24)).toHaveLength(24)
    expect(toHex(randomBytes(32))).not.toBe(toHex(randomBytes(32)))
  })
})

describe('base64 and hexadecimal', () => {
  it('are read back as written', () => {
    for (const length of [0, 1, 2, 3, 32]) {
      const bytes = Buffer.alloc(length, 0xfb)
      expect(bytes.equals(parseBase64(toBase64(bytes), 'x', length))).toBe(true)
      expect(bytes.equals(parseHex(toHex(bytes), 'x', length))).toBe(true)
    }
  })

  it.each(['AB==', 'AA', 'AA=', 'AAA==', ' AA==', 'AA==\n', '-_==', 'AA==AA==', '=', 'A'])(
    'refuses %j as base64',
    (text) => {
      expect(() => parseBase64(text, 'x')).toThrow(damaged)
    },
  )

  it.each(['a', 'AA', 'a a', '0x00', 'zz', '00\n'])('refuses %j as hexadecimal', (text) => {
    expect(() => parseHex(text, 'x')).toThrow(damaged)
  })

  it('refuses another length than expected', () => {
    expect(() => parseBase64('AAAA', 'x', 2)).toThrow(damaged)
    expect(() => parseHex('00', 'x', 2)).toThrow(damaged)
  })
})

describe('the digest for much data', () => {
  const key = new Uint8Array(32).fill(3)
  const message = new Uint8Array(100_003).map((_, at) => (at * 31) % 251)

  it('is of the parts as of one message, and of the key', () => {
    const whole = toHex(openBulkDigest(key)(message))
    expect(whole).toMatch(/^[0-9a-f]{64}$/)
    const digest = openBulkDigest(key)
    const parts = [message.subarray(0, 7), message.subarray(7, 33), message.subarray(33)]
    expect(toHex(digest(...parts))).toBe(whole)
    expect(toHex(openBulkDigest(key.with(0, 4))(message))).not.toBe(whole)
  })

  it('changes with every bit, with what stands where, and with a zero more', () => {
    const digest = openBulkDigest(key)
    const alike = new Set([toHex(digest(message)), toHex(digest(message, new Uint8Array(1)))])
    for (const at of [0, 15, 16, 4095, 100_002])
      alike.add(toHex(digest(message.with(at, (message[at] ?? 0) ^ 1))))
    alike.add(toHex(digest(message.subarray(16, 32), message.subarray(0, 16), message.subarray(32))))
    expect(alike.size).toBe(8)
    expect(toHex(digest())).not.toBe(toHex(digest(new Uint8Array(16))))
  })
})
