import type { ManifestTable } from '../../deed/index.ts'
import type { RowsComparison } from './comparison.ts'
import { planComparison } from './plan-comparison.ts'
import { readSides, type Side, type Sides } from './read-sides.ts'
import type { MaskedCell } from './report.ts'

/** Rows whose cells are shown. */
const MOST_ROWS = 10

/**
 * Reads both sides once more for the first rows that differ, and gives their differing cells masked by the type of the
 * column, as a policy would mask them. An empty cell stays what it is: it has nothing to hide.
 */
export async function lookMasked(
  sides: Sides,
  table: ManifestTable,
  { places }: RowsComparison,
  spreadsheetSafe: boolean,
): Promise<MaskedCell[]> {
  const different = places.flatMap((place) => (place.kind === 'different' ? [place] : [])).slice(0, MOST_ROWS)
  if (different.length === 0) return []
  const plan = planComparison(table, sides.match, { key: new Uint8Array(16), spreadsheetSafe })
  sides.threads.prepare({ plan })
  const wanted = {
    deed: Uint32Array.from(different, ({ deedRow }) => deedRow - 1).sort(),
    target: Uint32Array.from(different, ({ targetRow }) => targetRow - 1).sort(),
  }
  const texts = { deed: new Map<number, Cells>(), target: new Map<number, Cells>() }
  for await (const slice of readSides(sides, wanted, 'texts')) {
    for (const [at, row] of slice.wanted.entries())
      texts[slice.side].set(slice.rowsBefore + row + 1, slice.texts[at] ?? [])
  }
  const { maskShapeOf, maskText } = await import('../../actions/index.ts')
  return different.flatMap(({ deedRow, targetRow, columns }) =>
    columns.flatMap((column): MaskedCell[] => {
      const at = plan.columns.findIndex(({ deed }) => deed !== null && table.columns[deed]?.name === column)
      const own = plan.columns[at]?.deed
      if (own === undefined || own === null) return []
      const shape = maskShapeOf((table.columns[own]?.type ?? '') as Parameters<typeof maskShapeOf>[0])
      const rows = { deed: deedRow, target: targetRow }
      const look = (side: Side): string | null => {
        const text = texts[side].get(rows[side])?.[at] ?? null
        return text === null || text === '' ? text : maskText(text, shape).text
      }
      return [{ column, deedRow, targetRow, deed: look('deed'), target: look('target') }]
    }),
  )
}

type Cells = readonly (string | null)[]
