import { ROW_BYTES, SHEET_BYTES, WORKBOOK_ITEMS } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { Archive } from './archive.ts'
import { type Attributes, feedXml, type XmlListener } from './read-xml.ts'
import { brokenPart, type PartPlace, refuse } from './refusals.ts'
import { StringItem, unescapeText } from './string-item.ts'
import { isOn } from './workbook.ts'

/** A cell as its sheet has it. */
export interface RawCell {
  /** Of the sheet, from 0. */
  readonly column: number
  /** `t` (ECMA-376-1, 18.18.11); `n` where it is absent. */
  readonly type: string
  readonly style: number
  /** What `v` or `is` holds; undefined where there is neither, or an empty `v` of a number. */
  readonly value: string | undefined
  readonly formula: boolean
}

export interface SheetRow {
  /** As a person counts in the sheet, from 1. */
  readonly number: number
  readonly hidden: boolean
  /** Ascending by column; none without value or formula. */
  readonly cells: readonly RawCell[]
}

/** From and to are included. */
export interface CellRange {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

/** What a sheet says besides its rows; complete once they have been read. */
export interface SheetFacts {
  readonly merged: CellRange[]
  readonly hiddenColumns: { readonly from: number; readonly to: number }[]
  /** Links behind cells. */
  links: number
}

const LAST_ROW = 1_048_576
/** XFD. */
const LAST_COLUMN = 16_383

/** A sheet being read: rows in batches, as its XML comes, and what it says besides. */
export interface ReadSheet {
  readonly facts: SheetFacts
  readonly rows: AsyncGenerator<readonly SheetRow[]>
  /** Packed bytes read so far. */
  readonly read: () => number
}

/** @throws SYNTAX, LIMIT, FORMAT */
export async function openSheet(archive: Archive, part: string): Promise<ReadSheet> {
  const place = { path: archive.path, part }
  const listener = new SheetListener(place)
  const opened = await archive.open(part, { bytes: SHEET_BYTES })
  async function* rows(): AsyncGenerator<readonly SheetRow[]> {
    for await (const _ of feedXml(opened, place, listener)) {
      const batch = listener.takeRows()
      if (batch.length > 0) yield batch
    }
  }
  return { facts: listener.facts, rows: rows(), read: opened.read }
}

/** Hears a worksheet part. What it does not know among rows and cells is refused: it might be cells as well. */
class SheetListener implements XmlListener {
  readonly facts: SheetFacts = { merged: [], hiddenColumns: [], links: 0 }
  readonly #place: PartPlace
  readonly #item: StringItem
  #rows: SheetRow[] = []
  #section = ''
  #row = 0
  #hidden = false
  #cells: RawCell[] = []
  #column = -1
  #length = 0
  #attributes: Attributes = {}
  #value: string | undefined
  #inline = false
  #formula = false
  #listening = false

  constructor(place: PartPlace) {
    this.#place = place
    this.#item = new StringItem(place, 5)
  }

