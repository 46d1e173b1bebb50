import { findByteOrderMark, unitBytes } from '../encoding/encodings.ts'
import type { CsvDialect } from './dialect.ts'
import { type Line, lineAt, unitAt } from './lines.ts'
import { sourceFields } from './source-fields.ts'

/** What stands before the rows: BOM, `sep=` line, blank lines, header line. */
export interface PreambleParts {
  readonly bomBytes: number
  /** The character after `sep=`, if there is such a line. */
  readonly separator: string | undefined
  /** Where the blank lines before the header line begin. */
  readonly blankFrom: number
  /** The first line that is neither; empty where the bytes end. */
  readonly header: Line
}

/** Takes the start of an export apart, by its own bytes. */
export function preambleParts(bytes: Uint8Array, { encoding }: Pick<CsvDialect, 'encoding'>): PreambleParts {
  const mark = findByteOrderMark(bytes)
  const bomBytes = mark?.encoding === encoding ? mark.length : 0
  let line = lineAt(bytes, bomBytes, encoding)
  const separator = separatorOf(bytes, line, encoding)
  if (separator !== undefined) line = lineAt(bytes, line.next, encoding)
  const blankFrom = line.start
  while (line.start === line.end && line.next > line.end) line = lineAt(bytes, line.next, encoding)
  return { bomBytes, separator, blankFrom, header: line }
}

function separatorOf(bytes: Uint8Array, line: Line, encoding: CsvDialect['encoding']): string | undefined {
  const step = unitBytes(encoding)
  if (line.end - line.start !== 5 * step) return undefined
  const units = [0, 1, 2, 3, 4].map((at) => unitAt(bytes, line.start + at * step, encoding))
  const text = String.fromCharCode(...units)
  return /^sep=/i.test(text) ? text[4] : undefined
}

/** The header line's fields, each with its own quoting and bytes; none if the preamble has no header line. */
export function headerFields(preamble: Uint8Array, dialect: CsvDialect): Uint8Array[] {
  const { header } = preambleParts(preamble, dialect)
  const line = preamble.subarray(header.start, header.end)
  return line.length === 0
    ? []
    : Array.from(sourceFields(line, dialect), ([from, to]) => line.subarray(from, to))
}

/**
 * A preamble for some of the columns: all that stands before the header line, then their fields as the export wrote
 * them. A preamble without a header line stays as it is.
 *
 * @param rowNumberName name of a first column of row numbers; ASCII without quote or delimiter
 */
export function joinHeader(
  preamble: Uint8Array,
  dialect: CsvDialect,
  columns: readonly number[],
  rowNumberName?: string,
): Uint8Array {
  const fields = headerFields(preamble, dialect)
  if (fields.length === 0) return preamble
  const { header } = preambleParts(preamble, dialect)
  const chosen = columns.map((column) => fields[column] ?? new Uint8Array(0))
  if (rowNumberName !== undefined) chosen.unshift(inUnits(rowNumberName, dialect))
  const delimiter = inUnits(dialect.delimiter, dialect)
  const pieces: Uint8Array[] = [preamble.subarray(0, header.start)]
  for (const [at, field] of chosen.entries()) pieces.push(...(at === 0 ? [field] : [delimiter, field]))
  return Buffer.concat([...pieces, inUnits(dialect.lineEnd, dialect)])
}

/** ASCII text in the export's encoding. */
export function inUnits(ascii: string, { encoding }: CsvDialect): Uint8Array {
  const bytes = Buffer.from(ascii, unitBytes(encoding) === 2 ? 'utf16le' : 'latin1')
  return encoding === 'utf-16be' ? bytes.swap16() : bytes
}
