import { DatadeedError } from '../../errors.ts'
import { COLUMNS, NAME_BYTES } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { Column } from '../../table.ts'
import { findUtf8 } from '../encoding/decode.ts'
import type { CsvDialect } from './dialect.ts'
import { unquoted } from './each-cell.ts'
import { headerFields } from './preamble.ts'

/** Shapes of values that no column is called by; each linear (threats A53). */
const VALUE_SHAPES: readonly RegExp[] = [
  /^\+?\(?\d(?:[\s()-]{0,3}\d){6,24}[xX]?$/, // telephone, card, identity and order numbers of seven digits or more
  /^[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@.]{2,24}$/,
  /^(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ T]\d{1,2}:\d\d(?::\d\d)?.{0,9})?$/,
  /^\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d$/,
  /^[-+]?\d+[.,]\d+$/,
]

/** True if a header name has the shape of a telephone or identity number, mail address, date or amount. */
export function looksLikeValue(name: string): boolean {
  const trimmed = name.trim()
  return trimmed.length <= 256 && VALUE_SHAPES.some((shape) => shape.test(trimmed))
}

export interface HeaderPlace {
  readonly path: string
  /** Line of the header in its file, from 1. */
  readonly line: number
  /** True if a person said that there is a header line: names may then look like values. */
  readonly asserted: boolean
}

/** The columns that a header line names. @throws SHAPE, LIMIT, with all faulty names at once */
export function parseHeader(preamble: Uint8Array, dialect: CsvDialect, place: HeaderPlace): Column[] {
  const columns = headerFields(preamble, dialect).map((field, index) => {
    const text = Buffer.from(findUtf8(field, dialect.encoding) ?? field).toString()
    return { index, name: unquoted(text) }
  })
  assertNames(columns, place)
  return columns
}

/** `column1` to `columnN`, for an export without header line. */
export function numberedColumns(count: number): Column[] {
  return Array.from({ length: count }, (_, index) => ({ index, name: `column${index + 1}` }))
}

/** @throws LIMIT if a table has more columns than a deed can hold */
export function assertColumnCount(count: number, path: string): void {
  if (count <= COLUMNS) return
  const { ingest } = say()
  throw new DatadeedError(
    'LIMIT',
    ingest.tooManyColumns({ path: printable(path), got: count, most: COLUMNS }),
    {
      hints: [ingest.hintSplitTable],
    },
  )
}

/** @throws SHAPE, LIMIT, ENCODING for the first kind of fault, with all the columns that have it */
export function assertNames(columns: readonly Column[], { path, line, asserted }: HeaderPlace): void {
  const { ingest } = say()
  const where = { path: printable(path), line }
  if (columns[0]?.name.startsWith('\ufeff')) {
    throw new DatadeedError('ENCODING', ingest.secondBom(where), { hints: [ingest.hintSecondBom] })
  }
  const empty = columns.filter(({ name }) => name.trim() === '').map(({ index }) => index + 1)
  if (empty.length > 0) {
    throw new DatadeedError('SHAPE', ingest.emptyNames({ ...where, columns: empty.slice(0, 10) }), {
      hints: [ingest.hintNameColumns, ingest.hintNoHeader],
    })
  }
  const long = columns.find(({ name }) => Buffer.byteLength(name) > NAME_BYTES)
  if (long !== undefined) {
    throw new DatadeedError(
      'LIMIT',
      ingest.nameTooLong({ ...where, column: long.index + 1, most: NAME_BYTES }),
      {
        hints: [ingest.hintNoHeader],
      },
    )
  }
  const values = asserted ? [] : columns.filter(({ name }) => looksLikeValue(name))
  if (values.length > 0) {
    const numbers = values.slice(0, 10).map(({ index }) => index + 1)
    throw new DatadeedError('SHAPE', ingest.valuesAsNames({ ...where, columns: numbers }), {
      hints: [ingest.hintNoHeader, ingest.hintHeader],
    })
  }
  const double = findDouble(columns)
  if (double !== undefined) {
    const [first, second] = double
    const name = printable(first.name, 60)
    const sentence = ingest.doubleName({ ...where, name, first: first.index + 1, second: second.index + 1 })
    throw new DatadeedError('SHAPE', sentence, { hints: [ingest.hintNameColumns, ingest.hintNoHeader] })
  }
}

function findDouble(columns: readonly Column[]): readonly [Column, Column] | undefined {
  const seen = new Map<string, Column>()
  for (const column of columns) {
    const earlier = seen.get(column.name)
    if (earlier !== undefined) return [earlier, column]
    seen.set(column.name, column)
  }
  return undefined
}