  takeRows(): SheetRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  open(name: string, attributes: Attributes, depth: number): void {
    if (depth === 1 && name !== 'worksheet') throw brokenPart(this.#place)
    if (depth === 2) this.#section = name
    if (depth <= 2) return
    if (this.#section === 'sheetData') this.#openData(name, attributes, depth)
    else if (depth === 3) this.#openFact(name, attributes)
  }

  #openFact(name: string, attributes: Attributes): void {
    if (this.#section === 'cols' && name === 'col' && isOn(attributes.hidden)) {
      const { hiddenColumns } = this.facts
      if (hiddenColumns.length === WORKBOOK_ITEMS) throw brokenPart(this.#place)
      hiddenColumns.push({ from: Number(attributes.min) - 1, to: Number(attributes.max) - 1 })
    }
    if (this.#section === 'hyperlinks' && name === 'hyperlink') this.facts.links += 1
    if (this.#section === 'mergeCells' && name === 'mergeCell') {
      const range = parseRange(attributes.ref ?? '')
      if (range === undefined || this.facts.merged.length === WORKBOOK_ITEMS) throw brokenPart(this.#place)
      this.facts.merged.push(range)
    }
  }

  #openData(name: string, attributes: Attributes, depth: number): void {
    if (depth === 3) this.#openRow(name, attributes)
    else if (depth === 4) this.#openCell(name, attributes)
    else if (depth === 5) this.#openContent(name)
    if (depth >= 5 && this.#inline) this.#item.open(name, depth)
  }

  #openRow(name: string, { r, hidden }: Attributes): void {
    if (name !== 'row') throw brokenPart(this.#place)
    const number = r === undefined ? this.#row + 1 : Number(r)
    // Two rows of one number, or one above its predecessor: programs disagree on what the sheet holds.
    if (!Number.isInteger(number) || number <= this.#row || number > LAST_ROW) throw brokenPart(this.#place)
    this.#row = number
    this.#hidden = isOn(hidden)
    this.#cells = []
    this.#column = -1
    this.#length = 0
  }

  #openCell(name: string, attributes: Attributes): void {
    if (name === 'extLst') return
    if (name !== 'c') throw brokenPart(this.#place)
    const column = attributes.r === undefined ? this.#column + 1 : this.#columnOf(attributes.r)
    if (column <= this.#column || column > LAST_COLUMN) throw brokenPart(this.#place)
    this.#column = column
    this.#attributes = attributes
    this.#value = undefined
    this.#formula = false
  }

  /** A cell's reference must name the row that it stands in. */
  #columnOf(reference: string): number {
    const { column, row } = parseReference(reference)
    if (row !== this.#row) throw brokenPart(this.#place)
    return column
  }

  #openContent(name: string): void {
    this.#listening = name === 'v'
    this.#inline = name === 'is'
    if (name === 'v' || name === 'is') {
      if (this.#value !== undefined) throw brokenPart(this.#place)
      this.#value = ''
    } else if (name === 'f') this.#formula = true
    else if (name !== 'extLst') throw brokenPart(this.#place)
  }

  text(text: string): void {
    if (this.#inline) this.#item.text(text)
    else if (this.#listening) this.#value += text
  }

  close(name: string, depth: number): void {
    if (this.#section !== 'sheetData' || depth < 3) return
    if (depth > 5) this.#item.close()
    else if (depth === 5) {
      if (this.#inline) this.#value = this.#item.take()
      this.#listening = this.#inline = false
    } else if (depth === 4) this.#closeCell(name)
    else if (this.#cells.length > 0) {
      this.#rows.push({ number: this.#row, hidden: this.#hidden, cells: this.#cells })
    }
  }

  #closeCell(name: string): void {
    const { t: type = 'n', s: style = '0' } = this.#attributes
    const value = type === 'str' && this.#value !== undefined ? unescapeText(this.#value) : this.#value
    const blank = value === undefined || (value === '' && type !== 'str' && type !== 'inlineStr')
    if (name !== 'c' || (blank && !this.#formula)) return
    this.#length += value?.length ?? 0
    if (this.#length > ROW_BYTES) {
      const where = { path: printable(this.#place.path), row: this.#row, most: ROW_BYTES }
      throw refuse('LIMIT', say().ingest.typedRowTooLong(where), ['hintSaveAgain'])
    }
    this.#cells.push({
      column: this.#column,
      type,
      style: Number(style),
      value: blank ? undefined : value,
      formula: this.#formula,
    })
  }
}

/** `AB12`; column -1 and row 0 for what is no reference. */
function parseReference(reference: string): { readonly column: number; readonly row: number } {
  let column = 0
  let at = 0
  for (; at < reference.length && at < 4; at += 1) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return { column: column - 1, row: Number(reference.slice(at)) }
}

function parseRange(text: string): CellRange | undefined {
  const [first = '', last = first] = text.split(':')
  const [from, to] = [parseReference(first), parseReference(last)]
  const range = { firstRow: from.row, lastRow: to.row, firstColumn: from.column, lastColumn: to.column }
  const ascending = from.row <= to.row && from.column <= to.column
  return ascending && from.column >= 0 && from.row >= 1 && to.column <= LAST_COLUMN && to.row <= LAST_ROW
    ? range
    : undefined
}
