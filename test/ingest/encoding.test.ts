import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteTable } from '../../src/ingest/encoding/byte-tables.ts'
import { findBadByte, findUtf8, wholeUtf8 } from '../../src/ingest/encoding/decode.ts'
import { findEncoded } from '../../src/ingest/encoding/encode.ts'
import { CANDIDATES, type Encoding } from '../../src/ingest/encoding/encodings.ts'
import { countHeaderWords } from '../../src/ingest/encoding/header-words.ts'
import { openDecoder } from '../../src/ingest/encoding/open-decoder.ts'
import { type CsvDialect, cutSlice, type ENCODINGS, findEncoding, joinSlice } from '../../src/ingest/index.ts'

function textOf(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? Buffer.from('invalid')).toString()
}

describe('encoding', () => {
  for (const encoding of ['gb18030', 'big5', 'shift_jis', 'euc-kr', 'windows-1252'] as const) {
    it(`in ${encoding} gives bytes that decode to the same character, for all that it has`, () => {
      const { codes } = byteTable(encoding)
      const decoder = openDecoder(encoding, true)
      let wrong = 0
      for (let point = 0x80; point < 0x10000; point++) {
        if (codes[point] === 0) continue
        const bytes = findEncoded(Buffer.from(String.fromCodePoint(point)), encoding) ?? new Uint8Array(0)
        if (decoder.decode(bytes) !== String.fromCodePoint(point)) wrong++
      }
      expect(wrong).toBe(0)
    })
  }

  it('in GB18030 has bytes for every character but U+FFFD and what is unassigned in private use', () => {
    const { codes } = byteTable('gb18030')
    const missing: number[] = []
    for (let point = 1; point < 0x10000; point++) {
      if (codes[point] === 0 && (point < 0xd800 || point > 0xf8ff)) missing.push(point)
    }
    expect(missing).toEqual([0xfffd])
    const decoder = openDecoder('gb18030', true)
    for (const point of [0x10000, 0x1f600, 0x20000, 0x2ffff, 0x10ffff]) {
      const character = String.fromCodePoint(point)
      expect(decoder.decode(findEncoded(Buffer.from(character), 'gb18030') ?? Buffer.of())).toBe(character)
    }
  })

  it('writes the form that Windows writes where a character has two', () => {
    const form = (text: string, encoding: 'gb18030' | 'big5' | 'shift_jis') =>
      Buffer.from(findEncoded(Buffer.from(text), encoding) ?? []).toString('hex')
    expect(form('\u3000', 'gb18030')).toBe('a1a1')
    expect(form('€', 'gb18030')).toBe('a2e3')
    expect(form('十', 'big5')).toBe('a451')
    expect(form('纊', 'shift_jis')).toBe('fa5c')
  })

  it('refuses a character that the encoding has not', () => {
    expect(findEncoded(Buffer.from('a中'), 'windows-1252')).toBeUndefined()
    expect(findEncoded(Buffer.from('a😀'), 'big5')).toBeUndefined()
  })

  // Deeds restore by these tables. If this fails after a change of Node, its decoder has changed: keep the old tables.
  it('has the tables that deeds were sealed with', () => {
    const digest = (encoding: (typeof ENCODINGS)[number]) =>
      createHash('sha256')
        .update(new Uint8Array(byteTable(encoding).codes.buffer))
        .digest('hex')
        .slice(0, 16)
    expect(
      [
        'gb18030' as const,
        'big5' as const,
        'shift_jis' as const,
        'euc-kr' as const,
        'windows-1252' as const,
      ].map(digest),
    ).toEqual([
      '44a24b44d8c98b48',
      '2c807c1613cb15a4',
      'b8c3a1a23c4cc402',
      'af317b511f34a59b',
      'c710413b86e1f505',
    ])
  })
})

