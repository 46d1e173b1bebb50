import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { copyCells } from '../../../src/ingest/csv/copy-cells.ts'
import { findFields } from '../../../src/ingest/csv/find-fields.ts'
import { type JoinRequest, joinAllFields } from '../../../src/ingest/csv/join-fields.ts'
import { RowScanner } from '../../../src/ingest/csv/row-scanner.ts'
import { takeSliceMemory } from '../../../src/ingest/csv/slice-memory.ts'
import { SourceWriter } from '../../../src/ingest/csv/source-writer.ts'
import {
  type CsvDialect,
  cutSlice,
  cutSliceInPlace,
  DELIMITERS,
  LINE_ENDS,
} from '../../../src/ingest/index.ts'
import { findCells } from '../../../src/ingest/kernel/find-cells.ts'
import { joinCells, type KernelColumn } from '../../../src/ingest/kernel/join-cells.ts'
import { openKernelMemory } from '../../../src/kernel/kernel.ts'
import type { Segment } from '../../../src/table.ts'
import { allEnds } from './all-ends.ts'
import { compileKernel, KERNELS, kernelBytesFile } from './compile-kernel.ts'
import { type HostileText, hostileColumns, hostileText } from './hostile-bytes.ts'

const RUNS = process.env.DATADEED_TEST_LONG === undefined ? 7000 : 40_000
const whole = { number: 0, offset: 0, last: true }

describe('the kernel', () => {
  it.each(KERNELS)(
    'is what its source compiles to: $folder',
    async (kernel) => {
      expect(await compileKernel(kernel)).toBe(readFileSync(kernelBytesFile(kernel), 'utf8'))
    },
    20_000,
  )
})

describe('finding and copying the cells of a slice', () => {
  it('finds the fields that the reference finds, and leaves every fault to it', () => {
    let ordinary = 0
    const check = ({ text, delimiter, columns }: HostileText) => {
      const expected = cutByReference(text, delimiter, columns)
      expect(cutByKernel(text, delimiter, columns)).toEqual(expected)
      if (expected !== undefined) ordinary++
    }
    fc.assert(fc.property(hostileText, check), { seed: 11, numRuns: RUNS })
    expect(ordinary).toBeGreaterThan(RUNS / 4)
  })

  it.each(DELIMITERS)(
    'takes quotes, bare commas and line ends at every place of a block (%j)',
    (delimiter) => {
      for (let before = 0; before < 40; before++) {
        for (const cell of [
          '',
          'x',
          '1,5',
          '"',
          '"a""b"',
          '"a\r\nb"',
          '"a"b',
          '"\n',
          'a\u0000',
          '"\u0000"',
          '中',
        ]) {
          for (const end of ['\n', '\r', '\r\n', '\r\r', '\n\r\n']) {
            const text = Buffer.from(`${'v'.repeat(before)}${delimiter}${cell}${end}1${delimiter}2${end}`)
            expect(cutByKernel(text, delimiter, 2)).toEqual(cutByReference(text, delimiter, 2))
          }
        }
      }
    },
  )

  it('hands out cells that last, unless they were asked for in place', () => {
    const dialect: CsvDialect = { encoding: 'utf-8', delimiter: ',', lineEnd: '\n', columns: 2 }
    const first = cutSlice(Buffer.from('aaaa,b\n'), dialect, whole)
    const inPlace = cutSliceInPlace(Buffer.from('aaaa,b\n'), dialect, whole)
    expect(inPlace.segments).toEqual(first.segments)
    cutSlice(Buffer.from('cccc,d\n'), dialect, whole)
    expect(Buffer.from(first.segments[0]?.bytes ?? []).toString()).toBe('aaaa\n')
    expect(Buffer.from(inPlace.segments[0]?.bytes ?? []).toString()).toBe('cccc\n')
    expect(first.segments.every(({ bytes }) => bytes.buffer instanceof ArrayBuffer)).toBe(true)
  })
})

describe('joining cells', () => {
  it('gives the rows that the reference gives, and leaves every fault to it', () => {
    let ordinary = 0
    fc.assert(
      fc.property(
        fc.nat({ max: 5 }).chain((rows) => fc.tuple(hostileColumns(rows), fc.constant(rows))),
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom(...LINE_ENDS),
        fc.constantFrom(undefined, undefined, 1, 8, 99_998, 2 ** 32 - 10, 2 ** 32 - 3),
        ([columns, rows], delimiter, lineEnd, rowNumberFrom) => {
          const request = { delimiter, lineEnd, rowNumberFrom }
          const expected = joinByReference(columns, rows, request)
          const joined = joinCells(columns, rows, request)
          const large = (rowNumberFrom ?? 0) + rows > 2 ** 32 - 1
          expect(joined && Buffer.from(joined)).toEqual(large ? undefined : expected)
          if (joined !== undefined) ordinary++
        },
      ),
      { seed: 12, numRuns: RUNS },
    )
    expect(ordinary).toBeGreaterThan(RUNS / 20)
  })

  it('reads cells where they lie and keeps what was taken before, in memory of the caller', () => {
    const memory = openKernelMemory()
    if (memory === undefined) throw new Error('no kernel')
    const [first = -1, second = -1] = memory.take([4, 6]) ?? []
    memory.bytes.set(Buffer.from('a\nb\n'), first)
    memory.bytes.set(Buffer.from('"1,5"\n'), second)
    const here = (at: number, length: number) => memory.bytes.subarray(at, at + length)
    const columns = [
      { cells: here(first, 2), bareRows: [] },
      { cells: here(second, 6), bareRows: [0] },
      { cells: Buffer.from('c\n'), bareRows: [] },
    ]
    const joined = joinCells(columns, 1, { delimiter: ';', lineEnd: '\r\n' }, memory)
    expect(Buffer.from(joined ?? []).toString()).toBe('a;1,5;c\r\n')
    expect(memory.find(joined ?? new Uint8Array(0))).toBeGreaterThan(second)
    expect(Buffer.from(here(first, 4)).toString()).toBe('a\nb\n')
    const again = joinCells(columns, 1, { delimiter: ',', lineEnd: '\n', rowNumberFrom: 7 }, memory)
    expect(again).toBeUndefined()
    expect(Buffer.from(joined ?? []).toString()).toBe('a;1,5;c\r\n')
  })
})

