import { describe, expect, it } from 'vitest'
import { findMonth } from '../../src/classify/read-segments.ts'

describe('the month of a date cell', () => {
  it.each([
    ['2025-03-04', 2025, 3],
    ['2025/3/4 10:20:30', 2025, 3],
    ['2025.03.04', 2025, 3],
    ['2025年3月4日', 2025, 3],
    ['2025年3月', 2025, 3],
    ['2025-03', 2025, 3],
    ['20250304', 2025, 3],
    ['20250304102030', 2025, 3],
    ['2025-03-04T10:20:30Z', 2025, 3],
    ['25/03/2025', 2025, 3],
    ['03/25/2025', 2025, 3],
    ['04.03.2025', 2025, 3],
    ['03/03/2025', 2025, 3],
    ['25/03/25', 2025, 3],
    ['民国114年3月4日', 2025, 3],
    ['114/03/04', 2025, 3],
    ['Mar 4, 2025', 2025, 3],
    ['4 mars 2025', 2025, 3],
    ['12. Dezember 2024', 2024, 12],
    ['Tue, 04 Mar 2025 10:00:00 GMT', 2025, 3],
    ['R7.3.4', 2025, 3],
    ['平成28年3月', 2016, 3],
    ['2025년 3월 4일', 2025, 3],
    ['2025. 3. 4.', 2025, 3],
    ['03/2025', 2025, 3],
    ['04-Mar-2025', 2025, 3],
    ['1741082400', 2025, 3],
    ['1741082400000', 2025, 3],
  ])('of %s is %i-%i', (cell, year, month) => {
    expect(findMonth(cell)).toMatchObject({ year, month })
  })

  it('shows the order of days and months where it can be seen', () => {
    expect(findMonth('25/03/2025')).toEqual({ year: 2025, month: 3, order: 'day-first' })
    expect(findMonth('03/25/2025')).toEqual({ year: 2025, month: 3, order: 'month-first' })
  })

  it('is left open where it cannot', () => {
    expect(findMonth('03/04/2025')).toEqual({ year: 2025, either: [3, 4] })
  })

  it.each(['', 'soon', '3月4日', '2025-13-45', '2025-20-01', '99', 'Mar 4'])('is none in "%s"', (cell) => {
    expect(findMonth(cell)).toBeUndefined()
  })
})
