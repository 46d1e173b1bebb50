import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { SliceRequest, SourceSlice, TableSource } from './table-source.ts'

/** A table whose last slice comes only if it has so many rows. @throws VALUE, while it is read */
export function expectRows(table: TableSource, expected: number): TableSource {
  const slices = (request: SliceRequest): AsyncGenerator<SourceSlice> => count(table, expected, request)
  return Object.create(table, { slices: { value: slices } })
}

async function* count(
  table: TableSource,
  expected: number,
  request: SliceRequest,
): AsyncGenerator<SourceSlice> {
  let rows = 0
  let held: SourceSlice | undefined
  for await (const slice of table.slices(request)) {
    if (held !== undefined) yield held
    held = slice
    rows += slice.rowEnds
  }
  if (rows !== expected) {
    const told = { path: printable(table.path), got: rows, expected }
    throw new DatadeedError('VALUE', say().ingest.otherRows(told), { hints: [say().ingest.hintUnexpected] })
  }
  if (held !== undefined) yield held
}