describe('decoding', () => {
  it('reads windows-1252 and the controls of Shift_JIS as they are, on every Node', () => {
    const text = (hex: string, encoding: 'windows-1252' | 'shift_jis') =>
      textOf(findUtf8(Buffer.from(hex, 'hex'), encoding))
    expect(text('808182999ea0e9ff', 'windows-1252')).toBe('€\u0081‚™ž\u00a0éÿ')
    expect(text('1a1b1c7f8abf', 'shift_jis')).toBe('\u001a\u001b\u001c\u007f漢')
  })

  it('finds the first byte of the first bad sequence', () => {
    const bad = (hex: string, encoding: (typeof ENCODINGS)[number]) =>
      findBadByte(Buffer.from(hex, 'hex'), encoding)
    expect(bad('6162ff', 'utf-8')).toBe(2)
    expect(bad('61e4b8ade4b8', 'utf-8')).toBe(4)
    expect(bad('61e4b861', 'utf-8')).toBe(1)
    expect(bad('61d0d5d0', 'gb18030')).toBe(3)
    expect(bad('61d0d5d00a61', 'gb18030')).toBe(3)
    expect(bad('610000d80a00', 'utf-16le')).toBe(2)
    expect(bad('6162', 'utf-8')).toBe(2)
  })

  it('refuses in Korean, Japanese and Big5 what would become control characters', () => {
    expect(findUtf8(Buffer.from('618141', 'hex'), 'euc-kr')).toBeUndefined()
    expect(findUtf8(Buffer.from('61ff41', 'hex'), 'big5')).toBeUndefined()
    expect(textOf(findUtf8(Buffer.from('61c7d1', 'hex'), 'euc-kr'))).toBe('a한')
  })

  it('knows where a piece of UTF-8 ends within a character', () => {
    const bytes = Buffer.from('a中😀')
    expect(Array.from({ length: bytes.length + 1 }, (_, end) => wholeUtf8(bytes.subarray(0, end)))).toEqual([
      0, 1, 1, 1, 4, 4, 4, 4, 8,
    ])
  })
})

describe('an export in a double byte encoding', () => {
  it('is given back byte for byte, whatever forms its characters have', () => {
    const forms = fc.oneof(
      fc.constantFrom(
        0x61,
        0x22,
        0x2c,
        0x0a,
        0x0d,
        0x7c,
        0x3b,
        0x30,
        0x80,
        0xa1,
        0xa3,
        0xa6,
        0xd9,
        0xfe,
        0x59,
      ),
      fc.integer({ min: 1, max: 255 }),
    )
    const pair = fc.tuple(fc.integer({ min: 0x81, max: 0xfe }), fc.integer({ min: 0x30, max: 0xfe }))
    const piece = fc.oneof(
      forms.map((byte) => [byte]),
      pair,
      fc.constantFrom([0xa3, 0xa0], [0x84, 0x31, 0x82, 0x36], [0xfa, 0x54], [0x81, 0xca], [0xa2, 0xcc]),
    )
    let accepted = 0
    const property = (encoding: Encoding) =>
      fc.property(
        fc.constantFrom(',' as const, '|' as const, ';' as const),
        fc.array(fc.array(piece, { maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        (delimiter, fields) => {
          const bytes = Buffer.concat(fields.map((field) => Buffer.from([...field.flat(), 0x2c])))
          const dialect: CsvDialect = { encoding, delimiter, lineEnd: '\n', columns: 1 }
          for (const columns of [1, 2, 3, fields.length + 1]) {
            const slice = cutOrNothing(bytes, { ...dialect, columns })
            if (slice === undefined) continue
            accepted++
            expect(Buffer.from(joinSlice(slice, { ...dialect, columns })).equals(bytes)).toBe(true)
          }
        },
      )
    // One after the other: only the tables of the last encoding are kept.
    for (const encoding of CANDIDATES) fc.assert(property(encoding), { seed: 4, numRuns: 1000 })
    expect(accepted).toBeGreaterThan(1000)
  })
})

describe('names', () => {
  it('of encodings are found as people write them', () => {
    expect(['GBK', 'utf8', ' GB2312 ', 'SJIS', 'big5', 'UTF-16LE'].map(findEncoding)).toEqual([
      'gb18030',
      'utf-8',
      'gb18030',
      'shift_jis',
      'big5',
      'utf-16le',
    ])
    expect(findEncoding('__proto__')).toBeUndefined()
    expect(findEncoding('ebcdic')).toBeUndefined()
  })

  it('in a header line count once each, in any of the four languages', () => {
    expect(countHeaderWords('id,name')).toBe(0)
    expect(countHeaderWords('姓名,性别,性别')).toBe(2)
    expect(countHeaderWords('氏名,住所')).toBe(2)
    expect(countHeaderWords('이름,주소')).toBe(2)
  })
})

function cutOrNothing(bytes: Uint8Array, dialect: CsvDialect) {
  try {
    return cutSlice(bytes, dialect, { number: 0, offset: 0, last: true })
  } catch {
    return undefined
  }
}
