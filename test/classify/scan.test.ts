import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createScanCounts, mergeScanCounts, scanSegment } from '../../src/classify/scan.ts'

const encode = (text: string) => new TextEncoder().encode(text)

function scan(...fields: string[]) {
  const counts = createScanCounts()
  scanSegment(encode(fields.map((field) => `${field}\n`).join('')), counts)
  return counts
}

const hit = (field: string) =>
  Object.entries(scan(field).hits)
    .filter(([, count]) => count > 0)
    .map(([identifier]) => identifier)

describe('the scan of a segment', () => {
  it('counts cells and filled cells, quoted ones with line ends inside included', () => {
    expect(scan('a', '', '""', '"b\nc"', '"d""e"', ' ')).toMatchObject({ cells: 6, filled: 4 })
    expect(scan()).toMatchObject({ cells: 0, filled: 0 })
  })

  it.each([
    ['13812345678', 'mobile'],
    ['电话13812345678。', 'mobile'],
    ['+86 138 1234 5678', 'mobile'],
    ['0086-13812345678', 'mobile'],
    ['138-1234-5678', 'mobile'],
    ['"备注, 找13812345678"', 'mobile'],
    ['+13125550142', 'phone'],
    ['11010519491231002X', 'national-id'],
    ['身份证11010519491231002x', 'national-id'],
    ['6222020000000000002', undefined],
    ['4111111111111111', 'bank-card'],
    ['4111 1111 1111 1111', 'bank-card'],
    ['li.wei@example.com', 'email'],
    ['写信到li@mail.example.org', 'email'],
  ])('finds in %s: %s', (field, identifier) => {
    expect(hit(field)).toEqual(identifier === undefined ? [] : [identifier])
  })

  it.each([
    '113812345678',
    '138123456789',
    '0.13812345678',
    '13812345678.5',
    'A13812345678',
    '12345678901',
    '110105194912310021',
    '20240101123456789012345',
    '1700000000000',
    'a@b',
    '@example.com',
    'li@example',
    '2024-08-10 13:18:38',
    '697765362573349565',
  ])('finds nothing in %s', (field) => {
    expect(hit(field)).toEqual([])
  })

  it('counts a cell once for each identifier', () => {
    expect(scan('13812345678 13912345678 a@b.example.com').hits).toMatchObject({ mobile: 1, email: 1 })
  })

  it('adds up in any cut at row ends', () => {
    const field = fc.constantFrom('', 'x', '13812345678', '"a\n""b"', 'li@example.com', '12 34')
    fc.assert(
      fc.property(fc.array(field, { maxLength: 30 }), fc.nat(30), (fields, cut) => {
        const parts = createScanCounts()
        mergeScanCounts(parts, scan(...fields.slice(0, cut)))
        mergeScanCounts(parts, scan(...fields.slice(cut)))
        expect(parts).toEqual(scan(...fields))
      }),
    )
  })

  it('takes time in proportion to the bytes, near-misses included', () => {
    const shapes = [
      '1'.repeat(50_000),
      '1 '.repeat(25_000),
      '1-'.repeat(25_000),
      'a@'.repeat(25_000),
      'a.'.repeat(25_000),
      `${'a'.repeat(50_000)}@`,
      '@a.b'.repeat(12_500),
    ]
    const start = performance.now()
    for (const shape of shapes) scan(shape)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
