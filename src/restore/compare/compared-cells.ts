import { eachKind } from '../../deed/blocks.ts'
import { InternalError } from '../../errors.ts'
import { eachCell } from '../../ingest/cut-and-join.ts'
import type { CellKind, ColumnKind, Segment } from '../../table.ts'
import { ABSENT, type CellColumn, EMPTY, TEXT } from './hash-cells.ts'

/** What a target of this kind can tell of a cell beside its text; what it cannot is not looked at on either side. */
export interface Telling {
  /** Whether the empty text is another cell than an empty one. */
  readonly emptyText: boolean
  readonly absent: boolean
  /** Whether numbers, booleans and JSON are others than texts. */
  readonly kinds: boolean
}

/** `boolean`: `t` and `true` are one, as are `f` and `false`; `bytes`: with `\x` in front or without. */
export type CellForm = 'as-is' | 'boolean' | 'bytes'

export interface ComparedColumn {
  /** Of the deed's table; null for the number of the row. */
  readonly deed: number | null
  readonly deedKind: ColumnKind
  readonly target: number
  readonly targetKind: ColumnKind
  readonly form: CellForm
}

const KINDS: Readonly<Partial<Record<CellKind, number>>> = { number: 3, boolean: 4, json: 5 }

/** A column of one side, as it is hashed. */
export function readColumn(
  segments: readonly Segment[],
  { column, kind, form }: { readonly column: number; readonly kind: ColumnKind; readonly form: CellForm },
  { rows, telling }: { readonly rows: number; readonly telling: Telling },
): CellColumn {
  const own = segments.filter((segment) => segment.column === column)
  const cells = own.find((segment) => segment.kind === 'cells')
  const tags = own.find((segment) => segment.kind === 'tags')?.bytes
  if (cells === undefined) throw new InternalError('a slice lacks the cells of a compared column')
  const marked = telling.kinds || (telling.absent && tags !== undefined)
  const plain = form === 'as-is' && telling.emptyText
  if (!marked && plain) return { bytes: cells.bytes }
  const marks = marked ? markCells(eachKind(tags, rows, kind), rows, telling) : undefined
  return {
    bytes: plain ? cells.bytes : rewrite(cells, form, telling),
    marks: marks && clearEmpty(marks, cells),
  }
}

/** Cells that stand for each row's number, from `first`. */
export function numberCells(first: number, rows: number): CellColumn {
  const numbers = Array.from({ length: rows }, (_, row) => `${first + row}\n`)
  return { bytes: new Uint8Array(Buffer.from(numbers.join(''))) }
}

function markCells(kinds: Iterable<CellKind>, rows: number, telling: Telling): Uint8Array {
  const marks = new Uint8Array(rows)
  let row = 0
  for (const kind of kinds) {
    if (kind === 'absent') marks[row] = telling.absent ? ABSENT : EMPTY
    else marks[row] = kind === 'null' ? EMPTY : telling.kinds ? (KINDS[kind] ?? TEXT) : TEXT
    row += 1
  }
  return marks
}

/** A column's usual kind says nothing of its empty cells. */
function clearEmpty(marks: Uint8Array, cells: Segment): Uint8Array {
  let row = 0
  for (const { kind } of eachCell(cells)) {
    if (kind === 'empty' && marks[row] !== ABSENT) marks[row] = EMPTY
    row += 1
  }
  return marks
}

function rewrite(cells: Segment, form: CellForm, { emptyText }: Telling): Uint8Array {
  const fields: string[] = []
  for (const { kind, text } of eachCell(cells)) {
    if (kind === 'empty' || (text === '' && !emptyText)) fields.push('\n')
    else fields.push(`"${formed(text, form).replaceAll('"', '""')}"\n`)
  }
  return new Uint8Array(Buffer.from(fields.join('')))
}

function formed(text: string, form: CellForm): string {
  if (form === 'bytes') return text.replace(/^\\x/, '')
  if (form === 'boolean' && (text === 'true' || text === 'false')) return text.slice(0, 1)
  return text
}
