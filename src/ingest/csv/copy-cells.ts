import { LF, QUOTE } from './bytes.ts'
import type { FieldMap } from './find-fields.ts'

/** All columns' cells in one buffer, row by row: one pass over the text, one running end a column. */
export function copyCells(text: Uint8Array, map: FieldMap): Uint8Array[] {
  const { rows, columns, rowStarts, ends, bare, cellBytes } = map
  const starts: number[] = []
  let total = 0
  for (let column = 0; column < columns; column++) {
    starts.push(total)
    total += cellBytes[column]!
  }
  const out = new Uint8Array(total)
  const at = Uint32Array.from(starts)
  let field = 0
  let nextBare = 0
  let bareField = bare[0] ?? -1
  for (let row = 0; row < rows; row++) {
    let p = rowStarts[row]!
    for (let column = 0; column < columns; column++) {
      const end = ends[field]!
      let o = at[column]!
      if (field === bareField) {
        out[o++] = QUOTE
        while (p < end) out[o++] = text[p++]!
        out[o++] = QUOTE
        bareField = bare[++nextBare] ?? -1
      } else while (p < end) out[o++] = text[p++]!
      out[o++] = LF
      at[column] = o
      p++
      field++
    }
  }
  return starts.map((start, column) => out.subarray(start, at[column]))
}
