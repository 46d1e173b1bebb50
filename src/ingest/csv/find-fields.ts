import { FIELD_BYTES, ROW_BYTES } from '../../limits.ts'
import { BARE_COMMA, CR, classesOf, DELIMITER, LF, LINE_END, MISPLACED, NUL, QUOTE, TEXT } from './bytes.ts'
import { type FaultKind, type SliceFault, SliceRefused } from './fault.ts'
import { countLineEnds } from './lines.ts'

/** Where the fields of a slice lie in its UTF-8 text. The arrays are reused: valid until the next call. */
export interface FieldMap {
  readonly rows: number
  readonly columns: number
  /** By row: where it begins. */
  readonly rowStarts: Uint32Array
  /** By row * columns + column: where the field ends; the next one begins one byte further. */
  readonly ends: Uint32Array
  /** Numbers (row * columns + column) of the fields that hold a bare comma, ascending. */
  readonly bare: ArrayLike<number>
  /** By column: bytes of its `cells` segment. */
  readonly cellBytes: ArrayLike<number>
  /** Line ends (CR, LF, CRLF) in the text, those inside quotes included. */
  readonly lineEnds: number
}

let rowStarts = new Uint32Array(1 << 14)
let ends = new Uint32Array(1 << 18)

/**
 * Finds every field of a slice; one loop over its bytes, no object a field.
 *
 * @param text UTF-8; must end with CR or LF unless empty
 * @param columns fields that each row must have; 0: as many as the first row
 * @throws SliceRefused
 */
export function findFields(text: Uint8Array, delimiter: number, columns: number): FieldMap {
  const classes = classesOf(delimiter)
  const length = text.length
  const bare: number[] = []
  let width = columns === 0 ? Number.POSITIVE_INFINITY : columns
  let cellBytes = new Float64Array(columns)
  let lineEnds = 0
  let rows = 0
  let found = 0
  let p = 0
  while (p < length) {
    const first = text[p]!
    if (width > 1 && (first === LF || first === CR)) {
      p += first === CR && p + 1 < length && text[p + 1] === LF ? 2 : 1
      lineEnds++
      continue
    }
    const rowStart = p
    if (rows === rowStarts.length) rowStarts = grown(rowStarts)
    rowStarts[rows] = rowStart
    if (columns > 0 && found + columns > ends.length) ends = grown(ends, found + columns)
    let column = 0
    for (;;) {
      const start = p
      let kind = TEXT
      let extra = 1
      if (text[p] === QUOTE) {
        for (p++; ; p++) {
          if (p >= length) throw refused(text, 'unclosed-quote', start, column)
          const byte = text[p]!
          if (byte > QUOTE) continue
          if (byte === QUOTE) {
            if (p + 1 < length && text[p + 1] === QUOTE) p++
            else break
          } else if (byte === LF || (byte === CR && text[p + 1] !== LF)) lineEnds++
          else if (byte === NUL) throw refused(text, 'nul', p, column)
        }
        p++
        if (p === length) throw refused(text, 'unclosed-quote', start, column)
        kind = classes[text[p]!]!
        if (kind !== DELIMITER && kind !== LINE_END) throw refusedAfterQuote(text, p, column, start)
      } else {
        do kind = classes[text[p++]!]!
        while (kind === TEXT)
        if (kind === BARE_COMMA) {
          bare.push(found)
          extra = 3
          do kind = classes[text[p++]!]!
          while (kind === TEXT || kind === BARE_COMMA)
        }
        p--
        if (kind >= MISPLACED) throw refused(text, text[p] === NUL ? 'nul' : 'bare-quote', p, column)
      }
      if (p - start > FIELD_BYTES) throw refused(text, 'field-size', start, column)
      if (columns === 0 && found === ends.length) ends = grown(ends)
      ends[found++] = p
      if (column < cellBytes.length) cellBytes[column] = cellBytes[column]! + (p - start) + extra
      column++
      if (kind === LINE_END) break
      if (column >= width) throw refusedRagged(text, rowStart, p, column, width, classes)
      p++
    }
    if (width === Number.POSITIVE_INFINITY) {
      width = column
      cellBytes = new Float64Array(column)
    } else if (column !== width) throw refusedRagged(text, rowStart, p, column, width, classes)
    if (p - rowStart > ROW_BYTES) throw refused(text, 'row-size', rowStart, 0)
    p += text[p] === CR && p + 1 < length && text[p + 1] === LF ? 2 : 1
    lineEnds++
    rows++
  }
  return { rows, columns: width, rowStarts, ends, bare, cellBytes, lineEnds }
}

/** The fault of a kind at a position of the text, with line and character as a person counts them. */
export function faultAt(text: Uint8Array, kind: FaultKind, position: number, column: number): SliceFault {
  let lineStart = position
  while (lineStart > 0 && text[lineStart - 1] !== LF && text[lineStart - 1] !== CR) lineStart--
  let character = 1
  for (let at = lineStart; at < position; at++) if ((text[at]! & 0xc0) !== 0x80) character++
  return { kind, line: 1 + countLineEnds(text, lineStart), character, field: column + 1 }
}

function refused(text: Uint8Array, kind: FaultKind, position: number, column: number): SliceRefused {
  return new SliceRefused(faultAt(text, kind, position, column))
}

function refusedAfterQuote(text: Uint8Array, position: number, column: number, start: number): SliceRefused {
  if (text[position] === NUL) return refused(text, 'nul', position, column)
  const openedLine = faultAt(text, 'text-after-quote', start, column).line
  return new SliceRefused({ ...faultAt(text, 'text-after-quote', position, column), openedLine })
}

/** Counts the fields up to the end of the row, roughly if it is broken otherwise too. */
function refusedRagged(
  text: Uint8Array,
  rowStart: number,
  position: number,
  column: number,
  expected: number,
  classes: Uint8Array,
): SliceRefused {
  let got = column
  let quoted = false
  for (let at = position; at < text.length; at++) {
    const byte = text[at]!
    if (byte === QUOTE) quoted = !quoted
    else if (!quoted && classes[byte] === DELIMITER) got++
    else if (!quoted && classes[byte] === LINE_END) break
  }
  const place = faultAt(text, 'ragged', rowStart, Math.min(got, expected) - 1)
  return new SliceRefused({ ...place, got, expected })
}

function grown(array: Uint32Array<ArrayBuffer>, least = 0): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(array.length * 2, least))
  larger.set(array)
  return larger
}
