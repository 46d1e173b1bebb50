import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openKernelMemory } from '../../../src/kernel/kernel.ts'
import { type CellColumn, hashCells, hashRows } from '../../../src/restore/compare/hash-cells.ts'
import { hashByKernel } from '../../../src/restore/compare/kernel/hash-by-kernel.ts'
import { SipHash } from '../../../src/restore/compare/sip-hash.ts'

const KEY = Uint8Array.from({ length: 16 }, (_, at) => at)
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** https://github.com/veorq/SipHash/blob/master/vectors.h, vectors_sip128: by the length of a message 00 01 02 … */
const VECTORS: readonly (readonly [length: number, hash: string])[] = [
  [0, 'a3817f04ba25a8e66df67214c7550293'],
  [8, '3b62a9ba6258f5610f83e264f31497b4'],
  [16, '6ee2a4ca67b054bbfd3315bf85230577'],
]

const cell = fc.oneof(
  fc.constantFrom('', '""', '"', ',', '1234567', '12345678', '123456789', '茶', 'a\nb', '"a"'),
  fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replaceAll('\0', '')),
)
/** A field, bare where it may be or quoted all the same. */
const field = fc.tuple(cell, fc.boolean()).map(([text, quoted]) => {
  if (text === '') return quoted ? '""' : ''
  return quoted || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
})
const columnOf = (fields: readonly string[]): CellColumn => ({
  bytes: new Uint8Array(Buffer.from(fields.map((each) => `${each}\n`).join(''))),
})

describe('the keyed hash of rows', () => {
  it('is SipHash-2-4 with 128 bits', () => {
    for (const [length, expected] of VECTORS) {
      const hash = new SipHash(KEY)
      hash.begin()
      for (let at = 0; at < length; at += 8) {
        const word = Buffer.from(Array.from({ length: 8 }, (_, byte) => at + byte))
        hash.word(word.readInt32LE(0), word.readInt32LE(4))
      }
      const out = Buffer.alloc(16)
      hash.end(new DataView(out.buffer, out.byteOffset), 0)
      expect(hexOf(out)).toBe(expected)
    }
  })

  it('is the same by the kernel and without it, wherever the cells lie', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(field, field, fc.nat({ max: 5 })), { minLength: 1, maxLength: 9 }),
        fc.boolean(),
        (rows, inKernel) => {
          const columns = [columnOf(rows.map(([one]) => one)), columnOf(rows.map(([, other]) => other))]
          const marks = Uint8Array.from(rows, ([, , mark]) => mark)
          const memory = inKernel ? openKernelMemory() : undefined
          const bytes = columns[0]!.bytes
          const at = memory?.take([bytes.length])?.[0]
          if (memory !== undefined && at !== undefined) memory.bytes.set(bytes, at)
          const placed = at === undefined ? bytes : memory!.bytes.subarray(at, at + bytes.length)
          const asked = [{ bytes: placed }, { ...columns[1]!, marks }]
          const expected = hashRows([columns[0]!, { ...columns[1]!, marks }], rows.length, KEY)
          const found = hashByKernel(asked, rows.length, KEY)
          if (rows.length * 2 <= bytes.length + columns[1]!.bytes.length)
            expect(found === undefined ? undefined : hexOf(found)).toBe(hexOf(expected))
        },
      ),
    )
  })

  it('takes a text as it is, quoted or not, and no other for it', () => {
    const hashes = (...fields: string[]) => Array.from(hashCells([columnOf(fields)], rowsOf(fields), KEY))
    const rowsOf = (fields: readonly string[]) => Uint32Array.from(fields.keys())
    const [bare, quoted, empty, text, spaced, doubled, single] = hashes(
      'a',
      '"a"',
      '',
      '""',
      'a ',
      '""""',
      '""""""',
    )
    expect(bare).toBe(quoted)
    expect(new Set([bare, empty, text, spaced, doubled, single]).size).toBe(6)
  })

  it('gives up on cells that are not of the strict form', () => {
    const of = (text: string, rows: number) => hashByKernel([{ bytes: Buffer.from(text) }], rows, KEY)
    expect(of('a\nb\n', 2)).toBeDefined()
    expect([of('a\nb\n', 1), of('a\nb', 2), of('"a\n', 1), of('"a"b\n', 1)]).toEqual(
      Array.from({ length: 4 }, () => undefined),
    )
  })
})
