import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inline, number, workbook } from '../../../fixtures/xlsx/workbook.ts'
import { parseNumberFormat } from '../../../src/ingest/xlsx/number-format.ts'
import { sheetDate } from '../../../src/ingest/xlsx/sheet-dates.ts'
import { readOnly } from './read-workbook.ts'

const DATE = { kind: 'date', clock: false } as const
const TIME = { kind: 'time', clock: true } as const

describe('a serial number with a date format', () => {
  it.each<[string, '1900' | '1904', string | undefined]>([
    ['1', '1900', '1900-01-01'],
    ['59', '1900', '1900-02-28'],
    ['60', '1900', undefined],
    ['61', '1900', '1900-03-01'],
    ['45351', '1900', '2024-02-29'],
    ['45351.5732638889', '1900', '2024-02-29 13:45:30'],
    ['45351.5', '1900', '2024-02-29 12:00:00'],
    ['2958465', '1900', '9999-12-31'],
    ['2958466', '1900', undefined],
    ['0', '1900', undefined],
    ['-1', '1900', undefined],
    ['0', '1904', '1904-01-01'],
    ['43889', '1904', '2024-02-29'],
    ['2957003', '1904', '9999-12-31'],
    ['2957004', '1904', undefined],
  ])('%s is, in the %s system, %s', (serial, system, text) => {
    expect(sheetDate(serial, system, DATE)?.text).toBe(text)
  })

  it.each<[string, string]>([
    ['0', '00:00:00'],
    ['0.5', '12:00:00'],
    ['0.999988425925926', '23:59:59'],
    ['0.750001', '18:00:00.086'],
    ['45351.25', '2024-02-29 06:00:00'],
  ])('%s with a time format is %s', (serial, text) => {
    expect(sheetDate(serial, '1900', TIME)?.text).toBe(text)
  })

  it('comes back exactly from every whole second, as programs with 15 and with 17 digits store it', () => {
    const seconds = fc.integer({ min: 61 * 86_400, max: 2_958_465 * 86_400 })
    fc.assert(
      fc.property(seconds, fc.boolean(), (second, short) => {
        const serial = second / 86_400
        const stored = short ? serial.toPrecision(15) : String(serial)
        const found = sheetDate(stored, '1900', { kind: 'date', clock: true })
        const moment = new Date(Date.UTC(1899, 11, 30) + second * 1000).toISOString()
        expect(found?.text).toBe(moment.slice(0, 19).replace('T', ' '))
      }),
    )
  })

  it('is said to be rounded where it is finer than a millisecond', () => {
    // As libraries write 10:16:17.001 and 01:01:01, with the errors of their sums.
    for (const stored of ['45351.5', '45292.42797454862', '0.04237268518518519', '0.0423726851851851']) {
      expect(sheetDate(stored, '1900', TIME)?.exact).toBe(true)
    }
    expect(sheetDate('45351.5000000042', '1900', DATE)?.exact).toBe(false)
  })
})

describe('a number format', () => {
  it.each<[string, string, boolean]>([
    ['yyyy-mm-dd', 'date', false],
    ['yyyy"年"m"月"d"日"', 'date', false],
    ['[$-804]yyyy/m/d h:mm', 'date', true],
    ['[$-F800]dddd, mmmm dd, yyyy', 'date', false],
    ['mmm', 'date', false],
    ['aaaa', 'date', false],
    ['0', 'number', false],
    ['h:mm:ss', 'time', true],
    ['上午/下午h"时"mm"分"', 'time', true],
    ['mm:ss.0', 'time', true],
    ['[h]:mm:ss', 'elapsed', false],
    ['General', 'number', false],
    ['0.00E+00', 'number', false],
    ['#,##0.00_);[Red](#,##0.00)', 'number', false],
    ['0" days"', 'number', false],
    ['\\d0', 'number', false],
    ['[Red]0', 'number', false],
    ['@', 'number', false],
  ])('%s is of kind %s', (code, kind, clock) => {
    expect(parseNumberFormat(code)).toMatchObject({ kind, clock })
  })

  it.each<[string, string, string | undefined]>([
    ['000000', '13', 'shown-otherwise'],
    ['000000', '123456', undefined],
    ['0%', '0.15', 'shown-otherwise'],
    ['"No. "0', '7', 'shown-otherwise'],
    ['[$¥-804]#,##0.00', '7.25', 'shown-otherwise'],
    ['#,##0,', '7000', 'shown-otherwise'],
    [';;;', '7', 'shown-otherwise'],
    ['[h]:mm', '1.5', 'shown-otherwise'],
    ['0.00', '7.125', 'shown-rounded'],
    ['0.00', '7.25', undefined],
    ['#,##0.00_ ', '7000.5', undefined],
    ['General', '7.125', undefined],
    ['0.00E+00', '7.125', undefined],
  ])('%s shows %s: %s', async (code, stored, remark) => {
    const rows = [[inline('name')], [number(stored, 1)]]
    const { remarks } = await readOnly(workbook({ sheets: [{ rows }], formats: [code] }))
    expect(remarks).toEqual(remark === undefined ? [] : [`0 ${remark} 1`])
  })
})

it('reads dates by built-in formats, in both date systems, and keeps what is none as a number', async () => {
  const formats = [14, 22, 31, 20, 46]
  const rows = [
    [inline('d')],
    ...[
      [number(45351, 1)],
      [number('45351.5', 2)],
      [number(45351, 3)],
      [number('0.25', 4)],
      [number('1.25', 5)],
      [number(60, 1)],
    ],
  ]
  const read = await readOnly(workbook({ sheets: [{ rows }], formats }))
  expect(read.rows.flat()).toEqual([
    'date:2024-02-29',
    'date:2024-02-29 12:00:00',
    'date:2024-02-29',
    'date:06:00:00',
    'number:1.25',
    'number:60',
  ])
  expect(read.remarks).toEqual(['0 not-a-date 1', '0 shown-otherwise 1'])
  const later = await readOnly(workbook({ sheets: [{ rows: rows.slice(0, 2) }], formats, date1904: true }))
  expect(later.rows.flat()).toEqual(['date:2028-03-01'])
  expect(later.source.description).toMatchObject({ kind: 'xlsx', dateSystem: '1904' })
})
