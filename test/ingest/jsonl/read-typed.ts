import { strictEqual } from 'node:assert'
import { assertFields } from '../../../src/deed/fields.ts'
import { assertTags, eachKind } from '../../../src/deed/tags.ts'
import { assertByteExact, cutSlice, eachCell, type TableSource } from '../../../src/ingest/index.ts'
import type { CellKind } from '../../../src/table.ts'

export interface TypedCell {
  readonly kind: CellKind
  readonly text: string | null
}

/** Every row of a typed source, cut and checked as sealing and opening do. */
export async function readTyped(
  { slices, dialect, columns }: TableSource,
  {
    sliceBytes = 1024,
    sliceRows = 1000,
    readBytes,
  }: { sliceBytes?: number; sliceRows?: number; readBytes?: number } = {},
): Promise<TypedCell[][]> {
  const rows: TypedCell[][] = []
  let last = false
  for await (const slice of slices({ sliceBytes, sliceRows, readBytes })) {
    strictEqual(last, false)
    last = slice.last
    const cut = cutSlice(slice.bytes, dialect, slice)
    assertByteExact(slice.bytes, cut, dialect)
    strictEqual(cut.rows, slice.rowEnds)
    const byColumn = columns.map(({ index, kind = 'text' }) => {
      const cells = cut.segments.find((segment) => segment.column === index)
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
    for (let row = 0; row < cut.rows; row++) rows.push(byColumn.map((cells) => cells[row] as TypedCell))
    slice.release()
  }
  strictEqual(last, true)
  return rows
}
