import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CobblestoneDecryptor,
  CobblestoneEncryptor,
  CobblestoneError,
  type CobblestoneFault,
  cobblestoneLength,
  cobblestonePlainLength,
  openCobblestone,
  openCobblestoneRange,
  sealCobblestone,
  sha256,
  toHex,
} from '../../src/crypto/index.ts'

const CHUNK = 16384
const SEALED = CHUNK + 16
const HEADER = 56

interface KnownAnswers {
  key: string
  salt: string
  answers: {
    length: number
    context: string
    messageLength: number
    head: string
    tail: string
    sha256: string
  }[]
}
const known: KnownAnswers = JSON.parse(
  readFileSync(new URL('../../fixtures/crypto/cobblestone.json', import.meta.url), 'utf8'),
)
const key = Buffer.from(known.key, 'hex')
const salt = Buffer.from(known.salt, 'hex')
const context = Buffer.from('deed\0context')

function pattern(length: number): Buffer {
  return Buffer.from(Array.from({ length }, (_, index) => index % 251))
}

function faultOf(step: () => unknown): CobblestoneFault | 'none' {
  try {
    step()
    return 'none'
  } catch (error) {
    if (!(error instanceof CobblestoneError)) throw error
    expect(error.code).toBe('DAMAGED')
    return error.fault
  }
}

function openInPieces(message: Uint8Array, piece: number): Buffer {
  const decryptor = new CobblestoneDecryptor(key, context)
  const parts: Uint8Array[] = []
  for (let at = 0; at < message.length; at += piece)
    parts.push(decryptor.update(message.subarray(at, at + piece)))
  return Buffer.concat([...parts, decryptor.finish()])
}

const LENGTHS = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK - 1, 2 * CHUNK, 2 * CHUNK + 1, 3 * CHUNK + 7]

describe('Cobblestone-256', () => {
  it.each(known.answers)('gives the known answer for $length bytes', (answer) => {
    const plaintext = pattern(answer.length)
    const message = sealCobblestone(key, salt, Buffer.from(answer.context), plaintext)
    expect(message.length).toBe(answer.messageLength)
    expect(toHex(message.subarray(0, HEADER))).toBe(answer.head)
    expect(toHex(message.subarray(-16))).toBe(answer.tail)
    expect(toHex(sha256(message))).toBe(answer.sha256)
    expect(plaintext.equals(openCobblestone(key, Buffer.from(answer.context), message))).toBe(true)
  })

  it.each(LENGTHS)('tells the lengths of a message of %i bytes beforehand', (length) => {
    const message = sealCobblestone(key, salt, context, pattern(length))
    expect(cobblestoneLength(length)).toBe(message.length)
    expect(cobblestonePlainLength(message.length)).toBe(length)
  })

  it('streams to the same bytes for every size of pieces, and back', () => {
    for (const length of LENGTHS) {
      const plaintext = pattern(length)
      const whole = Buffer.from(sealCobblestone(key, salt, context, plaintext))
      for (const piece of [1 + length, 1000, 1024, CHUNK - 1, CHUNK, CHUNK + 1, SEALED, SEALED + 1]) {
        const encryptor = new CobblestoneEncryptor(key, salt, context)
        const parts: Uint8Array[] = []
        for (let at = 0; at < length; at += piece)
          parts.push(encryptor.update(plaintext.subarray(at, at + piece)))
        expect(Buffer.concat([...parts, encryptor.finish()]).equals(whole)).toBe(true)
        expect(openInPieces(whole, piece).equals(plaintext)).toBe(true)
      }
    }
  })

  it('writes into a target that is long enough, and leaves the rest of it alone', () => {
    const plaintext = pattern(CHUNK + 9)
    const whole = sealCobblestone(key, salt, context, plaintext)
    const sealed = Buffer.alloc(whole.length + 3, 0xee)
    expect(sealCobblestone(key, salt, context, plaintext, sealed)).toEqual(whole)
    expect(toHex(sealed.subarray(-3))).toBe('eeeeee')
    const opened = Buffer.alloc(plaintext.length + 3, 0xee)
    expect(openCobblestone(key, context, whole, opened)).toEqual(plaintext)
    expect(toHex(opened.subarray(-3))).toBe('eeeeee')
    const internal = expect.objectContaining({ code: 'INTERNAL' })
    expect(() => sealCobblestone(key, salt, context, plaintext, sealed.subarray(4))).toThrow(internal)
    expect(() => openCobblestone(key, context, whole, opened.subarray(4))).toThrow(internal)
  })

  it('streams byte by byte', () => {
    const plaintext = pattern(CHUNK + 3)
    const message = sealCobblestone(key, salt, context, plaintext)
    expect(openInPieces(message, 1).equals(plaintext)).toBe(true)
  })

  it('round-trips any bytes, keys, salts and contexts', () => {
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
    fc.assert(
      fc.property(
        bytes(32),
        bytes(24),
        fc.uint8Array(),
        fc.uint8Array({ maxLength: 40_000 }),
        (k, s, c, p) => {
          expect(Buffer.from(openCobblestone(k, c, sealCobblestone(k, s, c, p))).equals(p)).toBe(true)
        },
      ),
      { numRuns: 50, seed: 1 },
    )
  })

  it('opens any range as a slice of the whole', () => {
    const plaintext = pattern(3 * CHUNK + 100)
    const ciphertext = sealCobblestone(key, salt, context, plaintext)
    const borders = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK, plaintext.length]
    for (const start of borders) {
      for (const end of borders.filter((border) => border >= start)) {
        const range = openCobblestoneRange(key, context, { ciphertext, start, end })
        expect(plaintext.subarray(start, end).equals(range)).toBe(true)
      }
    }
    for (const [start, end] of [
      [0, plaintext.length + 1],
      [-1, 5],
      [5, 4],
    ] as const) {
      expect(() => openCobblestoneRange(key, context, { ciphertext, start, end })).toThrow(
        expect.objectContaining({ code: 'USAGE' }),
      )
    }
  })

  it('opens a range only if the final chunk proves the length', () => {
    const ciphertext = sealCobblestone(key, salt, context, pattern(2 * CHUNK + 9))
    const cut = ciphertext.subarray(0, -3)
    expect(faultOf(() => openCobblestoneRange(key, context, { ciphertext: cut, start: 0, end: 5 }))).toBe(
      'altered',
    )
    const oneChunk = ciphertext.subarray(0, HEADER + SEALED)
    expect(
      faultOf(() => openCobblestoneRange(key, context, { ciphertext: oneChunk, start: 0, end: 5 })),
    ).toBe('truncated')
  })
})

