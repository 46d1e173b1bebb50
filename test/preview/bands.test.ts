import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  AMOUNT_BANDS,
  amountBand,
  amountBandNumber,
  type CountBand,
  countBand,
  possibleCounts,
  possibleRows,
  roundRows,
} from '../../src/preview/bands.ts'
import { breakDown } from '../../src/preview/break-down.ts'
import { fillBand, possibleFilled } from '../../src/preview/fill.ts'
import { AMOUNT_UNIT } from '../../src/preview/read-amount.ts'

const counts = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20_000_000 }))

describe('a band of rows', () => {
  it.each<[number, CountBand]>([
    [0, 'few'],
    [9, 'few'],
    [10, { from: 10, below: 20 }],
    [19, { from: 10, below: 20 }],
    [20, { from: 20, below: 50 }],
    [49, { from: 20, below: 50 }],
    [50, { from: 50, below: 100 }],
    [99, { from: 50, below: 100 }],
    [100, { from: 100, below: 200 }],
    [4_999_999, { from: 2_000_000, below: 5_000_000 }],
  ])('of %i is %j', (count, band) => {
    expect(countBand(count)).toEqual(band)
  })

  it('holds what it was made of', () => {
    fc.assert(
      fc.property(counts, (count) => {
        const { least, most } = possibleCounts(countBand(count))
        expect(count).toBeGreaterThanOrEqual(least)
        expect(count).toBeLessThanOrEqual(most)
      }),
    )
  })
})

describe('a rounded number of rows', () => {
  it.each([
    [9, 2, 'few'],
    [10, 2, { about: 10 }],
    [99, 2, { about: 99 }],
    [123, 2, { about: 120 }],
    [995, 2, { about: 1000 }],
    [1234, 3, { about: 1230 }],
    [999_999, 3, { about: 1_000_000 }],
  ])('of %i to %i digits is %j', (rows, digits, rounded) => {
    expect(roundRows(rows, digits)).toEqual(rounded)
  })

  it.each([2, 3])('of %i digits could be exactly what rounds to it', (digits) => {
    for (const rows of [...Array.from({ length: 1300 }, (_, row) => row), 9949, 9950, 10_049, 10_050]) {
      const rounded = roundRows(rows, digits)
      const { least, most } = possibleRows(rounded, digits)
      expect([roundRows(least, digits), roundRows(most, digits)]).toEqual([rounded, rounded])
      expect(roundRows(most + 1, digits)).not.toEqual(rounded)
      if (least > 0) expect(roundRows(least - 1, digits)).not.toEqual(rounded)
      expect(rows >= least && rows <= most).toBe(true)
    }
  })
})

describe('how much is filled', () => {
  it('is told so that neither filled nor empty cells under ten can be counted', () => {
    fc.assert(
      fc.property(counts, counts, (filled, empty) => {
        const rows = possibleRows(roundRows(filled + empty, 3), 3)
        const { least, most } = possibleFilled(fillBand(filled, filled + empty), rows)
        expect(filled >= least && filled <= most).toBe(true)
        if (filled < 10) expect([least, most]).toEqual([0, 9])
        else if (empty < 10) expect(rows.most - least).toBeGreaterThanOrEqual(9)
      }),
    )
  })

  it.each([
    [9, 100, 'few'],
    [91, 100, 'all-but-few'],
    [10, 101, 'under-10'],
    [10, 100, '10-to-50'],
    [50, 100, '50-to-90'],
    [90, 100, 'over-90'],
    [5, 9, 'few'],
  ])('of %i in %i is %s', (filled, rows, band) => {
    expect(fillBand(filled, rows)).toBe(band)
  })
})

describe('a broken-down whole', () => {
  /** What somebody can work out of a part from everything else that is told. */
  const workOut = (bands: readonly CountBand[], part: number, whole: { least: number; most: number }) => {
    const others = bands.filter((_, at) => at !== part).map(possibleCounts)
    const own = possibleCounts(bands[part] ?? 'few')
    return {
      least: Math.max(own.least, whole.least - others.reduce((sum, { most }) => sum + most, 0)),
      most: Math.min(own.most, whole.most - others.reduce((sum, { least }) => sum + least, 0)),
    }
  }
  const parts = fc.array(fc.oneof(fc.integer({ min: 0, max: 30 }), counts), { minLength: 1, maxLength: 14 })

  it('never lets a part under ten be worked out', () => {
    fc.assert(
      fc.property(parts, fc.boolean(), (numbers, exact) => {
        const total = numbers.reduce((sum, number) => sum + number, 0)
        const whole = exact ? { least: total, most: total } : possibleRows(roundRows(total, 3), 3)
        const bands = breakDown(numbers, whole)
        for (const [part, number] of (bands === undefined ? [] : numbers).entries()) {
          if (number >= 10) continue
          const { least, most } = workOut(bands ?? [], part, whole)
          expect(least).toBe(0)
          expect(most).toBeGreaterThanOrEqual(9)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('tells bands that hold the numbers', () => {
    fc.assert(
      fc.property(parts, (numbers) => {
        const total = numbers.reduce((sum, number) => sum + number, 0)
        const bands = breakDown(numbers, { least: total, most: total })
        for (const [part, band] of (bands ?? []).entries()) {
          const { least, most } = possibleCounts(band)
          expect(numbers[part]).toBeGreaterThanOrEqual(least)
          expect(numbers[part]).toBeLessThanOrEqual(most)
        }
      }),
    )
  })

  it('holds back the smallest part of ten or more where a smaller one would follow from the rest', () => {
    // 1,000 is the lower border of its band: of 1,003 rows, at most 3 can be left over.
    const exact = { least: 1003, most: 1003 }
    expect(breakDown([1000, 3], exact)).toEqual(['withheld', 'withheld'])
    expect(breakDown([900, 100, 3], exact)).toEqual([
      { from: 500, below: 1000 },
      { from: 100, below: 200 },
      'few',
    ])
  })

  it('is not told where there are only small parts, or fewer than ten rows', () => {
    expect(breakDown([9, 9], { least: 18, most: 18 })).toBeUndefined()
    expect(breakDown([4, 5], { least: 0, most: 9 })).toBeUndefined()
  })
})

describe('a band of amounts', () => {
  it.each<[bigint, unknown]>([
    [-1n, 'negative'],
    [0n, 'zero'],
    [1n, { from: 0, below: 1 }],
    [AMOUNT_UNIT - 1n, { from: 0, below: 1 }],
    [AMOUNT_UNIT, { from: 1, below: 2 }],
    [5n * AMOUNT_UNIT, { from: 5, below: 10 }],
    [1_999n * AMOUNT_UNIT, { from: 1000, below: 2000 }],
    [10n ** 15n * AMOUNT_UNIT - 1n, { from: 5 * 10 ** 14, below: 10 ** 15 }],
    [10n ** 15n * AMOUNT_UNIT, { from: 10 ** 15, below: null }],
  ])('of %i ten-thousandths is %j', (amount, band) => {
    expect(amountBand(amountBandNumber(amount))).toEqual(band)
    expect(amountBandNumber(amount)).toBeLessThan(AMOUNT_BANDS)
  })
})
