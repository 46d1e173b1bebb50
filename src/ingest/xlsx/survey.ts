import { CELL_KINDS } from '../../table.ts'
import { type CellContext, type CellRemark, type DecodedCell, decodeCell } from './decode-cell.ts'
import { type HeadCell, type HeadRow, HeadRows } from './head-rows.ts'
import type { RawCell, SheetRow } from './sheet-rows.ts'

/** How a person says that a sheet is to be read. */
export interface SheetReading {
  /** The header line's row, from 1; without it the first row that holds anything. */
  readonly headerRow?: number | undefined
  /** false: there is no header line; true: it is one even if its names look like values. */
  readonly header?: boolean | undefined
  /** Rows at the end that are none of the table's. */
  readonly footerRows: number
}

/** What the rows of a column are like. */
export interface ColumnSurvey {
  filled: number
  /** Cells by the number of their kind in CELL_KINDS. */
  readonly kinds: number[]
  readonly remarks: Map<CellRemark, number>
}

/** A cell whose formula has no cached value. */
export interface Uncached {
  cells: number
  readonly column: number
  readonly row: number
}

/** The last rows of a table in short, for finding totals. */
export interface TailRow {
  readonly number: number
  readonly filled: number
  readonly firstText: string
}

const TAIL_ROWS = 6

/**
 * The first pass over a sheet: what its header line is, which columns it uses, of what kinds, and what is to be said of
 * them. It keeps counts, the first rows and the last ones, never the table.
 */
export class SheetSurvey {
  header: HeadRow | undefined
  /** By the column of the sheet. */
  readonly columns = new Map<number, ColumnSurvey>()
  readonly head = new HeadRows()
  readonly tail: TailRow[] = []
  /** Rows that hold something, above the header line. */
  above = 0
  hiddenRows = 0
  uncached: Uncached | undefined
  /** The first and last row that could be the table's; 0 without any. */
  first = 0
  #lastFilled = 0
  readonly #context: CellContext
  readonly #reading: SheetReading
  /** Rows that may turn out to be the last ones, which are left out. */
  #held: SheetRow[] = []

  constructor(context: CellContext, reading: SheetReading) {
    this.#context = context
    this.#reading = reading
  }

  /** The last row of the table, footer rows left out. */
  get last(): number {
    return this.#lastFilled - this.#reading.footerRows
  }

  get lastFilled(): number {
    return this.#lastFilled
  }

  /** @throws VALUE, SYNTAX, LIMIT */
  add(row: SheetRow): void {
    const { header, headerRow, footerRows } = this.#reading
    this.#lastFilled = row.number
    if (this.header === undefined && header !== false) {
      const decoded = this.#headRow(row)
      if (headerRow !== undefined && row.number < headerRow) {
        this.above += 1
        // Of rows that are left out nobody needs the values.
        this.uncached = undefined
        return
      }
      this.header = decoded
      this.first = decoded.number + 1
      return
    }
    if (this.first === 0) this.first = row.number
    this.#held.push(row)
    while ((this.#held[0]?.number ?? Number.POSITIVE_INFINITY) <= row.number - footerRows) {
      const released = this.#held.shift()
      if (released !== undefined) this.#count(released)
    }
  }

  #headRow(row: SheetRow): HeadRow {
    const cells = row.cells.map((cell): HeadCell => {
      const { kind, text } = this.#decode(cell, row.number)
      return { column: cell.column, kind, text, formula: cell.formula }
    })
    const head = { number: row.number, cells }
    this.head.add(head)
    return head
  }

  #count(row: SheetRow): void {
    if (row.hidden) this.hiddenRows += 1
    const wanted = this.head.wanted
    const head: HeadCell[] = []
    let firstText = ''
    for (const cell of row.cells) {
      const decoded = this.#decode(cell, row.number)
      this.#countCell(cell, decoded)
      if (firstText === '' && decoded.kind === 'text') firstText = decoded.text
      if (wanted)
        head.push({ column: cell.column, kind: decoded.kind, text: decoded.text, formula: cell.formula })
    }
    if (wanted) this.head.add({ number: row.number, cells: head })
    else this.head.addColumns(row.cells)
    this.tail.push({ number: row.number, filled: row.cells.length, firstText: firstText.slice(0, 40) })
    if (this.tail.length > TAIL_ROWS) this.tail.shift()
  }

  #countCell({ column, formula }: RawCell, { kind, remark }: DecodedCell): void {
    let survey = this.columns.get(column)
    if (survey === undefined) {
      survey = { filled: 0, kinds: CELL_KINDS.map(() => 0), remarks: new Map() }
      this.columns.set(column, survey)
    }
    survey.filled += 1
    const number = CELL_KINDS.indexOf(kind)
    survey.kinds[number] = (survey.kinds[number] ?? 0) + 1
    if (remark !== undefined) increase(survey.remarks, remark)
    if (formula) increase(survey.remarks, 'formula-values')
  }

  #decode(cell: RawCell, row: number): DecodedCell {
    if (cell.value !== undefined) return decodeCell(cell, row, this.#context)
    if (this.uncached === undefined) this.uncached = { cells: 1, column: cell.column, row }
    else this.uncached.cells += 1
    return { kind: 'null', text: '' }
  }
}

function increase(counts: Map<CellRemark, number>, remark: CellRemark): void {
  counts.set(remark, (counts.get(remark) ?? 0) + 1)
}
