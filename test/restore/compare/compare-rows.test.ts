import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type CompareRowsRequest,
  type CompareThreads,
  isEqual,
  startCompareThreads,
} from '../../../src/restore/index.ts'
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
const LARGE = SAMPLE.findIndex(({ length }) => length > 8)

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

  const compare = (
    table: number,
    rows: readonly (readonly Cell[])[],
    more: Partial<CompareRowsRequest> = {},
  ) =>
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
      { numRuns: 12 },
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
      { numRuns: 20 },
    )
  })

  it('differ in what was taken away, put in twice, or swapped within a column', async () => {
    const place = anyTable.chain((table) =>
      fc.record({
        table: fc.constant(table),
        row: fc.nat(rowsOf(table).length - 1),
        to: fc.nat(),
        column: fc.integer({ min: 1, max: NAMES.length - 1 }),
      }),
    )
    await fc.assert(
      fc.asyncProperty(place, async ({ table, row, to, column }) => {
        const rows = rowsOf(table)
        const one = rows[row] ?? []
        const without = await compare(table, rows.toSpliced(row, 1))
        const nothingElse = { different: 0, columns: [], swapped: 0, otherOrder: null, placesLeftOut: 0 }
        const missing = [{ kind: 'missing', deedRow: row + 1 }]
        expect(without).toMatchObject({ ...nothingElse, missing: 1, extra: 0, places: missing })
        const behind = row + 1 + (to % (rows.length - row))
        const twice = await compare(table, rows.toSpliced(behind, 0, one))
        const [added] = twice.places
        expect(twice).toMatchObject({ ...nothingElse, same: rows.length, missing: 0, extra: 1, repeated: 1 })
        expect(added).toEqual({ kind: 'extra', targetRow: behind + 1, repeats: true })
        const other = rows.findIndex((each, at) => at !== row && each[column] !== one[column])
        if (other < 0) return
        const cells = [one[column] ?? null, rows[other]?.[column] ?? null]
        const swapped = await compare(
          table,
          rows.map((each, at) =>
            at === row
              ? each.with(column, cells[1] ?? null)
              : at === other
                ? each.with(column, cells[0] ?? null)
                : each,
          ),
        )
        expect(swapped).toMatchObject({ missing: 0, extra: 0, different: 2, swapped: 1 })
        expect(swapped.swaps).toEqual([
          {
            columns: [NAMES[column], NAMES[column]],
            deedRows: [row + 1, other + 1].sort((a, b) => a - b),
          },
        ])
      }),
      { numRuns: 8 },
    )
  })

  it('may have two cells of a row the other way round', async () => {
    const table = SAMPLE.findIndex((rows) => rows.some((row) => row[1] !== row[3]))
    const at = rowsOf(table).findIndex((row) => row[1] !== row[3])
    const [id, name, phone, note] = rowsOf(table)[at] ?? []
    const found = await compare(
      table,
      rowsOf(table).with(at, [id ?? null, note ?? null, phone ?? null, name ?? null]),
    )
    expect(found.swaps).toEqual([{ columns: ['name', 'note'], deedRows: [at + 1, at + 1] }])
  })

  it('are paired by a key only where its rows can be held, however many have the same', async () => {
    const deedRows = rowsOf(LARGE)
    const target = deedRows.map(([id, ...others]) => [id ?? null, ...others.map((_, at) => `other ${at}`)])
    const twin = target.map(([, ...others]): Cell[] => ['k0', ...others])
    const ways = { matchOn: [0], mostCells: NAMES.length }
    const [apart, alike] = [await compare(LARGE, target, ways), await compare(LARGE, twin, ways)]
    expect([apart.pairedBy, apart.different, apart.missing]).toEqual(['key', deedRows.length, 0])
    expect([alike.pairedBy, alike.different, alike.missing]).toEqual(['place', deedRows.length, 0])
  })

  it('are counted exactly, however they are paired and however often they must be read', async () => {
    const targets = anyTable.chain((table) => {
      const known = fc.constantFrom(...rowsOf(table))
      const changed = fc
        .tuple(known, fc.nat(NAMES.length - 1), cell)
        .map(([row, column, to]) => row.with(column, to))
      return fc.tuple(fc.constant(table), fc.array(fc.oneof(known, changed), { maxLength: 14 }))
    })
    const ways = [{}, { mostCells: 1 }, { matchOn: [0] }, { matchOn: [0, 1], mostCells: 8 }]
    await fc.assert(
      fc.asyncProperty(targets, fc.constantFrom(...ways), async ([table, rows], way) => {
        const counts = new Map<string, number>()
        for (const row of rowsOf(table))
          counts.set(JSON.stringify(row), (counts.get(JSON.stringify(row)) ?? 0) + 1)
        let same = 0
        for (const row of rows) {
          const left = counts.get(JSON.stringify(row)) ?? 0
          if (left > 0) same += 1
          counts.set(JSON.stringify(row), left - 1)
        }
        const found = await compare(table, rows, way)
        expect([found.deedRows, found.targetRows, found.same]).toEqual([
          rowsOf(table).length,
          rows.length,
          same,
        ])
        expect(found.missing + found.different).toBe(found.deedRows - same)
        expect(found.extra + found.different).toBe(found.targetRows - same)
        expect(found.places).toHaveLength(found.missing + found.extra + found.different)
      }),
      { numRuns: 25 },
    )
  })
})
