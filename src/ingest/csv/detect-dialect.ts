import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { CR, LF, QUOTE } from './bytes.ts'
import { DELIMITERS, type Delimiter, LINE_ENDS, type LineEnd } from './dialect.ts'
import { findRecords } from './sample.ts'

export interface DelimiterClues {
  readonly path: string
  /** The header line (or first row) and the rows of the sample, in UTF-8. */
  readonly text: Uint8Array
  /** What a person said. */
  readonly asked?: Delimiter | undefined
  /** The character of a `sep=` line. */
  readonly separator?: string | undefined
}

/** How a delimiter reads the sample. */
interface Reading {
  readonly delimiter: Delimiter
  /** Every row has as many fields as the first line. */
  readonly even: boolean
  /** More than half of the other rows have this number of fields, or 0. */
  readonly usual: number
}

/** The delimiter: what a person or a `sep=` line says, else the only one that reads every row alike. @throws FORMAT, SHAPE */
export function detectDelimiter(clues: DelimiterClues): Delimiter {
  const { ingest } = say()
  const path = printable(clues.path)
  if (clues.separator !== undefined) {
    const known = DELIMITERS.find((delimiter) => delimiter === clues.separator)
    if (known === undefined || (clues.asked !== undefined && clues.asked !== known)) {
      throw new DatadeedError('FORMAT', ingest.badSeparatorLine({ path }), {
        hints: [ingest.hintSeparatorLine],
      })
    }
    return known
  }
  if (clues.asked !== undefined) return clues.asked
  const several = DELIMITERS.filter((delimiter) => countFields(firstLineOf(clues.text), delimiter) > 1)
  const [single, ...more] = several
  // Reading all rows cannot change this answer, and costs four fifths of the time to open a small export.
  if (single !== undefined && more.length === 0) return single
  const readings = DELIMITERS.map((delimiter) => readWith(clues.text, delimiter))
  const even = several.filter((delimiter) => readings.some((one) => one.delimiter === delimiter && one.even))
  const choice = even.length > 0 ? even : several
  const [only, ...others] = choice
  if (only !== undefined && others.length === 0) return only
  if (only !== undefined) {
    const names = choice.map(nameOf)
    throw new DatadeedError('FORMAT', ingest.ambiguousDelimiter({ path, names }), {
      hints: names.map((delimiter) => ingest.hintDelimiter({ delimiter })),
    })
  }
  const title = readings.find((reading) => reading.delimiter !== ',' && reading.usual > 1)
  if (title === undefined) return ','
  const facts = { path, delimiter: nameOf(title.delimiter), usual: title.usual }
  throw new DatadeedError('SHAPE', ingest.titleLine(facts), {
    hints: [ingest.hintOneField, ingest.hintDelimiter({ delimiter: ',' })],
  })
}

function readWith(text: Uint8Array, delimiter: Delimiter): Reading {
  const records = findRecords(text, delimiter, { blankIsRow: false })
  const [header = 0, ...rows] = records?.map((record) => record.length) ?? [
    countFields(firstLineOf(text), delimiter),
  ]
  const usual = rows[Math.floor(rows.length / 2)] ?? 0
  const agreeing = rows.filter((count) => count === usual).length
  return {
    delimiter,
    even: records !== undefined && rows.every((count) => count === header),
    usual: agreeing * 2 > rows.length ? usual : 0,
  }
}

/** Fields of a line; 0 if its quotes do not fit this delimiter. */
function countFields(line: Uint8Array, delimiter: Delimiter): number {
  return findRecords(line, delimiter, { blankIsRow: false, rows: 1 })?.[0]?.length ?? 0
}

function firstLineOf(text: Uint8Array): Uint8Array {
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    if (text[at] === QUOTE) quoted = !quoted
    else if (!quoted && (text[at] === LF || text[at] === CR)) return text.subarray(0, at)
  }
  return text
}

/** The line end that most rows of the sample have; LF if there is none. */
export function commonLineEnd(text: Uint8Array): LineEnd {
  const counts = new Map<LineEnd, number>()
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const byte = text[at]
    if (byte === QUOTE) quoted = !quoted
    if (quoted || (byte !== LF && byte !== CR)) continue
    const end: LineEnd = byte === LF ? '\n' : text[at + 1] === LF ? '\r\n' : '\r'
    counts.set(end, (counts.get(end) ?? 0) + 1)
    at += end.length - 1
  }
  const most = Math.max(0, ...counts.values())
  return LINE_ENDS.find((end) => most > 0 && counts.get(end) === most) ?? '\n'
}

/** TAB must be typed as a word. */
function nameOf(delimiter: Delimiter): string {
  return delimiter === '\t' ? 'tab' : delimiter
}