describe('a Cobblestone message is refused', () => {
  const plaintext = pattern(2 * CHUNK + 50)
  const message = Buffer.from(sealCobblestone(key, salt, context, plaintext))
  const chunkAt = (chunk: number) => HEADER + chunk * SEALED

  function refusedAs(fault: CobblestoneFault, bytes: Uint8Array): void {
    expect(faultOf(() => openCobblestone(key, context, bytes))).toBe(fault)
    expect(faultOf(() => openInPieces(bytes, 5000))).toBe(fault)
  }

  it('E01 when any byte of a small message is flipped', () => {
    const small = Buffer.from(sealCobblestone(key, salt, context, pattern(40)))
    for (let at = 0; at < small.length; at += 1) {
      const flipped = Buffer.from(small)
      flipped.writeUInt8(flipped.readUInt8(at) ^ 0x01, at)
      refusedAs(at < HEADER ? 'key' : 'altered', flipped)
    }
  })

  it('when it is cut to any length of a small message', () => {
    const small = sealCobblestone(key, salt, context, pattern(40))
    for (let length = 0; length < small.length; length += 1) {
      expect(faultOf(() => openCobblestone(key, context, small.subarray(0, length)))).not.toBe('none')
    }
  })

  it('E02 E03 as truncated when it ends at a chunk border, or within the next tag', () => {
    refusedAs('truncated', message.subarray(0, HEADER))
    refusedAs('truncated', message.subarray(0, HEADER - 1))
    refusedAs('truncated', message.subarray(0, chunkAt(1)))
    refusedAs('truncated', message.subarray(0, chunkAt(2)))
    refusedAs('truncated', message.subarray(0, chunkAt(2) + 15))
    refusedAs('truncated', new Uint8Array(0))
  })

  it('E04 E05 E06 when its final chunk comes early or bytes follow it', () => {
    const full = Buffer.from(sealCobblestone(key, salt, context, pattern(CHUNK)))
    refusedAs('altered', Buffer.concat([message.subarray(0, chunkAt(1)), message.subarray(chunkAt(2))]))
    refusedAs('altered', Buffer.concat([message, Buffer.alloc(1)]))
    refusedAs('altered', Buffer.concat([full, Buffer.alloc(20)]))
  })

  it('E07 E08 when chunks are swapped or doubled', () => {
    const head = message.subarray(0, HEADER)
    const [first, second] = [
      message.subarray(chunkAt(0), chunkAt(1)),
      message.subarray(chunkAt(1), chunkAt(2)),
    ]
    const last = message.subarray(chunkAt(2))
    refusedAs('altered', Buffer.concat([head, second, first, last]))
    refusedAs('altered', Buffer.concat([head, first, first, last]))
    refusedAs('altered', Buffer.concat([head, first, second, first, last]))
  })

  it('when key, context or salt are of another message', () => {
    const otherKey = Buffer.alloc(32, 7)
    expect(faultOf(() => openCobblestone(otherKey, context, message))).toBe('key')
    expect(faultOf(() => openCobblestone(key, Buffer.from('deed\0contexT'), message))).toBe('key')
    expect(faultOf(() => openCobblestone(key, new Uint8Array(0), message))).toBe('key')
    for (const length of [0, 16, 31, 33, 64]) {
      expect(faultOf(() => openCobblestone(Buffer.alloc(length), context, message))).toBe('key')
    }
  })

  it('for ever, once a stream of it has failed; what came before is a true beginning', () => {
    const broken = Buffer.from(message)
    broken.writeUInt8(broken.readUInt8(chunkAt(1)) ^ 0x80, chunkAt(1))
    const decryptor = new CobblestoneDecryptor(key, context)
    const beginning = decryptor.update(broken.subarray(0, chunkAt(1) + 10))
    expect(plaintext.subarray(0, CHUNK).equals(beginning)).toBe(true)
    expect(faultOf(() => decryptor.update(broken.subarray(chunkAt(1) + 10)))).toBe('altered')
    expect(faultOf(() => decryptor.update(new Uint8Array(0)))).toBe('altered')
    expect(faultOf(() => decryptor.finish())).toBe('altered')
  })

  it('with an internal error when a finished cipher is used again', () => {
    const encryptor = new CobblestoneEncryptor(key, salt, context)
    encryptor.finish()
    expect(() => encryptor.update(plaintext)).toThrow(expect.objectContaining({ code: 'INTERNAL' }))
    const decryptor = new CobblestoneDecryptor(key, context)
    decryptor.update(message)
    decryptor.finish()
    expect(() => decryptor.finish()).toThrow(expect.objectContaining({ code: 'INTERNAL' }))
  })
})
