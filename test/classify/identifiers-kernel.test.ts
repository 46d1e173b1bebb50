import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHINESE_CARD, CHINESE_MOBILE } from '../../src/classify/checks/chinese.ts'
import { createScanCounts, scanSegment } from '../../src/classify/index.ts'
import { openCells } from '../../src/classify/kernel/scan-cells.ts'
import { readSegments } from '../../src/classify/read-segments.ts'
import { cutSliceInPlace } from '../../src/ingest/index.ts'

function byReference(bytes: Uint8Array) {
  const counts = createScanCounts()
  scanSegment(bytes, counts)
  return counts
}

const segmentOf = (cells: readonly string[]) => Buffer.from(cells.map((cell) => `${quoted(cell)}\n`).join(''))
const quoted = (cell: string) => (/["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const expectSame = (cells: readonly string[]) => {
  const bytes = segmentOf(cells)
  expect(openCells(bytes)?.next(), JSON.stringify(cells)).toEqual(byReference(bytes))
}

const digits = (least: number, most: number) =>
  fc.array(fc.nat({ max: 9 }), { minLength: least, maxLength: most }).map((list) => list.join(''))
const number = fc.oneof(
  fc.constantFrom(
    '13812345678',
    '11010519491231002X',
    '4111111111111111',
    '6222021234567890',
    '8613912345678',
  ),
  fc.constantFrom(
    '110105194912310021',
    '2015-08-23 12:33:11',
    '138-1234-5678',
    '4111 1111 1111 1111',
    '0086',
  ),
  digits(1, 26),
  fc.array(digits(1, 6), { minLength: 2, maxLength: 9 }).map((groups) => groups.join(' ')),
  fc.array(digits(4, 4), { minLength: 2, maxLength: 9 }).map((groups) => groups.join('-')),
)
const piece = fc.oneof(
  { weight: 5, arbitrary: number },
  {
    weight: 4,
    arbitrary: fc.constantFrom('', ' ', '-', '--', '+', '.', '_', '@', 'a', 'x', 'X', '"', '""', '\n', ','),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('li.wei@example.com', '@a.b', 'a@b', '.cn', '手机', '号😀', '+1', '1.5'),
  },
  { weight: 1, arbitrary: fc.nat({ max: 70 }).map((length) => 'v'.repeat(length)) },
)
const cell = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))

