import { freeBuffer } from '../../free-buffer.ts'
import type { RowsComparison } from './comparison.ts'
import type { Leftovers } from './find-leftovers.ts'
import { pairByContent } from './pair-by-content.ts'
import { pairByKey, partOf } from './pair-by-key.ts'
import { type ReadSlice, readSides, type Side, type Sides } from './read-sides.ts'
import { RowOrder } from './row-order.ts'
import type { CellsOfRow, Tally } from './tally.ts'

/** Cells of each side that are held at once to be paired: 32 MiB of hashes. */
const MOST_CELLS = 2 ** 22
/** So many times as many of them a reading by key may hold: keys never fall evenly into the parts. */
const MOST_UNEVEN = 4

/** The cells of some rows of one side, in the order of the rows. */
class Gathered {
  readonly #columns: number
  #rows = new Uint32Array(64)
  #cells: Float64Array
  #length = 0

  constructor(columns: number) {
    this.#columns = columns
    this.#cells = new Float64Array(64 * columns)
  }

  add(row: number, from: CellsOfRow): void {
    const columns = this.#columns
    if (this.#length === this.#rows.length) {
      this.#rows = longer(this.#rows, new Uint32Array(this.#length * 2))
      this.#cells = longer(this.#cells, new Float64Array(this.#length * 2 * columns))
    }
    this.#rows[this.#length] = row
    for (let column = 0; column < columns; column += 1) {
      this.#cells[this.#length * columns + column] = from.cells[from.at + column]!
    }
    this.#length += 1
  }

  get rows(): Uint32Array {
    return this.#rows.subarray(0, this.#length)
  }

  get cells(): Float64Array {
    return this.#cells.subarray(0, this.#length * this.#columns)
  }
}

function longer<Numbers extends Uint32Array | Float64Array>(short: Numbers, long: Numbers): Numbers {
  long.set(short)
  return long
}

export interface TellOptions {
  readonly columns: number
  readonly tally: Tally
  /** Columns of the comparison by which rows are the same row. */
  readonly keyColumns: readonly number[]
  /** Whether both sides have as many rows, so that what stays in one place may be one row. */
  readonly sameLength: boolean
  readonly mostCells?: number | undefined
}

/** Reads the cells of the rows that have no like, pairs them and counts what differs. */
export async function tellLeftovers(
  sides: Sides,
  leftovers: Leftovers,
  options: TellOptions,
): Promise<Pick<RowsComparison, 'pairedBy' | 'otherOrder'>> {
  const { columns, keyColumns, mostCells = MOST_CELLS } = options
  const order = new RowOrder(leftovers)
  const cells = Math.max(leftovers.deed.length, leftovers.target.length) * columns
  const readings = Math.max(1, Math.ceil(cells / mostCells))
  if (keyColumns.length > 0 && (await isSpread(sides, leftovers, { ...options, mostCells, readings }))) {
    for (let part = 0; part < readings; part += 1) {
      const isOfPart = (row: CellsOfRow): boolean => partOf(row, keyColumns, readings) === part
      tellPairs(await gather(sides, leftovers, { columns, isOfPart, order }), leftovers, options, (loose) =>
        pairByKey(loose, keyColumns),
      )
    }
    return { pairedBy: 'key', otherOrder: asRows(order.unlike) }
  }
  if (readings > 1) {
    await pairByPlace(sides, leftovers, { ...options, order })
    return { pairedBy: 'place', otherOrder: asRows(order.unlike) }
  }
  const gathered = await gather(sides, leftovers, { columns, isOfPart: () => true, order })
  const samePlaces = options.sameLength && order.unlike === undefined
  tellPairs(gathered, leftovers, options, (loose) => pairByContent(loose, samePlaces))
  return { pairedBy: 'content', otherOrder: asRows(order.unlike) }
}

/** Whether no part of the keys has far more than its share, as where most rows have one key. */
async function isSpread(
  sides: Sides,
  leftovers: Leftovers,
  { columns, keyColumns, mostCells, readings }: TellOptions & { mostCells: number; readings: number },
): Promise<boolean> {
  if (readings === 1) return true
  const most = MOST_UNEVEN * Math.ceil(mostCells / columns)
  const rows = { deed: new Uint32Array(readings), target: new Uint32Array(readings) }
  for await (const { side, wanted, cells } of readSides(sides, leftovers)) {
    for (let at = 0; at < wanted.length * columns; at += columns) {
      const part = partOf({ cells, at }, keyColumns, readings)
      rows[side][part]! += 1
      if (rows[side][part]! > most) return false
    }
    freeBuffer(new Uint8Array(cells.buffer))
  }
  return true
}

