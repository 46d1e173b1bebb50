import { AMOUNT_UNIT } from './read-amount.ts'

/** A count below this is shown of nothing: who is one of so few could be recognised. */
export const FEW = 10

/**
 * A number of rows as a preview tells it. `few`: fewer than ten, none at all among them. `withheld`: any number, held back
 * because from it a number of fewer than ten could be computed. Else at least `from` and less than `below`, of the series
 * 10, 20, 50, 100 and so on.
 */
export type CountBand = 'few' | 'withheld' | { readonly from: number; readonly below: number }

/** The rows of a table: fewer than ten, or rounded to so many digits that count. */
export type RoundedRows = 'few' | { readonly about: number }

/** An amount or a sum in whole units of the column's currency, between borders of the same series; `null`: no border. */
export type AmountBand =
  | 'negative'
  | 'zero'
  | 'withheld'
  | { readonly from: number; readonly below: number | null }

/** Whole numbers that a reader must take to be possible. */
export interface Interval {
  readonly least: number
  readonly most: number
}

export function countBand(count: number): CountBand {
  if (count < FEW) return 'few'
  let from = FEW
  for (let below = nextBorder(from); count >= below; below = nextBorder(from)) from = below
  return { from, below: nextBorder(from) }
}

/** 1, 2, 5, 10, 20, 50 … */
function nextBorder(border: number): number {
  return /^2/.test(String(border)) ? border * 2.5 : border * 2
}

export function possibleCounts(band: CountBand): Interval {
  if (band === 'few') return { least: 0, most: FEW - 1 }
  if (band === 'withheld') return { least: 0, most: Number.POSITIVE_INFINITY }
  return { least: band.from, most: band.below - 1 }
}

export function roundRows(rows: number, digits: number): RoundedRows {
  if (rows < FEW) return 'few'
  const unit = 10 ** Math.max(0, String(rows).length - digits)
  return { about: Math.round(rows / unit) * unit }
}

/** All numbers that round to this one. */
export function possibleRows(rounded: RoundedRows, digits: number): Interval {
  if (rounded === 'few') return { least: 0, most: FEW - 1 }
  const { about } = rounded
  const unit = 10 ** Math.max(0, String(about).length - digits)
  const most = about + Math.ceil(unit / 2) - 1
  // Below a power of ten the steps are ten times smaller, so nothing rounds up to it but what is next to it.
  const finer = /^10*$/.test(String(about)) && unit > 1 ? unit / 10 : unit
  return { least: about - Math.floor(finer / 2), most: Math.max(about, most) }
}

/** Positive borders, in units: 1, 2, 5 … up to 10^15, which JSON still holds exactly. */
const BORDERS: readonly number[] = Array.from({ length: 16 }, (_, power) =>
  [1, 2, 5].map((digit) => digit * 10 ** power),
)
  .flat()
  .slice(0, -2)
const EXACT_BORDERS = BORDERS.map((border) => BigInt(border) * AMOUNT_UNIT)

/** Bands by number: 0 negative, 1 zero, 2 less than one, then from border to border. */
export const AMOUNT_BANDS = BORDERS.length + 3

export function amountBandNumber(amount: bigint): number {
  if (amount < 0n) return 0
  if (amount === 0n) return 1
  const above = EXACT_BORDERS.findIndex((border) => amount < border)
  return (above < 0 ? BORDERS.length : above) + 2
}

export function amountBand(number: number): AmountBand {
  if (number === 0) return 'negative'
  if (number === 1) return 'zero'
  return { from: BORDERS[number - 3] ?? 0, below: BORDERS[number - 2] ?? null }
}
