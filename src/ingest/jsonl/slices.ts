import type { Column } from '../../table.ts'
import { changedWhileRead, type SourceFile } from '../source-file.ts'
import type { SliceRequest, SourceSlice } from '../table-source.ts'
import type { FieldBuffer } from '../typed/field-buffer.ts'
import { TypedSliceWriter } from '../typed/slice-writer.ts'
import { type JsonForm, placed, readRows } from './read-rows.ts'
import { RowParser } from './row-parser.ts'

export interface KnownTable {
  readonly form: JsonForm
  /** Where the rows begin. */
  readonly start: number
  readonly columns: readonly Column[]
}

/**
 * The rows of a table whose columns are known, in slices. The last one comes only after the file was found unchanged.
 * @throws DatadeedError CHANGED, IO_READ, LIMIT
 */
export async function* readJsonSlices(
  file: SourceFile,
  { form, start, columns }: KnownTable,
  request: SliceRequest,
): AsyncGenerator<SourceSlice> {
  const writer = new TypedSliceWriter(columns, request)
  const parser = new RowParser()
  const { signal, readBytes } = request
  let row = 0
  for await (const { bytes, offset, places } of readRows(file, form, { start, signal, readBytes })) {
    for (let at = 0; at < places.length; ) {
      if (writer.full) yield writer.take({ last: false, readTo: offset + (places[at] ?? 0) })
      await placed(file, offset, () => {
        for (; at < places.length && !writer.full; at += 2) {
          parser.parse(bytes, places[at] ?? 0, places[at + 1] ?? 0)
          row += 1
          writer.writeCells(cell, { path: file.path, row })
        }
      })
    }
  }
  // The same rows have the same columns, in the order of their first cells.
  if (columns.some(({ name }, index) => name !== parser.columns[index])) throw changedWhileRead(file.path)
  await file.assertUnchanged()
  yield writer.take({ last: true, readTo: file.size })

  function cell(column: number, into: FieldBuffer) {
    return parser.writeCell(column, into)
  }
}
