import { describe, expect, it } from 'vitest'
import { pairByContent } from '../../../src/restore/compare/pair-by-content.ts'

const rowsOf = (rows: readonly (readonly number[])[], at = 0) => ({
  rows: Uint32Array.from(rows, (_, row) => at + row),
  cells: Float64Array.from(rows.flat()),
})
const pair = (
  deed: ReturnType<typeof rowsOf>,
  target: ReturnType<typeof rowsOf>,
  columns: number,
  samePlaces = false,
) =>
  pairByContent(
    {
      columns,
      rows: { deed: deed.rows, target: target.rows },
      cells: { deed: deed.cells, target: target.cells },
    },
    samePlaces,
  )

describe('rows without a like', () => {
  it('are paired where they share most, wherever they stand, and not where they share little', () => {
    const deed = rowsOf([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
      [9, 10, 11, 12],
    ])
    const target = rowsOf(
      [
        [5, 60, 7, 8],
        [9, 10, 110, 120],
        [1, 2, 3, 40],
      ],
      100,
    )
    expect(pair(deed, target, 4)).toEqual([
      { deed: 1, target: 0 },
      { deed: 0, target: 2 },
    ])
  })

  it('are one row at one place if nothing tells otherwise, whatever they share', () => {
    const [deed, target] = [rowsOf([[1], [2]]), rowsOf([[3], [4]])]
    expect(pair(deed, target, 1)).toEqual([])
    expect(pair(deed, target, 1, true)).toEqual([
      { deed: 0, target: 0 },
      { deed: 1, target: 1 },
    ])
  })

  it('are paired soon, however many are all alike but for one cell', () => {
    const many = 100_000
    const deed = rowsOf(Array.from({ length: many }, (_, row) => [row, 1, 1]))
    const target = rowsOf(
      Array.from({ length: many }, (_, row) => [many + row, 1, 1]),
      many,
    )
    const started = performance.now()
    expect(pair(deed, target, 3)).toHaveLength(many)
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it('are paired soon, however many columns they have', () => {
    const [many, columns] = [1500, 800]
    const cells = (row: number): number[] => Array.from({ length: columns }, (_, at) => row * columns + at)
    const deed = rowsOf(Array.from({ length: many }, (_, row) => cells(row)))
    const changed = Array.from({ length: many }, (_, row) => cells(row).with(row % columns, -1))
    const started = performance.now()
    expect(pair(deed, rowsOf(changed, many), columns)).toHaveLength(many)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
