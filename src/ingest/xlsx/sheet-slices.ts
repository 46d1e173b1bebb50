import type { CellKind } from '../../table.ts'
import type { SourceFile } from '../source-file.ts'
import type { SliceRequest, SourceSlice } from '../table-source.ts'
import { TypedSliceWriter } from '../typed/slice-writer.ts'
import { type CellContext, decodeCell } from './decode-cell.ts'
import type { SheetColumn } from './sheet-columns.ts'
import type { ReadSheet, SheetRow } from './sheet-rows.ts'

/** The rows of a sheet that are its table's. */
export interface TableRows {
  readonly columns: readonly SheetColumn[]
  readonly first: number
  readonly last: number
}

interface Reading {
  readonly file: SourceFile
  readonly context: CellContext
  readonly request: SliceRequest
}

/**
 * The second pass over a sheet: its table's rows, in slices. A row that the sheet leaves blank is a row of nulls, so that
 * none is skipped. The last slice comes only after the file was found unchanged.
 * @throws CHANGED, IO_READ, VALUE, LIMIT, and what reading a sheet throws
 */
export async function* readSheetSlices(
  open: () => Promise<ReadSheet>,
  table: TableRows,
  reading: Reading,
): AsyncGenerator<SourceSlice> {
  try {
    yield* cutSlices(open, table, reading)
  } catch (cause) {
    // A file that was written over meanwhile is that, whatever its bytes looked like.
    await reading.file.assertUnchanged()
    throw cause
  }
}

async function* cutSlices(
  open: () => Promise<ReadSheet>,
  table: TableRows,
  { file, context, request }: Reading,
): AsyncGenerator<SourceSlice> {
  if (table.last < table.first) return file.assertUnchanged()
  const writer = new RowWriter(table, context, new TypedSliceWriter(table.columns, request))
  const sheet = await open()
  for await (const batch of sheet.rows) {
    request.signal?.throwIfAborted()
    for (const row of batch) {
      for (; writer.next < Math.min(row.number, table.last + 1); writer.writeBlank()) {
        if (writer.slices.full) yield writer.slices.take({ last: false, readTo: sheet.read() })
      }
      if (row.number < table.first || row.number > table.last) continue
      if (writer.slices.full) yield writer.slices.take({ last: false, readTo: sheet.read() })
      writer.write(row)
    }
  }
  for (; writer.next <= table.last; writer.writeBlank()) {
    if (writer.slices.full) yield writer.slices.take({ last: false, readTo: sheet.read() })
  }
  await file.assertUnchanged()
  yield writer.slices.take({ last: true, readTo: sheet.read() })
}

/** Puts the cells of rows in the order of the table's columns. */
class RowWriter {
  /** The row that comes next. */
  next: number
  readonly slices: TypedSliceWriter
  readonly #context: CellContext
  readonly #places: ReadonlyMap<number, number>
  readonly #texts: (string | null)[]
  readonly #kinds: CellKind[]

  constructor({ columns, first }: TableRows, context: CellContext, slices: TypedSliceWriter) {
    this.next = first
    this.slices = slices
    this.#context = context
    this.#places = new Map(columns.map(({ at, index }) => [at, index]))
    this.#texts = columns.map(() => null)
    this.#kinds = columns.map(() => 'null')
  }

  writeBlank(): void {
    this.#write()
  }

  write({ number, cells }: SheetRow): void {
    for (const cell of cells) {
      const place = this.#places.get(cell.column)
      if (place === undefined || cell.value === undefined) continue
      const { kind, text } = decodeCell(cell, number, this.#context)
      this.#texts[place] = text
      this.#kinds[place] = kind
    }
    this.#write()
  }

  #write(): void {
    this.slices.writeRow(this.#texts, this.#kinds, { path: this.#context.path, row: this.next })
    this.#texts.fill(null)
    this.#kinds.fill('null')
    this.next += 1
  }
}
