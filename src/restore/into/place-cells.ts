import { InternalError } from '../../errors.ts'
import type { Segment, Slice } from '../../table.ts'

/** A column of a slice: its `cells` segment, and where the text of each of its cells lies in that as a string. */
export interface PlacedCells {
  readonly bytes: Uint8Array
  /** Two numbers a cell: where it begins and ends in UTF-16 units; NULL begins at NO_CELL. */
  readonly spans: Uint32Array
}

export const NO_CELL = 0xffff_ffff
/** On the end of a cell in which two quotes stand for one. No string of V8 is as long. */
export const DOUBLED = 0x8000_0000

/** Finds the cells of these columns; the segments were asserted before. */
export function placeCells({ segments, rows }: Slice, columns: readonly number[]): PlacedCells[] {
  return columns.map((column) => {
    const segment = segments.find((each) => each.column === column && each.kind === 'cells')
    if (segment === undefined) throw new InternalError('a slice lacks the cells of an opened column')
    return placeColumn(segment, rows)
  })
}

function placeColumn({ bytes }: Segment, rows: number): PlacedCells {
  const spans = new Uint32Array(2 * rows)
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()
  let at = 0
  for (let place = 0; place < spans.length; place += 2) {
    if (text.charCodeAt(at) === 0x22) {
      let end = at
      let doubled = 0
      do {
        if (end > at) doubled = DOUBLED
        end = text.indexOf('"', end + 1) + 1
      } while (text.charCodeAt(end) === 0x22)
      spans[place] = at + 1
      spans[place + 1] = end - 1 + doubled
      at = end + 1
    } else {
      const end = text.indexOf('\n', at)
      spans[place] = end === at ? NO_CELL : at
      spans[place + 1] = end
      at = end + 1
    }
  }
  // Memory of a kernel is shared with other slices to come; and only what is no part of more can be given away.
  return { bytes: new Uint8Array(bytes), spans }
}
