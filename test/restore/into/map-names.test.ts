import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mapNames, type NameRules } from '../../../src/restore/into/map-names.ts'

const rules: NameRules = {
  mostBytes: 12,
  fold: (name) => name.toLowerCase(),
  isReserved: (folded) => folded === 'ctid' || folded.startsWith('own_'),
}
const name = fc.oneof(
  fc.constantFrom(
    'a',
    'A',
    'ctid',
    'own_x',
    'OWN_',
    '会员编号甲',
    '会员编号乙',
    'a\0b',
    'a_b',
    '',
    'a_2',
    '👨‍👩‍👧‍👦',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
)

describe('names in a target', () => {
  it('are possible there, no two the same, and their own wherever that can be', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), (names) => {
        const mapped = mapNames(names, rules)
        expect(mapped.length).toBe(names.length)
        expect(new Set(mapped.map(rules.fold)).size).toBe(names.length)
        for (const [at, own] of mapped.entries()) {
          expect(Buffer.byteLength(own)).toBeLessThanOrEqual(rules.mostBytes)
          expect([own === '', own.includes('\0'), rules.isReserved(rules.fold(own))]).toEqual([
            false,
            false,
            false,
          ])
          const asked = names[at] ?? ''
          const first = names.findIndex((other) => rules.fold(other) === rules.fold(asked)) === at
          const possible =
            asked !== '' &&
            !asked.includes('\0') &&
            Buffer.byteLength(asked) <= rules.mostBytes &&
            !rules.isReserved(rules.fold(asked))
          if (first && possible) expect(own).toBe(asked)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('are cut behind a whole character, and numbered where that makes twins', () => {
    expect(mapNames(['会员编号甲', '会员编号乙', 'ctid', 'a', 'A', 'own_x', 'ab👨‍👩‍👧‍👦'], rules)).toEqual([
      ...['会员编号', '会员编_2', 'ctid_2', 'a', 'A_2', '_own_x', 'ab_2'].slice(0, 6),
      'ab',
    ])
  })

  it('are found soon, however many are cut to one', () => {
    const names = Array.from({ length: 3000 }, (_, at) => `${'n'.repeat(70)}${at}`)
    const mapped = mapNames(names, { ...rules, mostBytes: 63 })
    expect(mapped.slice(0, 2)).toEqual(['n'.repeat(63), `${'n'.repeat(61)}_2`])
    expect(mapped.at(-1)).toBe(`${'n'.repeat(58)}_3000`)
  })
})
