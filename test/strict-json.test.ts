import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DatadeedError } from '../src/errors.ts'
import { JSON_DEPTH, JSON_VALUES } from '../src/limits.ts'
import { parseStrictJson } from '../src/strict-json.ts'

const read = (text: string) => parseStrictJson(Buffer.from(text), 'the manifest')
const damaged = expect.objectContaining({ code: 'DAMAGED' })
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

describe('strict JSON', () => {
  it.each([
    ['null', null],
    [' true ', true],
    ['false', false],
    ['"\\u00e9\\n\\"\\\\\\/"', 'é\n"\\/'],
    ['"\\ud83d\\ude00 中文"', '😀 中文'],
    ['[]', []],
    ['[1,\t[2],\r\n{}]', [1, [2], {}]],
    ['0', 0],
    ['-1', -1],
    ['0.1', 0.1],
    ['1.50', 1.5],
    ['2.0', 2],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    ['-9007199254740991', Number.MIN_SAFE_INTEGER],
  ])('reads %s', (text, value) => {
    expect(read(text)).toEqual(value)
  })

  it('reads what JSON.stringify writes', () => {
    const number = fc.oneof(
      fc.maxSafeInteger(),
      fc.integer({ min: -9999, max: 9999 }).map((n) => n / 100),
    )
    const leaf = fc.oneof(fc.string({ unit: 'binary' }), fc.boolean(), fc.constant(null), number)
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('tree')), fc.dictionary(fc.string(), tie('tree'))),
    }))
    const plain = (value: unknown) => JSON.parse(JSON.stringify(value))
    fc.assert(
      fc.property(tree, (value) => {
        const text = JSON.stringify(value)
        fc.pre(!text.includes('"__proto__":') && !/[:[,]-0[,}\]]|^-0$/.test(text))
        expect(plain(read(text))).toEqual(plain(value))
      }),
      { numRuns: 300, seed: 7 },
    )
  })

  it('accepts nothing that JSON.parse refuses, and means the same by the rest', () => {
    const alphabet = fc.constantFrom(...'{}[]",:\\u0123456789eE+-. truefalsn\n')
    fc.assert(
      fc.property(fc.string({ unit: alphabet, maxLength: 12 }), (text) => {
        let value: unknown
        try {
          value = read(text)
        } catch (error) {
          expect(error).toBeInstanceOf(DatadeedError)
          return
        }
        expect(JSON.parse(JSON.stringify(value))).toEqual(JSON.parse(text))
      }),
      { numRuns: 5000, seed: 11 },
    )
  })

  it.each([
    '',
    ' ',
    '{',
    '[1,]',
    '[1 2]',
    '[,1]',
    '{"a":1,}',
    '{"a" 1}',
    '{a:1}',
    "{'a':1}",
    '{"a":1 "b":2}',
    'nul',
    'undefined',
    'NaN',
    '-',
    '.5',
    '5.',
    '+1',
    '01',
    '// x\n1',
  ])('refuses what is not JSON: %j', (text) => {
    expect(() => read(text)).toThrow(damaged)
  })

  it.each(['1 1', '{}x', '{}\0', 'null,', '[]]', '""""'])('refuses bytes after the value: %j', (text) => {
    expect(() => read(text)).toThrow(damaged)
  })

  it.each(['{"a":1,"a":1}', '[{"x":{"a":1,"b":2,"\\u0061":3}}]', '{"":1,"":2}'])(
    'refuses a key that stands twice: %s',
    (text) => {
      expect(() => read(text)).toThrow(damaged)
    },
  )

  it('refuses __proto__ however it is spelled, and lets no key reach a prototype', () => {
    expect(() => read('{"__proto__":{"polluted":1}}')).toThrow(damaged)
    expect(() => read('{"\\u005f_proto__":{"polluted":1}}')).toThrow(damaged)
    const value = read('{"constructor":{"prototype":{"polluted":1}},"toString":1,"hasOwnProperty":2}')
    expect(Object.keys(value as object)).toEqual(['constructor', 'toString', 'hasOwnProperty'])
    expect(Object.getPrototypeOf(value)).toBeNull()
    expect('polluted' in {}).toBe(false)
  })

  it.each([
    '1e400',
    '1e2',
    '-0',
    '-0.0',
    '9007199254740992',
    '9007199254740993',
    '-9007199254740993',
    '0.10000000000000000001',
    '1.00000000000000000001',
    `1${'0'.repeat(50)}`,
    `0.${'1'.repeat(100_000)}`,
  ])('refuses a number that would change: %.30s', (text) => {
    expect(() => read(text)).toThrow(damaged)
  })

  it.each(['"\\ud800"', '"\\udc00\\ud800"', '"\n"', '"\\x41"', '"\\u12g4"', '"', '"\\', '"\\"'])(
    'refuses a broken string: %j',
    (text) => {
      expect(() => read(text)).toThrow(damaged)
    },
  )

  it('refuses a byte order mark and invalid UTF-8', () => {
    expect(() => read('\ufeff{}')).toThrow(damaged)
    for (const bytes of ['22ff22', '22c0af22', '22eda08022', '22e4b8']) {
      expect(() => parseStrictJson(Buffer.from(bytes, 'hex'), 'x')).toThrow(damaged)
    }
  })

  it('reads as deep as the limit says and no deeper', () => {
    expect(() => read(nested(JSON_DEPTH))).not.toThrow()
    const limit = expect.objectContaining({ code: 'LIMIT' })
    expect(() => read(nested(JSON_DEPTH + 1))).toThrow(limit)
    expect(() => read('[{"a":'.repeat(100_000))).toThrow(limit)
    expect(() => read(`[${nested(JSON_DEPTH - 1)},${nested(JSON_DEPTH - 1)}]`)).not.toThrow()
  })

  it('reads as many values as the limit says and no more, however they are nested', () => {
    const limit = expect.objectContaining({ code: 'LIMIT' })
    const list = (values: number) => `[${Array(values).fill('0').join()}]`
    const map = (values: number) => `{${Array.from({ length: values }, (_, at) => `"${at}":0`).join()}}`
    for (const text of [list, map]) {
      expect(() => read(text(JSON_VALUES - 1))).not.toThrow()
      expect(() => read(text(JSON_VALUES))).toThrow(limit)
    }
    expect(() => read(`{"ext":{"a":${list(JSON_VALUES - 3)}}}`)).not.toThrow()
    expect(() => read(`{"ext":{"a":${list(JSON_VALUES - 2)}}}`)).toThrow(limit)
  })

  it('takes time in proportion to the input', () => {
    const seconds = (step: () => unknown) => {
      const start = performance.now()
      step()
      return (performance.now() - start) / 1000
    }
    expect(seconds(() => read(`["${'\\u4e2d'.repeat(500_000)}"]`))).toBeLessThan(2)
    expect(seconds(() => read(`[${'1,'.repeat(300_000)}1]`))).toBeLessThan(2)
    const keys = Array.from({ length: 100_000 }, (_, index) => `"k${index}":0`).join(',')
    expect(seconds(() => read(`{${keys}}`))).toBeLessThan(2)
  })

  it('names the document and the place, and shows nothing of the content', () => {
    for (const text of ['{"canary-4711":1,"canary-4711":2}', '["canary-4711', '["canary-4711" x]']) {
      const told = (() => {
        try {
          return String(read(text))
        } catch (error) {
          return error instanceof DatadeedError ? `${error.message} ${String(error.cause)}` : ''
        }
      })()
      expect(told).toContain('the manifest')
      expect(told).not.toContain('canary')
    }
  })
})
