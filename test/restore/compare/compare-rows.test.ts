import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CompareThreads, isEqual, startCompareThreads } from '../../../src/restore/index.ts'
import { Folder, policy, seal } from '../../hostile/make-deed.ts'
import { type Cell, compareWith, writeCsv } from './compare-with.ts'

const cell = fc.oneof(
  { arbitrary: fc.constantFrom<Cell>(null, '', '0', 'a', 'a"b', 'x,y', '1\n2', '茶', 'true'), weight: 2 },
  { arbitrary: fc.string({ unit: 'grapheme', minLength: 9, maxLength: 40 }), weight: 1 },
)
const NAMES = ['id', 'name', 'phone', 'note']
const tables = fc
  .array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 })
  .map((rows) =>
    rows.map((row, at): Cell[] => [`k${at}`, ...row].map((one) => one?.replaceAll('\0', '') ?? null)),
  )

/** Tables of one deed, whose slices have three rows. */
const SAMPLE: Cell[][][] = fc.sample(tables, { numRuns: 12, seed: 5 })

describe('rows of a deed and of a target', () => {
  let folder: Folder
  let threads: CompareThreads
  beforeAll(async () => {
    folder = new Folder()
    threads = startCompareThreads(1)
    const exports = SAMPLE.map((rows, at) => ({
      path: folder.write(`t${at}.csv`, writeCsv([NAMES, ...rows])),
      encoding: 'utf-8' as const,
      delimiter: ',' as const,
      header: true,
    }))
    await seal(folder.at('a.deed'), exports, { policy: policy('epochs:', '  rows: 3') })
  })
  afterAll(async () => {
    await threads[Symbol.asyncDispose]()
    folder[Symbol.dispose]()
  })

  const compare = (table: number, rows: readonly (readonly Cell[])[], more: { mostCells?: number } = {}) =>
    compareWith(folder.at('a.deed'), table, folder.write('target.csv', writeCsv([NAMES, ...rows])), {
      threads,
      ...more,
    })
  const anyTable = fc.nat(SAMPLE.length - 1)
  const rowsOf = (table: number): Cell[][] => SAMPLE[table] ?? []

  it('are equal in any order of the rows, and another order is told', async () => {
    const shuffled = anyTable.chain((table) =>
      fc.tuple(
        fc.constant(table),
        fc.shuffledSubarray(rowsOf(table), {
          minLength: rowsOf(table).length,
          maxLength: rowsOf(table).length,
        }),
      ),
    )
    await fc.assert(
      fc.asyncProperty(shuffled, async ([table, rows]) => {
        const found = await compare(table, rows)
        const first = rows.findIndex((row, at) => row !== rowsOf(table)[at])
        expect(found).toMatchObject({ same: rows.length, missing: 0, extra: 0, different: 0, swapped: 0 })
        expect(found.otherOrder?.targetRow).toBe(first < 0 ? undefined : first + 1)
        expect([isEqual(found, false), isEqual(found, true)]).toEqual([true, first < 0])
      }),
      { numRuns: 30 },
    )
  })

  it('differ in the one cell that was changed', async () => {
    const change = anyTable.chain((table) =>
      fc.record({
        table: fc.constant(table),
        row: fc.nat(rowsOf(table).length - 1),
        column: fc.nat(NAMES.length - 1),
        to: fc.oneof(cell, fc.constantFrom<Cell>(null, '')),
      }),
    )
    await fc.assert(
      fc.asyncProperty(
        change,
        fc.constantFrom(undefined, 1),
        async ({ table, row, column, to }, mostCells) => {
          const rows = rowsOf(table).map((each) => [...each])
          const was = rows[row]?.[column] ?? null
          fc.pre(was !== to && rows[row] !== undefined)
          rows[row]!.splice(column, 1, to)
          const found = await compare(table, rows, { ...(mostCells === undefined ? {} : { mostCells }) })
          expect(found).toMatchObject({
            same: rows.length - 1,
            missing: 0,
            extra: 0,
            different: 1,
            columns: [
              {
                column: NAMES[column],
                cells: 1,
                nullToEmpty: was === null && to === '' ? 1 : 0,
                emptyToNull: was === '' && to === null ? 1 : 0,
              },
            ],
            places: [{ kind: 'different', deedRow: row + 1, targetRow: row + 1, columns: [NAMES[column]] }],
            otherOrder: null,
          })
        },
      ),
      { numRuns: 40 },
    )
  })
})
