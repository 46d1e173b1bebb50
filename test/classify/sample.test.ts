import { describe, expect, it } from 'vitest'
import { SAMPLE_ROWS, SampleCollector } from '../../src/classify/index.ts'
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

describe('the sample', () => {
  it('holds every row of a small table, decoded and unquoted', () => {
    const sample = new SampleCollector(columns)
    sample.add(
      slice(0, [
        ['甲', '"say ""x"""'],
        ['', '""'],
        ['\ufeffb', '"l1\nl2"'],
      ]),
    )
    expect(sample.samples()).toEqual([
      { index: 0, name: 'a', values: ['甲', '', '\ufeffb'], rows: 3 },
      { index: 1, name: 'b', values: ['say "x"', '', 'l1\nl2'], rows: 3 },
    ])
  })

  it('takes the head whole and later slices in part, rows kept together', () => {
    const sample = new SampleCollector(columns)
    sample.add(numbered(0, 1500))
    sample.add(numbered(1, 1500))
    sample.add(numbered(2, 3))
    const [a, b] = sample.samples()
    expect(a?.values.slice(0, 1000)).toEqual(Array.from({ length: 1000 }, (_, row) => `0.${row}`))
    expect(a?.values.filter((value) => value.startsWith('1.')).length).toBe(40)
    expect(a?.values.slice(-3)).toEqual(['2.0', '2.1', '2.2'])
    expect(b?.values.map((value) => value.trim())).toEqual(a?.values)
    expect(a?.rows).toBe(3003)
  })

  it.each([999, 1000, 1001])('works around the border of the head: %i rows', (rows) => {
    const sample = new SampleCollector(columns)
    sample.add(numbered(0, rows))
    expect(sample.samples()[0]?.values.length).toBe(rows)
  })

  it('never grows beyond its bound, and is the same every time', () => {
    const make = () => {
      const sample = new SampleCollector(columns)
      for (let number = 0; number < 200; number++) sample.add(numbered(number, 200))
      return sample.samples()
    }
    expect(make()[0]?.values.length).toBe(SAMPLE_ROWS)
    expect(make()).toEqual(make())
  })
})
