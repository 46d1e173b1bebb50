import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { CobblestoneDecryptor, openCobblestone, openCobblestoneRange } from '../../src/crypto/index.ts'

/** GHASH field multiplication (SP 800-38D section 6.3); bit 127 of the number is the field's x^0. */
function multiply(left: bigint, right: bigint): bigint {
  let product = 0n
  let shifted = right
  for (let bit = 127n; bit >= 0n; bit -= 1n) {
    if ((left >> bit) & 1n) product ^= shifted
    shifted = (shifted >> 1n) ^ (shifted & 1n ? 0xe1n << 120n : 0n)
  }
  return product
}

function invert(value: bigint): bigint {
  // value^(2^128 - 2)
  let result = 1n << 127n
  let square = value
  for (let power = 1; power < 128; power += 1) {
    square = multiply(square, square)
    result = multiply(result, square)
  }
  return result
}

const toNumber = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
const toBytes = (value: bigint) => Buffer.from(value.toString(16).padStart(32, '0'), 'hex')

function aesBlock(key: Uint8Array, block: Uint8Array): bigint {
  const cipher = createCipheriv('aes-256-ecb', key, null)
  return toNumber(cipher.update(block))
}

function derive(inputKey: Uint8Array, salt: Uint8Array) {
  const info = Buffer.concat([Buffer.from('c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0'), salt])
  const hmac = (...parts: Uint8Array[]) =>
    createHmac('sha512', inputKey).update(Buffer.concat(parts)).digest()
  const first = hmac(info, Buffer.of(1))
  const derived = Buffer.concat([first, hmac(first, info, Buffer.of(2))])
  return {
    key: derived.subarray(0, 32),
    nonce: derived.subarray(32, 44),
    commitment: derived.subarray(44, 76),
  }
}

/** One ciphertext block and tag that AES-256-GCM opens under both keys: one linear equation in GF(2^128). */
function forgeForTwo(one: ReturnType<typeof derive>, two: ReturnType<typeof derive>): Buffer {
  const lengths = 128n
  const hash = [one, two].map(({ key }) => aesBlock(key, Buffer.alloc(16)))
  const mask = [one, two].map(({ key, nonce }) =>
    aesBlock(key, Buffer.concat([nonce, Buffer.of(0, 0, 0, 1)])),
  )
  const [h1 = 0n, h2 = 0n] = hash
  const [m1 = 0n, m2 = 0n] = mask
  const square = (value: bigint) => multiply(value, value)
  const block = multiply(multiply(lengths, h1 ^ h2) ^ m1 ^ m2, invert(square(h1) ^ square(h2)))
  const tag = multiply(block, square(h1)) ^ multiply(lengths, h1) ^ m1
  return Buffer.concat([toBytes(block), toBytes(tag)])
}

describe('a ciphertext made to open under two keys', () => {
  const salt = Buffer.alloc(24, 9)
  const empty = new Uint8Array(0)
  const inputKeys = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)] as const
  const [one, two] = [derive(inputKeys[0], salt), derive(inputKeys[1], salt)]
  const forged = forgeForTwo(one, two)

  it('deceives AES-256-GCM alone', () => {
    for (const { key, nonce } of [one, two]) {
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
      decipher.setAuthTag(forged.subarray(16))
      decipher.update(forged.subarray(0, 16))
      expect(() => decipher.final()).not.toThrow()
    }
  })

  it('opens under the one key that it is committed to, and never under the other', () => {
    for (const [mine, own, other] of [
      [0, one, 1],
      [1, two, 0],
    ] as const) {
      const message = Buffer.concat([salt, own.commitment, forged])
      expect(openCobblestone(inputKeys[mine], empty, message)).toHaveLength(16)
      for (const open of [
        () => openCobblestone(inputKeys[other], empty, message),
        () => openCobblestoneRange(inputKeys[other], empty, { ciphertext: message, start: 0, end: 1 }),
        () => new CobblestoneDecryptor(inputKeys[other], empty).update(message),
      ]) {
        expect(open).toThrow(expect.objectContaining({ code: 'DAMAGED', fault: 'key' }))
      }
    }
  })

  it('is refused before any chunk is looked at: with a broken chunk the fault is still the key', () => {
    const broken = Buffer.concat([salt, one.commitment, Buffer.alloc(32)])
    const open = () => openCobblestone(inputKeys[1], empty, broken)
    expect(open).toThrow(expect.objectContaining({ fault: 'key', chunk: undefined }))
    const right = () => openCobblestone(inputKeys[0], empty, broken)
    expect(right).toThrow(expect.objectContaining({ fault: 'altered', chunk: 0 }))
  })

  it('is refused with a commitment of its own making', () => {
    const message = Buffer.concat([salt, Buffer.alloc(32), forged])
    for (const key of inputKeys) {
      expect(() => openCobblestone(key, empty, message)).toThrow(expect.objectContaining({ fault: 'key' }))
    }
  })
})