type Gathering = Readonly<Record<Side, Gathered>>

async function gather(
  sides: Sides,
  leftovers: Leftovers,
  { columns, isOfPart, order }: { columns: number; isOfPart: (row: CellsOfRow) => boolean; order: RowOrder },
): Promise<Gathering> {
  const gathered = { deed: new Gathered(columns), target: new Gathered(columns) }
  for await (const slice of readSides(sides, leftovers)) {
    order.add(slice)
    for (const [at, row] of slice.wanted.entries()) {
      const own = { cells: slice.cells, at: at * columns }
      if (isOfPart(own)) gathered[slice.side].add(slice.rowsBefore + row, own)
    }
    freeBuffer(new Uint8Array(slice.cells.buffer))
  }
  return gathered
}

function tellPairs(
  gathered: Gathering,
  { repeats }: Leftovers,
  { columns, tally }: TellOptions,
  pair: (loose: Parameters<typeof pairByContent>[0]) => ReturnType<typeof pairByContent>,
): void {
  const rows = { deed: gathered.deed.rows, target: gathered.target.rows }
  const cells = { deed: gathered.deed.cells, target: gathered.target.cells }
  const pairs = pair({ columns, rows, cells }).sort((one, other) => one.deed - other.deed)
  const cellsOf = (side: Side, at: number): CellsOfRow => ({ cells: cells[side], at: at * columns })
  for (const { deed, target } of pairs) {
    tally.addDifferent(
      { deed: rows.deed[deed]!, target: rows.target[target]! },
      { deed: cellsOf('deed', deed), target: cellsOf('target', target) },
    )
  }
  const paired = {
    deed: new Set(pairs.map(({ deed }) => deed)),
    target: new Set(pairs.map(({ target }) => target)),
  }
  for (const [at, row] of rows.deed.entries()) if (!paired.deed.has(at)) tally.addMissing(row)
  const isRepeat = asSet(repeats)
  for (const [at, row] of rows.target.entries()) {
    if (!paired.target.has(at)) tally.addExtra(row, isRepeat(row))
  }
}

/** Too many rows to be held: rows of one number are one row, all others are missing or extra. */
async function pairByPlace(
  sides: Sides,
  leftovers: Leftovers,
  { columns, tally, order }: TellOptions & { readonly order: RowOrder },
): Promise<void> {
  const { both, deed, target } = splitPlaces(leftovers)
  // Both sides give the cells of the same rows in the same order.
  const ahead: Record<Side, { readonly slice: ReadSlice; at: number }[]> = { deed: [], target: [] }
  for await (const slice of readSides(sides, { deed: both, target: both })) {
    order.add(slice)
    if (slice.wanted.length > 0) ahead[slice.side].push({ slice, at: 0 })
    for (
      let own = ahead.deed[0], its = ahead.target[0];
      own && its;
      [own, its] = [ahead.deed[0], ahead.target[0]]
    ) {
      const row = own.slice.rowsBefore + own.slice.wanted[own.at]!
      tally.addDifferent(
        { deed: row, target: row },
        {
          deed: { cells: own.slice.cells, at: own.at * columns },
          target: { cells: its.slice.cells, at: its.at * columns },
        },
      )
      own.at += 1
      its.at += 1
      for (const [side, one] of [
        ['deed', own],
        ['target', its],
      ] as const) {
        if (one.at < one.slice.wanted.length) continue
        ahead[side].shift()
        freeBuffer(new Uint8Array(one.slice.cells.buffer))
      }
    }
  }
  for (const row of deed) tally.addMissing(row)
  const isRepeat = asSet(leftovers.repeats)
  for (const row of target) tally.addExtra(row, isRepeat(row))
}

function splitPlaces({ deed, target }: Leftovers): Readonly<Record<'both' | Side, Uint32Array>> {
  const [isOfTarget, isOfDeed, isOfBoth] = [asSet(target), asSet(deed), asSet(target)]
  return {
    both: deed.filter(isOfTarget),
    deed: deed.filter((row) => !isOfBoth(row)),
    target: target.filter((row) => !isOfDeed(row)),
  }
}

/** Whether an ascending list has a row, for rows that are asked for in ascending order, once. */
function asSet(rows: Uint32Array): (row: number) => boolean {
  let at = 0
  return (row) => {
    while (at < rows.length && rows[at]! < row) at += 1
    return rows[at] === row
  }
}

function asRows(unlike: RowOrder['unlike']): RowsComparison['otherOrder'] {
  return unlike === undefined ? null : { deedRow: unlike.deed + 1, targetRow: unlike.target + 1 }
}
