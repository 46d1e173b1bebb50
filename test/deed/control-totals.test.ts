import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { totalSegments } from '../../src/deed/blocks.ts'
import { encodeControlTotals, readAllTotals } from '../../src/deed/facts.ts'
import type { Manifest } from '../../src/deed/index.ts'
import { addTotals, differenceOf, NO_TOTAL, sameTotal, type Total } from '../../src/deed/index.ts'
import { readExactAmount } from '../../src/deed/read-amount.ts'
import type { DatadeedError } from '../../src/errors.ts'
import { CONTROL_TOTALS } from '../../src/limits.ts'

const page = readFileSync(join(import.meta.dirname, '../../src/deed/FORMAT.md'), 'utf8')

function totalOf(lines: readonly string[], plain = false): Total {
  const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''))
  const [total] = totalSegments([{ column: 3, kind: 'cells', bytes }], [{ column: 3, plain }])
  return total ?? NO_TOTAL
}

const decimal = (total: Total): string => differenceOf(NO_TOTAL, total)

describe('the sum of a column', () => {
  it('takes amounts as the table of FORMAT.md section 8.2 has them', () => {
    const rows = Array.from(page.matchAll(/^\| `(.+)` \| ([-\d.]+|none) \| ?(\d?) \|$/gm), (row) =>
      row.slice(1),
    )
    expect(rows.length).toBeGreaterThan(15)
    for (const [text = '', amount = '', scale = ''] of rows) {
      const total = totalOf([`"${text.replaceAll('"', '""')}"`])
      if (amount === 'none') expect([text, total.other]).toEqual([text, 1])
      else expect([text, decimal(total), total.scale]).toEqual([text, amount, Number(scale)])
    }
  })

  it('counts cells that hold nothing and cells that are no amount apart from the amounts', () => {
    const total = totalOf(['1.50', '', '""', '"  "', 'none', '-2', '1.234', '0.10'])
    expect(total).toEqual({ scale: 2, sum: -40n, amounts: 3, empty: 3, other: 2 })
  })

  it('keeps the scale of the most exact amount, whatever order they come in', () => {
    expect(totalOf(['1', '0.125', '2.5'])).toMatchObject({ scale: 3, sum: 3625n })
    expect(totalOf(['2.500', '1'])).toMatchObject({ scale: 0, amounts: 1, other: 1 })
  })

  it('reads a dot as nothing but the decimal mark where the source says that the column is numbers', () => {
    expect(totalOf(['1.234', '-0.5', '1e3', '"1,5"', '+1'], true)).toEqual({
      scale: 3,
      sum: 734n,
      amounts: 2,
      empty: 0,
      other: 3,
    })
  })

  it('is exact where floating-point numbers are not', () => {
    expect(decimal(totalOf(Array(10).fill('0.10')))).toBe('1.00')
    const most = '999999999999999.99'
    expect(decimal(totalOf(Array(9).fill(most)))).toBe('8999999999999999.91')
    expect(decimal(totalOf(Array(9).fill('999999999999999999')))).toBe('8999999999999999991')
    expect(decimal(totalOf([`-${'9'.repeat(15)}`, '1', `"${'9'.repeat(15)}"`]))).toBe('1')
  })

  it('does not read a field of more than 1,024 bytes', () => {
    const field = (spaces: number): string => `"7${' '.repeat(spaces)}"`
    expect(totalOf([field(1021)])).toMatchObject({ amounts: 1 })
    expect(totalOf([field(1022)])).toMatchObject({ other: 1 })
  })

  it('is the same for the quick way over plain digits as for the amounts one by one, and for any cut into slices', () => {
    const digits = fc.stringMatching(/^-?\d{0,17}(\.\d{0,4})?$/)
    const odd = fc.constantFrom('', '""', '-', '.', '"1,000"', '"2.5"', '万', '3万', '(4)', '--1', '1.2.3')
    fc.assert(
      fc.property(fc.array(fc.oneof(digits, odd), { maxLength: 30 }), fc.nat(30), (lines, cut) => {
        const whole = totalOf(lines)
        const alone = lines.map((line) => {
          const text = line.replaceAll('"', '')
          const read = text === '' ? undefined : readExactAmount(text)
          if (read === undefined) return { ...NO_TOTAL, [text === '' ? 'empty' : 'other']: 1 }
          return { ...NO_TOTAL, sum: read.value, scale: read.scale, amounts: 1 }
        })
        expect(whole).toEqual(alone.reduce(addTotals, NO_TOTAL))
        expect(addTotals(totalOf(lines.slice(0, cut)), totalOf(lines.slice(cut)))).toEqual(whole)
      }),
      { numRuns: 300 },
    )
  })

  it('tells by how much two sums differ, and differs by a count as by a cent', () => {
    const [stated, found] = [totalOf(['10.00', '2.5']), totalOf(['10.00', '2.49'])]
    expect(differenceOf(stated, found)).toBe('-0.01')
    expect(sameTotal(stated, found)).toBe(false)
    expect(sameTotal(totalOf(['1', '']), totalOf(['1', 'x']))).toBe(false)
    expect(sameTotal(totalOf(['1.0']), totalOf(['1']))).toBe(false)
  })
})

