import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { MEMBER_COLUMNS, memberExport } from './member-export.ts'

const ROWS = 5000
const text = [...memberExport(ROWS)].join('')
const rows: string[][] = parse(text, { fromLine: 2 })

describe('the export that the benchmark makes up', () => {
  it('is the same every time, so that figures of different days can be compared', () => {
    const digest = createHash('sha256').update(text).digest('hex')
    expect(digest).toBe('84da988f01253bf026e480a4539cae270fd1fdff9696ba759b6091e3a306ae6b')
  })

  it('has as many rows as asked for, of sixteen columns, with commas, line feeds and quotes in remarks', () => {
    expect(rows).toHaveLength(ROWS)
    expect(rows.every((row) => row.length === MEMBER_COLUMNS.length)).toBe(true)
    for (const mark of [',', '\n', '"']) expect(rows.some((row) => row[15]?.includes(mark))).toBe(true)
  })

  it('has ID numbers whose check character holds and whose date and sex agree with the row', () => {
    const withId = rows.filter((row) => row[4] !== '')
    expect(withId.length).toBeGreaterThan(ROWS / 2)
    for (const [, , sex, , id = '', birth = ''] of withId) {
      const digits = [...id].map((character) => (character === 'X' ? 10 : Number(character)))
      // ISO 7064 MOD 11-2: the weighted sum of all eighteen leaves 1.
      const sum = digits.reduce((total, digit, at) => total + digit * (2 ** (17 - at) % 11), 0)
      expect(sum % 11).toBe(1)
      expect(id.slice(6, 14)).toBe(birth.replaceAll('-', ''))
      expect(Number(id[16]) % 2).toBe(sex === '男' ? 1 : 0)
    }
  })

  it('has mobile numbers of eleven digits', () => {
    expect(rows.every((row) => /^1\d{10}$/.test(row[3] ?? ''))).toBe(true)
  })
})
