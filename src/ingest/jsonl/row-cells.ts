import { CELL_KINDS, type CellKind } from '../../table.ts'
import type { FieldBuffer } from '../typed/field-buffer.ts'

/** Numbers of the kinds that JSON has, in CELL_KINDS. */
export const [NULL, ABSENT, TEXT, NUMBER, BOOLEAN, JSON_TEXT] = (
  ['null', 'absent', 'text', 'number', 'boolean', 'json'] as const
).map((kind) => CELL_KINDS.indexOf(kind)) as [number, number, number, number, number, number]

/** Where in a row's bytes a text stands, without a string's quotes. */
export interface TextPlace {
  readonly start: number
  readonly end: number
  /** Whether it has escapes of JSON. */
  readonly escaped: boolean
}

/** The cells of one row, by column: what each is, and where its text stands; and what there was in all rows. */
export class RowCells {
  #columns = 0
  #kinds = new Uint8Array(64)
  #starts = new Int32Array(64)
  #ends = new Int32Array(64)
  #escaped = new Uint8Array(64)
  #counts = new Float64Array(64 * CELL_KINDS.length)

  /** Makes every cell absent. */
  clear(): void {
    this.#kinds.fill(ABSENT, 0, this.#columns)
  }

  addColumn(): void {
    if (this.#columns === this.#kinds.length) {
      this.#kinds = grown(this.#kinds, Uint8Array)
      this.#starts = grown(this.#starts, Int32Array)
      this.#ends = grown(this.#ends, Int32Array)
      this.#escaped = grown(this.#escaped, Uint8Array)
      this.#counts = grown(this.#counts, Float64Array)
    }
    this.#columns += 1
  }

  set(column: number, kind: number, { start, end, escaped }: TextPlace): void {
    this.#kinds[column] = kind
    this.#starts[column] = start
    this.#ends[column] = end
    this.#escaped[column] = escaped ? 1 : 0
    this.#counts[column * CELL_KINDS.length + kind]! += 1
  }

  /** Writes the cell of a column, if it has text; its kind. */
  write(column: number, bytes: Uint8Array, into: FieldBuffer): CellKind {
    const kind = column < this.#columns ? this.#kinds[column]! : ABSENT
    if (kind === NULL || kind === ABSENT) return CELL_KINDS[kind]!
    const [start, end] = [this.#starts[column]!, this.#ends[column]!]
    if (this.#escaped[column] === 1) into.text(readText(bytes, { start, end, escaped: true }))
    else into.utf8(bytes, start, end)
    return CELL_KINDS[kind]!
  }

  /** How many cells of each kind a column had, by the numbers of CELL_KINDS. */
  countsOf(column: number): readonly number[] {
    const from = column * CELL_KINDS.length
    return Array.from(this.#counts.subarray(from, from + CELL_KINDS.length))
  }
}

/** The text that stands at a place, its escapes resolved. */
export function readText(bytes: Uint8Array, { start, end, escaped }: TextPlace): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString()
  return escaped ? String(JSON.parse(`"${text}"`)) : text
}

function grown<T extends Uint8Array | Int32Array | Float64Array>(
  full: T,
  Kind: new (length: number) => T,
): T {
  const larger = new Kind(full.length * 2)
  larger.set(full)
  return larger
}
