import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { findBadByte, findUtf8 } from '../encoding/decode.ts'
import { type Encoding, unitBytes } from '../encoding/encodings.ts'
import type { SourceFile } from '../source-file.ts'
import { CR, LF } from './bytes.ts'
import type { Delimiter } from './dialect.ts'
import { faultToError, SliceRefused } from './fault.ts'
import { faultAt, findFields } from './find-fields.ts'
import { countLineEnds, lineAt, unitAt } from './lines.ts'
import { preambleParts } from './preamble.ts'

/** Rows that the dialect is found from, and which csv-parse reads too. */
export const SAMPLE_BYTES = 128 * 1024
/** What may stand before the first row; the manifest carries it, so it stays far below ENVELOPE_BYTES. */
const PREAMBLE_BYTES = 4 * 1024 * 1024

/** The first bytes of a file, at most `most`. */
export async function readHead(file: SourceFile, most: number): Promise<Uint8Array> {
  await file.reach(most + 1)
  const head = new Uint8Array(Math.min(file.size, most))
  await file.readInto(head, 0)
  return head
}

/**
 * Whole lines from the start of the file: at least through the header line, else what SAMPLE_BYTES holds.
 *
 * @throws EMPTY if there are none but blank ones, LIMIT if the header line has no end in sight
 */
export async function readSample(
  file: SourceFile,
  head: Uint8Array,
  encoding: Encoding,
): Promise<Uint8Array> {
  if (Number.isFinite(file.size) && file.size % unitBytes(encoding) !== 0) {
    const place = { path: printable(file.path), size: file.size, encoding }
    throw new DatadeedError('ENCODING', say().ingest.halfUnit(place), { hints: [say().ingest.hintReExport] })
  }
  const sample = wholeLines(head, file, encoding)
  if (hasHeader(sample, encoding)) return sample
  const more = head.length === file.size ? head : await readHead(file, PREAMBLE_BYTES)
  const larger = wholeLines(more, file, encoding)
  if (hasHeader(larger, encoding)) return larger
  const { ingest } = say()
  if (more.length === file.size) throw emptyExport(file.path)
  throw new DatadeedError(
    'LIMIT',
    ingest.headerTooLong({ path: printable(file.path), most: PREAMBLE_BYTES }),
    {
      hints: [ingest.hintCheckExport],
    },
  )
}

export function emptyExport(path: string): DatadeedError {
  const { ingest } = say()
  return new DatadeedError('EMPTY', ingest.empty({ path: printable(path) }), { hints: [ingest.hintEmpty] })
}

/** The sample from `start` on, in UTF-8. @throws ENCODING with the first bad byte */
export function decodeSample(
  sample: Uint8Array,
  start: number,
  encoding: Encoding,
  path: string,
): Uint8Array {
  const bytes = sample.subarray(start)
  const text = findUtf8(bytes, encoding)
  if (text !== undefined) return text
  const bad = findBadByte(bytes, encoding)
  const before = findUtf8(bytes.subarray(0, bad), encoding) ?? new Uint8Array(0)
  const place = faultAt(before, 'encoding', before.length, 0)
  throw faultToError({ ...place, offset: start + bad, encoding }, linesAbove(sample, start, encoding), path)
}

/** Fields of the first line. @throws SYNTAX, VALUE, LIMIT if that line is broken */
export function countColumns(
  text: Uint8Array,
  delimiter: Delimiter,
  linesBefore: number,
  path: string,
): number {
  const line = lineAt(text, 0, 'utf-8')
  const whole = Buffer.concat([text.subarray(0, line.end), Buffer.from('\n')])
  try {
    return findFields(new Uint8Array(whole), delimiter.charCodeAt(0), 0).columns
  } catch (cause) {
    throw cause instanceof SliceRefused ? faultToError(cause.fault, linesBefore, path) : cause
  }
}

/** Line ends before a position of the sample, where only BOM, `sep=`, blank and header lines stand. */
export function linesAbove(sample: Uint8Array, position: number, encoding: Encoding): number {
  return countLineEnds(findUtf8(sample.subarray(0, position), encoding) ?? new Uint8Array(0))
}

function hasHeader(sample: Uint8Array, encoding: Encoding): boolean {
  const { header } = preambleParts(sample, { encoding })
  return header.end > header.start
}

/** Cuts off a last line that is not whole, and one whose CR might be half a line end. */
function wholeLines(bytes: Uint8Array, file: SourceFile, encoding: Encoding): Uint8Array {
  if (bytes.length === file.size) return bytes
  let end = 0
  for (;;) {
    const line = lineAt(bytes, end, encoding)
    const step = unitBytes(encoding)
    const atEnd = line.next + step > bytes.length
    const lastUnit = line.next > line.end ? unitAt(bytes, line.next - step, encoding) : 0
    if (lastUnit !== LF && (lastUnit !== CR || atEnd)) return bytes.subarray(0, end)
    end = line.next
  }
}
