import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { CELL_KINDS, type CellKind } from '../table.ts'
import { fieldEnd } from './fields.ts'
import { walkEntries } from './source-entries.ts'

/**
 * Requires that a `tags` segment is a whole row of entries, each for a row of the slice, and that what it calls null or
 * absent is an empty field, and nothing else is (FORMAT.md section 10.7).
 * @param cells the column's `cells` segment, which was asserted before
 * @throws DatadeedError DAMAGED, UNSUPPORTED for a kind that this version does not know
 */
export function assertTags(bytes: Uint8Array, rows: number, cells: Uint8Array): void {
  let [row, at] = [0, 0]
  walkEntries(bytes, rows, noBytes, (place, number) => {
    const kind = kindOf(number)
    for (; row < place; row += 1) at = fieldEnd(cells, at) + 1
    const empty = fieldEnd(cells, at) === at
    if (empty !== (kind === 'null' || kind === 'absent')) {
      throw new DatadeedError('DAMAGED', say().deed.tagsDamaged)
    }
  })
}

/** The kind of every cell of a column, in row order; the segments were asserted before. */
export function* eachKind(tags: Uint8Array | undefined, rows: number, usual: CellKind): Generator<CellKind> {
  const tagged = new Map<number, CellKind>()
  if (tags !== undefined)
    walkEntries(tags, rows, noBytes, (place, number) => tagged.set(place, kindOf(number)))
  for (let row = 0; row < rows; row += 1) yield tagged.get(row) ?? usual
}

function noBytes(): number {
  return 0
}

function kindOf(number: number): CellKind {
  const kind = CELL_KINDS[number - 1]
  if (kind !== undefined) return kind
  throw new DatadeedError('UNSUPPORTED', say().deed.unknownCellKind({ kind: number }), {
    hints: [say().deed.newerVersionHint],
  })
}