describe('the control totals in facts', () => {
  const column = (compartment: string, action = 'seal') => ({ name: 'c', compartment, action })
  const manifest = {
    compartments: [{ name: 'financial' }],
    tables: [{ name: 't', columns: [column('financial'), column('general'), column('financial', 'mask')] }],
  } as unknown as Manifest
  const total = { table: 0, column: 0, scale: 2, sum: '-5', amounts: 1, empty: 0, other: 0 }

  function codeOf(controlTotals: unknown): string {
    const facts = { salt: new Uint8Array(32), text: JSON.stringify({ controlTotals, more: 1 }) }
    try {
      readAllTotals(manifest, new Map([[0, { facts }]]))
      return 'read'
    } catch (error) {
      return (error as DatadeedError).code
    }
  }

  it('are read beside what else stands there', () => {
    const facts = { salt: new Uint8Array(32), text: JSON.stringify({ controlTotals: [total], more: 1 }) }
    expect(readAllTotals(manifest, new Map([[0, { facts }]]))).toEqual([{ ...total, sum: -5n }])
    expect(codeOf(undefined)).toBe('read')
  })

  it.each([
    ['of a column of another compartment', [{ ...total, column: 1 }]],
    ['of a column whose cells were changed', [{ ...total, column: 2 }]],
    ['of a column that is not there', [{ ...total, column: 3 }]],
    ['of a table that is not there', [{ ...total, table: 1 }]],
    ['given twice', [total, total]],
    ['with a sum that is not in its shortest form', [{ ...total, sum: '-0' }]],
    ['with a sum of leading zeros', [{ ...total, sum: '007' }]],
    ['with an unknown key', [{ ...total, note: 1 }]],
  ])('are refused %s', (_, totals) => {
    expect(codeOf(totals)).toBe('DAMAGED')
  })

  it('are as long for a small sum as for the largest', () => {
    const largest = {
      table: 4095,
      column: 9999,
      scale: 36,
      sum: -(10n ** 60n - 1n),
      amounts: 2 ** 32,
      empty: 2 ** 32,
      other: 2 ** 32,
    }
    const least = { table: 0, column: 0, scale: 0, sum: 0n, amounts: 0, empty: 0, other: 0 }
    const [long, short] = [encodeControlTotals([largest]), encodeControlTotals([least])]
    expect(long.length).toBe(short.length)
    expect(long).toContain(' ]')
    expect(JSON.parse(long)).toEqual([{ ...largest, sum: String(largest.sum) }])
  })

  it('are at most a thousand', () => {
    const many = (count: number) => Array.from({ length: count }, () => total)
    expect(codeOf(many(CONTROL_TOTALS + 1))).toBe('LIMIT')
    expect(codeOf(many(CONTROL_TOTALS))).toBe('DAMAGED')
  })
})
