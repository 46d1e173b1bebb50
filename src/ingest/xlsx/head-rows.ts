import type { CellKind } from '../../table.ts'
import { looksLikeValue } from '../csv/header.ts'
import type { CellRange } from './sheet-rows.ts'

/** A cell of one of a sheet's first rows. */
export interface HeadCell {
  readonly column: number
  readonly kind: CellKind
  readonly text: string
  readonly formula: boolean
}

export interface HeadRow {
  readonly number: number
  readonly cells: readonly HeadCell[]
}

/** How many rows a title above a header line may take. */
const ROWS = 32
/** Characters of them all that are kept; whatever has more is no title. */
const CHARACTERS = 4 * 1024 * 1024

/** A sheet's first rows, among which the header line is looked for, and the columns that all later ones use. */
export class HeadRows {
  readonly rows: HeadRow[] = []
  readonly #later = new Set<number>()
  #characters = 0

  /** Whether further rows are of use. */
  get wanted(): boolean {
    return this.rows.length < ROWS && this.#characters < CHARACTERS
  }

  add(row: HeadRow): void {
    if (!this.wanted) {
      this.addColumns(row.cells)
      return
    }
    this.rows.push(row)
    for (const { text } of row.cells) this.#characters += text.length
  }

  addColumns(cells: readonly { readonly column: number }[]): void {
    for (const { column } of cells) this.#later.add(column)
  }

  /**
   * The first row below the first that could be a header line: words only, each once, none a value, at least two, more
   * than stand in the first row, and for every column that has cells below it.
   */
  findHeaderBelow(merged: readonly CellRange[]): HeadRow | undefined {
    const used = new Set(this.#later)
    let found: HeadRow | undefined
    for (const row of this.rows.slice(1).reverse()) {
      const whole = this.complete(row, merged)
      if (used.size > 0 && this.#couldBeHeader(whole, used)) found = whole
      for (const { column } of row.cells) used.add(column)
    }
    return found
  }

  /** A header line of two rows: a name that is merged down into this one from above belongs to it. */
  complete(row: HeadRow, merged: readonly CellRange[]): HeadRow {
    const own = new Set(row.cells.map(({ column }) => column))
    const above = merged.flatMap(({ firstRow, lastRow, firstColumn, lastColumn }): HeadCell[] => {
      const down = firstColumn === lastColumn && firstRow < row.number && lastRow >= row.number
      if (!down || own.has(firstColumn)) return []
      const from = this.rows.find(({ number }) => number === firstRow)
      return from?.cells.filter(({ column }) => column === firstColumn) ?? []
    })
    return { ...row, cells: [...row.cells, ...above].sort((a, b) => a.column - b.column) }
  }

  #couldBeHeader({ cells }: HeadRow, used: ReadonlySet<number>): boolean {
    const names = new Map(cells.map(({ column, text }) => [column, text.trim()]))
    return (
      cells.length > Math.max(1, this.rows[0]?.cells.length ?? 0) &&
      cells.every(({ kind, text, formula }) => kind === 'text' && !formula && isName(text)) &&
      new Set(names.values()).size === cells.length &&
      [...used].every((column) => names.has(column))
    )
  }
}

function isName(text: string): boolean {
  return text.trim() !== '' && !looksLikeValue(text)
}
