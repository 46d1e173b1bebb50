import { eachKind } from '../deed/blocks.ts'
import { DatadeedError, InternalError } from '../errors.ts'
import { eachCell, isJsonNumber, isJsonText } from '../ingest/cut-and-join.ts'
import { say } from '../messages/index.ts'
import type { CellKind, ColumnKind, Slice } from '../table.ts'
import type { JsonMember } from './json-members.ts'

/** How the rows of a typed table become objects (FORMAT.md section 10.7). */
export interface ObjectShape {
  readonly members: readonly JsonMember[]
  /** Of the opened columns. */
  readonly columns: readonly {
    readonly index: number
    readonly kind: ColumnKind
    /** Whether an action changed its cells before sealing, so that their kind is no more than what they were. */
    readonly changed: boolean
  }[]
  readonly source: 'jsonl' | 'json' | 'xlsx' | 'sqlite' | 'postgres'
  /** Elements of an array, of which the first slice has the first, instead of lines. */
  readonly array: boolean
}

/**
 * A slice's rows as JSON objects, UTF-8: absent members left out, numbers, booleans and JSON as they stand.
 * @throws DatadeedError DAMAGED for a cell that is not what its kind says, or an object where a value stands too
 */
export function joinObjects(
  slice: Slice,
  { members, columns, source, array }: ObjectShape,
  { firstRow, rowNumber }: { readonly firstRow: number; readonly rowNumber?: string | undefined },
): Uint8Array {
  const cells = columns.map((column) => openColumn(slice, column, source))
  const rows: string[] = []
  for (let row = 0; row < slice.rows; row++) {
    const values = cells.map((next) => next())
    const own = rowNumber === undefined ? '' : `${JSON.stringify(rowNumber)}:${firstRow + row}`
    const inner = writeMembers(members, values, own)
    if (!array) rows.push(`{${inner}}\n`)
    else rows.push(`${firstRow + row === 1 ? '' : ','}\n{${inner}}`)
  }
  return new Uint8Array(Buffer.from(rows.join('')))
}

/** The members that a row has; `before` stands in front of them. */
function writeMembers(
  members: readonly JsonMember[],
  values: readonly (string | undefined)[],
  before: string,
): string {
  let written = before
  for (const { key, column, members: inner } of members) {
    const own = column === undefined ? undefined : values[column]
    const object = inner.length === 0 ? '' : writeMembers(inner, values, '')
    if (own !== undefined && object !== '') throw damaged()
    const value = own ?? (object === '' ? undefined : `{${object}}`)
    if (value !== undefined) written += `${written === '' ? '' : ','}${key}${value}`
  }
  return written
}

/** Gives one cell after the other as JSON; undefined for an absent one. */
function openColumn(
  slice: Slice,
  { index, kind, changed }: ObjectShape['columns'][number],
  source: ObjectShape['source'],
): () => string | undefined {
  const segments = slice.segments.filter(({ column }) => column === index)
  const cells = segments.find((segment) => segment.kind === 'cells')
  const tags = segments.find((segment) => segment.kind === 'tags')?.bytes
  if (cells === undefined) throw new InternalError('a slice lacks the cells of an opened column')
  const texts = eachCell(cells)
  const kinds = eachKind(tags, slice.rows, kind)
  return () => {
    const [cell, own] = [texts.next(), kinds.next()]
    if (cell.done || own.done) throw new InternalError('a checked segment ended before its rows')
    if (cell.value.kind === 'empty') return own.value === 'absent' ? undefined : 'null'
    const value = asJson(cell.value.text, own.value, source)
    if (value !== undefined) return value
    const mayDiffer = changed || (own.value === 'number' && source !== 'jsonl' && source !== 'json')
    if (mayDiffer) return JSON.stringify(cell.value.text)
    throw damaged()
  }
}

/** Undefined for a text that is not what its kind says. */
function asJson(text: string, kind: CellKind, source: ObjectShape['source']): string | undefined {
  switch (kind) {
    case 'number':
      return isJsonNumber(text) ? text : undefined
    case 'boolean':
      if (source === 'postgres' && (text === 't' || text === 'f')) return text === 't' ? 'true' : 'false'
      return text === 'true' || text === 'false' ? text : undefined
    case 'json':
      // No string of JSON holds a line end as it is: all of them are white space, and none may end a line of ours.
      return isJsonText(text) ? text.replace(/[\r\n]/g, ' ') : undefined
    default:
      return JSON.stringify(text)
  }
}

function damaged(): DatadeedError {
  return new DatadeedError('DAMAGED', say().restore.foreignCell, { hints: [say().restore.askSeller] })
}
