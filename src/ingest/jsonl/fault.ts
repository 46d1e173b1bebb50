import { DatadeedError, type ErrorCode } from '../../errors.ts'
import { COLUMNS, FIELD_BYTES, JSON_DEPTH, NAME_BYTES, ROW_BYTES } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { countLines } from '../lines-before.ts'
import type { SourceFile } from '../source-file.ts'

const CODES = {
  encoding: 'ENCODING',
  byte: 'SYNTAX',
  cut: 'SYNTAX',
  control: 'SYNTAX',
  escape: 'SYNTAX',
  behind: 'SYNTAX',
  noObject: 'SHAPE',
  keyTwice: 'SHAPE',
  nul: 'VALUE',
  surrogate: 'VALUE',
  depth: 'LIMIT',
  cellSize: 'LIMIT',
  rowSize: 'LIMIT',
  nameSize: 'LIMIT',
  columns: 'LIMIT',
} as const satisfies Readonly<Record<string, ErrorCode>>

export type JsonFaultKind = keyof typeof CODES

const LIMITS: Readonly<Partial<Record<JsonFaultKind, number>>> = {
  depth: JSON_DEPTH,
  cellSize: FIELD_BYTES,
  rowSize: ROW_BYTES,
  nameSize: NAME_BYTES,
  columns: COLUMNS,
}

/** What is wrong with JSON, and at which of the bytes that were read. */
export class JsonFault extends Error {
  readonly kind: JsonFaultKind
  readonly at: number

  constructor(kind: JsonFaultKind, at: number) {
    super(`not taken: ${kind}`)
    this.name = 'JsonFault'
    this.kind = kind
    this.at = at
  }
}

/** The error that a person sees; the lines before it are counted only then. */
export async function jsonFaultToError(
  file: SourceFile,
  kind: JsonFaultKind,
  offset: number,
): Promise<DatadeedError> {
  const words = say().json
  const at = file.locate?.(offset) ?? { file, offset }
  const line = 1 + (await countLines(at.file, at.offset))
  const place = { path: printable(at.file.path), line, offset: at.offset }
  const sentence = words.faults[kind]({ ...place, most: LIMITS[kind] ?? 0 })
  return new DatadeedError(CODES[kind], sentence, { hints: [words.hints[kind]] })
}
