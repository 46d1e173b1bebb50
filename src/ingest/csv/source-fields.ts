import { byteTable } from '../encoding/byte-tables.ts'
import { type Encoding, unitBytes } from '../encoding/encodings.ts'
import { CR, LF, QUOTE } from './bytes.ts'
import type { CsvDialect } from './dialect.ts'
import { unitAt } from './lines.ts'

/**
 * Start and end of each field in undecoded bytes that are known to be sound CSV, in row order. Goes sequence by
 * sequence, since bytes such as 7C `|` are trail bytes too; slow, for header lines and rare cases.
 */
export function* sourceFields(source: Uint8Array, dialect: CsvDialect): Generator<readonly [number, number]> {
  const { encoding } = dialect
  const step = unitBytes(encoding)
  const delimiter = dialect.delimiter.charCodeAt(0)
  let start = 0
  let rowStart = 0
  let quoted = false
  for (let at = 0; at < source.length; ) {
    const unit = unitAt(source, at, encoding)
    const lineEnd = unit === LF || unit === CR
    if (quoted || (unit !== delimiter && !lineEnd)) {
      if (unit === QUOTE) quoted = !quoted
      at += sequenceLength(source, at, encoding)
      continue
    }
    if (!lineEnd || at > rowStart || dialect.columns === 1) yield [start, at]
    const pair = unit === CR && at + step < source.length && unitAt(source, at + step, encoding) === LF
    at += pair ? 2 * step : step
    start = at
    if (lineEnd) rowStart = at
  }
  if (rowStart < source.length) yield [start, source.length]
}

function sequenceLength(source: Uint8Array, at: number, encoding: Encoding): number {
  if (encoding === 'utf-8') return 1
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return 2
  const length = byteTable(encoding).lengths[source[at]!]!
  if (length < 4) return length
  const second = source[at + 1] ?? 0
  return second >= 0x30 && second <= 0x39 ? 4 : 2
}
