import type { Encoding } from '../encoding/encodings.ts'

export const DELIMITERS = [',', ';', '\t', '|'] as const
export const LINE_ENDS = ['\r\n', '\n', '\r'] as const

export type Delimiter = (typeof DELIMITERS)[number]
export type LineEnd = (typeof LINE_ENDS)[number]

/** What is needed to cut an export into cells and to join it again; plain data that crosses threads. */
export interface CsvDialect {
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  /** The most common one of the sample; rows that end otherwise say so in the row layout. */
  readonly lineEnd: LineEnd
  readonly columns: number
}
