import { deepStrictEqual } from 'node:assert'
import { isUtf8 } from 'node:buffer'
import { copyCells } from '../../../src/ingest/csv/copy-cells.ts'
import { SliceRefused } from '../../../src/ingest/csv/fault.ts'
import { findFields } from '../../../src/ingest/csv/find-fields.ts'
import { joinAllFields } from '../../../src/ingest/csv/join-fields.ts'
import { RowScanner } from '../../../src/ingest/csv/row-scanner.ts'
import { takeSliceMemory } from '../../../src/ingest/csv/slice-memory.ts'
import { findUtf8 } from '../../../src/ingest/encoding/decode.ts'
import { decodeByKernel } from '../../../src/ingest/encoding/decode-by-kernel.ts'
import { findEncoded } from '../../../src/ingest/encoding/encode.ts'
import { encodeByKernel } from '../../../src/ingest/encoding/encode-by-kernel.ts'
import {
  type CsvDialect,
  cutSlice,
  DELIMITERS,
  ENCODINGS,
  joinSlice,
  LINE_ENDS,
} from '../../../src/ingest/index.ts'
import { findCells } from '../../../src/ingest/kernel/find-cells.ts'
import { allEnds } from '../../ingest/kernel/all-ends.ts'
import { Broken, type Target } from '../target.ts'
import { CSV_SEEDS } from './exports.ts'

/** The first three bytes say how the others are to be read. */
const HEAD_BYTES = 3
const whole = { number: 0, offset: 0, last: true }

/** WebAssembly and TypeScript: whatever the bytes, the one does what the other does, or leaves it to the other. */
export const kernelTarget: Target = {
  name: 'kernel',
  seeds: CSV_SEEDS.map((bytes, at) => Buffer.concat([Buffer.of(at, at % 5, at % 8), bytes])),
  tokens: ['"', '""', '"a,b"', ',', ';', '\t', '|', '\n', '\r', '\r\n', '\0', 'v'.repeat(17), '中', '😀'],
  codes: [],
  read(input) {
    const [a = 0, b = 0, c = 0] = input
    const dialect: CsvDialect = {
      delimiter: DELIMITERS[a % DELIMITERS.length] ?? ',',
      lineEnd: LINE_ENDS[(a >> 2) % LINE_ENDS.length] ?? '\n',
      columns: 1 + (b % 5),
      encoding: ENCODINGS[c % ENCODINGS.length] ?? 'utf-8',
    }
    const bytes = new Uint8Array(input.subarray(HEAD_BYTES))
    compareTranscoding(bytes, dialect)
    const text = /[\r\n]$/.test(Buffer.from(bytes.subarray(-1)).toString('latin1'))
      ? bytes
      : new Uint8Array([...bytes, 0x0a])
    if (isUtf8(text)) compareCutting(text, dialect)
    compareJoining(bytes, dialect)
    compareScanning(bytes, dialect, { reads: [1 + (b % 61), 1 + (c % 7)], sliceBytes: 1 + (a % 80) })
  },
}

function compareTranscoding(bytes: Uint8Array, { encoding }: CsvDialect): void {
  if (encoding === 'utf-8' || encoding.startsWith('utf-16')) return
  const decoded = decodeByKernel(bytes, encoding)
  if (decoded !== undefined) {
    const text = Buffer.from(decoded)
    same('decoding', text, findUtf8(bytes, encoding))
    same('encoding what was decoded', findEncoded(text, encoding), bytes)
  }
  const text = isUtf8(bytes) ? bytes : undefined
  const encoded = text && encodeByKernel(text, encoding)
  if (text !== undefined && encoded !== undefined)
    same('encoding', Buffer.from(encoded), findEncoded(text, encoding))
}

function compareCutting(text: Uint8Array, dialect: CsvDialect): void {
  const reference = unlessRefused(() => {
    const map = findFields(text, dialect.delimiter.charCodeAt(0), dialect.columns)
    return plainMap(map, copyCells(text, map))
  })
  const map = findCells(text, dialect)
  deepStrictEqual(map && plainMap(map, map.copyCells()), reference)
}

function plainMap(map: ReturnType<typeof findFields>, cells: readonly Uint8Array[]): unknown {
  const { rows, columns, lineEnds } = map
  const starts = Array.from(map.rowStarts.subarray(0, rows))
  const ends = Array.from(map.ends.subarray(0, rows * columns))
  const texts = cells.map((each) => Buffer.from(each).toString('hex'))
  return {
    rows,
    columns,
    lineEnds,
    starts,
    ends,
    bare: Array.from(map.bare),
    cellBytes: Array.from(map.cellBytes),
    texts,
  }
}

function compareJoining(bytes: Uint8Array, dialect: CsvDialect): void {
  const slice = unlessRefused(() => cutSlice(bytes, dialect, whole))
  if (slice === undefined) return
  const columns = Array.from({ length: dialect.columns }, (_, column) => column)
  const cells = slice.segments.filter(({ kind }) => kind === 'cells').map((segment) => segment.bytes)
  same(
    'joining',
    joinSlice(slice, dialect),
    Buffer.from(joinAllFields(slice, { ...dialect, columns, layout: true }, cells)),
  )
  same('joining what was cut', joinSlice(slice, dialect), bytes)
}

function compareScanning(
  text: Uint8Array,
  dialect: CsvDialect,
  { reads, sliceBytes }: { readonly reads: readonly number[]; readonly sliceBytes: number },
): void {
  const memory = takeSliceMemory(text.length)
  memory.bytes.set(text)
  const scanner = () => new RowScanner({ sliceBytes, sliceRows: 3 }, dialect.encoding, dialect.columns)
  const byKernel = allEnds(scanner(), memory, text, reads)
  deepStrictEqual(byKernel, allEnds(scanner(), { bytes: Uint8Array.from(text) }, text, reads))
}

function unlessRefused<Value>(act: () => Value): Value | undefined {
  try {
    return act()
  } catch (error) {
    if (error instanceof SliceRefused) return undefined
    throw error
  }
}

function same(what: string, left: Uint8Array | undefined, right: Uint8Array | undefined): void {
  const equal = left !== undefined && right !== undefined && Buffer.from(left).equals(right)
  if (!equal) throw new Broken(`${what} goes two ways`)
}
