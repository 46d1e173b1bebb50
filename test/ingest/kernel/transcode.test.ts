import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findUtf8 } from '../../../src/ingest/encoding/decode.ts'
import { decodeByKernel } from '../../../src/ingest/encoding/decode-by-kernel.ts'
import { findEncoded } from '../../../src/ingest/encoding/encode.ts'
import { encodeByKernel } from '../../../src/ingest/encoding/encode-by-kernel.ts'
import { ENCODINGS } from '../../../src/ingest/index.ts'

const TABLED = ENCODINGS.filter((encoding) => encoding !== 'utf-8' && !encoding.startsWith('utf-16'))
const LETTERS = [
  'a',
  ',',
  '\n',
  'é',
  '€',
  '中',
  '龴',
  '表',
  'カ',
  'ｶ',
  '한',
  'ß',
  'ü',
  '\u0e01',
  '😀',
  '𠮷',
  'vvvvvvvvvvvvvvvvv',
]

const hex = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('hex')

describe.each(TABLED)('transcoding %s', (encoding) => {
  it('encodes what the reference encodes, to the same bytes', () => {
    const text = fc
      .array(fc.constantFrom(...LETTERS), { maxLength: 30 })
      .map((parts) => Buffer.from(parts.join('')))
    fc.assert(
      fc.property(text, (bytes) => {
        expect(hex(encodeByKernel(bytes, encoding))).toBe(hex(findEncoded(bytes, encoding)))
      }),
      { seed: 21, numRuns: 1000 },
    )
  })

  it('decodes sound bytes as the platform does', () => {
    const letters = LETTERS.filter((letter) => findEncoded(Buffer.from(letter), encoding) !== undefined)
    const sound = fc
      .array(fc.constantFrom(...letters), { maxLength: 30 })
      .map((parts) => Buffer.from(parts.join('')))
    fc.assert(
      fc.property(sound, (text) => {
        const bytes = findEncoded(text, encoding) ?? new Uint8Array(0)
        expect(hex(decodeByKernel(bytes, encoding))).toBe(text.toString('hex'))
      }),
      { seed: 22, numRuns: 1000 },
    )
  })

  it('never decodes bytes otherwise than the platform does, nor what does not encode to them again', () => {
    const byte = fc.oneof(
      fc.nat({ max: 255 }),
      fc.integer({ min: 0x80, max: 0xff }),
      fc.integer({ min: 0x30, max: 0x42 }),
    )
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 12 }), fc.nat({ max: 20 }), (values, before) => {
        const bytes = Buffer.from([...Array<number>(before).fill(0x61), ...values])
        const decoded = decodeByKernel(bytes, encoding)
        if (decoded === undefined) return
        const text = Buffer.from(decoded)
        expect(hex(text)).toBe(hex(findUtf8(bytes, encoding)))
        expect(hex(findEncoded(text, encoding))).toBe(hex(bytes))
      }),
      { seed: 23, numRuns: 5000 },
    )
  })

  it('decodes every pair of bytes as the platform does, or not at all', () => {
    let decodedPairs = 0
    for (let pair = 0x8000; pair < 0x10000; pair++) {
      const bytes = Buffer.from([pair >> 8, pair & 0xff])
      const decoded = decodeByKernel(bytes, encoding)
      if (decoded === undefined) continue
      decodedPairs++
      if (hex(decoded) !== hex(findUtf8(bytes, encoding))) expect(pair.toString(16)).toBe('decoded alike')
    }
    expect(decodedPairs).toBeGreaterThan(6000)
  })
})

describe('text that the tables do not know', () => {
  it('of a few characters is still done, of many is left to the platform', () => {
    const character = Buffer.from('😀')
    const bytes = (count: number) =>
      findEncoded(Buffer.concat(Array(count).fill(character)), 'gb18030') ?? new Uint8Array(0)
    expect(decodeByKernel(bytes(4096), 'gb18030')?.length).toBe(4 * 4096)
    expect(decodeByKernel(bytes(4097), 'gb18030')).toBeUndefined()
  })

  it('is refused where the encoding has no bytes for it, and where it ends too early', () => {
    expect(encodeByKernel(Buffer.from('a😀'), 'big5')).toBeUndefined()
    expect(decodeByKernel(Buffer.from('6181', 'hex'), 'gb18030')).toBeUndefined()
    expect(decodeByKernel(Buffer.from('619439da', 'hex'), 'gb18030')).toBeUndefined()
    expect(decodeByKernel(Buffer.from('61c7', 'hex'), 'euc-kr')).toBeUndefined()
    expect(decodeByKernel(Buffer.from('a'), 'utf-8')).toBeUndefined()
  })
})
