import { eachCell } from '../ingest/cut-and-join.ts'
import type { Segment } from '../table.ts'
import { type KeyedChange, openChange } from './change.ts'

/** Turned into bytes by so much: two million short cells as strings would take a hundred megabytes. */
const PIECE_UNITS = 1 << 16

/** Quoted for any delimiter that an export may have: the field has to stand between all of them. */
const NEEDS_QUOTES = /[",;|\t\r\n]/

/**
 * The `cells` of a column after its change: as many rows; empty cells stay empty, and `""` stays `""`. `odd` counts the
 * cells that were not of the form that the change is made for. Pure.
 */
export function changeCells(
  segment: Segment,
  change: KeyedChange,
): { readonly segment: Segment; readonly odd: number } {
  const changeText = openChange(change)
  const pieces: Buffer[] = []
  let lines = ''
  let odd = 0
  for (const { kind, text } of eachCell(segment)) {
    if (kind === 'empty') lines += '\n'
    else if (text === '') lines += '""\n'
    else {
      const changed = changeText(text)
      if (changed.odd) odd += 1
      lines += `${quote(changed.text)}\n`
    }
    if (lines.length < PIECE_UNITS) continue
    pieces.push(Buffer.from(lines))
    lines = ''
  }
  const bytes = Buffer.concat([...pieces, Buffer.from(lines)])
  return { segment: { ...segment, bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length) }, odd }
}

function quote(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
