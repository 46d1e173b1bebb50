import { DatadeedError } from '../../errors.ts'
import { FIELD_BYTES, ROW_BYTES } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { CellKind, Column, Segment } from '../../table.ts'
import { CELL_KINDS } from '../../table.ts'
import type { CsvDialect } from '../csv/dialect.ts'
import type { SliceBounds } from '../csv/row-scanner.ts'
import { giveSliceMemoryBack, takeSliceMemory } from '../csv/slice-memory.ts'
import { SourceWriter } from '../csv/source-writer.ts'
import type { SourceSlice } from '../table-source.ts'
import { FieldBuffer } from './field-buffer.ts'
import { quoteField } from './quote-field.ts'

/** How typed sources give their rows to those who read CSV. */
export function typedDialect(columns: number): CsvDialect {
  return { encoding: 'utf-8', delimiter: ',', lineEnd: '\n', columns }
}

/** The header line that stands before the rows of a typed source. */
export function typedPreamble(columns: readonly Column[]): Uint8Array {
  return Buffer.from(`${columns.map(({ name }) => quoteField(name)).join(',')}\n`)
}

/** Where a row stands in its source, for sentences: a path and the row's number as a person counts there. */
export interface RowPlace {
  readonly path: string
  readonly row: number
}

const NOTHING = new Uint8Array(0)

/**
 * Turns rows of typed cells into slices: CSV in UTF-8, and tags where a cell is of another kind than its column. A null
 * or absent cell is an empty field; `""` is the empty text.
 */
export class TypedSliceWriter {
  readonly #kinds: readonly CellKind[]
  readonly #bounds: SliceBounds
  readonly #tags: (SourceWriter | undefined)[] = []
  readonly #fields = new FieldBuffer()
  #rows = 0
  #number = 0
  #offset = 0

  constructor(columns: readonly Column[], bounds: SliceBounds) {
    this.#kinds = columns.map(({ kind }) => kind ?? 'text')
    this.#bounds = bounds
  }

  /** Whether the slice has enough, so that `take` is due before the next row. */
  get full(): boolean {
    return this.#fields.length >= this.#bounds.sliceBytes || this.#rows >= this.#bounds.sliceRows
  }

  get empty(): boolean {
    return this.#rows === 0
  }

  /**
   * @param cells - by column; null for what has no text: null or absent
   * @param kinds - by column
   * @throws DatadeedError VALUE for NUL and lone surrogates, LIMIT for a cell or row that is too long
   */
  writeRow(cells: readonly (string | null)[], kinds: readonly CellKind[], place: RowPlace): void {
    const usual = this.#kinds
    const fields = new Array<string>(usual.length)
    for (let column = 0; column < usual.length; column++) {
      const text = cells[column] ?? null
      const kind = kinds[column] ?? 'null'
      fields[column] = text === null ? '' : writeField(text, column, place)
      if (kind !== (text === null ? 'null' : usual[column])) this.#tag(column, kind)
    }
    const before = this.#fields.length
    this.#fields.line(fields.join(','))
    this.#endRow(before, place)
  }

  /**
   * The same row by row for a source that has its texts as bytes.
   * @param writeCell - writes the cell's text, if it has any, and says its kind
   */
  writeCells(writeCell: (column: number, into: FieldBuffer) => CellKind, place: RowPlace): void {
    const fields = this.#fields
    const start = fields.length
    for (let column = 0; column < this.#kinds.length; column++) {
      if (column > 0) fields.comma()
      const before = fields.length
      const kind = writeCell(column, fields)
      if (kind !== (fields.length === before ? 'null' : this.#kinds[column])) this.#tag(column, kind)
    }
    fields.lineEnd()
    this.#endRow(start, place)
  }

  #endRow(start: number, place: RowPlace): void {
    if (this.#fields.length - start > ROW_BYTES)
      throw refuse('LIMIT', say().ingest.typedRowTooLong({ ...shown(place), most: ROW_BYTES }))
    this.#rows += 1
  }

  /** The slice so far; what follows begins the next. `last` if nothing follows. */
  take({ last, readTo }: { readonly last: boolean; readonly readTo: number }): SourceSlice {
    const { length } = this.#fields
    const memory = takeSliceMemory(length)
    const bytes = memory.bytes.subarray(0, length)
    bytes.set(this.#fields.bytes.subarray(0, length))
    const tags = this.#tags.flatMap((writer, column): Segment[] =>
      writer === undefined ? [] : [{ column, kind: 'tags', bytes: writer.finish() }],
    )
    const slice = {
      number: this.#number,
      offset: this.#offset,
      last,
      rowEnds: this.#rows,
      bytes,
      tags,
      readTo,
      release: () => giveSliceMemoryBack(memory),
    }
    this.#number += 1
    this.#offset += length
    this.#tags.length = 0
    this.#rows = this.#fields.length = 0
    return slice
  }

  #tag(column: number, kind: CellKind): void {
    this.#tags[column] ??= new SourceWriter()
    this.#tags[column].add(this.#rows, CELL_KINDS.indexOf(kind) + 1, NOTHING)
  }
}

/** Most texts have nothing of which more must be known. */
const PLAIN = /^[^",\r\n\0\ud800-\udfff]+$/

function writeField(text: string, column: number, place: RowPlace): string {
  if (text.length <= FIELD_BYTES / 3 && PLAIN.test(text)) return text
  assertText(text, column, place)
  return quoteField(text)
}

function assertText(text: string, column: number, place: RowPlace): void {
  const where = () => ({ ...shown(place), column: column + 1 })
  if (text.includes('\0')) throw refuse('VALUE', say().ingest.typedNul(where()))
  if (!text.isWellFormed()) throw refuse('VALUE', say().ingest.typedSurrogate(where()))
  if (text.length > FIELD_BYTES / 3 && Buffer.byteLength(text) > FIELD_BYTES) {
    throw refuse('LIMIT', say().ingest.typedCellTooLong({ ...where(), most: FIELD_BYTES }))
  }
}

function shown({ path, row }: RowPlace): RowPlace {
  return { path: printable(path), row }
}

function refuse(code: 'VALUE' | 'LIMIT', sentence: string): DatadeedError {
  return new DatadeedError(code, sentence, { hints: [say().ingest.hintCheckExport] })
}