describe('scanning for the end of a slice', () => {
  it('stops where the row by row scan stops, whatever is read at once', () => {
    fc.assert(
      fc.property(
        hostileText,
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 }),
        fc.record({ sliceBytes: fc.integer({ min: 1, max: 80 }), sliceRows: fc.integer({ min: 1, max: 5 }) }),
        ({ text, columns }, reads, bounds) => {
          const scanner = () => new RowScanner(bounds, 'utf-8', columns)
          const memory = takeSliceMemory(text.length)
          memory.bytes.set(text)
          expect(memory.kernel).toBeDefined()
          const plain = { bytes: Buffer.from(text) }
          expect(allEnds(scanner(), memory, text, reads)).toEqual(allEnds(scanner(), plain, text, reads))
        },
      ),
      { seed: 13, numRuns: 5000 },
    )
  })
})

describe('where there is no WebAssembly', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.resetModules()
  })

  it('the reference does all of it', async () => {
    vi.stubGlobal('WebAssembly', undefined)
    vi.resetModules()
    const kernel = await import('../../../src/ingest/kernel/find-cells.ts')
    const ingest = await import('../../../src/ingest/index.ts')
    const slices = await import('../../../src/ingest/csv/slice-memory.ts')
    const dialect: CsvDialect = { encoding: 'utf-8', delimiter: ';', lineEnd: '\n', columns: 2 }
    const bytes = Buffer.from('a;"1;5"\n2,5;c\n')
    expect(kernel.findCells(bytes, dialect)).toBeUndefined()
    const slice = ingest.cutSlice(bytes, dialect, whole)
    expect(slice).toEqual(cutSlice(bytes, dialect, whole))
    ingest.assertByteExact(bytes, slice, dialect)
    const memory = slices.takeSliceMemory(10)
    expect(memory.kernel).toBeUndefined()
    memory.bytes.set(bytes.subarray(0, 10))
    memory.reserve(11)
    expect(Buffer.from(memory.bytes.subarray(0, 10)).equals(bytes.subarray(0, 10))).toBe(true)
  })
})

function cutByReference(text: Uint8Array, delimiter: CsvDialect['delimiter'], columns: number): unknown {
  try {
    const map = findFields(text, delimiter.charCodeAt(0), columns)
    return plain(map, copyCells(text, map))
  } catch {
    return undefined
  }
}

function cutByKernel(text: Uint8Array, delimiter: CsvDialect['delimiter'], columns: number): unknown {
  const map = findCells(text, { delimiter, lineEnd: '\n', columns })
  return map && plain(map, map.copyCells())
}

function plain(map: ReturnType<typeof findFields>, cells: readonly Uint8Array[]): unknown {
  const { rows, columns, rowStarts, ends, bare, cellBytes, lineEnds } = map
  const numbers = {
    rowStarts: rowStarts.subarray(0, rows),
    ends: ends.subarray(0, rows * columns),
    bare,
    cellBytes,
  }
  const lists = Object.values(numbers).map((list) => Array.from(list))
  return {
    rows,
    columns,
    lineEnds,
    lists,
    cells: cells.map((bytes) => Buffer.from(bytes).toString('latin1')),
  }
}

function joinByReference(
  columns: readonly KernelColumn[],
  rows: number,
  rest: Pick<JoinRequest, 'delimiter' | 'lineEnd' | 'rowNumberFrom'>,
): Buffer | undefined {
  const segments: Segment[] = []
  for (const [column, { cells, bareRows }] of columns.entries()) {
    segments.push({ column, kind: 'cells', bytes: cells })
    const writer = new SourceWriter()
    for (const row of bareRows) writer.add(row, 0, new Uint8Array(0))
    if (bareRows.length > 0) segments.push({ column, kind: 'source', bytes: writer.finish() })
  }
  const request = {
    columns: [...columns.keys()],
    ...rest,
    encoding: 'utf-8' as const,
    layout: true,
  }
  const cells = columns.map((column) => column.cells)
  try {
    return Buffer.from(joinAllFields({ number: 0, rows, segments }, request, cells))
  } catch {
    return undefined
  }
}
