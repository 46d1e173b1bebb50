import { InternalError } from '../errors.ts'
import { type Cell, eachCell } from '../ingest/cut-and-join.ts'
import type { Slice } from '../table.ts'

/**
 * A slice as JSON lines, UTF-8: one object a row, keys in column order. Every cell is a string; what the export left
 * empty and unquoted is null, `""` is the empty string. Number text stays text: nothing is interpreted.
 */
export function joinJsonl(
  slice: Slice,
  columns: readonly { readonly index: number; readonly name: string }[],
  rowNumber?: { readonly name: string; readonly from: number },
): Uint8Array {
  const cells = columns.map(({ index, name }) => {
    const segment = slice.segments.find(({ column, kind }) => column === index && kind === 'cells')
    if (segment === undefined) throw new InternalError('a slice lacks the cells of an opened column')
    return { key: `${JSON.stringify(name)}:`, reader: eachCell(segment) }
  })
  const lines: string[] = []
  for (let row = 0; row < slice.rows; row++) {
    const fields = cells.map(({ key, reader }) => key + jsonOf(reader.next()))
    if (rowNumber !== undefined) fields.unshift(`${JSON.stringify(rowNumber.name)}:${rowNumber.from + row}`)
    lines.push(`{${fields.join(',')}}\n`)
  }
  return new Uint8Array(Buffer.from(lines.join('')))
}

function jsonOf(next: IteratorResult<Cell, unknown>): string {
  if (next.done) throw new InternalError('a checked segment ended before its rows')
  const { kind, text } = next.value
  return kind === 'empty' ? 'null' : JSON.stringify(text)
}
