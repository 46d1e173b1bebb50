import type { Column, Segment, Slice } from '../table.ts'
import type { ColumnSample, ColumnScan } from './column.ts'

/** Rows at the head of a table that are all looked at. */
const SAMPLE_HEAD_ROWS = 1000
/** Rows of each later slice, spread evenly over it. */
const SAMPLE_ROWS_PER_SLICE = 40
/** Rows of a sample at most. */
export const SAMPLE_ROWS = 3000
/** Bytes of one cell that are decoded; what follows is not examined. */
const SAMPLE_CELL_BYTES = 8192

const LF = 10
const QUOTE = 34

/**
 * Keeps a bounded sample of a table while its slices go by: the head, then some rows of each later slice. The same
 * slices give the same sample, whatever the machine. Rows stay whole, so that cells of one row stand side by side.
 */
export class SampleCollector {
  readonly #columns: readonly Column[]
  readonly #values: string[][]
  #rows = 0
  #taken = 0

  constructor(columns: readonly Column[]) {
    this.#columns = columns
    this.#values = columns.map(() => [])
  }

  /** Takes its part of a slice; slices must come in order. */
  add(slice: Slice): void {
    const wanted = this.#chooseRows(slice.rows)
    this.#rows += slice.rows
    if (wanted.length === 0) return
    this.#taken += wanted.length
    for (const segment of slice.segments) {
      const values = segment.kind === 'cells' ? this.#values[segment.column] : undefined
      if (values !== undefined) takeCells(segment, wanted, values)
    }
  }

  /** The sample so far; `scans` by column index, where a scan was made. */
  samples(scans?: ReadonlyMap<number, ColumnScan>): ColumnSample[] {
    return this.#columns.map(({ index, name }, position) => {
      const scan = scans?.get(index)
      return {
        index,
        name,
        values: this.#values[position] ?? [],
        rows: this.#rows,
        ...(scan === undefined ? {} : { scan }),
      }
    })
  }

  #chooseRows(rows: number): number[] {
    const head = Math.min(rows, Math.max(0, SAMPLE_HEAD_ROWS - this.#taken))
    const wanted = Array.from({ length: this.#rows < SAMPLE_HEAD_ROWS ? head : 0 }, (_, row) => row)
    const left = rows - wanted.length
    const more = Math.min(left, SAMPLE_ROWS_PER_SLICE, SAMPLE_ROWS - this.#taken - wanted.length)
    const first = wanted.length
    for (let pick = 0; pick < more; pick++) wanted.push(first + Math.floor((pick * left) / more))
    return wanted
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Appends the cells of the wanted rows (ascending) of a `cells` segment. */
function takeCells({ bytes }: Segment, wanted: readonly number[], into: string[]): void {
  let at = 0
  let row = 0
  for (const target of wanted) {
    while (row < target) {
      at = endOfField(bytes, at) + 1
      row++
    }
    const end = endOfField(bytes, at)
    into.push(decodeField(bytes.subarray(at, end)))
    at = end + 1
    row++
  }
}

/** Position of the LF that ends the field beginning at `at`: the first one outside quotes. */
function endOfField(bytes: Uint8Array, at: number): number {
  let from = at
  if (bytes[at] === QUOTE) {
    from = at + 1
    for (;;) {
      const quote = bytes.indexOf(QUOTE, from)
      if (quote < 0) return bytes.length
      if (bytes[quote + 1] !== QUOTE) {
        from = quote + 1
        break
      }
      from = quote + 2
    }
  }
  const lf = bytes.indexOf(LF, from)
  return lf < 0 ? bytes.length : lf
}

function decodeField(field: Uint8Array): string {
  const text = decoder.decode(field.subarray(0, SAMPLE_CELL_BYTES))
  if (field[0] !== QUOTE) return text
  const inside = field.length <= SAMPLE_CELL_BYTES ? text.slice(1, -1) : text.slice(1)
  return inside.replaceAll('""', '"')
}
