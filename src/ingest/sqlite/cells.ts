import { isUtf8 } from 'node:buffer'
import type { CellKind } from '../../table.ts'

/** What SQLite hands over of a cell, read as it is. */
export type Value = string | bigint | number | Uint8Array | null

/** Text that is not valid in the database's encoding. */
export class NotText extends Error {}

export function kindOf(value: Value): CellKind {
  if (typeof value === 'string') return 'text'
  if (value === null) return 'null'
  return typeof value === 'object' ? 'bytes' : 'number'
}

/** Null for NULL alone. A string may not be what the file holds, see `isCertain`. */
export function textOf(value: Value): string | null {
  if (typeof value === 'string' || value === null) return value
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'number') return writeReal(value)
  return Buffer.from(value.buffer, value.byteOffset, value.length).toString('hex')
}

/** False where bytes that are no text may have become this: they are read as U+FFFD. */
export function isCertain(value: Value): boolean {
  return typeof value !== 'string' || !value.includes('\ufffd')
}

/**
 * SQL for one cell with all its bytes: text of ASCII letters marked "t", other text as its bytes, a blob in hexadecimal
 * marked "b". For Node's own strings end at a NUL in its first releases, and hide bytes that are no text.
 */
export function exactly(column: string, utf16: boolean): string {
  const bytes = `CAST(${column} AS BLOB)`
  const text = utf16 ? bytes : `iif(octet_length(${column}) = length(${column}), 't' || ${column}, ${bytes})`
  return `CASE typeof(${column}) WHEN 'text' THEN ${text} WHEN 'blob' THEN 'b' || hex(${column}) ELSE ${column} END`
}

/** What `exactly` gave, as the value that the file holds. @throws NotText */
export function readExactly(value: Value, decode: (bytes: Uint8Array) => string): Value {
  if (value instanceof Uint8Array) return decode(value)
  if (typeof value !== 'string') return value
  const text = value.slice(1)
  if (value.startsWith('b')) return Buffer.from(text, 'hex')
  // U+FFFD itself has bytes that SQLite does not count as characters.
  if (!isCertain(text)) throw new NotText()
  return text
}

/** @throws NotText */
export function decodeUtf8(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) throw new NotText()
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()
}

/** @throws NotText for half a unit; lone surrogates are refused where slices are written */
export function decodeUtf16(bytes: Uint8Array, bigEndian: boolean): string {
  if (bytes.length % 2 === 1) throw new NotText()
  const units = Buffer.from(bytes)
  return (bigEndian ? units.swap16() : units).toString('utf16le')
}

/**
 * The shortest digits that are read back as the same double, with what tells it from an integer. Infinity is written as
 * SQLite itself writes it where it must be read back.
 */
export function writeReal(value: number): string {
  if (Object.is(value, -0)) return '-0.0'
  if (value === Number.POSITIVE_INFINITY) return '9.0e+999'
  if (value === Number.NEGATIVE_INFINITY) return '-9.0e+999'
  const text = String(value)
  return /^-?\d+$/.test(text) ? `${text}.0` : text
}
