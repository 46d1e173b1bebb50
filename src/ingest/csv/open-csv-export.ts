import { parse as parsePath } from 'node:path'
import { type AskEncoding, detectEncoding, type EncodingBy } from '../encoding/detect-encoding.ts'
import type { Encoding } from '../encoding/encodings.ts'
import { assertNoForeignFormat } from '../foreign-format.ts'
import { type ByteOptions, openSource, STANDARD_INPUT, unpackedName } from '../source/open-source.ts'
import type { SourceFile } from '../source-file.ts'
import type { TableSource } from '../table-source.ts'
import { commonLineEnd, detectDelimiter } from './detect-dialect.ts'
import type { CsvDialect, Delimiter } from './dialect.ts'
import { faultToError, SliceRefused } from './fault.ts'
import { assertColumnCount, numberedColumns, parseHeader } from './header.ts'
import { lineAt } from './lines.ts'
import { type PreambleParts, preambleParts } from './preamble.ts'
import {
  countColumns,
  decodeSample,
  emptyExport,
  linesAbove,
  readHead,
  readSample,
  SAMPLE_BYTES,
} from './read-sample.ts'
import { assertSampleAgrees } from './sample.ts'
import { readSlices } from './slices.ts'

/** One read while the encoding is found, for which the whole file passes by once. */
const DETECT_BYTES = 1024 * 1024

export interface CsvOptions extends ByteOptions {
  readonly encoding?: Encoding | undefined
  readonly delimiter?: Delimiter | undefined
  /** false: the first line is a row; true: it is a header line even if its names look like values. */
  readonly header?: boolean | undefined
  readonly ask?: AskEncoding | undefined
  /** Bytes of one read while the encoding is found. */
  readonly readBytes?: number | undefined
}

/** A CSV export, its encoding and dialect found, open for reading. */
export interface CsvExport extends TableSource, AsyncDisposable {
  readonly encodingBy: EncodingBy
  readonly hasHeader: boolean
  readonly bom: boolean
  readonly separatorLine: boolean
}

/**
 * Opens a CSV export and finds encoding, delimiter, line end and columns, never by guess.
 *
 * @throws IO_READ, FORMAT, EMPTY, ENCODING, SYNTAX, SHAPE, VALUE, LIMIT, CHANGED
 */
export async function openCsvExport(path: string, options: CsvOptions = {}): Promise<CsvExport> {
  const file = await openSource(path, options)
  try {
    const name = path === STANDARD_INPUT ? 'stdin' : parsePath(unpackedName(path)).name
    return await readCsvExport(file, name, options)
  } catch (cause) {
    await file[Symbol.asyncDispose]()
    throw cause
  }
}

async function readCsvExport(file: SourceFile, name: string, options: CsvOptions): Promise<CsvExport> {
  const { path, compression } = file
  const head = await readHead(file, SAMPLE_BYTES)
  if (file.size === 0) throw emptyExport(path)
  assertNoForeignFormat(head, path)
  const { readBytes = DETECT_BYTES } = options
  const found = await detectEncoding(file, head, { encoding: options.encoding, ask: options.ask, readBytes })
  const { encoding } = found
  const sample = await readSample(file, head, encoding)
  const parts = preambleParts(sample, found)
  const linesBefore = linesAbove(sample, parts.header.start, encoding)
  const text = decodeSample(sample, parts.header.start, encoding, path)
  const clues = { path, text, asked: options.delimiter, separator: parts.separator }
  const delimiter = detectDelimiter(clues)
  const columnCount = countColumns(text, delimiter, linesBefore, path)
  assertColumnCount(columnCount, path)
  const dialect: CsvDialect = { encoding, delimiter, lineEnd: commonLineEnd(text), columns: columnCount }
  const hasHeader = options.header !== false
  const preamble = sample.slice(0, preambleEnd(sample, parts, dialect, hasHeader))
  const columns = hasHeader
    ? parseHeader(preamble, dialect, { path, line: linesBefore + 1, asserted: options.header === true })
    : numberedColumns(columnCount)
  const preambleLines = linesAbove(sample, preamble.length, encoding)
  assertGoodSample(sample.subarray(preamble.length), dialect, preambleLines, path)
  const told = {
    encodingBy: found.by,
    bom: parts.bomBytes > 0,
    separatorLine: parts.separator !== undefined,
  }
  return {
    path,
    name,
    get size() {
      return Number.isFinite(file.size) ? file.size : 0
    },
    dialect,
    preamble,
    preambleLines,
    ...told,
    hasHeader,
    columns,
    description: {
      kind: 'csv',
      ...dialectOnly(dialect),
      ...told,
      header: hasHeader,
      ...(compression === undefined ? {} : { compression }),
    },
    remarks: [],
    excluded: () => [],
    rereadable: file.rereadable,
    slices: (request) => readSlices(file, preamble.length, dialect, request),
    assertUnchanged: () => file.assertUnchanged(),
    [Symbol.asyncDispose]: () => file[Symbol.asyncDispose](),
  }
}

function dialectOnly({ encoding, delimiter, lineEnd }: CsvDialect): Omit<CsvDialect, 'columns'> {
  return { encoding, delimiter, lineEnd }
}

/** Blank lines before the rows of one column are rows; those behind a header without rows belong to the preamble. */
function preambleEnd(
  sample: Uint8Array,
  parts: PreambleParts,
  dialect: CsvDialect,
  hasHeader: boolean,
): number {
  if (!hasHeader) return dialect.columns === 1 ? parts.blankFrom : parts.header.start
  let end = parts.header.next
  if (dialect.columns === 1) return end
  for (let line = lineAt(sample, end, dialect.encoding); ; line = lineAt(sample, end, dialect.encoding)) {
    if (line.end > line.start) return parts.header.next
    if (line.next === line.end) return end
    end = line.next
  }
}

/** The faults of the first rows are told at once, before anything is classified or asked. */
function assertGoodSample(rows: Uint8Array, dialect: CsvDialect, linesBefore: number, path: string): void {
  try {
    assertSampleAgrees(rows, dialect)
  } catch (cause) {
    throw cause instanceof SliceRefused ? faultToError(cause.fault, linesBefore, path) : cause
  }
}
