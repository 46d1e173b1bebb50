import { expect, it } from 'vitest'
import { readAmount } from '../../src/preview/read-amount.ts'

it.each<[string, bigint]>([
  ['0', 0n],
  ['12', 120_000n],
  ['12.3', 123_000n],
  ['12.34', 123_400n],
  ['.5', 5000n],
  ['0.125', 1250n],
  ['1234.567', 12_345_670n],
  ['12.345678', 123_456n],
  ['1,234', 12_340_000n],
  ['1,234.5', 12_345_000n],
  ['12,34,567.80', 12_345_678_000n],
  ['1.234,56', 12_345_600n],
  ['1.234.567', 12_345_670_000n],
  ['12,34', 123_400n],
  ["1'234.50", 12_345_000n],
  ['1 234,50', 12_345_000n],
  ['-12.30', -123_000n],
  ['−12.30', -123_000n],
  ['(12.30)', -123_000n],
  ['12.30-', -123_000n],
  ['+5', 50_000n],
  ['¥88.00', 880_000n],
  ['-¥88.00', -880_000n],
  ['¥-88.00', -880_000n],
  ['$ 1,000', 10_000_000n],
  ['CNY 88.00', 880_000n],
  ['88.00 EUR', 880_000n],
  ['88元', 880_000n],
  ['1.2万', 120_000_000n],
  ['人民币 3.5元', 35_000n],
  ['9007199254740993', 90_071_992_547_409_930_000n],
])('reads %s exactly', (cell, amount) => {
  expect(readAmount(cell)).toBe(amount)
})

it.each([
  ['which is a thousand and a bit, or one and a bit', '1.234'],
  ['two signs', '-(5)'],
  ['an open bracket', '(5'],
  ['two decimal marks', '1,2,3'],
  ['decimals before thousands', '1.5,000.1'],
  ['an exponent', '1e5'],
  ['a range', '5-10'],
  ['a percentage', '5 %'],
  ['words', 'about 5'],
  ['nothing but a sign', '¥'],
  ['more characters than an amount has', `5${' '.repeat(40)}`],
  ['more digits than an amount has', '1234567890123456789'],
])('does not read %s', (_, cell) => {
  expect(readAmount(cell)).toBeUndefined()
})
