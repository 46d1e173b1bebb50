import { type LoosePair, type LooseRows, pairByContent } from './pair-by-content.ts'
import type { Side } from './read-sides.ts'
import type { CellsOfRow } from './tally.ts'

/** Rows of one key beyond which they are paired in their order: telling which is nearest would take all pairs of them. */
const MOST_OF_A_KEY = 1000

/** Which of so many readings a row belongs to, by its key. */
export function partOf({ cells, at }: CellsOfRow, keyColumns: readonly number[], parts: number): number {
  let mixed = 0
  for (const column of keyColumns) mixed = (Math.imul(mixed, 31) + (cells[at + column]! % 2 ** 32)) | 0
  return (mixed >>> 0) % parts
}

/** Pairs loose rows of one key: of several, those first that are nearest to each other. */
export function pairByKey(loose: LooseRows, keyColumns: readonly number[]): LoosePair[] {
  const groups = new Map<string, Record<Side, number[]>>()
  for (const side of ['deed', 'target'] as const) {
    for (let at = 0; at < loose.rows[side].length; at += 1) {
      const key = keyColumns.map((column) => loose.cells[side][at * loose.columns + column]).join()
      const group = groups.get(key) ?? { deed: [], target: [] }
      groups.set(key, group)
      group[side].push(at)
    }
  }
  return Array.from(groups.values()).flatMap((group) => pairGroup(loose, group))
}

function pairGroup(loose: LooseRows, group: Readonly<Record<Side, readonly number[]>>): LoosePair[] {
  const { deed, target } = group
  const rest = { deed: new Set(deed), target: new Set(target) }
  const pairs: LoosePair[] = []
  const pair = (one: LoosePair): void => {
    rest.deed.delete(one.deed)
    rest.target.delete(one.target)
    pairs.push(one)
  }
  const several = deed.length > 1 || target.length > 1
  if (several && deed.length <= MOST_OF_A_KEY && target.length <= MOST_OF_A_KEY) {
    const own = { deed: pick(loose, 'deed', deed), target: pick(loose, 'target', target) }
    const inner = pairByContent(
      {
        columns: loose.columns,
        rows: { deed: own.deed.rows, target: own.target.rows },
        cells: { deed: own.deed.cells, target: own.target.cells },
      },
      false,
    )
    for (const found of inner) pair({ deed: deed[found.deed]!, target: target[found.target]! })
  }
  const left = Array.from(rest.target)
  for (const [at, one] of Array.from(rest.deed).entries()) {
    const other = left[at]
    if (other !== undefined) pair({ deed: one, target: other })
  }
  return pairs
}

function pick(
  { columns, rows, cells }: LooseRows,
  side: Side,
  chosen: readonly number[],
): { readonly rows: Uint32Array; readonly cells: Float64Array } {
  const own = new Float64Array(chosen.length * columns)
  for (const [at, row] of chosen.entries())
    own.set(cells[side].subarray(row * columns, (row + 1) * columns), at * columns)
  return { rows: Uint32Array.from(chosen, (row) => rows[side][row]!), cells: own }
}
