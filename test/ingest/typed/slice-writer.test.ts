import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assertFields } from '../../../src/deed/fields.ts'
import { assertTags, eachKind } from '../../../src/deed/tags.ts'
import { DatadeedError } from '../../../src/errors.ts'
import { assertByteExact, cutSlice, eachCell } from '../../../src/ingest/index.ts'
import { TypedSliceWriter, typedDialect, typedPreamble } from '../../../src/ingest/typed/slice-writer.ts'
import type { CellKind, Column, ColumnKind } from '../../../src/table.ts'

const USUAL: readonly ColumnKind[] = ['text', 'number', 'json']
const columns = USUAL.map((kind, index): Column => ({ index, name: `c${index}`, kind, declared: null }))
const bounds = { sliceBytes: 1024, sliceRows: 50 }
const place = { path: 'members.jsonl', row: 1 }

interface TypedCell {
  readonly kind: CellKind
  readonly text: string | null
}

const filled = fc.record({
  kind: fc.constantFrom<CellKind>('text', 'number', 'boolean', 'bytes', 'json', 'date', 'error'),
  text: fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
})
const nothing = fc.record({ kind: fc.constantFrom<CellKind>('null', 'absent'), text: fc.constant(null) })
const row = fc.tuple(...columns.map(() => fc.oneof<fc.Arbitrary<TypedCell>[]>(filled, nothing)))

/** Every cell, read back from slices as a worker cuts and a reader checks them. */
function roundTrip(rows: readonly (readonly TypedCell[])[]): TypedCell[][] {
  const writer = new TypedSliceWriter(columns, bounds)
  const slices = []
  for (const cells of rows) {
    if (writer.full) slices.push(writer.take({ last: false, readTo: 0 }))
    writer.writeRow(
      cells.map(({ text }) => text),
      cells.map(({ kind }) => kind),
      place,
    )
  }
  slices.push(writer.take({ last: true, readTo: 0 }))
  return slices.flatMap((slice) => {
    const cut = cutSlice(slice.bytes, typedDialect(columns.length), slice)
    assertByteExact(slice.bytes, cut, typedDialect(columns.length))
    expect(cut.rows).toBe(slice.rowEnds)
    const byColumn = columns.map(({ index, kind = 'text' }) => {
      const [cells] = cut.segments.filter((segment) => segment.column === index)
      if (cells === undefined) throw new Error('a column without cells')
      assertFields(cells.bytes, cut.rows)
      const tags = slice.tags?.find((segment) => segment.column === index)?.bytes
      if (tags !== undefined) assertTags(tags, cut.rows, cells.bytes)
      const kinds = eachKind(tags, cut.rows, kind)
      return Array.from(eachCell(cells), (cell): TypedCell => {
        const said = kinds.next().value as CellKind
        if (cell.kind === 'text') return { kind: said, text: cell.text }
        return { kind: said === 'absent' ? 'absent' : 'null', text: null }
      })
    })
    return Array.from({ length: cut.rows }, (_, at) => byColumn.map((cells) => cells[at] as TypedCell))
  })
}

describe('slices of a typed source', () => {
  it('give back every cell with its kind', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        expect(roundTrip(rows)).toEqual(rows)
      }),
      { numRuns: 60 },
    )
  })

  it('keep null, absent and the empty text apart in a table of one column', () => {
    const writer = new TypedSliceWriter(columns.slice(0, 1), bounds)
    for (const [text, kind] of [
      [null, 'null'],
      ['', 'text'],
      [null, 'absent'],
    ] as const)
      writer.writeRow([text], [kind], place)
    const slice = writer.take({ last: true, readTo: 0 })
    expect(Buffer.from(slice.bytes).toString()).toBe('\n""\n\n')
    const cut = cutSlice(slice.bytes, typedDialect(1), slice)
    assertByteExact(slice.bytes, cut, typedDialect(1))
    expect(cut.rows).toBe(3)
    expect(Array.from(slice.tags?.[0]?.bytes ?? [])).toEqual([2, 2])
  })

  it.each([
    ['NUL', 'a\0b', 'VALUE'],
    ['half of a surrogate pair', 'a\ud800', 'VALUE'],
    ['a cell over the limit', 'x'.repeat(16 * 1024 * 1024 + 1), 'LIMIT'],
  ])('refuse %s with row and column, never with the cell', (_, text, code) => {
    const writer = new TypedSliceWriter(columns, bounds)
    const write = () => writer.writeRow(['1', text, null], ['text', 'text', 'null'], { ...place, row: 7 })
    expect(write).toThrow(expect.objectContaining({ code }))
    expect(write).toThrow(DatadeedError)
    expect(write).toThrow(/row 7.*column 2/)
  })

  it('are led by the names of their columns', () => {
    const names = ['a', 'b,c', '"'].map((name, index) => ({ index, name }))
    expect(Buffer.from(typedPreamble(names)).toString()).toBe('a,"b,c",""""\n')
  })
})

describe('tags', () => {
  const cells = Buffer.from('a\n\n""\n')
  it.each([
    ['for a row that the slice does not have', [3, 3], 'DAMAGED'],
    ['cut', [0], 'DAMAGED'],
    ['of null for a cell that is not empty', [0, 1], 'DAMAGED'],
    ['of text for an empty cell', [1, 3], 'DAMAGED'],
    ['of absent for the empty text', [2, 2], 'DAMAGED'],
    ['of a kind that nobody knows', [0, 10], 'UNSUPPORTED'],
    ['of kind 0', [0, 0], 'UNSUPPORTED'],
  ])('are refused: %s', (_, bytes, code) => {
    expect(() => assertTags(Uint8Array.from(bytes), 3, cells)).toThrow(expect.objectContaining({ code }))
  })

  it('are taken where they fit', () => {
    expect(() => assertTags(Uint8Array.from([0, 4, 0, 2, 0, 3]), 3, cells)).not.toThrow()
  })
})
