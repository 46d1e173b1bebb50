import { describe, expect, it } from 'vitest'
import { SAMPLE_ROWS, SampleCollector } from '../../src/classify/index.ts'
import { readSegments } from '../../src/classify/read-segments.ts'
import { SLICE_BYTES } from '../../src/limits.ts'
import type { Slice } from '../../src/table.ts'

const columns = [
  { index: 0, name: 'a' },
  { index: 1, name: 'b' },
]

function slice(number: number, rows: readonly (readonly [string, string])[]): Slice {
  const segments = [0, 1].map((column) => ({
    column,
    kind: 'cells' as const,
    bytes: new TextEncoder().encode(rows.map((row) => `${row[column]}\n`).join('')),
  }))
  return { number, rows: rows.length, segments }
}

const numbered = (number: number, rows: number) =>
  slice(
    number,
    Array.from({ length: rows }, (_, row) => [`${number}.${row}`, `"${number}.${row}\n"`]),
  )

/** Shows these slices to a collector, as if each came from so many bytes of source; how many rows it asked for. */
function takeIn(sample: SampleCollector, slices: readonly Slice[], bytes: number = SLICE_BYTES): number {
  let asked = 0
  for (const [index, { rows, segments }] of slices.entries()) {
    const wanted = sample.choose({ rows, bytes, last: index === slices.length - 1 })
    sample.add(rows, readSegments(segments, 2, wanted))
    asked += wanted.length
  }
  return asked
}

function sampleOf(slices: readonly Slice[], bytes?: number): SampleCollector {
  const sample = new SampleCollector(columns)
  takeIn(sample, slices, bytes)
  return sample
}

describe('the sample', () => {
  it('holds every row of a small table, decoded and unquoted', () => {
    const rows = slice(0, [
      ['甲', '"say ""x"""'],
      ['', '""'],
      ['\ufeffb', '"l1\nl2"'],
    ])
    const scan = { cells: 3, filled: 2 }
    expect(sampleOf([rows]).samples()).toMatchObject([
      { index: 0, name: 'a', values: ['甲', '', '\ufeffb'], rows: 3, scan },
      { index: 1, name: 'b', values: ['say "x"', '', 'l1\nl2'], rows: 3, scan },
    ])
  })

  it('takes the head whole and later slices in part, rows kept together', () => {
    const [a, b] = sampleOf([numbered(0, 1500), numbered(1, 1500), numbered(2, 3)]).samples()
    expect(a?.values.slice(0, 1000)).toEqual(Array.from({ length: 1000 }, (_, row) => `0.${row}`))
    expect(a?.values.filter((value) => value.startsWith('1.')).length).toBe(40)
    expect(a?.values.slice(-3)).toEqual(['2.0', '2.1', '2.2'])
    expect(b?.values.map((value) => value.trim())).toEqual(a?.values)
    expect(a?.rows).toBe(3003)
  })

  it.each([999, 1000, 1001])('works around the border of the head: %i rows', (rows) => {
    expect(sampleOf([numbered(0, rows)]).samples()[0]?.values.length).toBe(rows)
  })

  it('never grows beyond its bound, and is the same every time', () => {
    const slices = Array.from({ length: 200 }, (_, number) => numbered(number, 200))
    const samples = sampleOf(slices).samples()
    expect(samples[0]?.values.length).toBe(SAMPLE_ROWS)
    expect(sampleOf(slices).samples()).toEqual(samples)
  })

  it.each([300, 1000, 20])('is the same where the head of %i rows was read before', (head) => {
    const slices = [numbered(0, 1500), numbered(1, 1500), numbered(2, 3)]
    const first = numbered(0, head)
    const sample = new SampleCollector(columns)
    const wanted = sample.choose({ rows: head, bytes: 1, last: false })
    sample.add(head, readSegments(first.segments, 2, wanted))
    sample.rewind()
    const asked = takeIn(sample, slices)
    expect(asked).toBe((sampleOf(slices).samples()[0]?.values.length ?? 0) - head)
    expect(sample.samples()).toEqual(sampleOf(slices).samples())
  })

  it('is spread as far over slices that epochs cut short', () => {
    const slices = Array.from({ length: 1000 }, (_, number) => numbered(number, 10))
    const values = sampleOf(slices, SLICE_BYTES / 100).samples()[0]?.values ?? []
    // 1,000 rows of the head, then some 40 rows of each hundred slices.
    expect(Math.floor(values.length / 10)).toBe(100 + 9 * 4)
    expect(values.at(-1)).toMatch(/^99\d\./)
  })
})
