import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inline, part, tableOf, workbook } from '../../../fixtures/xlsx/workbook.ts'
import { inflatePart } from '../../../src/ingest/xlsx/inflate-part.ts'
import { judgeLongInteger, plainNumber } from '../../../src/ingest/xlsx/plain-number.ts'
import { SharedStrings } from '../../../src/ingest/xlsx/shared-strings.ts'
import { COLUMNS, FIELD_BYTES } from '../../../src/limits.ts'
import { readOnly, refusal } from './read-workbook.ts'

const SHEET = 'xl/worksheets/sheet1.xml'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const place = { path: 'members.xlsx', part: 'xl/x.xml' }

describe('limits of a workbook', () => {
  it.each<[number, boolean]>([
    [3, true],
    [4, false],
  ])('%i shared strings where 3 are allowed: taken %s', (count, taken) => {
    const strings = new SharedStrings(place, { strings: 3, bytes: 1000 })
    const add = (): void => {
      for (let at = 0; at < count; at += 1) strings.add(`s${at}`)
    }
    if (taken) expect(add).not.toThrow()
    else expect(add).toThrow(expect.objectContaining({ code: 'LIMIT' }))
  })

  it.each<[number, boolean]>([
    [100_000, true],
    [100_001, false],
  ])('%i bytes of them where 100,000 are allowed: taken %s', (bytes, taken) => {
    const strings = new SharedStrings(place, { strings: 9, bytes: 100_000 })
    strings.add('x'.repeat(99_999))
    const add = (): void => strings.add('x'.repeat(bytes - 99_999))
    if (taken) expect(add).not.toThrow()
    else expect(add).toThrow(expect.objectContaining({ code: 'LIMIT' }))
  })

  it('keeps every shared string, however many', () => {
    const texts = Array.from({ length: 9000 }, (_, at) => `会员 ${at} ${'x'.repeat(at % 40)}`)
    const strings = new SharedStrings(place)
    for (const text of texts) strings.add(text)
    expect(texts.map((_, at) => strings.at(at))).toEqual(texts)
    expect([strings.at(-1), strings.at(9000), strings.at(0.5)]).toEqual([undefined, undefined, undefined])
  })

  it.each<[number, boolean]>([
    [5000, true],
    [5001, false],
  ])('a part of %i bytes where 5,000 are allowed: taken %s', async (size, taken) => {
    async function* bytes(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(size)
    }
    const read = async (): Promise<number> => {
      let got = 0
      const of = { deflated: false, packed: size, place, limits: { bytes: 5000 } }
      for await (const piece of inflatePart(bytes(), of)) got += piece.length
      return got
    }
    if (taken) expect(await read()).toBe(size)
    else expect(await refusal(read())).toMatchObject({ code: 'LIMIT' })
  })

  it.each<[number, boolean]>([
    [COLUMNS, true],
    [COLUMNS + 1, false],
  ])('%i columns: taken %s', async (count, taken) => {
    const read = readOnly(tableOf([Array.from({ length: count }, (_, at) => `c${at}`)]))
    if (taken) expect((await read).columns).toHaveLength(count)
    else expect(await refusal(read)).toMatchObject({ code: 'LIMIT' })
  })

  // Not packed: what packs so well would be refused for that.
  const long = 'x'.repeat(FIELD_BYTES + 600_000)
  it.each([
    ['text', `<sheetData><row><c t="inlineStr"><is><t>${long}</t></is></c></row></sheetData>`],
    ['attribute', `<cols x="${long}"/><sheetData/>`],
    ['comment', `<!--${long}--><sheetData/>`],
  ])('a %s longer than a cell may be', async (_, xml) => {
    const sheet = part(SHEET, `<worksheet xmlns="${MAIN}">${xml}</worksheet>`)
    const bytes = workbook({ sheets: [{}], more: [{ ...sheet, stored: true }] })
    expect(await refusal(readOnly(bytes))).toMatchObject({ code: 'LIMIT' })
  })

  it.each<[number, boolean]>([
    [1000, true],
    [1001, false],
  ])('%i footer rows: taken %s', async (count, taken) => {
    const rows = Array.from({ length: 1100 }, (_, row) => [row === 0 ? 'a' : `r${row}`])
    const read = readOnly(tableOf(rows), { footerRows: [{ number: count }] })
    if (taken) expect((await read).rows).toHaveLength(99)
    else expect(await refusal(read)).toMatchObject({ code: 'LIMIT' })
  })

  it('more merged ranges than are kept', async () => {
    const merged = (count: number): string =>
      `<mergeCells>${Array.from({ length: count }, (_, at) => `<mergeCell ref="A${at + 9}:B${at + 9}"/>`).join('')}</mergeCells>`
    const read = (count: number) =>
      readOnly(workbook({ sheets: [{ rows: [[inline('a')]], after: merged(count) }] }))
    expect((await read(65_536)).columns).toEqual(['a'])
    expect(await refusal(read(65_537))).toMatchObject({ code: 'SYNTAX' })
  })

  it('a part of styles that is too long for what is read whole', async () => {
    const more = [part('xl/styles.xml', `<styleSheet xmlns="x">${' '.repeat(900)}</styleSheet>`)]
    expect(await refusal(readOnly(workbook({ sheets: [{ rows: [[inline('a')]] }], more })))).toMatchObject({
      code: 'SYNTAX',
    })
  })
})

describe('the text of a number', () => {
  it('is, written with an exponent, the number without it', () => {
    const digits = fc.stringMatching(/^[1-9][0-9]{0,16}$/)
    fc.assert(
      fc.property(digits, fc.integer({ min: -30, max: 30 }), (mantissa, exponent) => {
        const [first = '', rest = ''] = [mantissa.slice(0, 1), mantissa.slice(1)]
        const plain = plainNumber(`${first}.${rest}E${exponent}`)
        expect(plain).toMatch(/^\d+(\.\d*[1-9])?$/)
        const shift = rest.length - exponent
        const [whole = '', fraction = ''] = plain?.split('.') ?? []
        const scaled = BigInt(whole + fraction) * 10n ** BigInt(Math.max(0, shift - fraction.length))
        expect(scaled).toBe(BigInt(mantissa) * 10n ** BigInt(Math.max(0, fraction.length - shift)))
      }),
    )
  })

  it('of an integer that went through fifteen digits is found cut, whatever it was', () => {
    const long = fc.stringMatching(/^[1-9][0-9]{15,18}$/)
    fc.assert(
      fc.property(long, (typed) => {
        const kept = typed.slice(0, 15).padEnd(typed.length, '0')
        expect(judgeLongInteger(kept)).toBe('cut')
      }),
    )
  })
})
