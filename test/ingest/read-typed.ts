import { assertFields } from '../../src/deed/fields.ts'
import { assertTags, eachKind } from '../../src/deed/tags.ts'
import {
  assertByteExact,
  cutSlice,
  eachCell,
  faultToError,
  SliceRefused,
  type TableSource,
} from '../../src/ingest/index.ts'

export const BOUNDS = { sliceBytes: 4 * 1024 * 1024, sliceRows: 1_000_000 }

/** Every cell of a typed table as `[kind, text]`, read as a worker cuts slices and a reader checks them. */
export async function readTyped(
  source: TableSource,
  bounds = BOUNDS,
): Promise<(readonly [string, string | null])[][]> {
  const rows: (readonly [string, string | null])[][] = []
  for await (const slice of source.slices(bounds)) {
    const cut = cut1(source, slice)
    const columns = source.columns.map(({ index, kind = 'text' }) => {
      const own = cut.segments.find((segment) => segment.column === index && segment.kind === 'cells')
      if (own === undefined) throw new Error('a column without cells')
      assertFields(own.bytes, cut.rows)
      const tags = slice.tags?.find(({ column }) => column === index)?.bytes
      if (tags !== undefined) assertTags(tags, cut.rows, own.bytes)
      const kinds = eachKind(tags, cut.rows, kind)
      return Array.from(eachCell(own), (cell) => {
        const said = kinds.next().value ?? kind
        return cell.kind === 'text' ? ([said, cell.text] as const) : (['null', null] as const)
      })
    })
    for (let row = 0; row < cut.rows; row++)
      rows.push(columns.map((cells) => cells[row] ?? (['missing', null] as const)))
    slice.release()
  }
  return rows
}

function cut1(source: TableSource, slice: Parameters<typeof cutSlice>[2] & { readonly bytes: Uint8Array }) {
  try {
    const cut = cutSlice(slice.bytes, source.dialect, slice)
    assertByteExact(slice.bytes, cut, source.dialect)
    return cut
  } catch (cause) {
    throw cause instanceof SliceRefused ? faultToError(cause.fault, source.preambleLines, source.path) : cause
  }
}
