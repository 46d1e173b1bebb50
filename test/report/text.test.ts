import { describe, expect, it } from 'vitest'
import { displayWidth, formatBytes, formatCount, formatDuration, padEnd } from '../../src/report/index.ts'
import { renderTextTable } from '../../src/report/text-table.ts'

describe('text for a terminal', () => {
  it('counts two columns for East Asian wide characters and none for combining ones', () => {
    expect(displayWidth('abc')).toBe(3)
    expect(displayWidth('会员')).toBe(4)
    expect(displayWidth('ｱ')).toBe(1)
    expect(displayWidth('Ａ')).toBe(2)
    expect(displayWidth('한')).toBe(2)
    expect(displayWidth('𠮷')).toBe(2)
    expect(displayWidth('e\u0301')).toBe(1)
    expect(padEnd('会员', 6)).toBe('会员  ')
  })

  it('aligns the columns of a table by their width on the screen', () => {
    const lines = renderTextTable(
      ['表', 'rows'],
      [
        ['会员', '600'],
        ['orders', '1,000'],
      ],
      [1],
    )
    expect(lines).toEqual(['表       rows', '会员      600', 'orders  1,000'])
  })

  it('aligns more rows than a call takes arguments', () => {
    const rows = Array.from({ length: 150_000 }, () => ['1'])
    expect(renderTextTable(['rows'], rows, [0]).at(-1)).toBe('   1')
  })

  it('writes sizes, counts and times at their borders', () => {
    expect([0, 1023, 1024, 1024 ** 2 - 1, 1024 ** 2, 1024 ** 3].map(formatBytes)).toEqual([
      '0 B',
      '1023 B',
      '1.0 KiB',
      '1024.0 KiB',
      '1.0 MiB',
      '1.0 GiB',
    ])
    expect([0, 999, 1000, 1_000_000].map(formatCount)).toEqual(['0', '999', '1,000', '1,000,000'])
    expect([0, 9.94, 10, 59.4, 60, 3599, 3600, 3725].map(formatDuration)).toEqual([
      '0.0 s',
      '9.9 s',
      '10 s',
      '59 s',
      '1:00',
      '59:59',
      '1:00:00',
      '1:02:05',
    ])
  })
})