describe('the kernel that looks for identifiers', () => {
  it('counts what the reference counts', () => {
    let hits = 0
    const check = (cells: readonly string[]) => {
      expectSame(cells)
      hits += Object.values(byReference(segmentOf(cells)).hits).filter((count) => count > 0).length
    }
    fc.assert(fc.property(fc.array(cell, { maxLength: 8 }), check), { seed: 5, numRuns: 20_000 })
    expect(hits).toBeGreaterThan(10_000)
  })

  it('counts it at every place of a block', () => {
    for (let before = 0; before < 140; before++) {
      const filling = 'v'.repeat(before)
      for (const text of [
        '13812345678',
        '+86 138 1234 5678',
        '+12345678',
        '4111-1111-1111-1111',
        'a@b.cn',
        '""',
      ]) {
        expectSame([filling, text, ''])
        expectSame([`${filling} ${text}`, '', text])
        expectSame([`${filling}"${text}\n`, text])
      }
    }
  })

  it('knows the prefixes, issuers, regions and days that the reference knows', () => {
    const three = Array.from({ length: 1000 }, (_, prefix) => String(prefix).padStart(3, '0'))
    const mobiles = three.map((prefix) => `${prefix}12345678`)
    expectSame(mobiles)
    expect(openCells(segmentOf(mobiles))?.next()?.hits.mobile).toBe(
      mobiles.filter((text) => CHINESE_MOBILE.test(text)).length,
    )
    for (const length of [16, 17, 18, 19]) {
      const cards = three.slice(0, 100).map((prefix) => withLuhn(prefix.slice(1).padEnd(length - 1, '7')))
      // Spaced, because eighteen digits alone could be an identity number.
      const spaced = cards.map((card) => card.replace(/^(.{6})/, '$1 '))
      expectSame(spaced)
      expect(openCells(segmentOf(spaced))?.next()?.hits['bank-card']).toBe(
        cards.filter((text) => CHINESE_CARD.test(text)).length,
      )
    }
    const regions = three.slice(0, 100).map((prefix) => withIdCheck(`${prefix.slice(1)}010119491231002`))
    for (const year of ['1900', '1999', '2000', '2023', '2024', '2099', '1899', '2100']) {
      const days = Array.from({ length: 1400 }, (_, day) =>
        withIdCheck(`110105${year}${String(day).padStart(4, '0')}002`),
      )
      expectSame(days)
    }
    expectSame(regions)
  })

  it('counts cells in any portions, and in memory of another kernel', () => {
    const check = (cells: readonly string[], portion: number) => {
      const bytes = segmentOf(cells)
      const reader = openCells(bytes)
      const counts = createScanCounts()
      while (counts.cells < cells.length) {
        const part = reader?.next(portion)
        expect(part?.cells).toBe(Math.min(portion, cells.length - counts.cells))
        counts.cells += part?.cells ?? 1
        counts.filled += part?.filled ?? 0
        counts.hits.mobile += part?.hits.mobile ?? 0
      }
      const whole = byReference(bytes)
      expect(counts).toMatchObject({ ...whole, hits: { ...counts.hits, mobile: whole.hits.mobile } })
      expect(reader?.position).toBe(bytes.length)
      const dialect = { encoding: 'utf-8', delimiter: ';', lineEnd: '\n', columns: 2 } as const
      const csv = Buffer.from(cells.map((text) => `1;"${text.replaceAll('"', '""')}"\n`).join(''))
      const { segments } = cutSliceInPlace(csv, dialect, { number: 0, offset: 0, last: true })
      const cut = segments.filter(({ kind }) => kind === 'cells').map(({ bytes }) => bytes.slice())
      expect(readSegments(segments, 2, []).scans).toEqual(cut.map(byReference))
    }
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 4 }), check),
      {
        seed: 6,
        numRuns: 2000,
      },
    )
  })

  it('searches no further once enough cells hold an identifier, as the reference does, and says so', () => {
    const hit = (row: number) => (row % 7 === 0 ? 'a@b.cn 13812345678' : row % 3 === 0 ? '' : '13812345678')
    const cells = Array.from({ length: 3000 }, (_, row) => (row === 2999 ? '11010519491231002X' : hit(row)))
    const whole = byReference(segmentOf(cells))
    expect(whole).toMatchObject({ cells: 3000, hits: { mobile: 1000, 'national-id': 0 } })
    expect(whole.passed).toBeGreaterThan(1000)
    expectSame(cells)
    for (const portion of [1, 300, 1000, 1400]) {
      const wanted = Array.from({ length: Math.ceil(3000 / portion) }, (_, part) => part * portion)
      const segment = { column: 0, kind: 'cells' as const, bytes: segmentOf(cells) }
      expect(readSegments([segment], 1, wanted).scans).toEqual([whole])
    }
    for (const size of [999, 1000, 1001, 1002]) expectSame(Array.from({ length: size }, () => '13812345678'))
  })

  it('takes time in proportion to the bytes, near-misses included', () => {
    const shapes = ['1', '1 ', '1-', '12 3456 ', '1234 5678-', 'a@', '@a.b', '@1234567890', '+1 ']
    const start = performance.now()
    for (const shape of shapes) expectSame([shape.repeat(50_000)])
    expect(performance.now() - start).toBeLessThan(2000)
  })

  it('takes the cells of the rows that are asked for', () => {
    const check = (cells: readonly string[], rows: readonly number[]) => {
      const wanted = [...new Set(rows.map((row) => row % cells.length))].sort((a, b) => a - b)
      const segment = { column: 0, kind: 'cells' as const, bytes: segmentOf(cells) }
      const reading = readSegments([segment], 1, wanted)
      expect(reading.cells).toEqual([wanted.map((row) => cells[row])])
      expect(reading.scans).toEqual([byReference(segment.bytes)])
    }
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(), { maxLength: 6 }),
        check,
      ),
      {
        seed: 7,
        numRuns: 2000,
      },
    )
  })

  it('leaves to the reference what is not of the strict form', () => {
    expect(openCells(Buffer.from('a\nb'))).toBeUndefined()
    expect(openCells(Buffer.from('a\n"b\n'))?.next()).toBeUndefined()
    expect(openCells(new Uint8Array(0))?.next()).toEqual(createScanCounts())
    for (const text of ['甲\n13812345678\n"b""c"', 'x\n13812345678\n"b\n']) {
      const bytes = Buffer.from(text)
      const reading = readSegments([{ column: 0, kind: 'cells', bytes }], 1, [0, 1])
      expect(reading).toEqual({ cells: [[text[0], '13812345678']], scans: [byReference(bytes)] })
    }
  })
})

function withLuhn(body: string): string {
  return Array.from('0123456789', (check) => body + check).find(passesLuhn) ?? ''
}

function passesLuhn(text: string): boolean {
  const sum = Array.from(text, Number)
    .reverse()
    .reduce(
      (total, value, place) => total + (place % 2 === 0 ? value : value > 4 ? value * 2 - 9 : value * 2),
      0,
    )
  return sum % 10 === 0
}

function withIdCheck(body: string): string {
  let sum = 0
  for (const digit of body) sum = ((sum + Number(digit)) * 2) % 11
  return body + ('10X98765432'[sum] ?? '')
}
