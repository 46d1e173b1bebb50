import { FEW, type Interval } from './bands.ts'

/** How much of a column is filled; no border of a band is one from which fewer than ten cells could be counted. */
export const FILL_BANDS = ['few', 'under-10', '10-to-50', '50-to-90', 'over-90', 'all-but-few'] as const
export type FillBand = (typeof FILL_BANDS)[number]

/** Shares in tenths, so that whole numbers decide: at least `from`, less than `below`. */
const SHARES = {
  'under-10': { from: 0, below: 1 },
  '10-to-50': { from: 1, below: 5 },
  '50-to-90': { from: 5, below: 9 },
  'over-90': { from: 9, below: 11 },
} as const

/** `few`: fewer than ten cells say something; `all-but-few`: fewer than ten say nothing. */
export function fillBand(filled: number, rows: number): FillBand {
  if (filled < FEW) return 'few'
  if (rows - filled < FEW) return 'all-but-few'
  if (filled * 10 < rows) return 'under-10'
  if (filled * 2 < rows) return '10-to-50'
  return filled * 10 < rows * 9 ? '50-to-90' : 'over-90'
}

/** What a reader knows of the number of filled cells, from the band and what is told of the rows. */
export function possibleFilled(band: FillBand, rows: Interval): Interval {
  if (band === 'few') return { least: 0, most: FEW - 1 }
  if (band === 'all-but-few') return { least: Math.max(0, rows.least - FEW + 1), most: rows.most }
  const { from, below } = SHARES[band]
  return {
    least: Math.max(FEW, Math.ceil((rows.least * from) / 10)),
    most: Math.min(rows.most - FEW, Math.ceil((rows.most * below) / 10) - 1),
  }
}
