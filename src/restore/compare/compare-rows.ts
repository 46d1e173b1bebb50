import { randomBytes } from '../../crypto/index.ts'
import { InternalError } from '../../errors.ts'
import { Buckets, bucketsFor } from './buckets.ts'
import type { RowsComparison } from './comparison.ts'
import { findLeftovers } from './find-leftovers.ts'
import { planComparison } from './plan-comparison.ts'
import { readSides, type Sides } from './read-sides.ts'
import { RowOrder } from './row-order.ts'
import { Tally } from './tally.ts'
import { tellLeftovers } from './tell-leftovers.ts'

export interface CompareRowsRequest extends Sides {
  /** Columns of the deed whose cells together say which row is which; without them rows are paired by what they share. */
  readonly matchOn?: readonly number[] | undefined
  /** Formula cells of the target have an apostrophe more. */
  readonly spreadsheetSafe?: boolean | undefined
  /** Cells that are held at once; for tests. */
  readonly mostCells?: number | undefined
}

/**
 * Compares the rows of a table with those of a target, in whatever order they stand: once where they are the same, and
 * where they differ as often as finding, pairing and naming takes. Holds slices and hashes, no cells.
 * @throws DatadeedError for a deed or target that is not sound, CHANGED for a target that changed meanwhile
 */
export async function compareRows(request: CompareRowsRequest): Promise<RowsComparison> {
  const { deed, match, threads, matchOn = [], spreadsheetSafe = false, mostCells } = request
  const table = deed.manifest.tables[match.table]
  if (table === undefined) throw new InternalError('a comparison with a table that the deed does not have')
  const key = randomBytes(16)
  const plan = planComparison(table, match, { key, spreadsheetSafe })
  threads.prepare({ plan })
  const order = new RowOrder()
  const count = bucketsFor(table.rows)
  const buckets = { deed: new Buckets(count), target: new Buckets(count) }
  for await (const slice of readSides(request)) {
    order.add(slice)
    buckets[slice.side].add(slice.hashes)
  }
  const [deedRows, targetRows] = [buckets.deed.rows, buckets.target.rows]
  const names = plan.columns.map(({ deed: own, target: its }) =>
    own === null ? (match.target.columns[its]?.name ?? '') : (table.columns[own]?.name ?? ''),
  )
  const tally = new Tally(names, key)
  const leftovers = await findLeftovers(request, buckets)
  if (leftovers.deed.length === 0 && leftovers.target.length === 0) {
    const { unlike } = order
    const otherOrder =
      unlike === undefined ? null : { deedRow: unlike.deed + 1, targetRow: unlike.target + 1 }
    const pairedBy = 'content'
    return { deedRows, targetRows, same: deedRows, ...tally.finish(), otherOrder, pairedBy }
  }
  const keyColumns = plan.columns.flatMap(({ deed: own }, at) =>
    own === null || matchOn.includes(own) ? [at] : [],
  )
  const told = await tellLeftovers(request, leftovers, {
    columns: plan.columns.length,
    tally,
    keyColumns:
      matchOn.length === 0 ? keyColumns : keyColumns.filter((at) => plan.columns[at]?.deed !== null),
    sameLength: deedRows === targetRows,
    mostCells,
  })
  const found = tally.finish()
  return { deedRows, targetRows, same: deedRows - leftovers.deed.length, ...found, ...told }
}
