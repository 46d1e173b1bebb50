import { DatadeedError, type ErrorCode } from '../../errors.ts'
import { FIELD_BYTES, ROW_BYTES } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { Encoding } from '../encoding/encodings.ts'

export type FaultKind =
  | 'encoding'
  | 'nul'
  | 'bare-quote'
  | 'text-after-quote'
  | 'unclosed-quote'
  | 'ragged'
  | 'field-size'
  | 'row-size'

/** Why a slice cannot be cut: plain data, so that a worker can post it; it holds places and numbers, no cell. */
export interface SliceFault {
  readonly kind: FaultKind
  /** From 1, in the slice. */
  readonly line: number
  /** From 1, in characters of that line. */
  readonly character: number
  /** From 1, in the row. */
  readonly field: number
  /** `ragged`: fields found and expected. */
  readonly got?: number
  readonly expected?: number
  /** `text-after-quote`: the slice's line on which the quoted field began. */
  readonly openedLine?: number
  /** `encoding`: offset in the whole file of the first bad byte. */
  readonly offset?: number
  readonly encoding?: Encoding
}

/** Thrown by `cutSlice`. Structured cloning drops an error's own fields: a worker posts `fault`, not the error. */
export class SliceRefused extends Error {
  readonly fault: SliceFault

  constructor(fault: SliceFault) {
    super(`slice refused: ${fault.kind}`)
    this.name = 'SliceRefused'
    this.fault = fault
  }
}

const CODES: Readonly<Record<FaultKind, ErrorCode>> = {
  encoding: 'ENCODING',
  nul: 'VALUE',
  'bare-quote': 'SYNTAX',
  'text-after-quote': 'SYNTAX',
  'unclosed-quote': 'SYNTAX',
  ragged: 'SHAPE',
  'field-size': 'LIMIT',
  'row-size': 'LIMIT',
}

/**
 * The error that a person sees. `linesBefore`: line ends before the slice in the whole file, that is
 * `preambleLines` of the export plus `lineEnds` of every earlier slice.
 */
export function faultToError(fault: SliceFault, linesBefore: number, path: string): DatadeedError {
  return new DatadeedError(CODES[fault.kind], sentence(fault, linesBefore, printable(path)), {
    hints: hints(fault),
  })
}

function sentence(fault: SliceFault, linesBefore: number, path: string): string {
  const { ingest } = say()
  const place = {
    path,
    line: linesBefore + fault.line,
    character: fault.character,
    field: fault.field,
  }
  switch (fault.kind) {
    case 'encoding':
      return ingest.badByte({ ...place, offset: fault.offset ?? 0, encoding: fault.encoding ?? 'utf-8' })
    case 'nul':
      return ingest.nulByte(place)
    case 'bare-quote':
      return ingest.bareQuote(place)
    case 'text-after-quote':
      return ingest.textAfterQuote({ ...place, opened: linesBefore + (fault.openedLine ?? fault.line) })
    case 'unclosed-quote':
      return ingest.unclosedQuote(place)
    case 'ragged':
      return ingest.raggedRow({ ...place, got: fault.got ?? 0, expected: fault.expected ?? 0 })
    case 'field-size':
      return ingest.fieldTooLong({ ...place, most: FIELD_BYTES })
    case 'row-size':
      return ingest.rowTooLong({ ...place, most: ROW_BYTES })
    default:
      return fault.kind satisfies never
  }
}

function hints(fault: SliceFault): string[] {
  const { ingest } = say()
  switch (fault.kind) {
    case 'encoding':
      return [ingest.hintReExport]
    case 'bare-quote':
    case 'text-after-quote':
    case 'unclosed-quote':
      return [ingest.hintQuotes]
    case 'ragged':
      return [fault.got === 1 ? ingest.hintOneField : ingest.hintRagged]
    default:
      return [ingest.hintCheckExport]
  }
}
