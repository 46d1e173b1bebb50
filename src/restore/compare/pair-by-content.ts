import type { Side } from './read-sides.ts'

/** Rows of both sides that have no like, with the hashes of their cells, row by row. */
export interface LooseRows {
  readonly columns: number
  readonly rows: Readonly<Record<Side, Uint32Array>>
  readonly cells: Readonly<Record<Side, Float64Array>>
}

/** Positions among the loose rows. */
export interface LoosePair {
  readonly deed: number
  readonly target: number
}

/** Values that more of the loose rows have than this say little of which rows belong together. */
const COMMON = 32

/**
 * Finds which loose rows were one: those in one place that share half of their cells, then those that differ in one cell
 * alone, then the ones that share most, if that is more than half.
 * @param samePlaces whether what is left in one place on both sides is one row, whatever it shares
 */
export function pairByContent(loose: LooseRows, samePlaces: boolean): LoosePair[] {
  const pairing = new Pairing(loose)
  pairing.pairPlaces(loose.columns / 2)
  if (loose.columns > 2) pairing.pairButOne()
  pairing.pairNearest()
  if (samePlaces) pairing.pairPlaces(0)
  return pairing.pairs
}

class Pairing {
  readonly pairs: LoosePair[] = []
  readonly #loose: LooseRows
  readonly #taken: Readonly<Record<Side, Uint8Array>>
  readonly #mixed: Readonly<Record<Side, MixedRows>>

  constructor(loose: LooseRows) {
    this.#loose = loose
    const { deed, target } = loose.rows
    this.#mixed = { deed: mixRows(loose, 'deed'), target: mixRows(loose, 'target') }
    this.#taken = { deed: new Uint8Array(deed.length), target: new Uint8Array(target.length) }
  }

  /** Rows of one number that share at least so many cells. */
  pairPlaces(least: number): void {
    const { deed, target } = this.#loose.rows
    for (let d = 0, t = 0; d < deed.length && t < target.length; ) {
      if (deed[d]! < target[t]!) d += 1
      else if (deed[d]! > target[t]!) t += 1
      else {
        if (this.#isFree(d, t) && this.#shared(d, t) >= least) this.#pair(d, t)
        d += 1
        t += 1
      }
    }
  }

  pairButOne(): void {
    const { columns } = this.#loose
    for (let column = 0; column < columns; column += 1) {
      const others = this.#chain((row) => this.#mixedBut(row, 'deed', column))
      for (const t of this.#free('target')) {
        const d = others.first(this.#mixedBut(t, 'target', column), (row) => this.#taken.deed[row] === 1)
        if (d !== undefined && this.#shared(d, t) === columns - 1) this.#pair(d, t)
      }
    }
  }

  pairNearest(): void {
    const { columns, cells, rows } = this.#loose
    const byColumn = Array.from({ length: columns }, (_, column) =>
      this.#chain((row) => cells.deed[row * columns + column]!),
    )
    for (const t of this.#free('target')) {
      let best: { readonly d: number; readonly shared: number; readonly far: number } | undefined
      const seen = new Set<number>()
      for (const [column, chain] of byColumn.entries()) {
        for (const d of chain.find(cells.target[t * columns + column]!, COMMON)) {
          if (this.#taken.deed[d] === 1 || seen.has(d)) continue
          seen.add(d)
          const shared = this.#shared(d, t)
          const far = Math.abs(rows.deed[d]! - rows.target[t]!)
          if (shared * 2 <= columns) continue
          if (best === undefined || shared > best.shared || (shared === best.shared && far < best.far))
            best = { d, shared, far }
        }
      }
      if (best !== undefined) this.#pair(best.d, t)
    }
  }

  #pair(deed: number, target: number): void {
    this.#taken.deed[deed] = 1
    this.#taken.target[target] = 1
    this.pairs.push({ deed, target })
  }

  #isFree(deed: number, target: number): boolean {
    return this.#taken.deed[deed] === 0 && this.#taken.target[target] === 0
  }

  *#free(side: Side): Generator<number> {
    const taken = this.#taken[side]
    for (let row = 0; row < taken.length; row += 1) if (taken[row] === 0) yield row
  }

  #shared(deed: number, target: number): number {
    const { columns, cells } = this.#loose
    let shared = 0
    for (let column = 0; column < columns; column += 1) {
      if (cells.deed[deed * columns + column] === cells.target[target * columns + column]) shared += 1
    }
    return shared
  }

  /** Of a row's cells but one: whoever finds two that are alike looks at the cells themselves. */
  #mixedBut(row: number, side: Side, left: number): number {
    const { columns, cells } = this.#loose
    const cell = cells[side][row * columns + left]!
    const { low, high } = this.#mixed[side]
    const rest = (high[row]! - highOf(cell, left)) & 0x1fffff
    return rest * 2 ** 32 + ((low[row]! - lowOf(cell, left)) >>> 0)
  }

  /** The deed's free rows by a number that each has. */
  #chain(numberOf: (row: number) => number): Chains {
    const chains = new Chains(this.#taken.deed.length)
    for (const row of this.#free('deed')) chains.add(numberOf(row), row)
    return chains
  }
}

/** The sums of what is made of each row's cells, so that a cell can be taken out again. */
interface MixedRows {
  readonly low: Int32Array
  readonly high: Int32Array
}

function mixRows({ columns, rows, cells }: LooseRows, side: Side): MixedRows {
  const { length } = rows[side]
  const [low, high] = [new Int32Array(length), new Int32Array(length)]
  for (let row = 0; row < length; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cell = cells[side][row * columns + column]!
      low[row]! += lowOf(cell, column)
      high[row]! += highOf(cell, column)
    }
  }
  return { low, high }
}

function lowOf(cell: number, column: number): number {
  return Math.imul((cell % 2 ** 32) ^ column, 0x9e3779b1)
}

function highOf(cell: number, column: number): number {
  return Math.imul(Math.floor(cell / 2 ** 32) + column, 0x85ebca6b)
}

/** Rows in lists by a number, in the order in which they were added. */
class Chains {
  readonly #ends = new Map<number, { first: number; last: number; length: number }>()
  readonly #next: Int32Array

  constructor(rows: number) {
    this.#next = new Int32Array(rows).fill(-1)
  }

  add(number: number, row: number): void {
    const ends = this.#ends.get(number)
    if (ends === undefined) this.#ends.set(number, { first: row, last: row, length: 1 })
    else {
      this.#next[ends.last] = row
      ends.last = row
      ends.length += 1
    }
  }

  /** The first that is not gone; those before it are not looked at again. */
  first(number: number, isGone: (row: number) => boolean): number | undefined {
    const ends = this.#ends.get(number)
    if (ends === undefined) return undefined
    while (ends.first >= 0 && isGone(ends.first)) ends.first = this.#next[ends.first]!
    return ends.first < 0 ? undefined : ends.first
  }

  /** Nothing where there are more than `most`. */
  *find(number: number, most: number): Generator<number> {
    const ends = this.#ends.get(number)
    if (ends === undefined || ends.length > most) return
    for (let row = ends.first; row >= 0; row = this.#next[row]!) yield row
  }
}
