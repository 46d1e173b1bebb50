import type { ColumnDifference, Place, RowsComparison, SwappedCells } from './comparison.ts'
import { EMPTY, hashOfNothing, TEXT } from './hash-cells.ts'

/** Places of each kind that are listed. */
const MOST_PLACES = 50
/** Changed cells among which those that have changed places are looked for. */
const MOST_CHANGED_CELLS = 20_000

/** The hashes of a row's cells, within those of others. */
export interface CellsOfRow {
  readonly cells: Float64Array
  readonly at: number
}

/** Counts what differs, and keeps the first places of it. Rows are counted from 0 here, and from 1 in what it gives. */
export class Tally {
  #missing = 0
  #extra = 0
  #repeated = 0
  #different = 0
  readonly #names: readonly string[]
  readonly #columns: { cells: number; nullToEmpty: number; emptyToNull: number }[]
  readonly #nothing: readonly [nulled: number, emptyText: number]
  readonly #places = new Map<Place['kind'], Place[]>()
  readonly #swaps = new SwapFinder()

  /** @param key - of the hashes of cells */
  constructor(names: readonly string[], key: Uint8Array) {
    this.#names = names
    this.#columns = names.map(() => ({ cells: 0, nullToEmpty: 0, emptyToNull: 0 }))
    this.#nothing = [hashOfNothing(EMPTY, key), hashOfNothing(TEXT, key)]
  }

  addMissing(deedRow: number): void {
    this.#missing += 1
    this.#list({ kind: 'missing', deedRow: deedRow + 1 })
  }

  addExtra(targetRow: number, repeats: boolean): void {
    this.#extra += 1
    if (repeats) this.#repeated += 1
    this.#list({ kind: 'extra', targetRow: targetRow + 1, repeats })
  }

  /** @param cells - where the hashes of both rows' cells stand, by column */
  addDifferent(
    row: { readonly deed: number; readonly target: number },
    cells: { readonly deed: CellsOfRow; readonly target: CellsOfRow },
  ): void {
    this.#different += 1
    const columns: string[] = []
    for (const [column, name] of this.#names.entries()) {
      const own = cells.deed.cells[cells.deed.at + column]!
      const its = cells.target.cells[cells.target.at + column]!
      if (own === its) continue
      columns.push(name)
      this.#countCell(column, own, its)
      this.#swaps.add({ row: row.deed, column, own, its })
    }
    this.#list({ kind: 'different', deedRow: row.deed + 1, targetRow: row.target + 1, columns })
  }

  finish(): Pick<
    RowsComparison,
    | 'missing'
    | 'extra'
    | 'repeated'
    | 'different'
    | 'columns'
    | 'swapped'
    | 'swaps'
    | 'places'
    | 'placesLeftOut'
  > {
    const columns = this.#names.flatMap((column, at): ColumnDifference[] => {
      const counts = this.#columns[at]
      return counts === undefined || counts.cells === 0 ? [] : [{ column, ...counts }]
    })
    const kinds = ['different', 'missing', 'extra'] as const
    const places = kinds.flatMap((kind) => this.#places.get(kind) ?? [])
    const all = this.#missing + this.#extra + this.#different
    return {
      missing: this.#missing,
      extra: this.#extra,
      repeated: this.#repeated,
      different: this.#different,
      columns,
      swapped: this.#swaps.count,
      swaps: this.#swaps.first.map(({ columns: [one, other], rows: [first, second] }): SwappedCells => {
        return {
          columns: [this.#names[one] ?? '', this.#names[other] ?? ''],
          deedRows: [first + 1, second + 1],
        }
      }),
      places,
      placesLeftOut: all - places.length,
    }
  }

  #countCell(column: number, own: number, its: number): void {
    const counts = this.#columns[column]
    if (counts === undefined) return
    const [nulled, emptyText] = this.#nothing
    counts.cells += 1
    if (own === nulled && its === emptyText) counts.nullToEmpty += 1
    if (own === emptyText && its === nulled) counts.emptyToNull += 1
  }

  #list(place: Place): void {
    const places = this.#places.get(place.kind) ?? []
    this.#places.set(place.kind, places)
    if (places.length < MOST_PLACES) places.push(place)
  }
}

interface ChangedCell {
  readonly row: number
  readonly column: number
  readonly own: number
  readonly its: number
}

/** Finds cells that hold each other's content: in two rows of a column, or in two columns of a row. */
class SwapFinder {
  count = 0
  readonly first: {
    readonly columns: readonly [number, number]
    readonly rows: readonly [number, number]
  }[] = []
  readonly #waiting = new Map<string, ChangedCell>()
  #cells = 0

  add(cell: ChangedCell): void {
    if (this.#cells === MOST_CHANGED_CELLS) return
    this.#cells += 1
    const { row, column, own, its } = cell
    const found = [`${its} ${own} c${column}`, `${its} ${own} r${row}`].find((key) => this.#waiting.has(key))
    const other = found === undefined ? undefined : this.#waiting.get(found)
    if (other === undefined) {
      this.#waiting.set(`${own} ${its} c${column}`, cell)
      this.#waiting.set(`${own} ${its} r${row}`, cell)
      return
    }
    this.#waiting.delete(`${other.own} ${other.its} c${other.column}`)
    this.#waiting.delete(`${other.own} ${other.its} r${other.row}`)
    this.count += 1
    if (this.first.length < MOST_PLACES)
      this.first.push({ columns: [other.column, column], rows: [other.row, row] })
  }
}
